"""Recordings: speech kept in files for a while. Clients fetch it by id, also while it is still being made.

The store has a record of each, the data folder its file. An id works only with a key of the same organization.
"""

import asyncio
import datetime as dt
import re
import uuid
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Final

import orjson
import structlog

from plosive.errors import BadText, EngineFailed, PlosiveError, Refused, StoreUnavailable, UnknownRecording
from plosive.narration import Narration
from plosive.store.records import AudioRecord, now
from plosive.subtitles import WRITERS, segment_list, word_list
from plosive.word_times import joined

if TYPE_CHECKING:
    from plosive.store.audio_records import AudioRecords

_KEPT: Final = dt.timedelta(hours=1)
"""Time to pass the URL on and play the audio. A client that needs it longer must save the file."""

_SWEEP_S: Final = 60.0
"""Interval at which files of expired records are removed."""

_FORMS: Final = (*WRITERS, "json")
_READ_BYTES: Final = 1 << 16
_ID: Final = re.compile("[0-9a-f-]{36}")

_log = structlog.get_logger()


class _Making:
    """A recording that this process is making. `grown` is set and replaced whenever the file has grown."""

    def __init__(self) -> None:
        self.grown = asyncio.Event()
        self.is_done = False
        self.has_failed = False

    def grow(self) -> None:
        grown, self.grown = self.grown, asyncio.Event()
        grown.set()


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording. `size_bytes` is None while it is being made."""

    content_type: str
    size_bytes: int | None
    _path: Path
    _making: _Making | None

    async def words(self, form: str) -> bytes:
        """Return its words as "srt", "vtt" or "json", when all is spoken. Raises `EngineFailed` if the synthesis failed."""
        making = self._making
        while making is not None and not making.is_done:
            await making.grown.wait()
        if making is not None and making.has_failed:
            raise EngineFailed("the recording failed")
        return await asyncio.to_thread(_words_file(self._path, form).read_bytes)

    async def audio(self, start: int = 0, stop: int | None = None) -> AsyncGenerator[bytes, None]:
        """Yield its bytes from `start` to `stop` or to its end. Raises `EngineFailed` if the synthesis failed on the way."""
        offset, making = start, self._making
        while True:
            is_last = making is None or making.is_done
            grown = making.grown if making else None
            while data := await asyncio.to_thread(_read_at, self._path, offset, stop):
                offset += len(data)
                yield data
            if is_last:
                break
            if grown is not None:
                await grown.wait()
        if making is not None and making.has_failed:
            raise EngineFailed("the recording failed")


class Recordings:
    """Open it before use and close it after. Closing gives up recordings that are not finished."""

    def __init__(self, folder: Path, records: "AudioRecords") -> None:
        self._folder = folder
        self._records = records
        self._makings: dict[str, _Making] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self) -> None:
        """Start removing expired recordings."""
        self._run(self._sweep())

    async def close(self) -> None:
        """Give up recordings that are not finished."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def start(self, narration: Narration) -> str:
        """Start recording a narration. Returns the recording's id when there is audio.

        Raises the errors of `Narration.audio`, `BadText` if there is nothing to speak, and `StoreUnavailable`, also if the disk
        is full.
        """
        record_id = str(uuid.uuid4())
        path = self._folder / record_id
        order, audio = narration.order, narration.audio()
        try:
            first = await anext(audio, None)
            if first is None:
                raise BadText("There is nothing in this text that can be spoken")
            await asyncio.to_thread(_begin, path, first)
            made_at = now()
            await self._records.create(
                AudioRecord(
                    record_id,
                    order.caller.organization,
                    made_at,
                    made_at + _KEPT,
                    str(path),
                    order.audio[0].content_type,
                    "pending",
                )
            )
        except BaseException as error:
            await audio.aclose()
            path.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise StoreUnavailable(f"The recording cannot be kept: {error.strerror}; try again") from error
            raise
        self._makings[record_id] = _Making()
        self._run(self._make(record_id, path, audio, narration))
        return record_id

    async def get(self, organization: str, record_id: str) -> "Recording":
        """Return a recording. Raises `UnknownRecording`, `Refused`, `StoreUnavailable`."""
        if not _ID.fullmatch(record_id):
            raise UnknownRecording(record_id)
        making = self._makings.get(record_id)  # before the record, because it is removed only after its record is final
        record = await self._records.get(organization, record_id)
        if record is None or record.status == "failed":
            raise UnknownRecording(record_id)
        if record.status == "pending" and making is None:
            raise Refused(503, "Another server is still making this recording; try again", retry_after_s=2)
        path = Path(record.path)
        size = (await asyncio.to_thread(path.stat)).st_size if making is None else None
        return Recording(record.content_type, size, path, making)

    async def words(self, organization: str, record_id: str, form: str) -> bytes:
        """Return the words of a recording as "srt", "vtt" or "json", when all is spoken.

        Raises `UnknownRecording`, `Refused`, `StoreUnavailable`.
        """
        recording = await self.get(organization, record_id)
        try:
            return await recording.words(form)
        except (EngineFailed, FileNotFoundError):
            raise UnknownRecording(record_id) from None

    def _run(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _make(self, record_id: str, path: Path, audio: AsyncGenerator[bytes, None], narration: Narration) -> None:
        making = self._makings[record_id]
        making.has_failed = True
        try:
            async with aclosing(audio):
                async for chunk in audio:
                    await asyncio.to_thread(_append, path, chunk)
                    making.grow()
            await asyncio.to_thread(finish_header, path, narration)
            await asyncio.to_thread(_write_words, path, narration)
            making.has_failed = False
        except (PlosiveError, OSError) as error:
            _log.warning("recording failed", id=record_id, error=str(error))
        finally:
            making.is_done = True
            making.grow()
            try:
                await self._records.finish(record_id, "failed" if making.has_failed else "done")
            finally:
                del self._makings[record_id]

    async def _sweep(self) -> None:
        while True:
            try:
                for record in await self._records.expire():
                    for file in (Path(record.path), *(_words_file(Path(record.path), form) for form in _FORMS)):
                        await asyncio.to_thread(file.unlink, missing_ok=True)
            except (PlosiveError, OSError) as error:
                _log.warning("expired recordings cannot be removed", error=str(error))
            await asyncio.sleep(_SWEEP_S)


def _words_file(path: Path, form: str) -> Path:
    return path.with_name(f"{path.name}.{form}")


def _write_words(path: Path, narration: Narration) -> None:
    spoken = narration.spoken
    timed = {
        "text": reduce(joined, (segment.text for segment in spoken), ""),
        "duration_ms": round(narration.seconds * 1000),
        "words": word_list(spoken),
        "segments": segment_list(spoken),
    }
    _words_file(path, "json").write_bytes(orjson.dumps(timed))
    for form, write in WRITERS.items():
        _words_file(path, form).write_text(write(spoken), encoding="utf-8", newline="\n")


def finish_header(path: Path, narration: Narration) -> None:
    """Write the true length into the header of a file of a narration that has ended, in formats that have one there."""
    with path.open("r+b") as file:
        for place, size in narration.header_lengths.items():
            file.seek(place)
            file.write(size)


def _begin(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


def _read_at(path: Path, offset: int, stop: int | None) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(_READ_BYTES if stop is None else min(_READ_BYTES, stop - offset))
