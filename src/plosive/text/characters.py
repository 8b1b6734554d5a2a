"""Owns which characters may be spoken: drops emoji, controls and invisible format characters, caps stacked marks.

It refuses to change words; Unicode normalization is left to the sentence splitter, which sees whole segments.
"""

import re
import unicodedata
from collections.abc import Callable
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
    body, start = [], -1
    for code in range(0x80, 0x10001):
        if code < 0x10000 and wanted(chr(code)):
            if start < 0:
                start = code
        elif start >= 0:
            body.append(f"\\u{start:04x}-\\u{code - 1:04x}")
            start = -1
    return "".join(body)


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

# What may stay of a joiner: it follows a letter or mark of a script that spells with it (Arabic to Sinhala to Khmer).
_BASE: Final = f"[\u0600-\u1aff{_MARK}]"
_JOINED: Final = f"(?<={_BASE})[\u200c\u200d]"

_SPACES: Final = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SILENT: Final = re.compile(
    "[#*0-9]\ufe0f?\u20e3"  # keycaps
    f"|[{_EMOJI}][\ufe0f\u200d\u20e3]*"
    f"|{_JOINED}()"
    f"|[\x00-\x08\x0e-\x1f\x7f\u200c\u200d{_SELECTORS}{_INVISIBLE}{_ASTRAL}]+"
)
_IS_BASE: Final = re.compile(_BASE).match
_STACKED: Final = re.compile(f"[{_MARK}]+")
# One look decides for most text: nothing of all this in it. The one for ASCII is four times as fast.
_ASCII_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]").search
_NEEDS_CARE: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f\x85\u200c\u200d\u2028\u2029{_SELECTORS}{_EMOJI}{_INVISIBLE}{_MARK}{_ASTRAL}]"
).search
# The start of a keycap, or a letter before a joiner: what follows decides.
_OPEN_END: Final = re.compile("[#*0-9]\ufe0f?$")


class CharacterCleaner:
    """Takes text in any cuts and gives it back without characters that cannot be spoken.

    `feed()` holds back at most two characters, the start of a possible keycap; `flush()` gives them.
    """

    def __init__(self) -> None:
        self._held = ""
        self._last = " "
        self._marks = 0

    @property
    def held(self) -> str:
        """What waits for its next character."""
        return self._held

    @property
    def inside_line(self) -> bool:
        """Whether everything is decided up to a point inside a line; here a line start means nothing."""
        return not self._held

    @property
    def inside_prose(self) -> bool:
        """Whether a line may go on in the next one."""
        return True

    @property
    def waits_for(self) -> None:
        """What alone can decide what is held: nothing is held for longer than a character."""

    def feed(self, text: str) -> str:
        """Give text, get what is decided of it, cleaned."""
        if self._held:
            text = self._held + text
            self._held = ""
        if not text:
            return ""
        if text[-1] in "#*0123456789\ufe0f" and (tail := _OPEN_END.search(text)):
            self._held = text[tail.start() :]
            text = text[: tail.start()]
            if not text:
                return ""
        return self._clean(text)

    def peek(self) -> str:
        """What settle() would give."""
        return self._held.rstrip("\ufe0f")

    def settle(self) -> str:
        """Give what was held back. Go on feeding afterwards."""
        held, self._held = self._held, ""
        return self._clean(held) if held else ""

    def flush(self) -> str:
        """Give what was held back; the cleaner is then as new."""
        rest = self.settle()
        self._last, self._marks = " ", 0
        return rest

    def _clean(self, text: str) -> str:
        if not (_ASCII_CONTROL(text) if text.isascii() else _NEEDS_CARE(text)):
            self._marks = 0
            self._last = text[-1]
            return text
        # What stands before the text is put in front for the look-behind of the joiners, and taken off again.
        front = self._last if _IS_BASE(self._last) and not _SILENT.match(self._last) else " "
        self._last = text[-1]
        text = front + _SPACES.sub(" ", text)
        text = _SILENT.sub(lambda m: m.group() if m.group(1) is not None else "", text)[1:]
        return self._cap(text)

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
