"""RFC 6455, frame by frame, from a raw socket: fragments, control frames, closes and UTF-8, right and wrong.

The kinds of case are those of Autobahn's suite that need no echo. What is right is spoken to its end. What is wrong has an
error frame, and a close that says why.
"""

import json
from collections.abc import Iterator

import pytest

from plosive_server import PlosiveServer, client_frame
from raw_client import RawClient

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
SAID = json.dumps({"text": "Ça va, 你好, 🎉 hello.", "flush": True}, ensure_ascii=False).encode()
MASK = bytes((0x37, 0xFA, 0x21, 0x3D))


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, reserved: int = 0) -> bytes:
    """A masked frame; `reserved` has its three reserved bits."""
    length = len(payload)
    extended = b"" if length < 126 else length.to_bytes(2) if length < 1 << 16 else length.to_bytes(8)
    short = length if length < 126 else 126 if length < 1 << 16 else 127
    masked = bytes(byte ^ MASK[place % 4] for place, byte in enumerate(payload))
    return bytes((fin << 7 | reserved << 4 | opcode, 128 | short)) + extended + MASK + masked


def fragments(payload: bytes, *cuts: int, between: bytes = b"") -> bytes:
    """A text message in several frames, with other bytes between every two."""
    ends = (*cuts, len(payload))
    pieces = [payload[start:end] for start, end in zip((0, *cuts), ends, strict=True)]
    last = len(pieces) - 1
    return between.join(
        frame(CONTINUATION if number else TEXT, piece, fin=number == last) for number, piece in enumerate(pieces)
    )


def close(code: int, reason: bytes = b"") -> bytes:
    return frame(CLOSE, code.to_bytes(2) + reason)


def answers(client: RawClient, opcode: int) -> Iterator[bytes]:
    """The payloads of the server's frames with this opcode."""
    while True:
        found, payload = client.frame()
        if found == opcode:
            yield payload


def closed_with(server: PlosiveServer, sent: bytes) -> tuple[list[str], int]:
    """The error frames and the close code that a client gets for these bytes."""
    with RawClient(server) as client:
        frames, code, _ = client.upgrade().send(sent).until_close()
    return [each["error"] for each in frames if each["type"] == "error"], code


EVERY_CUT = range(len(SAID) + 1)
PINGS = frame(PING, b"?")


@pytest.mark.parametrize(
    ("sent", "pongs"),
    [
        (fragments(SAID), []),
        (b"".join(fragments(b'{"text":" "}', cut) for cut in range(13)) + fragments(SAID, 10, 10, 10), []),
        (fragments(SAID, *range(1, len(SAID))), []),  # a byte a frame, and so in the middle of characters
        (fragments(SAID, *range(1, len(SAID)), between=PINGS), [b"?"] * (len(SAID) - 1)),
        (fragments(SAID + b" " * 2_000, *range(1, 2_000)), []),
        (fragments(SAID, 9, between=frame(PONG, b"unasked") + frame(PONG)), []),
        (frame(PING) + frame(PING, b"x" * 125) + frame(PING, bytes(range(125))) + frame(TEXT, SAID), [b"", b"x" * 125]),
        (frame(TEXT, SAID + b" " * (126 - len(SAID))) + frame(TEXT, b'{"text":" "}' + b" " * (1 << 16)), []),
    ],
    ids=["whole", "cut once", "bytes", "bytes and pings", "2,000 fragments", "pongs", "pings", "lengths"],
)
def test_what_is_right_is_spoken(server: PlosiveServer, sent: bytes, pongs: list[bytes]) -> None:
    with RawClient(server) as client:
        client.upgrade("?audio_format=linear16").send(sent + client_frame(text=""))
        got = []
        texts = []
        while True:
            opcode, payload = client.frame()
            if opcode == PONG:
                got.append(payload)
            elif opcode == TEXT:
                texts.append(json.loads(payload))
                assert texts[-1]["type"] != "error"
            else:
                break
    assert opcode == CLOSE
    assert int.from_bytes(payload[:2]) == 1000
    assert got[: len(pongs)] == pongs
    assert sum(bool(each["audio"]) for each in texts) > 0


def test_a_message_cut_anywhere_is_accepted(server: PlosiveServer) -> None:
    """The handshake counts as done when its message is whole; a wrong one would be refused."""
    with RawClient(server) as client:
        client.upgrade()
        client.send(b"".join(fragments(b'{"text":" \xc3\xa9 \xf0\x9f\x8e\x89"}', cut) for cut in range(1, 19)) + PINGS)
        assert next(answers(client, PONG)) == b"?"


@pytest.mark.parametrize("opcode", [TEXT, BINARY, CLOSE, PING, PONG])
@pytest.mark.parametrize("reserved", range(1, 8))
def test_reserved_bits(server: PlosiveServer, opcode: int, reserved: int) -> None:
    errors, code = closed_with(server, frame(opcode, b"{}", reserved=reserved))
    assert (len(errors), code) == (1, 1002)


