"""Speak a text, and write captions with the time of each line: SubRip or WebVTT, by the ending of the file.

python examples/captions.py speech.txt speech.mp3 speech.vtt
"""

import argparse
import base64
import sys
from pathlib import Path

try:
    import httpx
except ImportError as error:
    sys.exit(f"{error}: pip install httpx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path, help="a text file")
    parser.add_argument("audio", type=Path, help="the .mp3")
    parser.add_argument("captions", type=Path, help="the .srt or .vtt")
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    kind = arguments.captions.suffix.lstrip(".")
    if kind not in ("srt", "vtt"):
        parser.error(f"{arguments.captions} must end in .srt or .vtt")
    try:
        body = {"text": arguments.text.read_text(encoding="utf-8"), "output_type": "base64_output", "timestamps": kind}
        if arguments.voice:
            body["voice"] = arguments.voice
        headers = {"Authorization": f"Bearer {arguments.key}"}
        answer = httpx.post(f"{arguments.url}/v2/text-to-speech/speech", json=body, headers=headers, timeout=600)
        if answer.is_error:
            sys.exit(answer.json()["errors"][0]["detail"])
        spoken = answer.json()
        arguments.audio.write_bytes(base64.b64decode(spoken["base64_audio"]))
        arguments.captions.write_text(spoken[kind], encoding="utf-8")
    except httpx.ConnectError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (httpx.HTTPError, OSError) as error:
        sys.exit(str(error) or type(error).__name__)
    print(f"{arguments.audio}, {arguments.captions}")


if __name__ == "__main__":
    main()
