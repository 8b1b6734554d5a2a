"""An engine's input and output: an utterance is spans of text with prosody and a voice; PCM chunks have word times."""

import enum
from collections.abc import Sequence

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


class Break(enum.IntEnum):
    """The end before a segment: of a sentence, list item or line, of a paragraph, or of a heading."""

    SENTENCE = 0
    PARAGRAPH = 1
    HEADING = 2


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A piece of a client's text that the text front end has cut off: a sentence as a rule.

    `text` is its transcript, the client's plain text. `spans` are the text to say, after pronunciations. `follows` is the end
    that it comes after; the first segment of a text follows a sentence. `places` says where the characters of the spans come
    from: for each span as many indexes of `text`. It is empty if nobody wants the times of words.
    """

    text: str
    spans: tuple[Span, ...]
    follows: Break = Break.SENTENCE
    places: tuple[Sequence[int], ...] = ()


class EngineVoice(msgspec.Struct, frozen=True):
    """The address of a voice for its engine. The catalogue has the public voice ids.

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

    `speed` is a factor on the normal rate, `volume` a factor on the amplitude, `pitch` is in semitones. `gain` is a factor on
    the amplitude of what the engine makes, which brings its voice to the loudness of all others.
    """

    spans: tuple[Span, ...]
    voice: EngineVoice
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
    gain: float = 1.0

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

    `words` begin in this chunk or later, or the engine found their start with it: in order, each once per utterance.
    `cached`: the chunk comes from the audio cache. `waits`: the engine waits for another process, so that other jobs may have
    the worker.
    """

    pcm: bytes
    rate_hz: int
    words: tuple[WordStart, ...] = ()
    cached: bool = False
    waits: bool = False

    @property
    def seconds(self) -> float:
        """Its duration."""
        return len(self.pcm) / 2 / self.rate_hz
