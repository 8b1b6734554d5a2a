"""Reads signs: "#5" and hashtags, "~5", "<" and ">" between words, and the abbreviations of "number" before one."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from plosive.text.languages.language import Spoken
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader

# "#A1B2-993" is a number of an order or the like; letters and then digits are a hashtag: "#COVID19".
_HASHTAG: Final = (
    r"(?<![\w#&/])#(?:(?P<nth>[0-9]{1,15})(?!\w)"
    r"|(?P<code>(?![A-Z]{3,30}[0-9]{0,30}(?![\w-]))(?=[A-Z-]{0,30}[0-9])[A-Z0-9]{1,30}(?:-[A-Z0-9]{1,30}){0,5})(?![\w-])"
    r"|(?P<tag>[^\W\d]\w{0,138}))"
)
# Between words, ">" is a path through menus ("Settings > Privacy"); next to a number or a variable it compares.
_BETWEEN: Final = r"(?<=[\w)\"”’'»])(?: (?P<compared>[<>])(?= [\w(\"“‘'«])| ?→ ?(?=[\w(\"“‘'«]))"

_QUANTITY_BEFORE: Final = re.compile(r"(?:[0-9]|\b\w)\)?$")
_QUANTITY_NEXT: Final = re.compile(r" ?\(?(?:[0-9]|\w\b)")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    words = cldr.words
    signs = _Signs(words)
    if words.number:
        yield Reader("number sign", _HASHTAG, signs.read_hash)
    if words.numbered:
        ordered = sorted(words.numbered.split(), key=len, reverse=True)
        names = "|".join(re.escape(name) + ("" if name.endswith(".") else r"\.?") for name in ordered)
        # espeak-ng would read the full stop of "No. 5" as a sentence end.
        yield Reader("number sign", rf"(?<!\w)(?i:{names})[ \u00a0]?(?=[0-9])", lambda _: words.number + " ")
    if words.symbols:
        # "<" and ">" only between spaces: the rest of a broken tag has none.
        lone = rf"(?<=[\w)]) ?(?P<lone>{_one_of(words.symbols)})(?<![<>])(?= ?\w)"
        yield Reader("sign", lone, signs.read_sign)
    yield Reader("path or comparison", _BETWEEN, signs.read_between)
    if words.approximate:
        yield Reader("about", rf"(?P<roughly>{_one_of(words.approximate)}) ?(?=[0-9$€£])", signs.read_approximate)


class _Signs:
    def __init__(self, words: Spoken) -> None:
        self._words = words

    def read_hash(self, match: re.Match[str]) -> str:
        if number := match["nth"] or match["code"]:
            return f"{self._words.number} {number}"
        return f"{self._words.hashtag} {match['tag'].replace('_', ' ')}"

    def read_sign(self, match: re.Match[str]) -> str:
        return f" {self._words.symbols[match['lone']]}" + ("" if match.string[match.end()].isspace() else " ")

    def read_between(self, match: re.Match[str]) -> str | None:
        sign, text, start = match["compared"], match.string, match.start()
        if _QUANTITY_BEFORE.search(text[max(0, start - 3) : start]) or _QUANTITY_NEXT.match(text, match.end()):
            return f" {self._words.symbols[sign]}" if sign in self._words.symbols else None
        return None if sign == "<" else "," if sign else ", "

    def read_approximate(self, match: re.Match[str]) -> str:
        word = self._words.approximate[match["roughly"]]
        start = match.start()
        before = match.string[max(0, start - len(word) - 2) : start].lower()
        if before.endswith(f"{word} ") and not before[: -len(word) - 1].isalnum():
            return ""  # "about ~15"
        return f" {word} " if before[-1:].isalnum() else f"{word} "


def _one_of(signs: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, signs))}]"
