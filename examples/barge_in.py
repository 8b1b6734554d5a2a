"""Interrupt a long answer after some seconds, as a caller does, and say what was heard of it. Then speak something else.

python examples/barge_in.py barge-in.pcm [--after 2.5]       # play it: ffplay -f s16le -ar 24000 -i barge-in.pcm
"""

import argparse
import base64
import json
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

try:
    from websockets.exceptions import InvalidStatus, WebSocketException
    from websockets.sync.client import ClientConnection, connect
except ImportError as error:
    sys.exit(f"{error}: pip install websockets")

ANSWER = "Our opening hours are as follows. " + "On weekdays we open at nine and close at half past six. " * 20
INTERRUPTION = "Of course, I will stop."
BYTES_S = 2 * 24_000  # of linear16 at 24 kHz


def listen(socket: ClientConnection, arguments: argparse.Namespace) -> bytes:
    """Read frames up to the interruption's end. Return the audio that a caller hears."""
    heard = bytearray()
    interrupted_at = 0.0
    for message in socket:
        frame = json.loads(message)
        if frame["type"] == "error":
            sys.exit(frame["error"])
        if frame["type"] == "interrupted":  # nothing of the old text comes after it
            print(f"stopped after {1000 * (time.perf_counter() - interrupted_at):.0f} ms")
            print(f"heard:   …{frame['spoken'][-60:]}")
            print(f"unheard: {frame['unspoken'][:60].strip()}…")
            del heard[int(arguments.after * BYTES_S) :]  # a player drops what it has not played
        heard += base64.b64decode(frame.get("audio") or "")
        if not interrupted_at and len(heard) >= arguments.after * BYTES_S:
            # Here a voice agent notices that its caller speaks. Its player knows how much was played.
            interrupted_at = time.perf_counter()
            socket.send(json.dumps({"force": True, "played_ms": 1000 * arguments.after, "text": INTERRUPTION}))
            socket.send(json.dumps({"text": ""}))
    if not interrupted_at:
        sys.exit(f"The whole answer is shorter than {arguments.after:g} s: say less with --after.")
    return bytes(heard)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--after", type=float, default=2.5, help="seconds of speech before the interruption")
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="ws://127.0.0.1:8080/v2/text-to-speech/speech")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    query = {"audio_format": "linear16", "sample_rate": 24_000, "timestamps": "words"}
    if arguments.voice:
        query["voice"] = arguments.voice
    headers = {"Authorization": f"Bearer {arguments.key}"}
    try:
        with connect(f"{arguments.url}?{urlencode(query)}", additional_headers=headers) as socket:
            socket.send(json.dumps({"text": " "}))  # the handshake
            socket.send(json.dumps({"text": ANSWER}))
            arguments.output.write_bytes(listen(socket, arguments))
    except InvalidStatus as refused:  # the body says what is wrong with the voice or the key
        sys.exit(f"{refused}: {(refused.response.body or b'').decode(errors='replace')}")
    except ConnectionRefusedError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (OSError, WebSocketException) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
