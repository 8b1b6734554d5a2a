"""Owns the meaning of brackets: links with their labels, addresses and definitions, footnotes, citations, and indexes.

It refuses to open an address or to speak one. Patterns with `\\Z` find constructs that more text may still complete.
"""

import re
from typing import Final

from plosive.text.markdown.lookahead import BLANK_LINE, WAIT_FAR, WAIT_NEXT

_ESCAPED_OR_LINE: Final = r"\\.|\n(?![ \t]*\n)"  # no blank line stands in a title
_TITLE: Final = "(?:{})".format(
    "|".join(
        rf"{opens}(?>(?:[^{opens}{closes}\\\n]|{_ESCAPED_OR_LINE})*){closes}"
        for opens, closes in (('"', '"'), ("'", "'"), (r"\(", r"\)"))
    )
)
_PARENTHESES: Final = r"\((?>(?:[^\s()\\]|\\.|\((?>(?:[^\s()\\]|\\.)*)\))*)\)"
_ADDRESS: Final = rf"(?:<[^<>\n]*+>|(?:[^\s()\\<]|\\.|{_PARENTHESES})(?>(?:[^\s()\\]|\\.|{_PARENTHESES})*))"
_LINK_END: Final = re.compile(rf"\(\s*(?:{_ADDRESS}(?:\s+{_TITLE})?)?\s*\)", re.DOTALL)
_LINK_PART: Final = re.compile(r"""\(\s*(?:<[^<>\n]*>?|[^\s<]\S*)?(?:\s+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)?\s*\Z""")
# A pronunciation in the place of an address: "[Kokoro](/kˈOkəɹO/)". A plain address ("/home/") has ASCII letters alone.
PRONUNCIATION: Final = re.compile(
    r"\(/(?=[^/()\n]*[^\x00-\x7f])([A-Za-z\u0250-\u02ff\u0300-\u036f\u1d00-\u1dbfæøœðŋçβθχ‿.|‖ '-]{1,200})/\)"
)
PRONUNCIATION_PART: Final = re.compile(r"\(/[A-Za-z\u0250-\u02ff\u0300-\u036f\u1d00-\u1dbfæøœðŋçβθχ‿.|‖ '-]{0,200}/?\Z")
LONG_ADDRESS: Final = re.compile(r"\)|(?=\s)")
"""The end of an address as long as an image in a data: URL."""

LABEL: Final = re.compile(r"\[(?>(?:[^\[\]\\]|\\.){0,300})\]", re.DOTALL)
LABEL_PART: Final = re.compile(r"\[(?>(?:[^\[\]\\]|\\.){0,300})\\?\Z", re.DOTALL)

_DEFINED: Final = r"[ \t]*(?:\n[ \t]*)?(?:<[^<>\n]*>|[^\s<]\S*)"
_DEFINITION: Final = re.compile(rf"{_DEFINED}[ \t]*(?=\n|\Z)")
_TITLED_DEFINITION: Final = re.compile(rf"{_DEFINED}(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE}[ \t]*(?=\n|\Z)", re.DOTALL)

FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,64}\]")
FOOTNOTE_PART: Final = re.compile(r"\[(?:\^[^\[\]\s]{0,64})?\Z")
INDEX: Final = re.compile(r"(?:\[[\w.,:+\- ]{0,24}\]){1,4}(?=[^(\[]|\Z)|\[(?:\.{3}|…)\]")
INDEX_PART: Final = re.compile(r"\[(?:[\w.,:+\- \]\[]{0,100}|…\]?)\Z")

