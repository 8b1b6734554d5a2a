import io

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.ogg_pages import read_pages, slow_checksum
from plosive.audio.ogg import FIRST, LAST, LogicalStream, PacketReader, checksum


@given(st.binary(max_size=300))
def test_checksum(data: bytes) -> None:
    assert checksum(data) == slow_checksum(data)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 400) | st.sampled_from([254, 255, 256, 510]), min_size=1, max_size=300),
    st.integers(1, 5000),
)
def test_packets_come_back_in_any_cuts(sizes: list[int], cut: int) -> None:
    packets = [bytes([index % 256]) * size for index, size in enumerate(sizes)]
    data = LogicalStream(7).pages([(packet, index) for index, packet in enumerate(packets)], flags=FIRST | LAST)
    reader = PacketReader()
    read = [packet for at in range(0, len(data), cut) for packet in reader.feed(data[at : at + cut])]
    assert read == packets
    pages = read_pages(data)
    assert [page[3] for page in pages] == list(range(len(pages)))
    assert {page[2] for page in pages} == {7}
    assert pages[0][0] & FIRST
    assert pages[-1][0] & LAST
    assert not any(page[0] & FIRST for page in pages[1:]) and not any(page[0] & LAST for page in pages[:-1])
    assert pages[-1][1] == len(packets) - 1
    assert all(page[4][-1] < 255 for page in pages)  # every page ends with a packet


def test_an_end_without_packets() -> None:
    stream = LogicalStream(1)
    stream.pages([(b"x", 5)])
    assert read_pages(stream.end(5)) == [(LAST, 5, 1, 1, b"", b"")]


def test_no_page_is_an_error() -> None:
    with pytest.raises(ValueError, match="no Ogg page"):
        PacketReader().feed(bytes(27))


def test_the_slow_checksum_agrees_with_libavformat() -> None:
    file = io.BytesIO()
    with av.open(file, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=48000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=960)
        frame.sample_rate = 48000
        frame.planes[0].update(bytes(1920))
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert len(read_pages(file.getvalue())) >= 3
