"""Kokoro's voices: the files of its folder, and the voices and blends of one model. Reads names and sizes, never the model."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plosive.utterance import EngineVoice
from plosive.voices.folder import folders, left_out
from plosive.voices.voice import Voice

PREFIX = "Plosive.Kokoro."
ENGINE = "kokoro"
RATE_HZ: Final = 24000

LANGUAGES: Final = {
    "a": "en-US",
    "b": "en-GB",
    "e": "es",
    "f": "fr-FR",
    "h": "hi",
    "i": "it",
    "j": "ja",
    "p": "pt-BR",
    "z": "cmn",
}
"""Language of a voice by the first letter of its name. The second letter is its gender, f or m."""

_NAME = re.compile(r"[abefhijpz][fm](_[a-z0-9_]+)?")
_PART = re.compile(r"([a-z0-9_]+)(?:\((\d{1,3}(?:\.\d{1,3})?)\))?")

# The best voice of languages that have several, by the grades in the model's own list (VOICES.md of hexgrad/Kokoro-82M).
_BEST = ("af_heart", "am_michael", "bf_emma", "bm_george")

MODELS: Final = ("kokoro*.onnx", "model*.onnx", "onnx/kokoro*.onnx", "onnx/model*.onnx")

STYLE: Final = 256
"""A voice is a table of styles, one for each length of text. A style is a row of so many float32."""

_ROW_BYTES: Final = 4 * STYLE


@dataclass(frozen=True, slots=True)
class KokoroFiles:
    """A folder of Kokoro's: its models and the names of its voices."""

    folder: Path
    models: tuple[Path, ...]
    names: tuple[str, ...]


class KokoroVoices:
    """Every voice of one Kokoro model, by name, and every blend: `af_heart+am_adam`, or `af_heart(2)+am_adam(1)`.

    An engine voice's blend are shares of one, in four digits. A blend speaks the language of its first voice.
    """

    def __init__(self, files: KokoroFiles | None) -> None:
        self._folder = files.folder if files else Path()
        self.names = tuple(sorted(files.names, key=lambda name: (name[0], name not in _BEST, name))) if files else ()
        self.models = files.models if files else ()
        self.voices = tuple(voice for name in self.names if (voice := self.find(name)))

    @classmethod
    def read(cls, root: Path) -> "KokoroVoices":
        """Read the first Kokoro folder at or below `root`; further ones are logged. Without one there are no voices."""
        found = list(kokoro_folders(root))
        for other in found[1:]:
            left_out(other.folder, f"{found[0].folder} has Kokoro already")
        return cls(found[0] if found else None)

    def find(self, name: str) -> Voice | None:
        """The voice or blend of this name, in upper or lower case, or None."""
        weights: dict[str, float] = {}
        for part in name.lower().split("+"):
            matched = _PART.fullmatch(part)
            weight = float(matched[2] or 1) if matched else 0
            if not matched or matched[1] not in self.names or matched[1] in weights or not weight:
                return None
            weights[matched[1]] = weight
        total = sum(weights.values())
        even = len(set(weights.values())) == 1
        genders = {each[1] for each in weights}
        return Voice(
            id=PREFIX + "+".join(each if even else f"{each}({weight:g})" for each, weight in weights.items()),
            engine_voice=EngineVoice(
                ENGINE, str(self._folder), blend=tuple((each, float(f"{w / total:.4g}")) for each, w in weights.items())
            ),
            name=" + ".join(each[3:].replace("_", " ").title() or each for each in weights),
            language=LANGUAGES[next(iter(weights))[0]],
            gender={"f": "female", "m": "male"}[genders.pop()] if len(genders) == 1 else None,
            rate_hz=RATE_HZ,
            quality="high",
        )


def kokoro_folders(root: Path) -> Iterable[KokoroFiles]:
    """Every folder at or below `root` with a Kokoro model and voices for it, in both published layouts.

    The model is `kokoro*.onnx` or `model*.onnx`, in the folder or in `onnx/`. Voices are `voices/<name>.bin`, raw styles,
    or `voices*.bin` or `voices*.npz`, a NumPy archive of them.
    """
    for folder, _ in folders(root):
        models = model_files(folder)
        if models and (names := _named(folder)):
            yield KokoroFiles(folder, models, names)


def model_files(folder: Path) -> tuple[Path, ...]:
    """The models in a folder of Kokoro's. With a JSON file of its own beside it a model is Piper's."""
    return tuple(
        model
        for pattern in MODELS
        for model in sorted(folder.glob(pattern))
        if not model.with_name(f"{model.name}.json").exists()
    )


def style_tables(folder: Path) -> list[Path]:
    """The files that hold the styles of one voice each, named after it."""
    return sorted(folder.glob("voices/*.bin"))


def style_archives(folder: Path) -> list[Path]:
    """The NumPy archives that hold the styles of many voices, by their names."""
    return sorted(file for file in folder.glob("voices*") if file.suffix in {".bin", ".npz"})


def _named(folder: Path) -> tuple[str, ...]:
    names: dict[str, Path] = {}
    for file in style_tables(folder):
        try:
            size = file.stat().st_size
        except OSError as error:
            left_out(file, str(error))
            continue
        if not size or size % _ROW_BYTES:
            left_out(file, f"{size} bytes are not rows of 256 float32")
        else:
            names[file.stem] = file
    for file in style_archives(folder):
        try:
            with zipfile.ZipFile(file) as archive:
                names |= {name.removesuffix(".npy"): file for name in archive.namelist()}
        except (OSError, zipfile.BadZipFile) as error:
            left_out(file, f"not a NumPy archive of voices: {error}")
    for name, file in names.items():
        if not _NAME.fullmatch(name):
            left_out(file, f"{name!r} does not begin with the letter of a language ({', '.join(LANGUAGES)}) and f or m")
    return tuple(name for name in names if _NAME.fullmatch(name))
