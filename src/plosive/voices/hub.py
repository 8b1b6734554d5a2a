"""Voices published on the Hugging Face hub, or on the mirror that HF_ENDPOINT names, and their download.

The only module that accesses the network for voices. No module that serves requests may import it: see the installer.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import huggingface_hub as hub
import msgspec
from huggingface_hub import constants
from huggingface_hub.file_download import http_get  # not public: the public downloads cannot resume in another process
from huggingface_hub.utils import build_hf_headers, tqdm

from plosive.errors import SetupError
from plosive.voices.folder import spoken_name
from plosive.voices.hibari import PREFIX as HIBARI_PREFIX
from plosive.voices.hibari import PUBLISHED as HIBARI
from plosive.voices.kokoro import LANGUAGES
from plosive.voices.languages import written
from plosive.voices.piper import PREFIX

KOKORO: Final = "kokoro"
"""The name under which Kokoro is installed, with all its voices."""

_PIPER_REPOSITORY: Final = "rhasspy/piper-voices"
_PIPER_LIST: Final = "voices.json"
_HIBARI_REPOSITORY: Final = "maureesewilliams/hibari"
_HIBARI_NAME: Final = "hibari-"
_KOKORO_REPOSITORY: Final = "onnx-community/Kokoro-82M-v1.0-ONNX"
_KOKORO_MODEL: Final = "onnx/model.onnx"
_KOKORO_FILES: Final = (_KOKORO_MODEL, "config.json", "tokenizer.json", "README.md")

_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a voice: its path in the repository, its path in the voice's folder, its size and digest.

    The algorithm is the one that the hub publishes: MD5 in Piper's list, SHA-256 for large files, git's for small ones.
    """

    path: str
    target: str
    size_bytes: int
    algorithm: Literal["md5", "sha256", "git"]
    digest: str

    def digest_of(self, file: Path) -> str:
        """The digest of a file, by this piece's algorithm."""
        if self.algorithm == "git":
            content = hashlib.sha1(b"blob %d\0" % file.stat().st_size, usedforsecurity=False)
        else:
            content = hashlib.new(self.algorithm, usedforsecurity=False)
        with file.open("rb") as opened:
            while block := opened.read(_BLOCK_BYTES):
                content.update(block)
        return content.hexdigest()


@dataclass(frozen=True, slots=True)
class Published:
    """A voice that can be installed. `name` is also the name of its folder; `aliases` are its former names."""

    name: str
    languages: tuple[str, ...]
    quality: str
    speakers: int
    repository: str
    revision: str
    pieces: tuple[Piece, ...]
    aliases: tuple[str, ...] = ()
    licence: str = "MODEL_CARD there says what its licence is"

    @property
    def voice_id(self) -> str:
        """The id of a Piper or hibari voice after it is installed."""
        if self.repository == _HIBARI_REPOSITORY:
            return HIBARI_PREFIX + self.name.removeprefix(_HIBARI_NAME)
        return PREFIX + spoken_name(self.name)

    @property
    def size_bytes(self) -> int:
        """The size of all pieces together."""
        return sum(piece.size_bytes for piece in self.pieces)


class _File(msgspec.Struct):
    size_bytes: int
    md5_digest: str


class _Language(msgspec.Struct):
    code: str


class _Entry(msgspec.Struct):
    """The used fields of an entry of Piper's list."""

    language: _Language
    quality: str
    files: dict[str, _File]
    num_speakers: int = 1
    aliases: tuple[str, ...] = ()


@cache
def piper_voices() -> dict[str, Published]:
    """All published Piper voices by name. Raises SetupError if the list is not available."""
    with _explained(f"{_PIPER_REPOSITORY}/{_PIPER_LIST}"):
        file = _newest_list()
        entries = msgspec.json.decode(file.read_bytes(), type=dict[str, _Entry])
    revision = file.parent.name
    return {name: _piper(name, entry, revision) for name, entry in entries.items() if _is_plain(name)}


