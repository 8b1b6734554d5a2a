"""espeak-ng as an Engine: always installed, about a thousand times faster than real time."""

from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Final

from greenlet import getcurrent, greenlet

from plosive.engines.engine import Steps
from plosive.engines.espeak.ipa import Sounds
from plosive.engines.espeak.library import LibEspeak
from plosive.engines.espeak.passages import MarkupWord, Passage, Words, passages
from plosive.engines.espeak.phoneme_tables import PhonemeTables
from plosive.engines.espeak.sounds import learn_sounds
from plosive.engines.espeak_languages import Languages
from plosive.utterance import PcmChunk, Utterance, WordStart

_BUFFER_MS: Final = 60
"""Audio that espeak-ng hands over at a time: its least (measured: a request for 20 ms gives 60), 0.05 ms of work."""

_LONGEST_STEP_MS: Final = 240
"""The first step is one buffer; later steps double up to this: fewer messages, and a cancel still waits only 0.25 ms. The
second step is short too, because a resampler keeps most of the first."""


class EspeakEngine:
    """espeak-ng in this process."""

    one_at_a_time = True
    """The library has one global state."""

    def __init__(self) -> None:
        self._lib = LibEspeak(_BUFFER_MS)
        self._rate_hz = self._lib.rate_hz
        self._longest_step_bytes = 2 * self._rate_hz * _LONGEST_STEP_MS // 1000
        self._step_bytes = 0
        self._languages = Languages(self._lib.folder)
        self._phoneme_tables = PhonemeTables.installed(self._lib.folder)
        self._sounds: dict[str, Sounds] = {}
        self._voice = ""
        self._lib.on_audio(self._on_audio)
        self._held = bytearray()
        self._made_s = 0.0  # of the utterance, without the held PCM
        self._places: deque[MarkupWord] = deque()  # the passage's words that have not begun
        self._begun_to = 0  # index in the markup after the last word that has
        self._passage_s = 0.0  # where the passage begins in the utterance
        self._starts: list[WordStart] = []  # for the next chunk

    def speak(self, utterance: Utterance, *, ahead: bool = False) -> Steps:
        """Speak in steps: see `Engine`. Their length does not depend on who waits.

        The library runs in a greenlet. Its callback switches back here with a step of PCM, and the next step resumes it. So a
        callback API becomes a generator without a thread (measured: 10 % slower than a bare loop).
        """
        self._held.clear()
        self._starts.clear()
        self._step_bytes = 1  # the first buffer is a step
        self._made_s = 0.0
        with closing(self._pcm(utterance)) as steps:
            for pcm in steps:
                chunk = PcmChunk(pcm, self._rate_hz, tuple(self._starts))
                self._starts.clear()
                self._made_s += chunk.seconds
                yield chunk

    def interrupt(self) -> None:
        """Do nothing: a step ends before a message could be read."""

    def _pcm(self, utterance: Utterance) -> Generator[bytes, None, None]:
        for passage in passages(utterance, self._words(utterance)):
            if passage.markup.strip():
                yield from self._say(passage)
            yield from self._silence(passage.pause_s)

    def _words(self, utterance: Utterance) -> Iterator[Words]:
        for span in utterance.spans:
            voice = utterance.voice.model
            if span.language:
                voice = self._languages.voice(span.language, voice)
            yield Words(span, voice, self._sounds_of(voice).words(span.ipa) if span.ipa else [])

    def _say(self, passage: Passage) -> Generator[bytes, None, None]:
        self._use(passage.voice)
        self._lib.set_prosody(*passage.prosody)
        self._places.extend(passage.places)
        self._begun_to = 0
        self._passage_s = self._made_s
        synthesis = greenlet(lambda: self._lib.synthesize(passage.markup, has_ending=passage.has_ending))
        try:
            pcm = synthesis.switch()
            while not synthesis.dead:
                yield pcm
                pcm = synthesis.switch(False)
            self._begin_words(len(passage.markup), self._made_s + len(self._held) / 2 / self._rate_hz)
            if self._held or self._starts:
                yield bytes(self._held)
                self._held.clear()
        finally:
            self._places.clear()
            while not synthesis.dead:
                synthesis.switch(True)

    def _silence(self, pause_s: float) -> Generator[bytes, None, None]:
        left = 2 * round(pause_s * self._rate_hz)
        while left > 0:
            yield bytes(min(left, self._longest_step_bytes))
            left -= self._longest_step_bytes

    def _use(self, voice: str) -> None:
        if voice != self._voice:
            self._lib.set_voice(voice)
            self._voice = voice

    def _sounds_of(self, voice: str) -> Sounds:
        """Sounds of a voice file, learnt once: it may replace some sounds of its phoneme table."""
        path = voice.partition("+")[0]
        if path not in self._sounds:
            self._use(voice)
            table = self._languages.phoneme_table(voice)
            self._sounds[path] = learn_sounds(self._phoneme_tables.phonemes(table), self._lib.ipa)
        return self._sounds[path]

    def _begin_words(self, index: int, at_s: float) -> None:
        """Begin the word at this index of the markup, or the next one, and any earlier words that have not begun.

        espeak-ng reports each word that it reads: four for "3.14".
        """
        while self._begun_to <= index and self._places:
            place = self._places.popleft()
            self._begun_to = place.end
            self._starts.append(WordStart(place.word, at_s))

    def _on_audio(self, pcm: bytes, words: list[tuple[int, int]]) -> bool:
        for index, at_ms in words:
            self._begin_words(index, self._passage_s + at_ms / 1000)
        self._held += pcm
        if len(self._held) < self._step_bytes:
            return False
        step = bytes(self._held)
        self._step_bytes = min(max(len(pcm), 2 * self._step_bytes), self._longest_step_bytes)
        self._held.clear()
        stop: bool = getcurrent().parent.switch(step)
        return stop
