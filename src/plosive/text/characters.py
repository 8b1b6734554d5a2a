"""Removes the characters that cannot be spoken: emoji, control and format characters, too many marks on one letter.

It refuses to change words. The sentence splitter, which sees whole segments, does the Unicode normalization.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Final

# Vietnamese needs 2 marks on a base, Biblical Hebrew 4, Tibetan 6; more than 8 are decoration ("zalgo").
MARKS_PER_BASE: Final = 8

# Symbols with an emoji presentation (UTS #51); whole blocks if no symbol in them is read aloud as a word. Not listed,
# because they are read: musical accidentals (U+266D-266F), circled numbers (U+2776-2793), plain arrows, (c), (r), TM.
_EMOJI: Final = (
    "\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe"
    "\u2600-\u266c\u2670-\u2775\u2794-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f1ff\U0001f200-\U0001faff"
)


def _class_of(wanted: Callable[[str], bool]) -> str:
    """Return the body of a character class for all characters of the Basic Multilingual Plane that are `wanted`."""
    runs = (list(run) for is_wanted, run in groupby(map(chr, range(0x80, 0x10000)), wanted) if is_wanted)
    return "".join(f"{run[0]}-{run[-1]}" for run in runs)


_CATEGORY: Final = unicodedata.category

# Cc controls, Cs lone surrogates, Co private use, Cn unassigned and noncharacters, Cf format characters. Of Cf two kinds
# are kept: joiners, which spelling needs (Persian, Sinhala), and the prepended signs of Arabic and Syriac.
_INVISIBLE: Final = _class_of(
    lambda c: (
        _CATEGORY(c) in {"Cc", "Cs", "Co", "Cn", "Cf"}
        and c not in "\x85\u200c\u200d\u0600\u0601\u0602\u0603\u06dd\u070f"
    )
)
_MARK: Final = _class_of(lambda c: _CATEGORY(c)[0] == "M" and not "\ufe00" <= c <= "\ufe0f" and c != "\u20e3")

# Planes 4 to 13 are unassigned, 14 holds tags and variation selectors, 15 and 16 are private use.
_ASTRAL: Final = "\U00040000-\U0010ffff"
_SELECTORS: Final = "\ufe00-\ufe0f\u20e3"

# A joiner is kept after a letter or mark of a script whose spelling needs it (Arabic to Sinhala to Khmer).
_BASE: Final = f"[\u0600-\u1aff{_MARK}]"
_JOINED: Final = f"(?<={_BASE})[\u200c\u200d]"

_SPACES: Final = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_KEYCAP: Final = "[#*]\ufe0f?\u20e3"
_DIGIT_KEYCAP: Final = "[0-9]\ufe0f?\u20e3"
_KEYCAP_DIGIT: Final = re.compile("(?<=[0-9])\ufe0f?\u20e3")
# Source references of OpenAI's assistants: "【4†source】", and in ChatGPT between private-use characters.
_SOURCE: Final = "【[0-9]{1,3}(?::[0-9]{1,3})?†[^【】\n]{0,200}】|\ue200[^\ue200\ue201\n]{0,200}\ue201"
_OPEN_SOURCE: Final = re.compile(
    "[ \t]?(?:【(?:[0-9]{0,3}(?::[0-9]{0,3})?|[0-9]{1,3}(?::[0-9]{1,3})?†[^【】\n]{0,200})|\ue200[^\ue200\ue201\n]{0,200})$"
)
_JOINS_EMOJI: Final = "\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
_UNSPOKEN_RUN: Final = re.compile(
    f"[ \t]?(?:{_KEYCAP}|[{_EMOJI}]|{_SOURCE})(?>(?:[ \t{_EMOJI}{_JOINS_EMOJI}]|{_KEYCAP}|{_SOURCE})*)"
)
# "I ❤️ it": between two words a heart may be a word.
_HEART: Final = re.compile("[❤♥]\ufe0f?")
UNSPOKEN: Final = "\u2600"
"""Stands for a removed emoji or source until the next character is known. Only the white space around it matters then."""
_SILENT: Final = re.compile(f"(?!{_JOINED})[\x00-\x08\x0e-\x1f\x7f\u200c\u200d{_SELECTORS}{_INVISIBLE}{_ASTRAL}]+")
# Marks that follow a word without a space, and quotes that may.
_CLOSING: Final = frozenset(".,;:!?…)]}»”’\"'。！？，、；：）」』】।؟،؛")
_OPENING: Final = frozenset("([{«“‘„¿¡\"'（「『【")

EMOJI: Final = re.compile(f"[{_EMOJI}]|{_KEYCAP}|{_DIGIT_KEYCAP}")
"""An emoji or keycap, or the first character of one made of several."""
DIGIT_KEYCAPS: Final = re.compile(f"(?:{_DIGIT_KEYCAP})+")
"""A number in keycaps: "1️⃣0️⃣"."""
UNSPOKEN_START: Final = re.compile(f"[ \t{_EMOJI}{_JOINS_EMOJI}]+")
"""White space and emoji, keycaps not included."""
_IS_BASE: Final = re.compile(_BASE).match
_STACKED: Final = re.compile(f"[{_MARK}]+")
# A fast test: most text has nothing to clean.
_NEEDS_CARE: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f\x85\u200c\u200d\u2028\u2029【{_SELECTORS}{_EMOJI}{_INVISIBLE}{_MARK}{_ASTRAL}]"
).search
_UNSPOKEN: Final = re.compile(f"[{_EMOJI}\u20e3【\ue200]").search
# The end of a text that the next character decides: white space before a possible emoji, or the start of a keycap.
_OPEN_END: Final = re.compile("(?:[ \t\x0b\x0c\x1c-\x1f\x85\u2028\u2029][#*0-9]?|[#*0-9])\ufe0f?$")
_OPEN_ENDS: Final = frozenset("#*0123456789 \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\ufe0f")


class CharacterCleaner:
    """Feed text in any cuts, get it back without the characters that cannot be spoken. The digit of a keycap is kept.

    Before a closing mark an emoji is removed with its white space ("Great 🎉!"); between two words without a space it
    becomes one. A lone heart between two words stays, because a reader may say it. `feed` holds back white space, emoji, and
    the start of a source or keycap until the next character.
    """

    __slots__ = ("_held", "_last", "_marks")
    may_settle: Final = True
    """Whether the held text may be released early."""
    is_decided: Final = True
    """Whether words would be returned as they are. They end no sentence even if a number or an emoji is held before them."""

    def __init__(self) -> None:
        self._held = ""
        self._last = " "
        self._marks = 0

    @property
    def held(self) -> str:
        """The text that waits for its next character."""
        return self._held

    def feed(self, text: str) -> str:
        """Feed text and return the part that is decided, cleaned."""
        if self._held:
            text = self._held + text
            self._held = ""
        if not text:
            return ""
        if text[-1] in _OPEN_ENDS and (tail := _OPEN_END.search(text, max(0, len(text) - 3))):
            self._held = text[tail.start() :]
            text = text[: tail.start()]
            if not text:
                return ""
        return self._clean(text)

    def peek(self, more: str = "") -> str:
        """Return the text that feeding `more` and then settling would return. Nothing changes."""
        before = self._held, self._last, self._marks
        text = self.feed(more) + self.settle()
        self._held, self._last, self._marks = before
        return text

    def settle(self) -> str:
        """Release the held text. Feeding may go on afterwards."""
        held, self._held = self._held, ""
        return self._clean(held, final=True) if held else ""

    def flush(self) -> str:
        """Release the held text. The cleaner is then as new."""
        rest = self.settle()
        self._last, self._marks = " ", 0
        return rest

    def _clean(self, text: str, *, final: bool = False) -> str:
        if not _NEEDS_CARE(text):
            self._marks = 0
            self._last = text[-1]
            return text
        before, self._last = self._last, text[-1]
        text = _SPACES.sub(" ", text)
        if "\u20e3" in text:
            text = _KEYCAP_DIGIT.sub("", text)
            self._last = text[-1]
        # The preceding character is put in front for the look-behind of the joiners, and removed again.
        front = before if _IS_BASE(before) and not _SILENT.match(before) else " "
        if _UNSPOKEN(text):
            text = self._leave_out(text, before, final=final)
        return self._cap(_SILENT.sub("", front + text)[1:])

    def _leave_out(self, text: str, before: str, *, final: bool) -> str:
        """Remove emoji and sources. Hold the last one back until the next character is known."""
        if not final and (source := _OPEN_SOURCE.search(text)):
            self._held = text[source.start() :] + self._held
            text = text[: source.start()]
            self._last = text[-1:] or before

        def spoken(run: re.Match[str]) -> str:
            """Return the white space that remains of a run."""
            start, end = run.span()
            outside = text[start - 1] if start else before
            if end < len(text):
                return _between(outside, run[0], text[end])
            self._last = outside
            if final:
                return " " if " " in run[0] and not outside.isspace() else ""
            self._held = _shortened(run[0]) + self._held
            return ""

        return _UNSPOKEN_RUN.sub(spoken, text)

    def _cap(self, text: str) -> str:
        if not text:
            return text
        carried, self._marks = self._marks, 0

        def cap(run: re.Match[str]) -> str:
            room = MARKS_PER_BASE - (carried if run.start() == 0 else 0)
            length = run.end() - run.start()
            if run.end() == len(text):
                self._marks = min(MARKS_PER_BASE, MARKS_PER_BASE - room + length)
            return run.group()[: max(0, room)]

        return _STACKED.sub(cap, text)


def _shortened(run: str) -> str:
    """Return a shorter run of emoji and white space that has the same effect."""
    inside = run.strip(" \t")
    emoji = f"{UNSPOKEN} {UNSPOKEN}" if " " in inside or "\t" in inside else UNSPOKEN
    if _HEART.fullmatch(inside):
        emoji = inside
    return (run[0] in " \t") * " " + emoji + (run[-1] in " \t") * " "


def _between(before: str, run: str, after: str) -> str:
    """Return the white space that replaces a run of emoji and white space."""
    if run[0] == run[-1] == " " and before.isalnum() and after.isalnum() and _HEART.fullmatch(run.strip()):
        return " ❤ "
    if before.isspace() or after.isspace() or (after in _CLOSING and run[-1] not in " \t"):
        return ""
    if " " in run or "\t" in run:
        return "" if before in _OPENING and run[0] not in " \t" else " "
    return " " if (before.isalnum() or before in _CLOSING) and after.isalnum() else ""
