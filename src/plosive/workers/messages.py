"""Messages on the pipe between the server and a worker: lengths, a msgpack header, raw PCM. No pickle."""

import struct
from typing import Final, TypeAlias

import msgspec

from plosive.utterance import Utterance, WordStart


class WorkerSettings(msgspec.Struct, frozen=True, tag="settings"):
    """The first message to the worker, sent once. It answers `Ready`.

    `voice_memory_mb` is the memory for loaded neural voices. `sentence_silence_ms` is the silence after each sentence of
    Piper's voices. `gpu` is the number of the GPU that neural voices run on; None: the CPU.
    """

    voice_memory_mb: int
    sentence_silence_ms: int = 0
    gpu: int | None = None


class Speak(msgspec.Struct, frozen=True, tag="speak"):
    """Tells the worker to speak this utterance as this job.

    `needed_at` is the time at which the listener has heard all earlier audio and needs the first sample, in seconds of the
    machine's monotonic clock. None: the listener hears nothing yet. The listener has the first `given_s` of the audio, in
    seconds, from a worker that died; then it is the sample behind these that is needed.
    """

    job: int
    utterance: Utterance
    needed_at: float | None = None
    given_s: float = 0.0


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Tells the worker to stop this job. It answers `Done`, unless it already has."""

    job: int


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The worker, once: it is warm and accepts jobs."""


class Working(msgspec.Struct, frozen=True, tag="working"):
    """The worker works on this job from now on. If it crashes, this job is the cause and no other."""

    job: int


class Audio(msgspec.Struct, frozen=True, tag="audio"):
    """The worker has audio: the payload is the job's next PCM (little-endian int16 mono). See `PcmChunk`.

    `worked_s` is the time that the worker has worked on it; 0 if it has loaded the voice in that time.
    """

    job: int
    rate_hz: int
    words: tuple[WordStart, ...] = ()
    worked_s: float = 0.0


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The worker has ended this job: it was spoken or cancelled."""

    job: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The worker has ended this job, because the engine refused it or failed: `traceback` shows an unexpected exception."""

    job: int
    reason: str
    traceback: str = ""


Message: TypeAlias = WorkerSettings | Speak | Cancel | Ready | Working | Audio | Done | Failed

_PREFIX: Final = struct.Struct("<II")
_MAX_HEADER_BYTES: Final = 1 << 20  # a Speak with the longest text of a session is far smaller
_MAX_PAYLOAD_BYTES: Final = 1 << 24  # 5 minutes of PCM; an engine's step is below a second

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)


class GarbledPipe(Exception):
    """The bytes are not messages: kill the other side, because it is broken."""


def encode(message: Message, payload: bytes = b"") -> bytes:
    """Encode one message with its payload."""
    header = _encoder.encode(message)
    return b"".join((_PREFIX.pack(len(header), len(payload)), header, payload))


class MessageReader:
    """Cuts a stream of bytes into messages."""

    def __init__(self) -> None:
        self._rest = b""  # of the last message, as far as it came

    def feed(self, data: bytes) -> list[tuple[Message, bytes]]:
        """Feed bytes and return the completed messages. Raises `GarbledPipe`; then discard the reader."""
        data = self._rest + data if self._rest else data
        messages = []
        start = 0
        while len(data) - start >= _PREFIX.size:
            header_bytes, payload_bytes = _PREFIX.unpack_from(data, start)
            if header_bytes > _MAX_HEADER_BYTES or payload_bytes > _MAX_PAYLOAD_BYTES:
                raise GarbledPipe(f"a message of {header_bytes} + {payload_bytes} bytes")
            payload_at = start + _PREFIX.size + header_bytes
            end = payload_at + payload_bytes
            if len(data) < end:
                break
            try:
                message = _decoder.decode(data[start + _PREFIX.size : payload_at])
            except msgspec.DecodeError as error:
                raise GarbledPipe(str(error)) from None
            messages.append((message, data[payload_at:end]))
            start = end
        self._rest = data[start:]
        return messages
