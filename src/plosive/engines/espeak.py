"""espeak-ng as an Engine: it speaks on a fresh machine, about a thousand times faster than real time."""

from collections.abc import Generator
from typing import Final

from greenlet import getcurrent, greenlet

from plosive.engines.libespeak import NORMAL_PITCH, NORMAL_RATE_WPM, NORMAL_VOLUME, LibEspeak
from plosive.utterance import Span, Utterance

_BUFFER_MS: Final = 60
"""What espeak-ng hands over at a time: the least it does (measured: asking for 20 ms gives 60), 0.05 ms of work."""

_STEP_MS: Final = 240
"""After the first buffer, PCM is passed on in steps of this much: fewer messages, and a cancel still waits 0.25 ms."""

_PITCH_STEPS_PER_SEMITONE: Final = 4
"""espeak's pitch runs 0..99 around 50 and moves about an octave either way, so 12 semitones are about 48 steps."""


class EspeakEngine:
    """espeak-ng in this process."""

    def __init__(self) -> None:
        self._lib = LibEspeak(_BUFFER_MS)
        self.rate_hz = self._lib.rate_hz
        self._step_bytes = 2 * self.rate_hz * _STEP_MS // 1000
        self._voice = ""
        self._lib.on_audio(self._on_audio)
        self._held = bytearray()
        self._first = True

    def speak(self, utterance: Utterance) -> Generator[bytes, None, None]:
        """Speak in steps: see `Engine`. Only one utterance at a time: the library has one state.

        The synthesis runs in a greenlet, which the library's callback leaves with a step of PCM and which goes on when the
        next step is asked for. So a callback API becomes a generator without a thread (measured: 10 % over a bare loop).
        """
        self._held.clear()
        self._first = True
        for span in utterance.spans:
            if span.text:
                yield from self._speak_span(utterance, span)
            if span.pause_s:
                yield bytes(2 * round(span.pause_s * self.rate_hz))

    def _speak_span(self, utterance: Utterance, span: Span) -> Generator[bytes, None, None]:
        self._set_up(utterance, span)
        text = _without_markup(span.text)
        synthesis = greenlet(lambda: self._lib.synthesize(text))
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

    def _set_up(self, utterance: Utterance, span: Span) -> None:
        if utterance.voice != self._voice:
            self._lib.set_voice(utterance.voice)
            self._voice = utterance.voice
        self._lib.set_prosody(
            rate_wpm=round(NORMAL_RATE_WPM * utterance.speed * span.speed),
            volume=round(NORMAL_VOLUME * utterance.volume * span.volume),
            pitch=max(0, min(99, round(NORMAL_PITCH + (utterance.pitch + span.pitch) * _PITCH_STEPS_PER_SEMITONE))),
        )

    def _on_audio(self, pcm: bytes) -> bool:
        self._held += pcm
        if not self._first and len(self._held) < self._step_bytes:
            return False
        self._first = False
        step = bytes(self._held)
        self._held.clear()
        stop: bool = getcurrent().parent.switch(step)
        return stop


def _without_markup(text: str) -> str:
    """Take `[[`, which starts phoneme input even in plain text and has crashed the library, out of client text."""
    return text.replace("[[", "[ [").replace("\0", " ")
