"""Writes web and mail addresses in words, and the number, the direction and the state in the address of a house.

A web address is said without its scheme, "www", query and fragment: nobody can follow them by ear, and the transcript
has them. It refuses to open an address.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.languages.language import Spoken
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import YEAR_RULE, spelled_out
from plosive.text.normalization.reader import DIGIT, Reader

# Lengths are from RFC 1035 (labels) and RFC 5321 (local part); a path over 2000 characters is no address.
_LABELS: Final = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}"
# Top-level domains of addresses without a scheme. In other cases ("word.word", "done.in", "tell.me") a space may be missing.
TOP_LEVEL: Final = (
    "com|org|net|edu|gov|io|ai|dev|app|info|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|ru|uk|jp|cn|ca|au|co|tv|fi|dk|cz|ly"
)
_SPOKEN_SIGN: Final = re.compile(r"[./@_+-]")

WEB: Final = (
    r"(?<![\w@])(?:(?:https?|ftp)://[^\s<>\"“”()\[\]{}|\\^`]{1,2000}|www\.(?=[^\W_])[^\s<>\"“”()\[\]{}|\\^`]{1,2000}"
    rf"|(?<![.-])(?!\w\.es(?![\w/])){_LABELS}(?:{TOP_LEVEL})(?![\w@-]|\.\w)(?:[/?#][^\s<>\"“”()\[\]{{}}|\\^`]{{0,2000}})?)"
)
MAIL: Final = rf"(?<![\w.+-])(?<!\w['’])(?:[\w.+-]|(?<=\w)['’](?=\w)){{1,64}}@{_LABELS}[^\W\d_]{{2,24}}(?![\w@])"

_POST_CODE_NEXT: Final = re.compile(r"[ \u00a0][0-9]{5}(?:-[0-9]{4})?(?![\w-])")
_TOWN_BEFORE: Final = re.compile(r"(?<![\w-])[A-Z][a-z]{2,}, \Z")
_TOWN_ENDS: Final = re.compile(r"\s*(?:[.,;:!?)]|\Z)| [a-z]")
_LONGEST_TOWN: Final = 24
_LONGEST_ROAD: Final = 20

_WEB_BEGINS: Final = r"(?<!\w)(?:[\w-]{1,64}\.\w|[a-z]{3,5}://)"
_MAIL_BEGINS: Final = r"(?<![\w.+-])(?<!\w['’])[\w.+'’-]{1,64}@"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    words = cldr.words
    listed = cldr.language.abbreviations
    if listed.directions:
        road = re.compile(rf"(?<!\w)(?:{either(listed.highways.split())})(?:\.? |-)\Z")
        alone = frozenset(listed.towns_alone.split())
        ways = either(listed.directions)
        named = (entry for entry in listed.entries() if entry.place == "after_street")
        street = either(name for entry in named for name in (entry.form, *entry.words))
        before_street = rf"(?= (?:\w[\w'’-]{{0,30}} ){{1,3}}(?:{street})(?!\w))"
        house = rf"(?<![\w.,$-])[1-9][0-9]{{3}}(?= (?:(?:{ways})\.? )?(?:[A-Z0-9][\w'’-]{{0,30}} ){{1,3}}(?:{street})(?!\w))"
        yield Reader("house number", house, lambda m: spelled_out(int(m.group()), cldr.code, YEAR_RULE), (DIGIT,))
        yield Reader(
            "direction",
            rf"(?<![\w.,])(?P<house>[0-9]{{1,5}}[A-Za-z]? )(?P<way>{ways})\.?{before_street}",
            lambda m: m["house"] + listed.directions[m["way"]],
            (DIGIT,),
        )
        # Behind a house number that is said in pairs.
        house = r"(?:(?<=[0-9] )|(?<=[0-9][A-Za-z] ))"
        yield Reader(
            "direction",
            rf"{house}(?P<way>{ways})\.?{before_street}",
            lambda m: listed.directions[m["way"]],
            (places(first_of(listed.directions), rf"{house}(?:{ways})(?![\w'’-])"),),
            ("0123456789",),
        )
        yield Reader(
            "direction",
            rf"(?<![\w.,$])(?P<road>[0-9]{{1,3}} )(?P<way>{ways})(?P<stop>\.)?(?![\w'’-])",
            lambda m: _read_direction(m, road, listed.directions),
            (DIGIT,),
        )
        states = either(listed.states)
        yield Reader(
            "state",
            rf"(?<=[\w,] )(?:{states})(?![\w'’-]|\.\w)",
            lambda m: _read_state(m, listed.states, alone),
            (places(first_of(listed.states), rf"(?<=[\w,] )(?:{states})(?![\w'’-])"),),
        )
    yield Reader("web address", WEB, lambda m: read_web(m.group(), words), (_WEB_BEGINS,), ("./",))
    yield Reader("mail address", MAIL, lambda m: read_mail(m.group(), words), (_MAIL_BEGINS,), ("@",))


def _read_direction(match: re.Match[str], road: re.Pattern[str], directions: dict[str, str]) -> str | None:
    """Say the direction behind the number of a highway: "I-95 N"."""
    if not road.search(match.string, max(0, match.start() - _LONGEST_ROAD), match.start()):
        return None
    stop = match["stop"] or ""
    return match["road"] + directions[match["way"]] + (stop if match.end() == len(match.string) else "")


def _read_state(match: re.Match[str], states: dict[str, str], alone: frozenset[str]) -> str | None:
    """Say the state before a post code, or behind a town and a comma: "Portland, OR 97210", "Austin, TX"."""
    code = match.group()
    if _POST_CODE_NEXT.match(match.string, match.end()):
        return states[code]
    town = _TOWN_BEFORE.search(match.string, max(0, match.start() - _LONGEST_TOWN), match.start())
    return states[code] if code in alone and town and _TOWN_ENDS.match(match.string, match.end()) else None


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
