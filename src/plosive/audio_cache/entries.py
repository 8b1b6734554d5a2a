"""Entries of the audio cache: keys of utterances, their audio, and both as bytes with a checksum.

Bytes that are damaged, of another version or of another key are refused.
"""

import hashlib
import os
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec

from plosive.utterance import PcmChunk, Utterance, WordStart

_VERSION: Final = b"plosive audio 3\n"
"""First part of every key and entry. Raise it when the speech of an engine changes, or when `EngineVoice` or `Entry` changes:
then older entries are not found."""

_LIBRARIES: Final = ("espeakng-loader", "onnxruntime", "piper-tts")
"""The speech may also change with the release of one of these."""

_CHECKSUM_BYTES: Final = 16
_FRESH_S: Final = 2.0
"""Longest time until the server notices that a model file was replaced."""

_FIRST_SLICE_MS: Final = 60
_LONGEST_SLICE_MS: Final = 480
"""Slices double from the first to the longest, like an engine's steps. Encoding a whole sentence at once would make all
listeners wait for 10 ms."""

_encoder = msgspec.msgpack.Encoder()


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """Audio of a whole utterance: little-endian int16 mono."""

    rate_hz: int
    pcm: bytes
    words: tuple[WordStart, ...]

    @classmethod
    def of(cls, chunks: Sequence[PcmChunk]) -> "Entry | None":
        """Return the entry of an utterance's chunks. None if there are no chunks, or several sample rates."""
        rates = {chunk.rate_hz for chunk in chunks}
        if len(rates) != 1:
            return None
        words = tuple(word for chunk in chunks for word in chunk.words)
        return cls(rates.pop(), b"".join([chunk.pcm for chunk in chunks]), words)

    def chunks(self) -> tuple[PcmChunk, ...]:
        """Return the audio in growing slices. The first has all words."""
        slices = []
        at, size, longest = 0, _size(_FIRST_SLICE_MS, self.rate_hz), _size(_LONGEST_SLICE_MS, self.rate_hz)
        while at < len(self.pcm):
            slices.append(PcmChunk(self.pcm[at : at + size], self.rate_hz, () if at else self.words, cached=True))
            at += size
            size = min(2 * size, longest)
        return tuple(slices)


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    key: bytes
    entry: Entry


_decoder = msgspec.msgpack.Decoder(_Kept)


def pack(key: bytes, entry: Entry) -> bytes:
    """Return the entry as bytes."""
    body = _encoder.encode(_Kept(key, entry))
    return _VERSION + hashlib.blake2b(body, digest_size=_CHECKSUM_BYTES).digest() + body


def unpack(key: bytes, data: bytes) -> Entry | None:
    """Return the entry in these bytes. None if they are damaged or belong to another key."""
    start = len(_VERSION) + _CHECKSUM_BYTES
    body = memoryview(data)[start:]
    if not data.startswith(_VERSION):
        return None
    if hashlib.blake2b(body, digest_size=_CHECKSUM_BYTES).digest() != data[len(_VERSION) : start]:
        return None
    try:
        kept = _decoder.decode(body)
    except msgspec.DecodeError:
        return None
    return kept.entry if kept.key == key else None


class Keys:
    """Digests of utterances: text, prosody, voice, the voice's files, and the releases of the libraries that speak."""

    def __init__(self) -> None:
        self._releases = [version(library) for library in _LIBRARIES]
        self._begun: dict[str, tuple[float, hashlib.blake2b]] = {}

    def key(self, utterance: Utterance) -> bytes:
        """Return 32 bytes, equal for equal speech. Raises nothing: a missing model has a key too."""
        # Cached by model: clients may ask for any number of blends, but there are few models.
        model = utterance.voice.model
        looked_at, begun = self._begun.get(model, (0.0, None))
        now = time.monotonic()
        if begun is None or now - looked_at > _FRESH_S:
            changes = _encoder.encode((self._releases, _files(Path(model))))
            begun = hashlib.blake2b(_VERSION + changes, digest_size=32)
            self._begun[model] = now, begun
        digest = begun.copy()
        digest.update(_encoder.encode(utterance))
        return digest.digest()


def _files(path: Path) -> list[tuple[str, int, int]]:
    """Return name, size and time of change of a model's file, or of all files in its folder. Empty if it is no path."""
    looked_at = [path, *sorted(path.glob("*")), *sorted(path.glob("*/*"))] if path.is_dir() else [path]
    found = []
    for each in looked_at:
        try:
            status = os.stat(each)  # noqa: PTH116 - half the time of Path.stat, on the way to the first audio
        except OSError:
            continue
        found.append((str(each), status.st_size, status.st_mtime_ns))
    return found


def _size(ms: int, rate_hz: int) -> int:
    return 2 * max(1, rate_hz * ms // 1000)