@pytest.mark.parametrize("opcode", [3, 4, 5, 6, 7, 11, 12, 13, 14, 15])
def test_reserved_opcodes(server: PlosiveServer, opcode: int) -> None:
    for sent in (frame(opcode), frame(opcode, b"{}"), frame(TEXT, b"{", fin=False) + frame(opcode)):
        errors, code = closed_with(server, sent)
        assert (len(errors), code) == (1, 1002)


@pytest.mark.parametrize(
    "sent",
    [
        frame(PING, b"x" * 126),
        frame(PONG, b"x" * 126),
        frame(CLOSE, (1000).to_bytes(2) + b"x" * 124),
        frame(PING, b"x", fin=False) + frame(CONTINUATION, b"y"),
        frame(PONG, b"x", fin=False) + frame(CONTINUATION, b"y"),
        frame(CLOSE, (1000).to_bytes(2), fin=False),
        frame(CONTINUATION, b"{}"),
        frame(CONTINUATION, b"{", fin=False),
        frame(CONTINUATION),
        fragments(SAID, 9) + frame(CONTINUATION, b"{}"),
        frame(TEXT, b"{", fin=False) + frame(TEXT, b"{}"),
        frame(TEXT, b"{", fin=False) + frame(BINARY, b"{}", fin=False),
        frame(TEXT, b"{", fin=False) + PINGS + frame(CONTINUATION, b'"a":', fin=False) + frame(TEXT, b"1}"),
        frame(CLOSE, b"\x03"),
        *(close(code) for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)),
    ],
)
def test_wrong_fragments_and_control_frames(server: PlosiveServer, sent: bytes) -> None:
    errors, code = closed_with(server, sent)
    assert code == 1002
    assert "RFC 6455" in errors[-1]


@pytest.mark.parametrize("code", [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999])
def test_a_close_is_answered_with_its_code(server: PlosiveServer, code: int) -> None:
    for reason in (b"", b"bye", "Çedilla 🎉".encode(), b"x" * 123):
        assert closed_with(server, close(code, reason)) == ([], code)


def test_a_close_without_a_code_has_none(server: PlosiveServer) -> None:
    with RawClient(server) as client:
        client.upgrade().send(frame(CLOSE))
        assert next(answers(client, CLOSE)) == b""
        assert client.is_closed_within(5)


def test_a_close_in_a_message_is_wrong(server: PlosiveServer) -> None:
    assert closed_with(server, frame(TEXT, b'{"text":', fin=False) + close(1000))[1] == 1002


@pytest.mark.parametrize("sent", [close(1000), frame(3)])
def test_the_connection_ends_after_a_close(server: PlosiveServer, sent: bytes) -> None:
    with RawClient(server) as client:
        client.upgrade().send(sent).until_close()
        assert client.is_closed_within(5)


def test_what_comes_after_a_close_is_ignored(server: PlosiveServer) -> None:
    for behind in (frame(TEXT, SAID), frame(3), PINGS, close(1002), b"\xff" * 50):
        assert closed_with(server, close(1001) + behind) == ([], 1001)


BAD = {
    "a byte of a character alone": b"\x80",
    "two of them": b"\xbf\xbf",
    "a character that is not whole": "é".encode()[:1],
    "one of three bytes, not whole": "你".encode()[:2],
    "one of four bytes, not whole": "🎉".encode()[:3],
    "a letter in two bytes": b"\xc1\x81",
    "NUL in two bytes": b"\xc0\x80",
    "a slash in three bytes": b"\xe0\x80\xaf",
    "a slash in four bytes": b"\xf0\x80\x80\xaf",
    "the first half of a surrogate pair": b"\xed\xa0\x80",
    "a surrogate pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "the last surrogate": b"\xed\xbf\xbf",
    "behind the last character": b"\xf4\x90\x80\x80",
    "five bytes": b"\xf8\x88\x80\x80\x80",
    "six bytes": b"\xfc\x84\x80\x80\x80\x80",
    "bytes that UTF-8 does not have": b"\xfe\xff",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_utf8_wherever_it_is_cut(server: PlosiveServer, bad: bytes) -> None:
    payload = b'{"text":"\xc3\xa9' + bad + b'"}'
    for cut in (None, *range(10, 12 + len(bad))):
        errors, code = closed_with(server, fragments(payload, *([] if cut is None else [cut])))
        assert code == 1007, cut
        assert "UTF-8" in errors[-1]


def test_a_reason_that_is_not_utf8(server: PlosiveServer) -> None:
    _, code = closed_with(server, close(1000, b"\xce\xba\xe1\xbd\xff"))
    assert code in {1002, 1007}


@pytest.mark.parametrize("text", ["\x7f", "\x80", "߿", "ࠀ", "\ud7ff", "\ue000", "\ufffe", "\uffff", "𐀀", "\U0010ffff"])
def test_the_first_and_last_characters_of_each_length_are_right(server: PlosiveServer, text: str) -> None:
    payload = json.dumps({"text": f"Hello {text}.", "flush": True}, ensure_ascii=False).encode()
    with RawClient(server) as client:
        client.upgrade("?audio_format=linear16").send(frame(TEXT, payload))
        assert json.loads(next(answers(client, TEXT)))["audio"]
