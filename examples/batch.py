"""Speak every line of a file into a file of its own, some at once, with a progress bar.

python examples/batch.py lines.txt spoken/ [--format wav] [--at-once 4]
"""

import argparse
import asyncio
import sys
from pathlib import Path

try:
    import httpx
    from rich.progress import Progress
except ImportError as error:
    sys.exit(f"{error}: pip install httpx rich")

ENDINGS = {"mp3": "mp3", "wav": "wav", "flac": "flac", "opus": "ogg"}


async def speak(client: httpx.AsyncClient, arguments: argparse.Namespace, text: str, output: Path) -> None:
    settings = {"response_format": arguments.format}
    body = {"text": text, "voice_settings": settings} | ({"voice": arguments.voice} if arguments.voice else {})
    async with client.stream("POST", "/v2/text-to-speech/speech", json=body) as answer:
        if answer.is_error:
            await answer.aread()
            raise RuntimeError(f"{text!r}: {answer.json()['errors'][0]['detail']}")
        with output.open("wb") as file:
            async for chunk in answer.aiter_bytes():
                file.write(chunk)


async def batch(arguments: argparse.Namespace) -> None:
    lines = [line.strip() for line in arguments.lines.read_text(encoding="utf-8").splitlines() if line.strip()]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    waiting = iter(enumerate(lines, 1))
    headers = {"Authorization": f"Bearer {arguments.key}"}
    async with httpx.AsyncClient(base_url=arguments.url, headers=headers, timeout=60) as client:
        with Progress() as progress:
            bar = progress.add_task("speaking", total=len(lines))

            async def work() -> None:
                for number, text in waiting:  # shared: each line goes to one of the workers
                    await speak(client, arguments, text, arguments.folder / f"{number:04}.{ENDINGS[arguments.format]}")
                    progress.advance(bar)

            await asyncio.gather(*(work() for _ in range(arguments.at_once)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path, help="a text file")
    parser.add_argument("folder", type=Path, help="gets 0001.mp3, 0002.mp3, …")
    parser.add_argument("--format", choices=ENDINGS, default="mp3")
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    try:
        asyncio.run(batch(arguments))
    except httpx.ConnectError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (RuntimeError, httpx.HTTPError, OSError) as error:
        sys.exit(str(error) or type(error).__name__)


if __name__ == "__main__":
    main()
