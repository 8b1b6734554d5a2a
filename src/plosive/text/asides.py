"""Leaves out what a text says beside its words: sounds in brackets, terminal escapes, and stage directions if asked.

It reads the client's text before Markdown does. It refuses to guess: only the form of an aside or a known word decides.
"""

import re
from typing import Final, Literal

from plosive.text.characters import UNSPOKEN

StageDirections = Literal["read", "skip"]
"""A stage direction is a sentence of its own in single asterisks: "I am Henry. *Holds out hand* Hello!" """


def _words(listed: str, mark: str = " ") -> list[str]:
    return listed.split(mark)


_SOUNDS: Final = _words(
    "laugh laughs laughing laughter chuckle chuckles chuckling giggle giggles giggling sigh sighs sighing gasp gasps gasping"
    " cough coughs coughing sneeze sneezes sneezing sniff sniffs sniffle sniffles sniffling snort snorts snorting sob sobs"
    " sobbing cries crying groan groans groaning moan moans moaning grunt grunts yawn yawns yawning gulp gulps hiccup hiccups"
    " burp burps hums humming whistles whistling sings singing whisper whispers whispering mumbles mumbling screams screaming"
    " shouts shouting inhale inhales exhale exhales panting wheeze wheezes wheezing gags shush claps clapping applause cheering"
)
_PHRASES: Final = _words(
    "clear throat|clears throat|clearing throat|deep breath|takes a deep breath|short pause|long pause|breathes heavily",
    "|",
)
_MANNERS: Final = _words("softly quietly loudly nervously gently deeply heavily harder again")
# Only in square brackets: "He was (calm)" is text.
_MOODS: Final = _words(
    "happy happily sad sadly angry angrily excited excitedly sarcastic sarcastically curious cheerful cheerfully calm calmly"
    " nervous surprised tired playful playfully serious seriously mischievously dramatic dramatically cautiously warmly pause"
    " silence music beat"
)

_SAID: Final = (*_PHRASES, *_SOUNDS, *(f"{sound} {manner}" for sound in _SOUNDS for manner in _MANNERS))
_CUES: Final = frozenset([f"({said})" for said in _SAID] + [f"[{said}]" for said in (*_SAID, *_MOODS)])
_CUE_STARTS: Final = frozenset(cue[:length] for cue in _CUES for length in range(1, len(cue) + 1))

_ESCAPE: Final = (
    r"\x1b(?:\[[0-?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|[ -/]{1,4}[0-~]|[0-Z\\^-~])"  # ECMA-48
)
_OPEN_ESCAPE: Final = r"\x1b(?:\[[0-?]{0,32}[ -/]{0,4}|\][^\x07\x1b]{0,256}\x1b?|[ -/]{1,4})?\Z"
_BRACKETS: Final = r"(?<![\w\])\x1b])(?P<cue>[\[(][A-Za-z][A-Za-z ]{2,24}[\])])"
_OPEN_BRACKET: Final = r"(?<![\w\])\x1b])[\[(](?:[A-Za-z][A-Za-z ]{0,24}[\])]?)?\Z"
_SENTENCE_START: Final = r"(?:(?<=\n)|(?<=[^\d\s][.!?…\"”] ))"  # not after the number of an item
_DIRECTION: Final = (
    _SENTENCE_START + r"\*(?P<said>[^\W_][^*\n\x1b]{0,80}(?<![\s:;,.!?…]))\*"
    r"(?=(?P<then>[ \t]{1,8}[\"“„«(¿¡]?[^\s\"“„«(¿¡]|[ \t]{0,8}(?:\n|\Z)))"
)
_OPEN_DIRECTION: Final = _SENTENCE_START + r"\*(?:[^\W_][^*\n\x1b]{0,80}(?:\*[ \t]{0,8}[\"“„«(¿¡]?)?)?\Z"
_ASIDE: Final = re.compile(f"{_ESCAPE}|{_BRACKETS}|{_DIRECTION}")
_OPEN: Final = re.compile(f"{_OPEN_ESCAPE}|{_OPEN_BRACKET}|{_OPEN_DIRECTION}")
_WHOLE_ESCAPE: Final = re.compile(_ESCAPE)
_MAY_BEGIN: Final = re.compile(r"[\x1b\[(*]").search


class Asides:
    """Feed text in any cuts, get it back without asides. `feed` holds back what may be one until the next characters."""

    def __init__(self, directions: StageDirections = "read") -> None:
        self._directions = directions
        self._before = "\n"  # the last three characters, or the start of the text
        self._held = ""

    def feed(self, delta: str) -> str:
        """Feed text and return the part that is decided."""
        if not self._held and not _MAY_BEGIN(delta):
            self._before = delta[-3:] if len(delta) > 2 else (self._before + delta)[-3:]
            return delta
        return self._read(self._held + delta, final=False)

    @property
    def held(self) -> str:
        """The text that waits, as `flush` would return it."""
        if not self._held:
            return ""
        text = self._before + self._held
        return self._spoken(text, len(self._before), len(text))

    def flush(self) -> str:
        """Release the held text. The reader is then as new."""
        rest = self._read(self._held, final=True)
        self._before = "\n"
        return rest

    def _read(self, text: str, *, final: bool) -> str:
        start = len(self._before)
        text = self._before + text
        end = len(text) if final else self._open_aside(text, start)
        self._held = text[end:]
        self._before = text[max(0, end - 3) : end]
        return self._spoken(text, start, end)

    def _open_aside(self, text: str, start: int) -> int:
        """Return where an aside begins that more text may complete, or the end of the text."""
        if "\x1b" in text:
            for escape in _WHOLE_ESCAPE.finditer(text, start):
                start = escape.end()
        found = _OPEN.search(text, start)
        if not found or (found[0][0] in "[(" and found[0].lower() not in _CUE_STARTS):
            return len(text)
        return found.start()

    def _spoken(self, text: str, start: int, end: int) -> str:
        """Return the text from `start` to `end` without asides. What follows may decide about the last one."""
        parts: list[str] = []
        for aside in _ASIDE.finditer(text, start):
            if aside.start() >= end:
                break
            parts += text[start : aside.start()], self._spoken_for(aside, text[aside.end() : aside.end() + 1])
            start = aside.end()
        return "".join([*parts, text[start:end]])

    def _spoken_for(self, aside: re.Match[str], follows: str) -> str:
        if cue := aside["cue"]:
            is_cue = cue.lower() in _CUES and follows not in tuple("([:")  # "[laughs](...)" is a link
            return UNSPOKEN if is_cue else cue
        if aside["said"] is None:
            return ""
        if aside["then"].strip() and not aside["then"][-1].isupper():
            return aside[0]  # no sentence follows
        return UNSPOKEN if self._directions == "skip" else f"\n\n{aside['said']}\n\n"
