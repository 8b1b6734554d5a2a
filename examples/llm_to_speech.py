"""Ask a language model, and speak its answer while it writes. Any server with OpenAI's API will do: Ollama, llama.cpp, vLLM.

python examples/llm_to_speech.py "Why is the sky blue?" answer.mp3 [--model llama3.2] [--model-url http://127.0.0.1:11434/v1]
"""

import argparse
import asyncio
import base64
import json
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

try:
    from openai import APIConnectionError, APIStatusError, AsyncOpenAI
    from websockets.asyncio.client import ClientConnection, connect
    from websockets.exceptions import InvalidStatus, WebSocketException
except ImportError as error:
    sys.exit(f"{error}: pip install openai websockets")


async def write(arguments: argparse.Namespace, socket: ClientConnection) -> None:
    """Send each token as it comes. The server finds the sentences, and reads no Markdown aloud."""
    async with AsyncOpenAI(base_url=arguments.model_url, api_key=arguments.model_key, max_retries=0) as model:
        question = {"role": "user", "content": arguments.question}
        async for chunk in await model.chat.completions.create(model=arguments.model, messages=[question], stream=True):
            if chunk.choices and (token := chunk.choices[0].delta.content):
                print(token, end="", flush=True)
                await socket.send(json.dumps({"text": token}))
    await socket.send(json.dumps({"text": ""}))  # the end of input


async def listen(arguments: argparse.Namespace, socket: ClientConnection) -> None:
    """Write the speech to its file as it comes."""
    asked, first_s = time.perf_counter(), None
    with arguments.output.open("wb") as output:
        async for message in socket:
            frame = json.loads(message)
            if frame["type"] == "error":
                raise RuntimeError(frame["error"])
            if frame.get("audio"):
                first_s = first_s or time.perf_counter() - asked
                output.write(base64.b64decode(frame["audio"]))
    if first_s is None:
        raise RuntimeError("The answer has nothing that can be spoken.")
    print(f"\n{arguments.output}: first audio {first_s:.2f} s after the question")


async def answer(arguments: argparse.Namespace) -> None:
    url = f"{arguments.url}?{urlencode({'voice': arguments.voice})}" if arguments.voice else arguments.url
    async with connect(url, additional_headers={"Authorization": f"Bearer {arguments.key}"}) as socket:
        await socket.send(json.dumps({"text": " "}))  # the handshake
        await asyncio.gather(write(arguments, socket), listen(arguments, socket))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question")
    parser.add_argument("output", type=Path)
    parser.add_argument("--model", default="llama3.2")
    parser.add_argument("--model-url", default="http://127.0.0.1:11434/v1")
    parser.add_argument("--model-key", default="any")
    parser.add_argument("--voice", help="one of plosive voices; without it the server's default voice")
    parser.add_argument("--url", default="ws://127.0.0.1:8080/v2/text-to-speech/speech")
    parser.add_argument("--key", default="any")
    arguments = parser.parse_args()
    try:
        asyncio.run(answer(arguments))
    except APIConnectionError:
        sys.exit(
            f"No model answers at {arguments.model_url}: start one (ollama serve), or name another with --model-url."
        )
    except APIStatusError as error:
        sys.exit(f"The model's server says: {error.message}")
    except InvalidStatus as refused:  # the body says what is wrong with the voice or the key
        sys.exit(f"{refused}: {(refused.response.body or b'').decode(errors='replace')}")
    except ConnectionRefusedError:
        sys.exit(f"No server answers at {arguments.url}: start one with plosive serve, or name another with --url.")
    except (RuntimeError, OSError, WebSocketException) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
