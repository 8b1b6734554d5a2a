"""Speak a text through a running server, the way any client of the Telnyx TTS WebSocket does.

python examples/speak.py "Hello there." hello.mp3 [--voice af_heart] [--url ws://127.0.0.1:8080/…] [--key any]
"""

import argparse
import base64
import json
import sys
from pathlib import Path
from urllib.parse import urlencode

try:
    from websockets.exceptions import InvalidStatus, WebSocketException
    from websockets.sync.client import connect
except ImportError as error:
    sys.exit(f"{error}: pip install websockets")


def speak(arguments: argparse.Namespace) -> None:
    url = f"{arguments.url}?{urlencode({'voice': arguments.voice})}" if arguments.voice else arguments.url
    headers = {"Authorization": f"Bearer {arguments.key}"}
    with connect(url, additional_headers=headers) as socket, arguments.output.open("wb") as output:
        socket.send(json.dumps({"text": " "}))  # the handshake
        socket.send(json.dumps({"text": arguments.text}))
        socket.send(json.dumps({"text": ""}))  # the end of input
        for message in socket:
            frame = json.loads(message)
            if frame["type"] == "error":
                sys.exit(frame["error"])
            output.write(base64.b64decode(frame.get("audio") or ""))
    if not (size := arguments.output.stat().st_size):
        sys.exit("There is nothing in this text that can be spoken.")
    print(f"{arguments.output}: {size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("output", type=Path)
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="ws://127.0.0.1:8080/v2/text-to-speech/speech")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    try:
        speak(arguments)
    except InvalidStatus as refused:  # the body says what is wrong with the voice or the key
        sys.exit(f"{refused}: {(refused.response.body or b'').decode(errors='replace')}")
    except ConnectionRefusedError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (OSError, WebSocketException) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
