"""The embedded English voice: hibari's, whose model is a file of the package `hibari-tts`, which is not imported for it."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import structlog

from plosive.utterance import EngineVoice
from plosive.voices.voice import Voice

PREFIX = "Plosive.Hibari."
ENGINE = "hibari"

DEFAULT_VOICE = f"{PREFIX}heart"
LANGUAGE = "en-US"
GENDER = "female"

_PACKAGE = "hibari-tts"
_MODEL = "hibari/assets/hibari.onnx"


class HibariVoices:
    """The voice in the package, or none without it."""

    def __init__(self, model: Path | None) -> None:
        self.voices = (
            (Voice(DEFAULT_VOICE, EngineVoice(ENGINE, str(model)), "Heart", LANGUAGE, GENDER, quality="high"),)
            if model
            else ()
        )

    @classmethod
    def installed(cls) -> "HibariVoices":
        """Look for the package. Without it, which is logged, there is no voice."""
        try:
            model = Path(str(distribution(_PACKAGE).locate_file(_MODEL))).absolute()
        except PackageNotFoundError:
            model = None
        if model is None or not model.is_file():
            structlog.get_logger().warning("no embedded neural voice: espeak-ng speaks instead", package=_PACKAGE)
            return cls(None)
        return cls(model)

    def find(self, name: str) -> Voice | None:
        """The voice of this name, in upper or lower case, or None."""
        return next((voice for voice in self.voices if voice.id.lower() == f"{PREFIX}{name}".lower()), None)
