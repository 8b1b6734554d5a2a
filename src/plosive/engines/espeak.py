"""espeak-ng as an Engine: it speaks on a fresh machine, about a thousand times faster than real time."""

from collections.abc import Generator, Iterator
from typing import Final

from greenlet import getcurrent, greenlet

from plosive.engines.ipa import Sounds
from plosive.engines.languages import Languages
from plosive.engines.libespeak import LibEspeak
from plosive.engines.passages import Passage, Words, passages
from plosive.engines.phonemes import PhonemeTables
from plosive.engines.sounds import learn_sounds
from plosive.utterance import Utterance

_BUFFER_MS: Final = 60
"""What espeak-ng hands over at a time: the least it does (measured: asking for 20 ms gives 60), 0.05 ms of work."""

_LONGEST_STEP_MS: Final = 240
"""PCM is passed on a buffer at first, then in steps that double up to this: fewer messages, and a cancel still waits 0.25 ms.
The second step is short too, because a resampler keeps most of the first."""


class EspeakEngine:
    """espeak-ng in this process."""

    def __init__(self) -> None:
        self._lib = LibEspeak(_BUFFER_MS)
        self.rate_hz = self._lib.rate_hz
        self._longest_step_bytes = 2 * self.rate_hz * _LONGEST_STEP_MS // 1000
        self._step_bytes = 0
        self._languages = Languages(self._lib.folder)
        self._phoneme_tables = PhonemeTables.installed(self._lib.folder)
        self._sounds: dict[str, Sounds] = {}
        self._voice = ""
        self._lib.on_audio(self._on_audio)
        self._held = bytearray()

    def speak(self, utterance: Utterance) -> Generator[bytes, None, None]:
        """Speak in steps: see `Engine`. Only one utterance at a time: the library has one state.

        The synthesis runs in a greenlet, which the library's callback leaves with a step of PCM and which goes on when the
        next step is asked for. So a callback API becomes a generator without a thread (measured: 10 % over a bare loop).
        """
        self._held.clear()
        self._step_bytes = 1  # whatever comes first
        for passage in passages(utterance, self._words(utterance)):
            if passage.markup.strip():
                yield from self._say(passage)
            yield from self._silence(passage.pause_s)

    def _words(self, utterance: Utterance) -> Iterator[Words]:
        for span in utterance.spans:
            voice = self._languages.voice(span.language, utterance.voice) if span.language else utterance.voice
            yield Words(span, voice, self._sounds_of(voice).words(span.ipa) if span.ipa else [])

    def _say(self, passage: Passage) -> Generator[bytes, None, None]:
        self._use(passage.voice)
        self._lib.set_prosody(*passage.prosody)
        synthesis = greenlet(lambda: self._lib.synthesize(passage.markup, has_ending=passage.has_ending))
        try:
            pcm = synthesis.switch()
            while not synthesis.dead:
                yield pcm
                pcm = synthesis.switch(False)
            if self._held:
                yield bytes(self._held)
                self._held.clear()
        finally:
            while not synthesis.dead:
                synthesis.switch(True)

    def _silence(self, pause_s: float) -> Generator[bytes, None, None]:
        left = 2 * round(pause_s * self.rate_hz)
        while left > 0:
            yield bytes(min(left, self._longest_step_bytes))
            left -= self._longest_step_bytes

    def _use(self, voice: str) -> None:
        if voice != self._voice:
            self._lib.set_voice(voice)
            self._voice = voice

    def _sounds_of(self, voice: str) -> Sounds:
        """The sounds of a voice's language, learnt once: a voice file may replace some of its phoneme table's."""
        path = voice.partition("+")[0]
        if path not in self._sounds:
            self._use(voice)
            table = self._languages.phoneme_table(voice)
            self._sounds[path] = learn_sounds(self._phoneme_tables.phonemes(table), self._lib.ipa)
        return self._sounds[path]

    def _on_audio(self, pcm: bytes) -> bool:
        self._held += pcm
        if len(self._held) < self._step_bytes:
            return False
        step = bytes(self._held)
        self._step_bytes = min(max(len(pcm), 2 * self._step_bytes), self._longest_step_bytes)
        self._held.clear()
        stop: bool = getcurrent().parent.switch(step)
        return stop
