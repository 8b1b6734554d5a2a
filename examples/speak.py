"""Speak through a running server, the way any client of the Telnyx TTS WebSocket does.

python examples/speak.py "Hello there." hello.mp3 [--url ws://127.0.0.1:8080/v2/text-to-speech/speech] [--key any]
"""

import argparse
import base64
import json
from pathlib import Path

from websockets.sync.client import connect


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("output", type=Path)
    parser.add_argument("--url", default="ws://127.0.0.1:8080/v2/text-to-speech/speech")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()

    headers = {"Authorization": f"Bearer {arguments.key}"}
    with connect(arguments.url, additional_headers=headers) as socket, arguments.output.open("wb") as output:
        socket.send(json.dumps({"text": " "}))  # the handshake
        socket.send(json.dumps({"text": arguments.text}))
        socket.send(json.dumps({"text": ""}))  # the end of input
        for message in socket:
            frame = json.loads(message)
            if frame["type"] == "error":
                raise SystemExit(frame["error"])
            if frame.get("audio"):
                output.write(base64.b64decode(frame["audio"]))
    print(f"{arguments.output}: {arguments.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
