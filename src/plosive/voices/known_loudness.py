"""Loudness of the voices whose weights are published and therefore known: nobody waits until it is measured."""

from pathlib import Path
from typing import Final

from plosive.utterance import EngineVoice

_HIBARI: Final = {"hibari": -26.2}
"""LUFS by the names of models: the embedded voice."""

_KOKORO: Final = {"af_nova": -26.8}
"""LUFS by the names of voices, of Kokoro 1.0 (`python -m benchmarks loudness`)."""


def known_loudness_lufs(voice: EngineVoice) -> float | None:
    """Mean loudness of a voice as its engine speaks it, in LUFS. None: it has to be measured. A blend is not known."""
    if voice.engine == "hibari":
        return _HIBARI.get(Path(voice.model).stem)
    if voice.engine == "kokoro" and len(voice.blend) == 1:
        return _KOKORO.get(voice.blend[0][0])
    return None