# Sources that a model names: "[1]", "[2, 3]", "[citation:4]", "[[5]]" with an address behind it.
_CITED: Final = r"\[(?:citation:)?[1-9]\d{0,2}(?:(?:, ?|[-–])[1-9]\d{0,2}){0,5}\]"
_CITATION: Final = re.compile(rf"\[{_CITED}\]|{_CITED}(?:,? ?{_CITED}){{0,7}}")
_CITED_PART: Final = r"\[(?:c[citaon]{0,7}:?)?[\d, –-]{0,30}"
_CITATION_PART: Final = re.compile(rf"\[?(?:{_CITED_PART}\],? ?){{0,7}}(?:{_CITED_PART})?\]?\]?\Z")
_SEVERAL: Final = re.compile("[,–-]")
# A citation right behind one of these is a part of the sentence: "see [1], and [2]", "according to [3]".
_GOVERNING: Final = (
    "and|or|see|as|in|from|by|of|to|with|at|than|via|per|cf\\.|between|"
    "und|oder|siehe|vgl\\.|nach|von|aus|et|ou|voir|selon|dans|de|según|véase|en|con|secondo|vedi|da|di"
)
_GOVERNED: Final = re.compile(rf"(?<!\w)(?:{_GOVERNING})\Z", re.IGNORECASE)
LONGEST_WORD: Final = 1 + max(map(len, _GOVERNING.split("|")))
"""Number of characters before a citation that decide whether it belongs to the sentence."""
_SENTENCE_ENDS: Final = frozenset(".!?…。！？")
_CLAUSE_ENDS: Final = _SENTENCE_ENDS | frozenset(",;，；")
_CLOSING: Final = _SENTENCE_ENDS | frozenset(")]\"'”’»」）%")


def is_governed(said: str) -> bool:
    """Whether a citation after the text `said` belongs to its last word and is spoken: "see [1]"."""
    return _GOVERNED.search(said) is not None


def citation_end(text: str, at: int, before: str, said: str, *, final: bool) -> int:
    """Return the end of the citation whose bracket is at `at`: 0 if it is none, or WAIT_NEXT.

    `before` is the character before it, `said` the last spoken one. A citation at the end of a clause is left out.
    Brackets inside a sentence ("as [1] shows"), an interval ("in [1, 5].") and an index ("array[0]") are spoken.
    """
    if before in "([{" or not (said.isalnum() or said in _CLOSING):
        return 0
    if not final and _CITATION_PART.match(text, at):
        return WAIT_NEXT
    citation = _CITATION.match(text, at)
    if not citation:
        return 0
    end = citation.end()
    after, next_but_one = text[end : end + 1], text[end + 1 : end + 2]
    if after in _SENTENCE_ENDS and not (next_but_one or final):
        return WAIT_NEXT
    double, behind_end = text[at + 1] == "[", said in _SENTENCE_ENDS
    if after == "(":
        cited = double or behind_end  # a link; "section [3](#3)" is spoken
    elif double or behind_end or text[at + 1] == "c":
        cited = after != "["
    elif after == "[" or _SEVERAL.search(citation[0]):
        cited = False
    elif after in {"", "\n"} or after in _SENTENCE_ENDS:
        cited = not (after == "." and next_but_one.isalnum())
    else:
        cited = before in " \t" and (after in _CLAUSE_ENDS or "][" in citation[0])
    return end if cited else 0


def address_end(window: str, at: int) -> tuple[int, bool]:
    """Return the end of the address or label after a link text at `at`, and whether its closing mark was found."""
    found = part = None
    follows = window[at : at + 1]
    if follows == "(":
        found = _LINK_END.match(window, at)
        part = None if found else _LINK_PART.match(window, at)
    elif follows == "[":
        found = LABEL.match(window, at)
        part = None if found else LABEL_PART.match(window, at)
    if found:
        return found.end(), True
    return (part.end(), False) if part else (at, True)


def definition_end(window: str, at: int, *, complete: bool) -> int:
    """Return the end of the link definition whose address begins at `at`: 0 if none, or a WAIT (CommonMark 4.7)."""
    titled = _TITLED_DEFINITION.match(window, at)
    bare = _DEFINITION.match(window, at)
    if not complete:
        if titled and titled.end() < len(window):
            pass
        elif bare and bare.end() < len(window):
            after = re.match(r"\n[ \t]*([^ \t])", window[bare.end() :])
            if not after:
                return WAIT_NEXT
            if after.group(1) in "\"'(" and not BLANK_LINE.search(window, bare.end()):
                return WAIT_FAR
        elif not BLANK_LINE.search(window, at):
            return WAIT_FAR
    found = titled or bare
    return found.end() if found else 0