@cache
def kokoro() -> Published:
    """Kokoro as published. Raises SetupError if the list of its files is not available."""
    with _explained(_KOKORO_REPOSITORY):
        try:
            revision, pieces = _listed_kokoro()
        except Exception:
            revision, pieces = _cached_kokoro()
            if not pieces:
                raise
        if _KOKORO_MODEL not in {piece.path for piece in pieces}:
            raise SetupError(f"{_KOKORO_REPOSITORY} has no {_KOKORO_MODEL}")
    languages = tuple(LANGUAGES.values())
    voices = sum(_is_kokoro_voice(piece.path) for piece in pieces)
    return Published(KOKORO, languages, "high", voices, _KOKORO_REPOSITORY, revision, pieces, licence="Apache-2.0")


def hibari_voices() -> dict[str, Published]:
    """hibari's voices besides the embedded one, by name. Nothing is asked for them: their package lists them."""
    return {
        f"{_HIBARI_NAME}{each.name}": Published(
            f"{_HIBARI_NAME}{each.name}",
            (each.language,),
            "high",
            1,
            _HIBARI_REPOSITORY,
            "main",
            (Piece(f"voices/{each.file}", each.file, each.size_bytes, "sha256", each.sha256),),
            (f"{HIBARI_PREFIX}{each.name}",),
            licence="Apache-2.0",
        )
        for each in HIBARI
    }


def download(voice: Published, folder: Path) -> None:
    """Download all pieces of a voice into a folder, resume partial files there, and verify the digests.

    Raises SetupError: for a wrong digest, after removing the folder; for a failed download, after which the folder stays, to be
    resumed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    have = sum(file.stat().st_size for piece in voice.pieces if (file := folder / piece.target).exists())
    # disable=None: no bar unless stderr is a terminal.
    with tqdm(  # type: ignore[no-untyped-call]
        total=voice.size_bytes, initial=have, unit="B", unit_scale=True, desc=voice.name, disable=None
    ) as bar:
        for piece in voice.pieces:
            file = folder / piece.target
            file.parent.mkdir(parents=True, exist_ok=True)
            with _explained(f"{voice.repository}/{piece.path}", file):
                _fetch(voice, piece, file, bar)
            if (digest := piece.digest_of(file)) != piece.digest:
                shutil.rmtree(folder)
                raise SetupError(
                    f"{voice.repository}/{piece.path} is refused: its {piece.algorithm} digest is {digest}, "
                    f"published is {piece.digest}"
                )
            # The installer's rename may reach the disk before the content of the file.
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())


def _fetch(voice: Published, piece: Piece, file: Path, bar: Any) -> None:
    cached = _cached(voice.repository, piece.path, voice.revision)
    if cached and piece.digest_of(cached) == piece.digest:
        shutil.copyfile(cached, file)
        return
    have = file.stat().st_size if file.exists() else 0
    if have > piece.size_bytes:
        file.unlink()
        have = 0
    try:
        with file.open("ab") as opened:
            http_get(
                hub.hf_hub_url(voice.repository, piece.path, revision=voice.revision),
                opened,
                resume_size=have,
                # A partial compressed answer could not be resumed.
                headers={**build_hf_headers(), "Accept-Encoding": "identity"},
                expected_size=piece.size_bytes,
                # One bar for all pieces: Kokoro has sixty.
                tqdm_class=lambda **_: nullcontext(bar),  # type: ignore[arg-type]
            )
    except OSError as error:
        # Network errors are no OSErrors here: this one says that the file has the wrong size.
        response = getattr(error, "response", None)
        if response is None or response.status_code == 416:
            file.unlink(missing_ok=True)
        raise


def _newest_list() -> Path:
    try:
        # One quick try first: without a network hf_hub_download would retry for half a minute.
        hub.get_hf_file_metadata(hub.hf_hub_url(_PIPER_REPOSITORY, _PIPER_LIST))
        return Path(hub.hf_hub_download(_PIPER_REPOSITORY, _PIPER_LIST))
    except Exception:
        cached = _cached(_PIPER_REPOSITORY, _PIPER_LIST, "main")
        if cached is None:
            raise
        return cached


def _piper(name: str, entry: _Entry, revision: str) -> Published:
    pieces = tuple(
        Piece(path, Path(path).name, file.size_bytes, "md5", file.md5_digest)
        for path, file in entry.files.items()
        if path.endswith((".onnx", ".onnx.json", "/MODEL_CARD"))
    )
    language = written(entry.language.code.replace("_", "-"))
    aliases = entry.aliases
    return Published(name, (language,), entry.quality, entry.num_speakers, _PIPER_REPOSITORY, revision, pieces, aliases)


def _listed_kokoro() -> tuple[str, tuple[Piece, ...]]:
    info = hub.HfApi().model_info(_KOKORO_REPOSITORY, files_metadata=True)
    pieces = []
    for file in info.siblings or ():
        path = file.rfilename
        if not _is_kokoro_file(path):
            continue
        if file.lfs:
            pieces.append(Piece(path, path, file.lfs.size, "sha256", file.lfs.sha256))
        elif file.size is not None and file.blob_id:
            pieces.append(Piece(path, path, file.size, "git", file.blob_id))
        else:
            raise SetupError("the hub does not tell its digests, and without them nothing is installed")
    return str(info.sha), tuple(pieces)


def _cached_kokoro() -> tuple[str, tuple[Piece, ...]]:
    """The files in the hub's cache. They are links to files that are named by their digest."""
    model = _cached(_KOKORO_REPOSITORY, _KOKORO_MODEL, "main")
    if model is None:
        return "", ()
    snapshot = model.parent.parent
    pieces = []
    for file in sorted(snapshot.rglob("*")):
        path = file.relative_to(snapshot).as_posix()
        if _is_kokoro_file(path) and file.is_symlink():
            digest = file.readlink().name
            algorithm: Literal["sha256", "git"] = "sha256" if len(digest) == 64 else "git"
            pieces.append(Piece(path, path, file.stat().st_size, algorithm, digest))
    return snapshot.name, tuple(pieces)


