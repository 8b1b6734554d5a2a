"""Leaves out signs that only decorate: dividers, box drawing, arrows that stand alone, emoticons.

A divider or an emoticon between two words becomes a pause.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, next_word

ARROW: Final = "(?:-{1,2}|={1,2})>"
_MARKS: Final = r"[=\-_*#~+<>|–—•·]"
_DIVIDER: Final = (
    rf" ?(?:(?P<mark>{_MARKS})(?P=mark){{3,300}}"
    rf"|(?<!\S)(?:(?P<short>{_MARKS})(?P=short){{2}}|{_MARKS}{{4,300}})(?!\S)) ?"
)
# Between words a row of signs with spaces may be code, and an arrow leads on: `signs` reads it.
_APART: Final = r"(?<![\w)\]\"”’'»*/] )"
_ROW: Final = (
    r" ?(?:[\u2500-\u259f]{1,200}(?:\s[\u2500-\u259f]{1,200}){0,20}"
    rf"|(?<!\S)(?:{_APART}(?:[-*~=_•·](?: [-*~=_•·]){{2,40}}|{ARROW}|[→⇒⟶])|<-{{1,2}}>?|<=>|[←↑-↕⇐⇑-⇕⟵⟷])(?!\S)) ?"
)

# Whole words. "8)" and "B)" need a nose: without one they end a list, or a text in brackets.
_EYES: Final = r"[:;=]['’]?[-^o]?['’]?[)(\]\[}{DPpOo3*|/\\$@]{1,3}|[8BX]-[)D(]|[xX]D|>[:;]-?[()]|[(\[][-^]?[:=]"
_FACES: Final = r"\(?\^[_.o-]?\^\)?;?|-[_.]{1,2}-|[T;]_[T;]|[oO0]_[oO0]|>[_.]<|\\o/|¯\\_\(ツ\)_/¯|<[/\\]3|(?P<heart><3)"
_EMOTICON: Final = rf"(?: |^)(?:{_EYES}|{_FACES})(?=$|[\s.,!?…])"
_HEART_FOR: Final = frozenset(str.split("you u it this that him her them me"))
_VARIABLE_BEFORE: Final = re.compile(r"(?:(?<!\w)[a-zA-HJ-Z]|[0-9)]) ?$")


def readers(_: Cldr) -> Iterator[Reader]:
    """Yield the readers, which are the same in all languages."""
    yield Reader("divider", _DIVIDER, _read_divider, f" {_MARKS}{{3}}|{_MARKS}{{3}}")
    row = r"[\u2500-\u259f←-⇕⟵-⟷]|[-*~=_•·] [-*~=_•·] |[-=]{1,2}>|<[-=]"
    yield Reader("divider", _ROW, _pause, f" (?:{row})|{row}")
    face = r"(?:[:;=8BXxTOo0>(\[^\\¯<-][^\w\s]|[xX:;=(\[][DPpOo3=:]|[\^TOo0;>(][_^]|<3)"
    yield Reader("emoticon", _EMOTICON, _read_emoticon, f" {face}|^{face}")


def _read_divider(match: re.Match[str]) -> str | None:
    """Leave out a row of signs. "a === b" is code."""
    said = _pause(match)
    return None if match["short"] == "=" and said == ", " else said


def _read_emoticon(match: re.Match[str]) -> str | None:
    """Leave out an emoticon, unless nothing else would be said."""
    text, start, end = match.string, match.start(), match.end()
    if match["heart"]:
        following = next_word(match)
        counts = following and following not in _HEART_FOR and text[end + 1].islower()
        if (
            counts
            or _VARIABLE_BEFORE.search(text, max(0, start - 2), start)
            or text[end : end + 2].strip()[:1].isdigit()
        ):
            return None
    if match.group().strip() == text.strip():
        return None
    return "," if _pause(match) == ", " and text[end : end + 2].strip()[:1].isupper() else ""


def _pause(match: re.Match[str]) -> str:
    """Return what stands for signs that are not said: a comma between two words, else a space or nothing."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[max(0, start - 3) : start].rstrip()[-1:], text[end : end + 3].lstrip()
    if not before or not after:
        return ""
    return ", " if before.isalnum() and after[0].isalnum() else " "
