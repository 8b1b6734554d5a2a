"""hibari's voices: one is a file of the package `hibari-tts`, others are in the folder of voices. Imports no model."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from plosive.utterance import EngineVoice
from plosive.voices.folder import folders
from plosive.voices.voice import Voice

PREFIX = "Plosive.Hibari."
ENGINE = "hibari"

DEFAULT_VOICE = f"{PREFIX}heart"
LANGUAGE = "en-US"
GENDER = "female"
RATE_HZ: Final = 24000

_PACKAGE = "hibari"
_EMBEDDED = "hibari.onnx"


@dataclass(frozen=True, slots=True)
class HibariFile:
    """A voice of hibari's as published: its name, and its model, which is named after the Kokoro voice that it is like."""

    name: str
    language: str
    gender: str
    file: str
    size_bytes: int
    sha256: str


PUBLISHED: Final = (
    HibariFile(
        "emma", "en-GB", "female", "bf_emma.int8.onnx", 7936868,
        "f709f0488ee63b583a22189a955aaf4257b9806dd330be3490661e53af0a89c1",
    ),
    HibariFile(
        "fable", "en-GB", "male", "bm_fable.int8.onnx", 7936868,
        "c28529302f2d27cd12f62625c24425888c4e3c2675583100ec530259136b8bc6",
    ),
    HibariFile(
        "fenrir", "en-US", "male", "am_fenrir_v2.int8.onnx", 8031158,
        "f59fbd87908c91f827bc21b1b89443757b9a8580db9eee20aa948deb731321f4",
    ),
    HibariFile(
        "kore", "en-US", "female", "af_kore.int8.onnx", 7936868,
        "346885752673e45d42f9864c9e2432094bc4b6385df060d4b83273da764d2fa9",
    ),
)  # fmt: skip
"""The voices that can be installed besides the embedded one, from the list in the package."""


class HibariVoices:
    """The embedded voice and the installed ones, by name."""

    def __init__(self, embedded: Path | None, installed: Mapping[str, Path] | None = None) -> None:
        found = installed or {}
        heart = (_voice("heart", LANGUAGE, GENDER, embedded),) if embedded else ()
        self.models = tuple(found.values())
        self.voices = heart + tuple(
            _voice(each.name, each.language, each.gender, found[each.name]) for each in PUBLISHED if each.name in found
        )

    @classmethod
    def read(cls, root: Path | None) -> "HibariVoices":
        """Look for the package, and for published models at or below `root`. Without the package, which is logged, no voice is
        embedded.
        """
        # importlib.metadata, which would know its version, takes 40 ms to import.
        package = find_spec(_PACKAGE)
        embedded = Path(package.origin).with_name("assets") / _EMBEDDED if package and package.origin else None
        if embedded is None or not embedded.is_file():
            import structlog  # noqa: PLC0415 - workers read voices too, and it takes 12 MB of each

            structlog.get_logger().warning("no embedded neural voice: espeak-ng speaks instead", package="hibari-tts")
            embedded = None
        return cls(embedded, hibari_models(root) if root else None)

    def find(self, name: str) -> Voice | None:
        """The voice of this name, in upper or lower case, or None."""
        return next((voice for voice in self.voices if voice.id.lower() == f"{PREFIX}{name}".lower()), None)


def hibari_models(root: Path) -> dict[str, Path]:
    """The published models at or below a folder, by the names of their voices; of several the first."""
    names = {each.file: each.name for each in PUBLISHED}
    found: dict[str, Path] = {}
    for folder, files in folders(root):
        for file in files:
            if file in names and f"{file}.json" not in files:
                found.setdefault(names[file], folder / file)
    return found


def _voice(name: str, language: str, gender: str, model: Path) -> Voice:
    return Voice(
        PREFIX + name, EngineVoice(ENGINE, str(model)), name.title(), language, gender, RATE_HZ, quality="high"
    )