def _is_kokoro_file(path: str) -> bool:
    return path in _KOKORO_FILES or _is_kokoro_voice(path)


def _is_kokoro_voice(path: str) -> bool:
    folder, _, name = path.partition("/")
    return folder == "voices" and name.endswith(".bin") and _is_plain(name)


def _is_plain(name: str) -> bool:
    """Whether a name from the network is safe as a file name."""
    return bool(name) and not name.startswith(".") and not set(name) & set("/\\\0")


def _cached(repository: str, path: str, revision: str) -> Path | None:
    found = hub.try_to_load_from_cache(repository, path, revision=revision)
    return Path(found) if isinstance(found, str) else None


@contextmanager
def _explained(what: str, coming: Path | None = None) -> Iterator[None]:
    """Turn any error into a SetupError of one line: the hub's client also raises the errors of its HTTP library.

    `coming` is the partial file, if it can be resumed.
    """
    try:
        yield
    except SetupError as error:
        raise SetupError(f"{what}: {error}") from None
    except Exception as error:
        if hub.is_offline_mode():
            raise SetupError(
                f"HF_HUB_OFFLINE is set, and the hub's cache ({constants.HF_HUB_CACHE}) does not hold {what}"
            ) from error
        reason = next(iter(str(error.__cause__ or error).splitlines()), "") or type(error).__name__
        again = ". The same command again goes on from where this one stopped" if coming and coming.exists() else ""
        offline = (
            "" if coming else ". Without this network, name a mirror in HF_ENDPOINT or copy a folder: docs/voices.md"
        )
        raise SetupError(f"{what} cannot be had from {constants.ENDPOINT}: {reason}{again}{offline}") from error
