"""Voice: one voice an installed engine can speak with, as every other part of the server sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can be spoken with now.

    `id` is public (`Plosive.Espeak.en-us+f3`). `engine` and `engine_voice` go into an Utterance as they are.
    `language` is a BCP-47 tag. `gender` is "female", "male", or None where the engine does not say.
    `quality` is "high", "medium", "low" or "x_low"; None for a voice that is not a neural one.
    `speakers` are the names that may follow the id after a dot; the id alone is the first of them.
    """

    id: str
    engine: str
    engine_voice: str
    name: str
    language: str
    gender: str | None
    quality: str | None = None
    speakers: tuple[str, ...] = ()
