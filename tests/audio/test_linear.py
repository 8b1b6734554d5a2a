import struct
import wave
from io import BytesIO

import pytest

from plosive.audio.linear import Linear16, Wav


def test_linear16_is_the_pcm() -> None:
    encoder = Linear16(24000)
    assert encoder.feed(b"\1\2\3\4") == b"\1\2\3\4"
    assert encoder.end_segment() + encoder.flush() + encoder.flush(last=True) == b""


def test_one_wav_header_with_the_first_audio() -> None:
    encoder = Wav(22050)
    assert encoder.feed(b"") == b""
    first = encoder.feed(b"\1\2")
    assert first[:4] == b"RIFF"
    assert first[4:8] == first[40:44] == b"\xff\xff\xff\xff"
    assert first[44:] == b"\1\2"
    encoder.reset()
    assert encoder.flush() == b""
    assert encoder.feed(b"\3\4") == b"\3\4"


def test_the_wav_header_as_the_standard_library_writes_it() -> None:
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, 44100, 0, "NONE", ""))
        writer.writeframes(b"\1\2")
    ours = bytearray(Wav(44100).feed(b"\1\2"))
    ours[4:8], ours[40:44] = struct.pack("<I", 38), struct.pack("<I", 2)
    assert bytes(ours) == file.getvalue()


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="1 bytes"):
        Linear16(24000).feed(b"\0")
