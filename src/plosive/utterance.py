"""Utterance: what an engine is asked to say, and how."""

import msgspec


class Utterance(msgspec.Struct, frozen=True):
    """One segment of text for one engine voice.

    `text` is plain text (no Markdown, no markup of any engine). `engine` and `voice` name the engine and its own voice
    (for espeak-ng "gmw/en-US+f3"), not a public voice id. `speed` is a factor on the normal rate, `volume` a factor on the
    amplitude, `pitch` is in semitones.
    """

    text: str
    engine: str
    voice: str
    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
