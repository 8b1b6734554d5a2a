"""Owns which characters may be spoken: drops emoji, controls and invisible format characters, caps stacked marks.

It refuses to change words; Unicode normalization is left to the sentence splitter, which sees whole segments.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Final

# Vietnamese needs 2 marks on a base, Biblical Hebrew 4, Tibetan 6; what is beyond 8 is decoration ("zalgo").
MARKS_PER_BASE: Final = 8

# Symbols that Unicode gives an emoji presentation (UTS #51), whole blocks where nothing in them is read aloud as a word.
# Left out on purpose: musical accidentals (U+266D-266F), circled numbers (U+2776-2793), plain arrows, (c), (r) and TM.
_EMOJI: Final = (
    "\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe"
    "\u2600-\u266c\u2670-\u2775\u2794-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f1ff\U0001f200-\U0001faff"
)


def _class_of(wanted: Callable[[str], bool]) -> str:
    """Give the body of a regular expression class for the characters of the Basic Multilingual Plane that are wanted."""
    runs = (list(run) for is_wanted, run in groupby(map(chr, range(0x80, 0x10000)), wanted) if is_wanted)
    return "".join(f"{run[0]}-{run[-1]}" for run in runs)


_CATEGORY: Final = unicodedata.category

# Cc controls, Cs lone surrogates, Co private use, Cn unassigned and noncharacters, Cf format characters. Kept of Cf: the
# joiners, which some scripts spell with (Persian, Sinhala), and the prepended signs of Arabic and Syriac.
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

# A joiner stays where it follows a letter or mark of a script that spells with it (Arabic to Sinhala to Khmer).
_BASE: Final = f"[\u0600-\u1aff{_MARK}]"
_JOINED: Final = f"(?<={_BASE})[\u200c\u200d]"

_SPACES: Final = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_KEYCAP: Final = "[#*0-9]\ufe0f?\u20e3"
# Sources that assistants of OpenAI name: "【4†source】", and in ChatGPT between characters of private use.
_SOURCE: Final = "【[0-9]{1,3}(?::[0-9]{1,3})?†[^【】\n]{0,200}】|\ue200[^\ue200\ue201\n]{0,200}\ue201"
_OPEN_SOURCE: Final = re.compile(
    "[ \t]?(?:【(?:[0-9]{0,3}(?::[0-9]{0,3})?|[0-9]{1,3}(?::[0-9]{1,3})?†[^【】\n]{0,200})|\ue200[^\ue200\ue201\n]{0,200})$"
)
_JOINS_EMOJI: Final = "\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
_UNSPOKEN_RUN: Final = re.compile(
    f"[ \t]?(?:{_KEYCAP}|[{_EMOJI}]|{_SOURCE})(?>(?:[ \t{_EMOJI}{_JOINS_EMOJI}]|{_KEYCAP}|{_SOURCE})*)"
)
UNSPOKEN: Final = "\u2600"
"""Stands for something that is not spoken, until the next character is known: only white space around it matters then."""
_SILENT: Final = re.compile(f"(?!{_JOINED})[\x00-\x08\x0e-\x1f\x7f\u200c\u200d{_SELECTORS}{_INVISIBLE}{_ASTRAL}]+")
# Marks that stand at the end of a word without a space, and quotes that may do so.
_CLOSING: Final = frozenset(".,;:!?…)]}»”’\"'。！？，、；：）」』】।؟،؛")
_OPENING: Final = frozenset("([{«“‘„¿¡\"'（「『【")

EMOJI: Final = re.compile(f"[{_EMOJI}]|{_KEYCAP}")
"""An emoji or keycap, or the first character of one made of several."""
UNSPOKEN_START: Final = re.compile(f"[ \t{_EMOJI}{_JOINS_EMOJI}]+")
"""White space and emoji, keycaps not included."""
_IS_BASE: Final = re.compile(_BASE).match
_STACKED: Final = re.compile(f"[{_MARK}]+")
# One look decides for most text: nothing of all this in it.
_NEEDS_CARE: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f\x85\u200c\u200d\u2028\u2029【{_SELECTORS}{_EMOJI}{_INVISIBLE}{_MARK}{_ASTRAL}]"
).search
_UNSPOKEN: Final = re.compile(f"[{_EMOJI}\u20e3【\ue200]").search
# White space before a possible emoji, the start of a keycap: what follows decides.
_OPEN_END: Final = re.compile("(?:[ \t\x0b\x0c\x1c-\x1f\x85\u2028\u2029][#*0-9]?|[#*0-9])\ufe0f?$")
_OPEN_ENDS: Final = frozenset("#*0123456789 \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\ufe0f")


class CharacterCleaner:
    """Takes text in any cuts and gives it back without characters that cannot be spoken.

    An emoji takes the white space before a closing mark with it ("Great 🎉!"), and is a space between two words that have
    none. `feed()` holds back the start of a source or keycap, and white space and emoji until it is known what follows.
    """

    __slots__ = ("_held", "_last", "_marks")
    may_settle: Final = True
    """Whether what is held may be released early."""

    def __init__(self) -> None:
        self._held = ""
        self._last = " "
        self._marks = 0

    @property
    def held(self) -> str:
        """Text that waits for its next character."""
        return self._held

    def feed(self, text: str) -> str:
        """Give text, get what is decided of it, cleaned."""
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
        """The text that feeding `more` and then settling would give. Nothing changes."""
        before = self._held, self._last, self._marks
        text = self.feed(more) + self.settle()
        self._held, self._last, self._marks = before
        return text

    def settle(self) -> str:
        """Give what was held back. Go on feeding afterwards."""
        held, self._held = self._held, ""
        return self._clean(held, final=True) if held else ""

    def flush(self) -> str:
        """Give what was held back; the cleaner is then as new."""
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
        # The character before goes in front, for the look-behind of the joiners, and is taken off again.
        front = before if _IS_BASE(before) and not _SILENT.match(before) else " "
        if _UNSPOKEN(text):
            text = self._leave_out(text, before, final=final)
        return self._cap(_SILENT.sub("", front + text)[1:])

    def _leave_out(self, text: str, before: str, *, final: bool) -> str:
        """Take out emoji and sources, and hold the last one back while what follows is not known."""
        if not final and (source := _OPEN_SOURCE.search(text)):
            self._held = text[source.start() :] + self._held
            text = text[: source.start()]
            self._last = text[-1:] or before

        def spoken(run: re.Match[str]) -> str:
            """Give the white space that stays of a run."""
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
    """Give a run of emoji and white space that stands for this one: white space at its ends and inside is what matters."""
    inside = run.strip(" \t")
    emoji = f"{UNSPOKEN} {UNSPOKEN}" if " " in inside or "\t" in inside else UNSPOKEN
    return (run[0] in " \t") * " " + emoji + (run[-1] in " \t") * " "


def _between(before: str, run: str, after: str) -> str:
    """Give the white space that stays where a run of emoji and white space stood."""
    if before.isspace() or after.isspace() or (after in _CLOSING and run[-1] not in " \t"):
        return ""
    if " " in run or "\t" in run:
        return "" if before in _OPENING and run[0] not in " \t" else " "
    return " " if (before.isalnum() or before in _CLOSING) and after.isalnum() else ""
