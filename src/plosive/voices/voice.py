"""Voice: one voice an installed engine can speak with, as every other part of the server sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can be spoken with now.

    `id` is public (`Plosive.Espeak.en-us+f3`). `engine` and `engine_voice` go into an Utterance as they are.
    `language` is a BCP-47 tag. `gender` is "female", "male", or None where the engine does not say.
    """

    id: str
    engine: str
    engine_voice: str
    name: str
    language: str
    gender: str | None
