"""What goes to an engine, spans of text with their prosody and a voice, and what comes back: PCM with word times."""

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """A part of an utterance with one prosody and one language.

    `text` is plain text, without Markdown or an engine's markup. `ipa` is its pronunciation in the International Phonetic
    Alphabet; an engine that cannot use it reads `text`. `pause_s` is the silence after it, in seconds. `speed` and `volume` are
    factors and `pitch` is in semitones, all on top of the utterance's own. `language` is a BCP-47 tag; None: the voice's.
    """

    text: str = ""
    ipa: str | None = None
    pause_s: float = 0.0
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
    language: str | None = None


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A piece of a client's text that the text front end has cut off: a sentence as a rule.

    `text` is its transcript, plain text as the client meant it. `spans` are the text to say, after pronunciations.
    """

    text: str
    spans: tuple[Span, ...]


class EngineVoice(msgspec.Struct, frozen=True):
    """A voice as its engine addresses it; public voice ids are the catalogue's.

    `model` is a voice file of espeak-ng with its variant ("gmw/en-US+f3"), the absolute path of Piper's or hibari's `.onnx`
    file, or that of Kokoro's folder. `speaker` is the number of a Piper model's speaker. `blend` are names of Kokoro's
    voices with their weights; the first decides the language.
    """

    engine: str
    model: str
    speaker: int = 0
    blend: tuple[tuple[str, float], ...] = ()


class Utterance(msgspec.Struct, frozen=True):
    """The spans of one segment for one voice.

    `speed` is a factor on the normal rate, `volume` a factor on the amplitude, `pitch` is in semitones.
    """

    spans: tuple[Span, ...]
    voice: EngineVoice
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0

    @property
    def chars(self) -> int:
        """Number of characters to say."""
        return sum(len(span.text) for span in self.spans)


class WordStart(msgspec.Struct, frozen=True):
    """A word of an utterance, spelled as in its text, that begins `at_s` seconds after the utterance's first sample."""

    text: str
    at_s: float


class PcmChunk(msgspec.Struct, frozen=True):
    """The next samples of an utterance: little-endian int16 mono. Empty if a step made none yet.

    `words` are those that begin in this chunk, or whose start the engine learnt with it: in order, each once an utterance.
    `cached`: it comes from the audio cache, no engine made it now.
    """

    pcm: bytes
    rate_hz: int
    words: tuple[WordStart, ...] = ()
    cached: bool = False

    @property
    def seconds(self) -> float:
        """Its duration."""
        return len(self.pcm) / 2 / self.rate_hz
