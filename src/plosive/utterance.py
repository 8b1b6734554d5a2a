"""What an engine is asked to say, spans of text with their prosody and a voice, and what it answers with: PCM and words."""

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of an utterance that is said in one way.

    `text` is plain text (no Markdown, no markup of any engine). `ipa` says how to pronounce it, in the International
    Phonetic Alphabet; an engine that cannot reads `text`. `pause_s` is silence after it, in seconds. `speed` and `volume` are
    factors and `pitch` is in semitones, all on top of the utterance's own. `language` is a BCP-47 tag if it is not the voice's.
    """

    text: str = ""
    ipa: str | None = None
    pause_s: float = 0.0
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
    language: str | None = None


class Segment(msgspec.Struct, frozen=True, gc=False):
    """What the text front end cuts a client's text into, a sentence as a rule.

    `text` is its transcript: plain text as the client meant it. `spans` are what to say for it, after pronunciations.
    """

    text: str
    spans: tuple[Span, ...]


class Utterance(msgspec.Struct, frozen=True):
    """One segment's spans for one engine voice.

    `engine` and `voice` name the engine and its own voice (for espeak-ng "gmw/en-US+f3"), not a public voice id. `speed`
    is a factor on the normal rate, `volume` a factor on the amplitude, `pitch` is in semitones.
    """

    spans: tuple[Span, ...]
    engine: str
    voice: str
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0

    @property
    def chars(self) -> int:
        """How many characters there are to say."""
        return sum(len(span.text) for span in self.spans)


class WordStart(msgspec.Struct, frozen=True):
    """A word of an utterance, as its text has it, and where it begins: `at_s` seconds after the utterance's first sample."""

    text: str
    at_s: float


class PcmChunk(msgspec.Struct, frozen=True):
    """The next stretch of an utterance's audio: whole samples, little-endian int16 mono; empty if a step made none yet.

    `words` are those that begin in this stretch, or that the engine has learnt of with it: in order, each once an utterance.
    `cached` says that no engine made it now.
    """

    pcm: bytes
    rate_hz: int
    words: tuple[WordStart, ...] = ()
    cached: bool = False

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / 2 / self.rate_hz
