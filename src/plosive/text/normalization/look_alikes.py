"""Replaces characters that look like others by those: native digits, ligatures, full-width and squared letters.

espeak-ng skips or spells them, and no reader would know them. It refuses to change what readers need as it is: ², ½, ª, №, …,
™, and the full-width marks that end Chinese and Japanese clauses.
"""

import re
import unicodedata
from typing import Final

from plosive.text.places import Change

# espeak-ng reads at best the digits of the voice's own script, and "٫" not even in Arabic.
_NATIVE: Final = r"(?=[\u0660-\u1a99\U0001d7ce-\U0001d7ff])\d|(?<=\d)[٫٬](?=\d)"
# Full-width letters, digits and signs; not the marks ！（），．：；？ and brackets, which stay between words.
_FULL_WIDTH: Final = (
    "\uff03-\uff06\uff0a\uff0b\uff0d\uff0f-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3f\uff41-\uff5a\uff5c"
)
# Half-width katakana with their marks; digraphs, ligatures, the long s; Roman numerals; letters in circles, of mathematics,
# and raised ones, as in "Mᵐᵉ" (not ⁿ and ⁱ, which are powers); squared units; kelvin and ångström signs.
_LETTERS: Final = (
    "\uff66-\uff9f\u0132\u0133\u013f\u0140\u017f\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17\u2160-\u217f"
    "\u2460-\u2473\u24b6-\u24ea\U0001d400-\U0001d7cb\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a-\u212d\u212f-\u2134\u2103\u2109\u3371-\u337a\u3380-\u33df"
)
_LOOK_ALIKE: Final = re.compile(
    rf"{_NATIVE}|[{_LETTERS}]+|[{_FULL_WIDTH}]|(?<=[0-9\uff10-\uff19])[\uff0e\uff1a](?=[0-9\uff10-\uff19])"
    "|[\u2010-\u2012]|(?<=[0-9])[\u2007-\u2009](?=[0-9])"
)
# U+2010 to U+2012 are hyphens, which language models write; thin spaces group digits as U+202F does.
_OTHERS: Final = dict(zip("٫٬\u2010\u2011\u2012\u2007\u2008\u2009", ".,---\u202f\u202f\u202f", strict=True))
# Of the squares only units have a plain form with a superscript, which readers know.
_POWERS: Final = re.compile(r"(?<=m)[23]$")


def plain_characters(text: str) -> str:
    """Return the text with ordinary letters, digits and hyphens in place of those that look like them."""
    if text.isascii():
        return text
    return _LOOK_ALIKE.sub(_plain, text)


def plain_changes(text: str) -> list[Change]:
    """Return what `plain_characters` changes. As many characters as before are changed one by one."""
    found = [] if text.isascii() else _LOOK_ALIKE.finditer(text)
    changes = [(match.start(), match.end(), len(_plain(match))) for match in found]
    return [(start, end, length) for start, end, length in changes if length != end - start]


def _plain(match: re.Match[str]) -> str:
    written = match.group()
    if written in _OTHERS:
        return _OTHERS[written]
    if written.isdecimal():
        return "".join(str(int(digit)) for digit in written)
    plain = unicodedata.normalize("NFKC", written)
    if "\u3371" <= written[0] <= "\u33df":
        plain = (
            _POWERS.sub(lambda power: "²" if power.group() == "2" else "³", plain).replace("∕", "/").replace("μ", "µ")
        )
    return plain
