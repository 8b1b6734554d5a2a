"""Writes web and mail addresses in words, and the number and the direction in the address of a house.

A web address is said without its scheme, "www", query and fragment: nobody can follow them by ear, and the transcript
has them. It refuses to open an address.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.language import Spoken
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import YEAR_RULE, spelled_out
from plosive.text.normalization.reader import DIGIT, Reader

# Lengths are from RFC 1035 (labels) and RFC 5321 (local part); a path over 2000 characters is no address.
_LABELS: Final = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}"
# Top-level domains of addresses without a scheme. In other cases ("word.word", "done.in", "tell.me") a space may be missing.
TOP_LEVEL: Final = (
    "com|org|net|edu|gov|io|ai|dev|app|info|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|ru|uk|jp|cn|ca|au|co|tv|fi|dk|cz"
)
_SPOKEN_SIGN: Final = re.compile(r"[./@_+-]")

WEB: Final = (
    r"(?<![\w@])(?:(?:https?|ftp)://[^\s<>\"“”()\[\]{}|\\^`]{1,2000}|www\.(?=[^\W_])[^\s<>\"“”()\[\]{}|\\^`]{1,2000}"
    rf"|(?<![.-])(?!\w\.es(?![\w/])){_LABELS}(?:{TOP_LEVEL})(?![\w@-]|\.\w)(?:[/?#][^\s<>\"“”()\[\]{{}}|\\^`]{{0,2000}})?)"
)
MAIL: Final = rf"(?<![\w.+-])[\w.+-]{{1,64}}@{_LABELS}[^\W\d_]{{2,24}}(?![\w@])"

_WEB_BEGINS: Final = r"(?<!\w)(?:[\w-]{1,64}\.\w|[a-z]{3,5}://)"
_MAIL_BEGINS: Final = r"(?<![\w.+-])[\w.+-]{1,64}@"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    words = cldr.words
    listed = cldr.language.abbreviations
    if listed.directions:
        ways = either(listed.directions)
        named = (entry for entry in listed.entries() if entry.place == "after_street")
        street = either(name for entry in named for name in (entry.form, *entry.words))
        before_street = rf"(?= (?:\w[\w'’-]{{0,30}} ){{1,3}}(?:{street})(?!\w))"
        house = rf"(?<![\w.,$-])[1-9][0-9]{{3}}(?= (?:(?:{ways})\.? )?(?:[A-Z0-9][\w'’-]{{0,30}} ){{1,3}}(?:{street})(?!\w))"
        yield Reader("house number", house, lambda m: spelled_out(int(m.group()), cldr.code, YEAR_RULE), (DIGIT,))
        direction = rf"(?<![\w.,])(?P<house>[0-9]{{1,5}}[A-Za-z]? )(?P<way>{ways})\.?{before_street}"
        yield Reader(
            "direction",
            direction,
            lambda m: m["house"] + listed.directions[m["way"]],
            (DIGIT,),
        )
    yield Reader("web address", WEB, lambda m: read_web(m.group(), words), (_WEB_BEGINS,), ("./",))
    yield Reader("mail address", MAIL, lambda m: read_mail(m.group(), words), (_MAIL_BEGINS,), ("@",))


def read_web(written: str, words: Spoken) -> str:
    """Say host and path: "example dot com slash a". The mark that ends the sentence is kept after it."""
    address = written.rstrip(".,;:!?'’…*")
    after = written[len(address) :]
    rest = re.sub(r"^(?:\w{3,5}://)?(?:www\.)?", "", address)
    rest = re.split("[?#]", rest, maxsplit=1)[0].rstrip("/")
    rest = re.sub(r"%[0-9A-Fa-f]{2}|[^\w./@+-]+", " ", rest)
    return _signs_to_words(rest, words) + after if rest.strip() else written


def read_mail(written: str, words: Spoken) -> str:
    """Say a mail address: "jo dot doe at example dot org"."""
    return _signs_to_words(written, words)


def _signs_to_words(address: str, words: Spoken) -> str:
    said = {
        ".": words.dot or "dot", "/": words.slash or "slash", "@": words.at or "at", "-": words.hyphen or "dash",
        "_": words.underscore or "underscore", "+": "plus",
    }  # fmt: skip
    return re.sub(" {2,}", " ", _SPOKEN_SIGN.sub(lambda sign: f" {said[sign.group()]} ", address)).strip()
