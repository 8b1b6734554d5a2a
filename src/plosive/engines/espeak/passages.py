"""Cuts an utterance into passages, one for each call of espeak-ng, so that spans flow into each other.

PURE. It writes the markup that espeak-ng reads: phoneme input, and commands that change the prosody from there on. A call ends
only at a change of voice or at a pause, because each call is a clause with its own intonation.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from plosive.engines.espeak_text import speakable
from plosive.utterance import Span, Utterance

NORMAL_RATE_WPM: Final = 175
"""espeak-ng's own default (espeakRATE_NORMAL), in words a minute."""

_SLOWEST_WPM: Final = 80
_FASTEST_WPM: Final = 450
"""espeak-ng's own limits (espeakRATE_MINIMUM and _MAXIMUM in speak_lib.h)."""

NORMAL_VOLUME: Final = 100
_LOUDEST: Final = 200
"""speak_lib.h: 0 is silence, and more than 100 may clip."""

NORMAL_PITCH: Final = 50
_HIGHEST_PITCH: Final = 99
_PITCH_STEPS_PER_SEMITONE: Final = 4
"""espeak-ng's pitch runs from 0 to 99 around 50, about an octave either way: 12 semitones are about 48 steps."""

_LONGEST_WITH_PHONEMES: Final = 600
"""Bytes. espeak-ng cuts a clause near 800 anywhere, and would read the rest of a cut phoneme word as letters."""

_PHONEMES: Final = "[["

_WORD: Final = re.compile(r"\S+")

_CLAUSE_ENDS: Final = tuple(".,;:!?…。，、；：！？।॥؟،؛።")


class Prosody(NamedTuple):
    """Prosody in espeak-ng's own units."""

    rate_wpm: int
    volume: int
    pitch: int

    @classmethod
    def of(cls, utterance: Utterance, span: Span) -> "Prosody":
        """A span's prosody on top of its utterance's, within espeak-ng's limits."""
        return cls(
            _within(_SLOWEST_WPM, NORMAL_RATE_WPM * utterance.speed * span.speed, _FASTEST_WPM),
            _within(0, NORMAL_VOLUME * utterance.volume * span.volume, _LOUDEST),
            _within(0, NORMAL_PITCH + (utterance.pitch + span.pitch) * _PITCH_STEPS_PER_SEMITONE, _HIGHEST_PITCH),
        )

    def commands(self) -> str:
        """Embedded commands of espeak-ng (U+0001, a value, a letter) that set this prosody from the next word on."""
        return f" \x01{self.rate_wpm}S \x01{self.volume}A \x01{self.pitch}P "


class Words(NamedTuple):
    """A span with its voice, and its words in mnemonics if its pronunciation is given."""

    span: Span
    voice: str
    mnemonics: list[str]


class MarkupWord(NamedTuple):
    """A word of the utterance's text. `end` is the index in the markup after its last character."""

    word: str
    end: int


class Passage(NamedTuple):
    """One call of the library, and `pause_s` of silence after it.

    The call starts in `prosody` and ends in `last_prosody`; commands in `markup` change it. Blank markup: only the silence.
    `has_ending`: the pause that ends a sentence or clause follows. `places` are the text's words in their order.
    """

    voice: str
    prosody: Prosody
    last_prosody: Prosody
    markup: str
    pause_s: float = 0.0
    has_ending: bool = True
    places: tuple[MarkupWord, ...] = ()

    def takes(self, piece: "Passage") -> bool:
        """Whether the same call can say the piece too."""
        if not piece.markup.strip():
            return True
        if self.pause_s or self.voice != piece.voice:
            return False
        is_phonemes = _PHONEMES in piece.markup
        return not is_phonemes or len((self.markup + piece.markup).encode()) <= _LONGEST_WITH_PHONEMES

    def with_piece(self, piece: "Passage") -> "Passage":
        """This passage and the piece, in one call."""
        markup = piece.markup
        if markup.strip() and piece.prosody != self.last_prosody:
            markup = piece.prosody.commands() + markup
        shift = len(self.markup) + len(markup) - len(piece.markup)
        return self._replace(
            markup=self.markup + markup,
            places=self.places + tuple(MarkupWord(word, shift + end) for word, end in piece.places),
            last_prosody=piece.last_prosody if markup.strip() else self.last_prosody,
            pause_s=self.pause_s + piece.pause_s,
        )

    def continued(self) -> "Passage":
        """This passage if another one follows: no added pause, and no intonation of a full stop that the text does not have."""
        if self.markup.rstrip().endswith(_CLAUSE_ENDS):
            return self._replace(has_ending=self.pause_s == 0)
        return self._replace(markup=self.markup.rstrip() + ",", has_ending=False)


def passages(utterance: Utterance, spans: Iterable[Words]) -> Iterator[Passage]:
    """Yield the passages of an utterance; `spans` are its spans in order."""
    passage: Passage | None = None
    for piece in _pieces(utterance, spans):
        if passage is None:
            passage = piece
        elif passage.takes(piece):
            passage = passage.with_piece(piece)
        else:
            yield passage.continued() if passage.markup.strip() else passage
            passage = piece
    if passage is not None:
        yield passage


def _pieces(utterance: Utterance, spans: Iterable[Words]) -> Iterator[Passage]:
    """Each span's text, or each of its phoneme words, as a passage of its own."""
    for span, voice, mnemonics in spans:
        prosody = Prosody.of(utterance, span)
        words = span.text.split()
        for number, word in enumerate(mnemonics):
            markup = f"{' ' if number else ''}{_PHONEMES}{word}]]"
            # A pronunciation may have more or fewer words than its text: they are dealt out evenly.
            share = words[number * len(words) // len(mnemonics) : (number + 1) * len(words) // len(mnemonics)]
            yield Passage(
                voice, prosody, prosody, markup, places=tuple(MarkupWord(each, len(markup)) for each in share)
            )
        if not mnemonics:
            markup = speakable(span.text)
            yield Passage(voice, prosody, prosody, markup, places=tuple(_markup_words(words, markup)))
        if span.pause_s > 0:
            yield Passage(voice, prosody, prosody, "", span.pause_s)


def _markup_words(words: list[str], markup: str) -> Iterator[MarkupWord]:
    ends = [found.end() for found in _WORD.finditer(markup)]
    # Cleaned text may have more words than the span, or fewer: see `speakable`.
    for number, word in enumerate(words):
        place = max(0, (number + 1) * len(ends) // len(words) - 1)
        yield MarkupWord(word, ends[place] if ends else len(markup))


def _within(least: int, value: float, most: int) -> int:
    return max(least, min(most, round(value)))
