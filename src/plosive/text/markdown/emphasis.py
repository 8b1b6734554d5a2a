"""Owns what a run of `*`, `_` or `~` means (CommonMark 6.2, GFM 6.5): whether it opens, closes or is spoken.

It refuses to hold marks back: a run that may open emphasis is left out at once, even if it is never closed.
"""

import re
from typing import Final
from unicodedata import category

from plosive.text.markdown.lookahead import WAIT_NEXT

# Longer runs of marks are decoration, not emphasis. The limit also bounds how much is read twice.
LONGEST_RUN: Final = 64

# Emphasis of a part of a word closes inside the word; an asterisk that hides a letter ("f*ck") does not.
_LONGEST_PART: Final = 40
_CLOSED_PART: Final = re.compile(rf"\*{{1,2}}[^\s*]{{1,{_LONGEST_PART}}}")
# "Dial *67.", "*100#"; "*67 first" may be emphasis.
_STAR_CODE: Final = re.compile(r"\*[0-9]{2,4}(?=[#,;:!?)\"]|\.(?![0-9]))")
_STAR_CODE_BEGUN: Final = re.compile(r"\*[0-9]{1,4}\.?\Z")
_STOPS: Final = frozenset(",.;:?!)")
# Punctuation that may begin emphasised text. "(" is missing, because it may begin a factor of a product.
# Chinese, Japanese and Korean nouns behind the first number of a range: "9点~18点".
_DAYS: Final = frozenset("월화수목금토일周星一二三四五六日")
_HALVES: Final = frozenset("오上下早晚中凌次翌周")  # of a day
_AFTER_NUMBERS: Final = frozenset(
    "年月日号点时時分秒个個人名天岁倍元円块折级楼层章期米页本회시분초년월일원도명세살개층"
)
_OPENERS: Final = frozenset("[<`~_“‘«「『（【《")
SPACELESS: Final = "\u2e80"
"""The first character of the CJK blocks, with Hangul among them."""


def run_length(text: str, at: int) -> int:
    """Return how often the mark at `at` is repeated, `LONGEST_RUN` at most."""
    char, end = text[at], at
    last = min(len(text), at + LONGEST_RUN)
    while end < last and text[end] == char:
        end += 1
    return end - at


def is_punctuation(char: str) -> bool:
    """Whether CommonMark calls the character punctuation. False for the empty string."""
    return bool(char) and category(char)[0] in "PS"


def _flanks(outside: str, inside: str) -> bool:
    """Whether a run between the two characters flanks `inside` (CommonMark 6.2).

    In scripts without spaces between words, emphasis begins and ends beside letters: "これは**「重点」**です".
    """
    if inside.isspace():
        return False
    return not is_punctuation(inside) or outside.isspace() or outside >= SPACELESS or is_punctuation(outside)


def _flanking(char: str, before: str, after: str) -> tuple[bool, bool]:
    """Return whether a run of `char` between two characters may open emphasis, and whether it may close it."""
    left = bool(after) and _flanks(before, after)
    right = _flanks(after or " ", before)
    if char == "_":
        return left and (not right or is_punctuation(before)), right and (not left or is_punctuation(after))
    return left, right


def marks_spoken(opened: dict[str, int], text: str, at: int, end: int, before: str, *, final: bool) -> int:
    """Read the run from `at` to `end`. Return how many of its marks are spoken, or WAIT_NEXT.

    `opened` counts the unclosed opening marks of each kind; this function updates it.
    """
    char, count, after = text[at], end - at, text[end : end + 1]
    left, right = _flanking(char, before, after)
    if count == LONGEST_RUN or (char == "*" and before.isdigit() and after.isdigit()):
        return count  # 2*3*4
    if char == "~" and count == 1 and _is_tilde(before, after, closes=right, is_open=opened[char] > 0):
        return count
    if right and opened[char]:
        opened[char] = max(0, opened[char] - count)
        return 0
    if not left:
        # It prolongs a word ("好的~"), closes emphasis of another block, or is cut off by the end of the text.
        silent = right and (char == "~" or (count > 1 and char == "*"))
        return 0 if silent or not after else count
    spoken = 0
    if right and char == "*" and _is_inside_word(count, before, after):
        spoken = _spoken_inside_word(text, at, end, final=final)
    elif count == 1 and char != "~" and before.isspace():
        spoken = _spoken_alone(text, at, after, final=final)
    if not spoken:
        opened[char] += count
    return spoken


def _is_tilde(before: str, after: str, *, closes: bool, is_open: bool) -> bool:
    """Whether a single "~" means "about", a range or a home folder: "~5 km", "(~$20)", "9点~18点", "~/notes"."""
    amount = bool(after) and (after.isdigit() or category(after) == "Sc")
    if (amount and (before in _AFTER_NUMBERS or before.isdigit())) or (before in _DAYS and after in _DAYS):
        return True
    if before in _AFTER_NUMBERS and after in _HALVES:
        return True
    return not (closes or after.isalpha()) or (amount and not (is_open or before.isalpha()))


def _is_inside_word(count: int, before: str, after: str) -> bool:
    """Whether a run of "*" that may open and close stands inside a word or between two factors."""
    if after in _OPENERS or (after.isalnum() and not before.isalnum()):
        return False
    return count == 1 or (count == 2 and (before + after).isascii() and (before + after).isalnum())


def _spoken_inside_word(text: str, at: int, end: int, *, final: bool) -> int:
    """Return how many marks of a "*" run inside a word are spoken: 0 if it closes (not so in "x*y*z"), or WAIT_NEXT."""
    closed = _CLOSED_PART.match(text, at)
    stop = closed.end() if closed else end
    if stop == len(text) and stop - end <= _LONGEST_PART and not final:
        return WAIT_NEXT
    is_product = end - at == 1 and stop == end + 1 and text[end].isascii()
    return end - at if is_product or text[stop : stop + 1] != "*" else 0


def _spoken_alone(text: str, at: int, after: str, *, final: bool) -> int:
    """Return whether a lone mark, the key of a telephone for one, is spoken (1) or may open emphasis (0), or WAIT_NEXT."""
    if after in _STOPS:
        if at + 2 == len(text) and not final:
            return WAIT_NEXT
        return int(not text[at + 2 : at + 3].strip())
    if _STAR_CODE_BEGUN.match(text, at):
        return int(len(text) > at + 2) if final else WAIT_NEXT
    return int(bool(_STAR_CODE.match(text, at)))
