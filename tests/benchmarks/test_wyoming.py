"""Wyoming events in and out of a byte stream, however it is cut."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.wyoming import Event, encode, read

events = st.builds(
    Event, st.text(min_size=1), st.dictionaries(st.text(), st.text() | st.integers(-9, 9), max_size=3), st.binary()
)


async def events_of(pieces: list[bytes], number: int) -> list[Event]:
    reader = asyncio.StreamReader()

    async def feed() -> None:
        for piece in pieces:
            reader.feed_data(piece)
            await asyncio.sleep(0)

    feeding = asyncio.create_task(feed())
    found = [await read(reader) for _ in range(number)]
    await feeding
    return found


@given(st.lists(events, min_size=1, max_size=4), st.integers(1, 50))
def test_what_is_written_is_read(written: list[Event], size: int) -> None:
    data = b"".join(map(encode, written))
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    assert asyncio.run(events_of(pieces, len(written))) == written


def test_an_event_on_the_wire() -> None:
    header, rest = encode(Event("synthesize", {"text": "Hé."}, b"\0\n")).split(b"\n", 1)
    fields = json.loads(header)
    assert fields["type"] == "synthesize"
    assert (fields["data_length"], fields["payload_length"]) == (15, 2)
    assert json.loads(rest[:15]) == {"text": "Hé."}
    assert rest[15:] == b"\0\n"


def test_data_may_stand_in_the_header() -> None:
    [event] = asyncio.run(events_of([b'{"type": "audio-start", "data": {"rate": 22050}}\n'], 1))
    assert event == Event("audio-start", {"rate": 22050})


@pytest.mark.parametrize("data", [b"", b'{"type": "audio-chunk", "payl', b'{"type": "a", "payload_length": 4}\nabc'])
def test_a_stream_that_ends_early(data: bytes) -> None:
    async def read_one() -> None:
        reader = asyncio.StreamReader()
        reader.feed_data(data)
        reader.feed_eof()
        await read(reader)

    with pytest.raises(ConnectionError, match="closed before the end"):
        asyncio.run(read_one())
