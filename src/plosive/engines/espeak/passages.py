"""Cuts an utterance into passages: what one call of espeak-ng can say, so that spans flow into each other as they can.

PURE. It writes the markup that espeak-ng reads: phoneme input, and commands for the prosody of what follows. A call ends only
where the voice changes or a pause is asked for, because each call is a clause with an intonation of its own.
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
"""What espeak-ng itself clamps to (espeakRATE_MINIMUM and _MAXIMUM in speak_lib.h)."""

NORMAL_VOLUME: Final = 100
_LOUDEST: Final = 200
"""speak_lib.h: 0 is silence, and more than 100 may clip."""

NORMAL_PITCH: Final = 50
_HIGHEST_PITCH: Final = 99
_PITCH_STEPS_PER_SEMITONE: Final = 4
"""espeak's pitch runs 0..99 around 50 and moves about an octave either way, so 12 semitones are about 48 steps."""

_LONGEST_WITH_PHONEMES: Final = 600
"""Bytes. espeak-ng cuts a clause that nears 800 wherever it is, and would read the rest of a cut phoneme word as letters."""

_PHONEMES: Final = "[["

_WORD: Final = re.compile(r"\S+")

_CLAUSE_ENDS: Final = tuple(".,;:!?…。，、；：！？।॥؟،؛።")


class Prosody(NamedTuple):
    """How to say it, in espeak-ng's own units."""

    rate_wpm: int
    volume: int
    pitch: int

    @classmethod
    def of(cls, utterance: Utterance, span: Span) -> "Prosody":
        """A span's prosody on top of its utterance's, within what espeak-ng can do."""
        return cls(
            _within(_SLOWEST_WPM, NORMAL_RATE_WPM * utterance.speed * span.speed, _FASTEST_WPM),
            _within(0, NORMAL_VOLUME * utterance.volume * span.volume, _LOUDEST),
            _within(0, NORMAL_PITCH + (utterance.pitch + span.pitch) * _PITCH_STEPS_PER_SEMITONE, _HIGHEST_PITCH),
        )

    def commands(self) -> str:
        """espeak-ng's embedded commands (U+0001, a value, a letter) that change to this from the next word on."""
        return f" \x01{self.rate_wpm}S \x01{self.volume}A \x01{self.pitch}P "


class Words(NamedTuple):
    """A span made ready: the voice to say it in, and its words in mnemonics where its pronunciation is given."""

    span: Span
    voice: str
    mnemonics: list[str]


class Place(NamedTuple):
    """A word of the utterance's text, and the index in the markup after its last character."""

    word: str
    end: int


class Passage(NamedTuple):
    """One call of the library, and `pause_s` of silence after it.

    It starts in `prosody`; `markup`, which is blank if there is only the silence, changes that up to `last_prosody`.
    `has_ending` says whether the pause that ends a sentence or clause belongs after it. `places` says where in the markup the
    text's words are, in their order.
    """

    voice: str
    prosody: Prosody
    last_prosody: Prosody
    markup: str
    pause_s: float = 0.0
    has_ending: bool = True
    places: tuple[Place, ...] = ()

    def takes(self, piece: "Passage") -> bool:
        """Whether the piece can be said in the same call."""
        if not piece.markup.strip():
            return True
        if self.pause_s or self.voice != piece.voice:
            return False
        is_phonemes = _PHONEMES in piece.markup
        return not is_phonemes or len((self.markup + piece.markup).encode()) <= _LONGEST_WITH_PHONEMES

    def with_piece(self, piece: "Passage") -> "Passage":
        """Both, in one call."""
        markup = piece.markup
        if markup.strip() and piece.prosody != self.last_prosody:
            markup = piece.prosody.commands() + markup
        shift = len(self.markup) + len(markup) - len(piece.markup)
        return self._replace(
            markup=self.markup + markup,
            places=self.places + tuple(Place(word, shift + end) for word, end in piece.places),
            last_prosody=piece.last_prosody if markup.strip() else self.last_prosody,
            pause_s=self.pause_s + piece.pause_s,
        )

    def continued(self) -> "Passage":
        """The same before another one: with no pause but its own, and no full stop's intonation that nobody wrote."""
        if self.markup.rstrip().endswith(_CLAUSE_ENDS):
            return self._replace(has_ending=self.pause_s == 0)
        return self._replace(markup=self.markup.rstrip() + ",", has_ending=False)


def passages(utterance: Utterance, spans: Iterable[Words]) -> Iterator[Passage]:
    """Yield the passages of an utterance, whose spans come in their order."""
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
            # A pronunciation may have more or fewer words than what it pronounces: they are dealt out evenly.
            share = words[number * len(words) // len(mnemonics) : (number + 1) * len(words) // len(mnemonics)]
            yield Passage(voice, prosody, prosody, markup, places=tuple(Place(each, len(markup)) for each in share))
        if not mnemonics:
            markup = speakable(span.text)
            yield Passage(voice, prosody, prosody, markup, places=tuple(_places(words, markup)))
        if span.pause_s > 0:
            yield Passage(voice, prosody, prosody, "", span.pause_s)


def _places(words: list[str], markup: str) -> Iterator[Place]:
    ends = [found.end() for found in _WORD.finditer(markup)]
    # What cannot be spoken as it is has more words in the markup, or fewer: see `speakable`.
    for number, word in enumerate(words):
        place = max(0, (number + 1) * len(ends) // len(words) - 1)
        yield Place(word, ends[place] if ends else len(markup))


def _within(least: int, value: float, most: int) -> int:
    return max(least, min(most, round(value)))
