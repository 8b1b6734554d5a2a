"""Reads signs: "#5", hashtags, "~5", "C#", paths and arrows.

The signs between operands belong to `mathematics`.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.codes import one_by_one
from plosive.text.normalization.decorations import ARROW
from plosive.text.normalization.reader import Reader, number_reader

# "#A1B2-993" is a number of an order or the like; letters and then digits are a hashtag: "#COVID19".
_HASHTAG: Final = (
    r"(?<![\w#&/])#(?:(?:[ \u00a0](?=[0-9]{1,3}-[0-9]))?(?P<nth>[0-9]{1,15})(?!\w)"
    r"|(?P<code>(?![A-Z]{3,30}[0-9]{0,30}(?![\w-]))(?=[A-Z-]{0,30}[0-9])[A-Z0-9]{1,30}(?:-[A-Z0-9]{1,30}){0,5})(?![\w-])"
    r"|(?P<tag>[^\W_]\w{0,138}))"
)
# Keys of a telephone: "press # or *", "then 1#".
_KEY: Final = r"(?<![^\s\"“‘'(«0-9])(?P<key>[#*])(?=$|[\s.,;:!?\"”’')»]|(?<=\*)[0-9]{2,3}(?!\w|[.,][0-9]))"
_SHARP: Final = r"(?<![\w#])(?P<note>[A-GJQ])[#♯](?![\w#])"

# Between words, ">" is a path through menus ("Settings > Privacy"); next to a number or a variable it compares.
_BETWEEN: Final = rf"(?<=[\w)\]\"”’'»])(?: (?:(?P<path>>)|{ARROW}) (?=[\w(\"“‘'«])| ?[→⇒⟶] ?(?=[\w(\"“‘'«−-]))"
_QUANTITY_BEFORE: Final = re.compile(r"(?:[0-9]|\b\w)\)?$")
_QUANTITY_NEXT: Final = re.compile(r" ?\(?(?:[0-9]|\w\b)")

# Characters that may stand between the first number of a range and its "~": "3天~5天".
_RANGE: Final = (
    r"(?<=[0-9%℃°元块年月日号点时分秒个人名次天岁倍米页本折级楼层章期時円시분초년월일원도명세살개회층])"
    r" ?[~～〜∼] ?(?=[0-9$€£¥])"
)
_LONGEST_MENU: Final = 80
_FEWEST_OF_CODE: Final = 5  # digits of "#48213", which nobody counts
_SMALLEST_PART: Final = 3  # letters of a word behind the digits of a hashtag: "#30days", but "#1st"


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    words = cldr.words
    signs = _Signs(cldr)
    sharp, cues = cldr.language.signs.sharp, cldr.language.cues
    verbs = [word.replace("_", " ") for word in (*cues.copulas.split(), *cues.endings.split())]
    yield number_reader(cldr, "sharp", _SHARP, lambda match: sharp.format(match["note"]), ("[A-GJQ][#♯]",))._replace(
        needs=("#♯",)
    )
    if words.number and verbs:
        number = rf"(?<=[\w ])#(?=:| (?:{either(verbs)})(?!\w))"
        yield Reader(
            "number sign",
            number,
            lambda m: words.number if m.string[m.start() - 1] == " " else f" {words.number}",
            ("#",),
            ("#",),
        )
    if keys := cldr.language.signs.keys:
        yield Reader("key", _KEY, lambda match: signs.read_key(match, keys), ("[#*]",), ("#*",))
    if words.number:
        yield Reader("number sign", _HASHTAG, signs.read_hash, needs=("#",))
    if words.symbols:
        symbols = "".join(words.symbols)
        first = f"[{re.escape(symbols)}]"
        lone = rf"(?<=[\w)]) ?(?P<lone>{either(words.symbols)})(?= ?\w)"
        yield Reader("sign", lone, signs.read_sign, (f" {first}", first), (symbols,))
    yield Reader("path or arrow", _BETWEEN, signs.read_between, (" [>=→⇒⟶-]", "[→⇒⟶]"), (">→⇒⟶",))
    if cldr.to:
        yield Reader("range", _RANGE, lambda _: cldr.to, (" [~～〜∼]", "[~～〜∼]"), ("~～〜∼",))
    if words.approximate:
        # A letter before "~" makes a name of it: "HEAD~3".
        letter = r"[^\W\d_]" if words.spaced else "[A-Za-z]"
        about = rf"(?P<roughly>(?:(?<!{letter})~|(?!~){either(words.approximate)})) ?(?=[0-9$€£])"
        marks = "".join(words.approximate)
        yield Reader("about", about, signs.read_approximate, (f"[{re.escape(marks)}] ?[0-9$€£]",), (marks,))


class _Signs:
    def __init__(self, cldr: Cldr) -> None:
        self._words = cldr.words
        self._to = cldr.to
        self._cldr = cldr
        self._region = cldr.region
        self._pressing = re.compile(rf"(?<!\w)(?:{either(cldr.language.signs.pressing.split())})(?!\w)")

    def read_key(self, match: re.Match[str], keys: dict[str, str]) -> str | None:
        """Say a key of a telephone in a sentence that asks to press it."""
        key, start = match["key"], match.start()
        if not self._pressing.search(match.string[max(0, start - _LONGEST_MENU) : match.end() + _LONGEST_MENU].lower()):
            return None
        said = keys.get(f"{key}{self._region}", keys[key])
        after = match.string[match.end() : match.end() + 1]
        return (" " if match.string[start - 1 : start].isdigit() else "") + said + (" " if after.isdigit() else "")

    def read_hash(self, match: re.Match[str]) -> str:
        if (number := match["nth"]) and len(number) >= _FEWEST_OF_CODE:
            return f"{self._words.number} {one_by_one(number, self._cldr)}"
        if number := match["nth"] or match["code"]:
            return f"{self._words.number} {number}"
        return f"{self._words.hashtag} {_tag_words(match['tag'].replace('_', ' '))}"

    def read_sign(self, match: re.Match[str]) -> str:
        return f" {self._words.symbols[match['lone']]}" + ("" if match.string[match.end()].isspace() else " ")

    def read_between(self, match: re.Match[str]) -> str | None:
        """Say a path through menus, or an arrow, as a pause; an arrow between two numbers is their range."""
        text, start, end = match.string, match.start(), match.end()
        if match["path"] and (
            _QUANTITY_BEFORE.search(text[max(0, start - 3) : start]) or _QUANTITY_NEXT.match(text, end)
        ):
            return None
        is_range = self._to and text[start - 1].isdigit() and text[end].isdigit()
        return self._to if is_range else ", "

    def read_approximate(self, match: re.Match[str]) -> str:
        word = self._words.approximate[match["roughly"]]
        start = match.start()
        before = match.string[max(0, start - len(word) - 2) : start].lower()
        if before.endswith(f"{word} ") and not before[: -len(word) - 1].isalnum():
            return ""  # "about ~15"
        return f" {word} " if before[-1:].isalnum() else f"{word} "


def _tag_words(tag: str) -> str:
    """Divide a hashtag at its capitals and digits: "30DayChallenge", "NYCMarathon". "iPhone", "COVID19", "GPUs" stay."""
    parts = [tag[:1]]
    for at in range(1, len(tag)):
        before, char, after = tag[at - 1], tag[at], tag[at + 1 : at + _SMALLEST_PART]
        small = len(after) > 1 and after.isalpha() and after.islower()
        if char.isupper():
            divides = before.isdigit() or (before.islower() and at > 1) or (before.isupper() and small)
        else:
            divides = (before.islower() and char.isdigit()) or (before.isdigit() and char.islower() and small)
        parts.append(f" {char}" if divides else char)
    return "".join(parts)
