"""Writes web and mail addresses and telephone numbers in words.

A web address is said without its scheme, "www", query and fragment: nobody can follow them by ear, and the transcript
has them. It refuses to open an address.
"""

import re
from typing import Final

from plosive.text.languages.language import Spoken

# Lengths are from RFC 1035 (labels) and RFC 5321 (local part); a path over 2000 characters is no address.
_LABELS: Final = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}"
# Top-level domains of addresses without a scheme. In other cases ("word.word", "done.in", "tell.me") a space may be missing.
TOP_LEVEL: Final = (
    "com|org|net|edu|gov|io|ai|dev|app|info|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|ru|uk|jp|cn|ca|au|co|tv|fi|dk|cz"
)
_SPOKEN_SIGN: Final = re.compile(r"[./@_+-]")

WEB: Final = (
    r"(?<![\w@])(?:(?:https?|ftp)://[^\s<>\"“”()\[\]{}|\\^`]{1,2000}|www\.(?=[^\W_])[^\s<>\"“”()\[\]{}|\\^`]{1,2000}"
    rf"|(?<![.-]){_LABELS}(?:{TOP_LEVEL})(?![\w@-]|\.\w)(?:[/?#][^\s<>\"“”()\[\]{{}}|\\^`]{{0,2000}})?)"
)
MAIL: Final = rf"(?<![\w.+-])[\w.+-]{{1,64}}@{_LABELS}[^\W\d_]{{2,24}}(?![\w@])"

# E.164 has at most 15 digits; a national number with fewer than 7 looks like any other number.
PHONE: Final = (
    r"(?<![\w.,+-])(?:\+[0-9]{1,4}(?:[ .\u00a0/()-]{1,2}[0-9]{1,8}){1,6}|\+[0-9]{7,15}"
    r"|(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .\u00a0-][0-9]{3}[.-][0-9]{4}|1-8[0-9]{2}-[0-9]{3}-[0-9]{4}"
    r"|\(?0[0-9]{1,5}\)?(?:[ \u00a0/-]{1,3}[0-9]{2,9}){1,5})(?![\w-]|[.,][0-9])"
)
_PHONE_DIGITS: Final = range(7, 16)
_LONGEST_GROUP: Final = 4


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


def read_phone(written: str, words: Spoken) -> str | None:
    """Say the digits one by one with a pause between groups. None if it cannot be a telephone number.

    If the language says pairs of digits as numbers, groups of two are not divided.
    """
    groups = re.findall("[0-9]+", written)
    if sum(map(len, groups)) not in _PHONE_DIGITS:
        return None
    country = ""
    if written.startswith("+"):
        # The length of the country code is only clear for +1, which ten digits follow.
        if len(groups) == 1 and not (groups[0][0] == "1" and len(groups[0]) == 11):
            return "+ " + ", ".join(" ".join(part) for part in _in_threes(groups[0]))
        if len(groups) == 1:
            groups = ["1", groups[0][1:4], groups[0][4:7], groups[0][7:]]
        country = f"+{groups.pop(0)}, "
    return country + ", ".join(
        group if words.pairs and len(group) == 2 else ", ".join(" ".join(part) for part in _in_threes(group))
        for group in groups
    )


def _in_threes(digits: str) -> list[str]:
    if len(digits) <= _LONGEST_GROUP:
        return [digits]
    head = len(digits) % 3 + 3 if len(digits) % 3 == 1 else 3
    return [digits[:head], *_in_threes(digits[head:])]


def _signs_to_words(address: str, words: Spoken) -> str:
    said = {
        ".": words.dot or "dot", "/": words.slash or "slash", "@": words.at or "at", "-": words.hyphen or "dash",
        "_": words.underscore or "underscore", "+": "plus",
    }  # fmt: skip
    return re.sub(" {2,}", " ", _SPOKEN_SIGN.sub(lambda sign: f" {said[sign.group()]} ", address)).strip()
