"""A client on the legacy asyncio API of `websockets` before 14: `websockets13_client.py <flow> <url>`."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Protocol

import websockets

PATIENCE_S = 10

Frame = dict[str, Any]


class Socket(Protocol):
    """The part of a connection that these flows use. mypy reads a later release, whose connections are of another class."""

    @property
    def close_code(self) -> int | None: ...

    @property
    def close_reason(self) -> str | None: ...

    async def send(self, message: str) -> None: ...

    async def recv(self) -> str | bytes: ...

    def __aiter__(self) -> AsyncIterator[str | bytes]: ...


Flow = Callable[[Socket, Any], Awaitable[dict[str, object]]]
"""Speaks what stdin gave it and returns what it heard."""


async def send(socket: Socket, **frame: object) -> None:
    await socket.send(json.dumps(frame))


async def receive(socket: Socket) -> Frame:
    frame: Frame = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE_S))
    return frame


async def until_final(socket: Socket) -> list[Frame]:
    frames = [await receive(socket)]
    while not frames[-1].get("isFinal"):
        frames.append(await receive(socket))
    return frames


async def until_close(socket: Socket) -> dict[str, object]:
    frames = [json.loads(message) async for message in socket]
    return {"frames": frames, "code": socket.close_code, "reason": socket.close_reason}


async def basic(socket: Socket, texts: list[str]) -> dict[str, object]:
    await send(socket, text=" ")
    await send(socket, text="".join(texts))
    await send(socket, text="")
    return await until_close(socket)


async def conversation(socket: Socket, said: dict[str, Any]) -> dict[str, object]:
    await send(socket, text=" ")
    turns = []
    for sentences in said["turns"]:
        for sentence in sentences:
            await send(socket, text=sentence)
        turns.append(await until_final(socket))
    for sentence in said["story"]:
        await send(socket, text=sentence)
    before = [await receive(socket)]
    await send(socket, force=True)
    await send(socket, text=said["interruption"])
    return {"turns": turns, "before": before, "after": await until_final(socket)}


async def tokens(socket: Socket, texts: list[str]) -> dict[str, object]:
    await send(socket, text=" ")
    reading = asyncio.create_task(until_close(socket))
    for token in texts:
        await send(socket, text=token)
    await send(socket, text="")
    return await reading


async def main(flow: Flow, url: str) -> dict[str, object]:
    # The keyword of the legacy client; the client since 14 calls it additional_headers.
    async with websockets.connect(url, extra_headers={"Authorization": "Bearer test"}) as socket:
        return await flow(socket, json.load(sys.stdin))


if __name__ == "__main__":
    assert websockets.version.version == "13.1", websockets.version.version
    assert websockets.connect.__module__ == "websockets.legacy.client"
    flows: dict[str, Flow] = {"basic": basic, "conversation": conversation, "tokens": tokens}
    print(json.dumps(asyncio.run(main(flows[sys.argv[1]], sys.argv[2]))))
