"""Speak into a telephone call: mu-law at 8 kHz, as RTP packets of 20 ms, each at its time.

python examples/telephony.py "You have one new message." 127.0.0.1:5004
"""

import argparse
import base64
import json
import secrets
import socket as sockets
import struct
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode

try:
    from websockets.exceptions import InvalidStatus, WebSocketException
    from websockets.sync.client import connect
except ImportError as error:
    sys.exit(f"{error}: pip install websockets")

FRAME_S = 0.02
FRAME_BYTES = 160  # 8000 bytes a second
PCMU, MARKER = 0, 0x80  # RFC 3551: payload type 0; the marker begins a talkspurt
SILENCE = b"\xff"


def frames(arguments: argparse.Namespace) -> Iterator[bytes]:
    """Yield the speech in frames of 20 ms. The last one is filled up with silence."""
    # The server stays two seconds ahead of the call, so that there is little to drop when the caller interrupts.
    query = {"audio_format": "mulaw", "sample_rate": 8000, "max_lead_s": 2}
    if arguments.voice:
        query["voice"] = arguments.voice
    waiting = bytearray()
    headers = {"Authorization": f"Bearer {arguments.key}"}
    with connect(f"{arguments.url}?{urlencode(query)}", additional_headers=headers) as socket:
        for text in (" ", arguments.text, ""):  # the handshake, the text, the end of input
            socket.send(json.dumps({"text": text}))
        for message in socket:
            frame = json.loads(message)
            if frame["type"] == "error":
                sys.exit(frame["error"])
            waiting += base64.b64decode(frame.get("audio") or "")
            while len(waiting) >= FRAME_BYTES:
                yield bytes(waiting[:FRAME_BYTES])
                del waiting[:FRAME_BYTES]
    if waiting:
        yield bytes(waiting).ljust(FRAME_BYTES, SILENCE)


def call(arguments: argparse.Namespace, host: str, port: int) -> int:
    """Send the packets, and return their number."""
    source, begun, sent = secrets.randbits(32), time.monotonic(), 0
    with sockets.socket(sockets.AF_INET, sockets.SOCK_DGRAM) as udp:
        for sent, frame in enumerate(frames(arguments), 1):
            if sent == 1:
                begun = time.monotonic()
            time.sleep(max(0.0, begun + (sent - 1) * FRAME_S - time.monotonic()))
            kind = PCMU | MARKER if sent == 1 else PCMU
            header = struct.pack("!BBHII", 0x80, kind, sent & 0xFFFF, sent * FRAME_BYTES & 0xFFFFFFFF, source)
            udp.sendto(header + frame, (host, port))
    if not sent:
        sys.exit("There is nothing in this text that can be spoken.")
    return sent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("to", metavar="HOST:PORT", help="where the call's audio is received")
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="ws://127.0.0.1:8080/v2/text-to-speech/speech")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    host, _, port = arguments.to.rpartition(":")
    if not host or not port.isdecimal():
        parser.error(f"{arguments.to!r} is no HOST:PORT, such as 127.0.0.1:5004")
    try:
        print(f"{call(arguments, host, int(port))} packets of 20 ms sent to {arguments.to}")
    except InvalidStatus as refused:  # the body says what is wrong with the voice or the key
        sys.exit(f"{refused}: {(refused.response.body or b'').decode(errors='replace')}")
    except ConnectionRefusedError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (OSError, WebSocketException) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
