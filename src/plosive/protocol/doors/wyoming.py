"""The door of the Wyoming protocol, as Home Assistant speaks it: events with a JSON header and PCM (docs/wyoming.md).

One door is one request: `synthesize` with a whole text, or `synthesize-start`, chunks of text and `synthesize-stop`.
"""

from collections.abc import Sequence
from typing import Final

import orjson
from wyoming.audio import AudioChunk as PcmEvent
from wyoming.audio import AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, Eventable
from wyoming.tts import Synthesize, SynthesizeChunk, SynthesizeStart, SynthesizeStop, SynthesizeStopped
from wyoming.version import __version__

from plosive.protocol.doors import AudioChunk, ServerEvent
from plosive.protocol.values import ClientFrame, Completed, Failure, Why

_HANDSHAKE: Final = ClientFrame(text=" ")
_SAMPLE_BYTES: Final = 2


class WyomingDoor:
    """A `Door` for one request. The audio is 16 bits, mono, at `rate_hz`."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._streamed = False
        self._started = False

    def decode(self, frame: str | bytes) -> Sequence[ClientFrame | Failure]:
        """See `Door`. A frame is `read_event`'s: one JSON object for header and data."""
        event = Event.from_dict(orjson.loads(frame))
        if Synthesize.is_type(event.type):
            if self._streamed:  # Home Assistant sends the whole text once more
                return ()
            return (_HANDSHAKE, _text(event), ClientFrame(end=True))
        if SynthesizeStart.is_type(event.type):
            interrupt = (ClientFrame(interrupt=True),) if self._streamed else (_HANDSHAKE,)
            self._streamed = True
            return interrupt
        if SynthesizeChunk.is_type(event.type):
            return (_text(event),)
        if SynthesizeStop.is_type(event.type):
            return (ClientFrame(end=True),)
        return ()

    def encode(self, event: ServerEvent) -> bytes | None:
        """See `Door`. Home Assistant wants exactly one `audio-start` and one `audio-stop`, also around nothing."""
        match event:
            case AudioChunk():
                return self._start() + written(PcmEvent(self._rate_hz, _SAMPLE_BYTES, 1, event.audio))
            case Completed():
                stopped = written(SynthesizeStopped()) if self._streamed else b""
                return self._start() + written(AudioStop()) + stopped
            case Failure():
                return written(Error(event.detail, event.why.name.lower()))
        return None

    def close(self, why: Why) -> tuple[int, str]:
        """See `Door`. A request ends, the connection stays; the code is for the log."""
        return (1000 if why is Why.ENDED else 1011), ""

    def _start(self) -> bytes:
        if self._started:
            return b""
        self._started = True
        return written(AudioStart(self._rate_hz, _SAMPLE_BYTES, 1))


def written(event: Eventable) -> bytes:
    """Return an event as it is sent."""
    said = event.event()
    data, payload = orjson.dumps(said.data) if said.data else b"", said.payload or b""
    header = {"type": said.type, "version": __version__, "data_length": len(data), "payload_length": len(payload)}
    return orjson.dumps({name: value for name, value in header.items() if value}) + b"\n" + data + payload


def _text(event: Event) -> ClientFrame | Failure:
    text = event.data.get("text")
    if not isinstance(text, str):
        return Failure(Why.INVALID_FRAME, f"{event.type} has no text")
    return ClientFrame(text=text)
