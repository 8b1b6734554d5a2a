"""A loaded Piper voice: its configuration and its model, which is opened a little at a time."""

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import onnxruntime

from plosive.engines.malloc import give_back
from plosive.engines.onnx_session import open_session
from plosive.engines.piper.vits_model import PARTS, VitsModel
from plosive.engines.piper.vits_pieces import find_or_make
from plosive.errors import EngineFailed
from plosive.voices.piper import PiperConfig, config_file, read_config

# Not structlog: it brings 12 MB to every worker process.
_log = logging.getLogger(__name__)


class PiperVoice:
    """One voice file. Call `open` until it returns False; then either `model` or `whole` is there."""

    def __init__(self, path: Path, gpu: int | None = None) -> None:
        """Read the configuration. Raises `EngineFailed`."""
        self.path = path
        self._gpu = gpu
        self.config = _read_config(path)
        self.model: VitsModel | None = None
        self.whole: Any = None
        self.waits = True
        """While it opens: it waits for the pieces of its graph, which another process makes."""
        self._opening = self._open()
        self._openers = 0
        try:
            self.memory_bytes = 2 * path.stat().st_size
        except OSError as error:
            raise EngineFailed(f"cannot read the voice {path}: {error.strerror}") from error

    memory_bytes: int
    """Memory of the open voice: its weights, a copy of them in the order that the processor likes, and room to work
    (measured: 125 MB for 63 MB of a medium voice)."""

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Where `open` is called. When the last that opens it leaves too early, what it holds is free for other processes."""
        self._openers += 1
        try:
            yield
        finally:
            self._openers -= 1
            if not self._openers:
                self._opening.close()
                self._opening = self._open()

    def open(self) -> bool:
        """Do the next part of opening it. False: it is open. Raises `EngineFailed`; the next call then begins anew."""
        if self.model is not None or self.whole is not None:
            return False
        try:
            next(self._opening)
        except StopIteration:
            return False
        except Exception as error:
            self._opening = self._open()
            if isinstance(error, OSError):
                raise EngineFailed(f"cannot open the voice {self.path}: {error}") from error
            raise
        return True

    def _open(self) -> Generator[None, None, None]:
        self.waits = True
        pieces = yield from find_or_make(self.path)
        self.waits = False
        if pieces.manifest.refusal is not None:
            _log.warning("%s is spoken a sentence at a time: %s", self.path, pieces.manifest.refusal)
            self.whole = self._session(self.path)
            return
        sessions = []
        for part in PARTS:
            yield
            sessions.append(self._session(pieces.path(part)))
        pieces.opened()
        give_back()
        self.model = VitsModel(pieces.manifest, *sessions)

    def _session(self, path: Path) -> onnxruntime.InferenceSession:
        try:
            return open_session(path, self._gpu)
        except Exception as error:  # ONNX Runtime's own exceptions derive from it alone
            raise EngineFailed(f"the voice {self.path} is not a model that ONNX Runtime opens: {error}") from error


def _read_config(path: Path) -> PiperConfig:
    file = config_file(path)
    try:
        config = read_config(path)
    except OSError as error:
        raise EngineFailed(f"cannot read {file}, which must lie beside the voice: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise EngineFailed(f"{file} is not the configuration of a Piper voice: {error}") from error
    if config.phoneme_type not in {"espeak", "text"}:
        raise EngineFailed(f"{file} has phonemes of type {config.phoneme_type!r}: only espeak and text can be spoken")
    if missing := {"_", "^", "$"} - config.phoneme_id_map.keys():
        raise EngineFailed(f"{file} has no phoneme_id_map for {sorted(missing)[0]!r}")
    return config
