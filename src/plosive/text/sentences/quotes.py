"""Owns the pairs of quotes and brackets, and finds those that are open at a position of a text."""

from typing import Final

PAIRS: Final = {
    '"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "(": ")", "[": "]", "（": "）", "「": "」",
    "『": "』", "《": "》", "〈": "〉", "【": "】", "［": "］",
}  # fmt: skip
BRACKETS: Final = "".join(sorted(set("".join(PAIRS) + "".join(PAIRS.values()))))
"""All opening and closing marks."""
CLOSERS: Final = "\"'\u201d\u2019\u00bb\u203a)\\]}\uff09\u300d\u300f\u300b\u3009\u3011\uff3d"
"""Closing marks that may follow the end mark of a sentence, as the body of a character class."""

QUOTES: Final = "".join(char for char in PAIRS if char not in "»([（【［")
"""All marks that open a quote."""

# The deepest nesting of quotes and brackets in prose.
_DEEPEST: Final = 8


def opened(opened: tuple[str, ...], text: str, at: int, start: int) -> tuple[str, ...]:
    """Return the awaited closers after the character at `at`, which may open or close a quote or bracket.

    The text before `start` belongs to another segment.
    """
    char = text[at]
    if char not in BRACKETS:
        return opened
    for depth in range(len(opened) - 1, -1, -1):
        if char in opened[depth]:
            return opened[:depth]
    before = text[at - 1] if at > start else " "
    # '5"' and '12»' open nothing.
    if char in PAIRS and len(opened) < _DEEPEST and (char not in '"»' or not (before.isalnum() or before in ".!?,")):
        return (*opened, PAIRS[char])
    return opened


def stands_alone(text: str, start: int, mark: int, end: int) -> bool:
    """Whether a quote or bracket that ends at `end`, with its own end mark at `mark`, ends the sentence from `start`.

    For texts in which no capital can decide. Brackets around a whole sentence end it, and so does an introduced quote
    ('She said: "Yes."'). A quote that begins the sentence does not: its speaker follows.
    """
    openers = [opener for opener, closers in PAIRS.items() if any(char in closers for char in text[mark:end])]
    opens = max((text.rfind(opener, start, mark) for opener in openers), default=-1)
    if opens < 0:
        return True
    before = text[start:opens].rstrip()
    return before[-1] in ",:：，،" if before else text[opens] not in QUOTES
