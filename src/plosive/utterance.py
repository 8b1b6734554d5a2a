"""What an engine is asked to say: spans of text with their prosody, and the voice to say them in."""

import msgspec


class Span(msgspec.Struct, frozen=True):
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


class Segment(msgspec.Struct, frozen=True):
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
