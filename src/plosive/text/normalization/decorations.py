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
_FACES: Final = (
    r"\(?\^[_.o-]?\^\)?;?|-[_.]{1,2}-|[T;]_[T;]|[oO0]_[oO0]|>[_.]<|\\o/|¯\\?_?\(ツ\)_?/¯|<[/\\]3|(?P<heart><3|❤)"
)
_EMOTICON: Final = rf"(?: |^)(?:{_EYES}|{_FACES})(?=$|[\s.,!?…])"
_NEEDS: Final = (
    "=-_*#~+<>|–—•·:;^\\¯D" + "".join(map(chr, (*range(0x2190, 0x21D6), *range(0x2500, 0x25A0)))) + "⟵⟶⟷❤",
)
_LONGEST_WORD: Final = 24
_VARIABLE_BEFORE: Final = re.compile(r"(?:(?<!\w)[a-zA-HJ-Z]|(?<![A-Za-z])[0-9]|(?<![:;=-])\)) ?$")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers. Only a heart may have a word."""
    signs = cldr.language.signs
    loved, compared = (frozenset(words.split()) for words in (signs.loved, signs.compared))

    def read_heart(match: re.Match[str]) -> str | None:
        """Say "I <3 it" and "I ❤ it". "x <3", "<3 hours" and "is <3" compare."""
        text, start, end = match.string, match.start(), match.end()
        following = next_word(match)
        before = text[max(0, start - _LONGEST_WORD) : start].rpartition(" ")[2]
        if following and before.lower() in signs.heart:
            return f" {signs.heart[before.lower()]}"
        if match["heart"] == "❤" or before.lower() in loved:  # "thank you <3 bye"
            return _read_face(match)
        counts = following and following not in loved and text[end + 1].islower()
        compares = _VARIABLE_BEFORE.search(text, max(0, start - 2), start) or text[end : end + 2].strip()[:1].isdigit()
        return None if counts or compares or before.lower() in compared else _read_face(match)

    yield Reader("divider", _DIVIDER, _read_divider, (f" {_MARKS}{{3}}", f"{_MARKS}{{3}}"), _NEEDS)
    row = r"[\u2500-\u259f←-⇕⟵-⟷]|[-*~=_•·] [-*~=_•·] |[-=]{1,2}>|<[-=]"
    yield Reader("divider", _ROW, _pause, (f" (?:{row})", row), _NEEDS)
    face = r"(?:[:;=8BXxTOo0>(\[^\\¯<-][^\w\s]|[xX:;=(\[][DPpOo3=:]|[\^TOo0;>(][_^]|<3|❤|¯_)"
    yield Reader(
        "emoticon",
        _EMOTICON,
        lambda match: read_heart(match) if match["heart"] else _read_face(match),
        (f" {face}", f"^{face}"),
        _NEEDS,
    )


def _read_divider(match: re.Match[str]) -> str | None:
    """Leave out a row of signs. "a === b" is code."""
    said = _pause(match)
    return None if match["short"] == "=" and said == ", " else said


def _read_face(match: re.Match[str]) -> str | None:
    """Leave out an emoticon, unless nothing else would be said."""
    text, end = match.string, match.end()
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
