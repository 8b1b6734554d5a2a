"""Installs published voices into the folder of voices, atomically, and removes them.

Only the command line may import this (`pyproject.toml`), so that no request starts a download.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from huggingface_hub.utils import WeakFileLock

from plosive.errors import UnknownVoice
from plosive.voices.folder import CUT_SUFFIX, folders, spoken_name
from plosive.voices.hibari import hibari_models
from plosive.voices.hub import KOKORO, Published, download, hibari_voices, kokoro, piper_voices
from plosive.voices.ids import closest
from plosive.voices.kokoro import kokoro_folders, style_archives
from plosive.voices.piper import PREFIX

_COMING: Final = ".partial"
"""The folder of partial downloads. It is hidden, so the catalogue ignores it."""


def published(name: str) -> Published:
    """The published voice with this name, former name or voice id; `kokoro` is Kokoro with all its voices.

    Raises UnknownVoice with the nearest names, and SetupError if the hub is not available.
    """
    if name.lower() == KOKORO:
        return kokoro()
    if found := _hibari(name):
        return found
    plain = name.removeprefix(PREFIX)
    known = piper_voices()
    by_name = {alias: voice for voice in known.values() for alias in (*voice.aliases, spoken_name(voice.name))} | known
    if plain not in by_name:
        raise UnknownVoice(name, tuple(closest(plain, [*by_name, *hibari_voices(), KOKORO])))
    return by_name[plain]


def install(voice: Published, voices_dir: Path) -> bool:
    """Install a voice. Returns False if it is already installed as published.

    The download goes into a hidden folder of `voices_dir`; one rename installs the voice after all files are verified.
    Raises SetupError, and OSError if `voices_dir` cannot be written.
    """
    target = voices_dir / voice.name
    coming = voices_dir / _COMING / voice.name
    old = coming.with_name(f"{voice.name}.old")
    coming.parent.mkdir(parents=True, exist_ok=True)
    with WeakFileLock(coming.parent / "lock"):
        if _is_whole(voice, target):
            return False
        download(voice, coming)
        wanted = {coming / piece.target for piece in voice.pieces}
        for file in coming.rglob("*"):
            if file.is_file() and file not in wanted:
                file.unlink()
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.replace(old)
        coming.replace(target)
        shutil.rmtree(old, ignore_errors=True)
    return True


def remove(name: str, voices_dir: Path) -> None:
    """Remove the files of an installed voice, its cut graph, and folders that are then empty.

    Raises UnknownVoice with the nearest installed names.
    """
    files, installed = _files(name, voices_dir), _installed(voices_dir)
    if not files:
        raise UnknownVoice(
            name, tuple(closest(name, installed)), "Embedded voices stay: only installed ones are removed."
        )
    for file in files:
        if file.suffix == CUT_SUFFIX:
            shutil.rmtree(file, ignore_errors=True)
        else:
            file.unlink(missing_ok=True)
    root = voices_dir.absolute()
    emptied = {above for file in files for above in file.parents if root in above.parents}
    for folder in sorted(emptied, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _hibari(name: str) -> Published | None:
    return next((each for each in hibari_voices().values() if name in (each.name, each.voice_id)), None)


def _is_whole(voice: Published, folder: Path) -> bool:
    return all(
        (file := folder / piece.target).is_file() and piece.digest_of(file) == piece.digest for piece in voice.pieces
    )


def _files(name: str, voices_dir: Path) -> list[Path]:
    """The files of an installed voice. The model comes first: without it the catalogue ignores the rest."""
    if name.lower() == KOKORO:
        return [
            file
            for found in kokoro_folders(voices_dir)
            for file in (
                *found.models,
                *(Path(f"{model}{CUT_SUFFIX}") for model in found.models),
                *found.folder.glob("voices/*.bin"),
                *style_archives(found.folder),
                *(found.folder / each for each in ("config.json", "tokenizer.json", "README.md")),
            )
        ]
    if hibari := _hibari(name):
        return [model for model in hibari_models(voices_dir).values() if model.name == hibari.pieces[0].target]
    wanted = spoken_name(name.removeprefix(PREFIX)).lower()
    for model in _models(voices_dir):
        if spoken_name(model.stem).lower() == wanted:
            files = [model, Path(f"{model}.json"), Path(f"{model}{CUT_SUFFIX}")]
            return [*files, model.with_name("MODEL_CARD")] if model.parent.name == model.stem else files
    return []


def _installed(voices_dir: Path) -> list[str]:
    hibari = [f"hibari-{name}" for name in hibari_models(voices_dir)]
    return [model.stem for model in _models(voices_dir)] + hibari + [KOKORO for _ in kokoro_folders(voices_dir)]


def _models(voices_dir: Path) -> Iterable[Path]:
    for folder, names in folders(voices_dir):
        yield from (folder / name for name in names if name.endswith(".onnx") and f"{name}.json" in names)
