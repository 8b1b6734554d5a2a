"""Measures when a streamed reply is first heard through LiveKit's plugins for OpenAI and for Telnyx, through the one in
examples/, and on a plain socket.

A reply of 32 tokens comes at the pace of a language model, in new words each time. The plugin for OpenAI stands behind a
`StreamAdapter`, as an `AgentSession` puts it. Time counts from the first token to the first audio frame.
"""

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from livekit.agents import tokenize, tts
from livekit.plugins import openai, telnyx
from rich.console import Console
from rich.table import Table
from websockets.asyncio.client import connect

from benchmarks.processes import PlosiveServer
from examples import livekit_plosive
from plosive.voices.hibari import DEFAULT_VOICE

_TOKEN_S: Final = 0.05
_REPLY: Final = "Your| order| number| {}| is| on| its| way|.| It| left| our| house| in| the| north| this| morning|.| "
_REPLY_END: Final = "A| van| will| bring| it| to| your| door| before| noon|,| friend|."

FirstAudio = Callable[[list[str]], Awaitable[float]]
"""Says the tokens of a reply, and returns the seconds to its first audio."""


def reply(number: int) -> list[str]:
    """Return 32 tokens that nobody has said before."""
    return (_REPLY + _REPLY_END).format(number).split("|")


async def _paced(tokens: list[str]) -> AsyncIterator[str]:
    for token in tokens:
        yield token
        await asyncio.sleep(_TOKEN_S)


async def through(plugin: tts.TTS[Any], tokens: list[str]) -> float:
    """Return the seconds to the first audio frame of a stream of this plugin."""
    async with plugin.stream() as stream:

        async def write() -> None:
            async for token in _paced(tokens):
                stream.push_text(token)
            stream.end_input()

        start = time.perf_counter()
        writing = asyncio.create_task(write())
        await anext(stream)
        taken = time.perf_counter() - start
        await writing
        async for _ in stream:
            pass
    return taken


async def on_socket(url: str, tokens: list[str]) -> float:
    """Return the seconds to the first audio of a plain socket, from the first token after the handshake."""
    async with connect(url, additional_headers={"Authorization": "Bearer any"}) as socket:
        await socket.send('{"text": " "}')

        async def write() -> None:
            async for token in _paced(tokens):
                await socket.send(json.dumps({"text": token}))
            await socket.send('{"text": ""}')

        start = time.perf_counter()
        writing = asyncio.create_task(write())
        taken = None
        async for message in socket:
            if taken is None and json.loads(message).get("audio"):
                taken = time.perf_counter() - start
        await writing
    return taken or float("nan")


async def _measure(url: str, runs: int) -> dict[str, list[float]]:
    origin = url.replace("ws://", "http://").partition("/v2")[0]
    by_openai = openai.TTS(base_url=f"{origin}/v1", api_key="any", model="kokoro", voice="af_heart")
    by_telnyx = telnyx.TTS(base_url=url, api_key="any", voice="af_heart")
    of_plosive = livekit_plosive.TTS("af_heart", url=url)
    adapted = tts.StreamAdapter(
        tts=by_openai, sentence_tokenizer=tokenize.blingfire.SentenceTokenizer(retain_format=True)
    )
    ways: dict[str, FirstAudio] = {
        "openai.TTS": lambda tokens: through(adapted, tokens),
        "telnyx.TTS": lambda tokens: through(by_telnyx, tokens),
        "examples/livekit_plosive.py": lambda tokens: through(of_plosive, tokens),
        "plain socket": lambda tokens: on_socket(f"{url}?voice=af_heart", tokens),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    number = 1000
    for run in range(runs + 1):
        for name, first_audio in ways.items():
            number += 1
            seconds = await first_audio(reply(number))
            if run:  # the first one connects, and warms the server up
                taken[name].append(seconds)
    for plugin in (adapted, by_openai, by_telnyx, of_plosive):
        await plugin.aclose()
    return taken


def livekit(runs: Annotated[int, typer.Option(min=1, help="Replies of each plugin.")] = 5) -> None:
    """Measure when a streamed reply is first heard through plugins for LiveKit."""
    with tempfile.TemporaryDirectory() as folder, PlosiveServer(Path(folder), Path(folder), DEFAULT_VOICE) as server:
        taken = asyncio.run(_measure(server.url, runs))
    table = Table(
        f"first audio, ms, of {len(reply(0))} tokens", "least", "median", "most", box=None, header_style="bold"
    )
    for name, seconds in taken.items():
        table.add_row(
            name, *(f"{1000 * value:.0f}" for value in (min(seconds), statistics.median(seconds), max(seconds)))
        )
    Console(highlight=False).print(table)
