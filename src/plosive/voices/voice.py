"""Voice: an installed voice as the server lists it."""

from dataclasses import dataclass

from plosive.utterance import EngineVoice


@dataclass(frozen=True, slots=True)
class Voice:
    """An installed voice.

    `id` is public (`Plosive.Espeak.en-us+f3`); an utterance takes the `engine_voice`. `language` is a BCP-47 tag. `gender` is
    "female" or "male"; None: the engine does not say. `rate_hz` is the sample rate of the engine's PCM. `quality` is "high",
    "medium", "low" or "x_low"; None: not a neural voice. `speakers` are the names that may follow the id after a dot; the id
    alone means the first.
    """

    id: str
    engine_voice: EngineVoice
    name: str
    language: str
    gender: str | None
    rate_hz: int
    quality: str | None = None
    speakers: tuple[str, ...] = ()
