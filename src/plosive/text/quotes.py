"""Owns which quotes and brackets belong together, and which of them are open at a point of a text."""

from typing import Final

PAIRS: Final = {
    '"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "‹": "›", "(": ")", "[": "]", "（": "）", "「": "」",
    "『": "』", "《": "》", "〈": "〉", "【": "】", "［": "］",
}  # fmt: skip
BRACKETS: Final = "".join(sorted(set("".join(PAIRS) + "".join(PAIRS.values()))))
"""All that opens or closes."""
CLOSERS: Final = "\"'\u201d\u2019\u00bb\u203a)\\]}\uff09\u300d\u300f\u300b\u3009\u3011\uff3d"
"""What may stand between the end mark of a sentence and the white space, as the body of a character class."""

# More levels than these are not prose.
_DEEPEST: Final = 8


def opened(opened: tuple[str, ...], text: str, at: int, start: int) -> tuple[str, ...]:
    """Give the awaited closers after the character at `at`, which may open or close a quote or bracket.

    What stands before `start` is another segment.
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
