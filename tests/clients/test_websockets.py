"""The Python `websockets` package as it is today: its asyncio client."""

import asyncio
import json
from collections.abc import Coroutine
from typing import Any, TypeVar

from websockets.asyncio.client import ClientConnection, connect

from clients.heard import (
    INTERRUPTION,
    PATIENCE_S,
    SENTENCES,
    STORY,
    TEXT,
    TOKENS,
    Conversation,
    Frame,
    Heard,
    Spoke,
    check_conversation,
    check_turn,
)
from plosive_server import HEADERS, PlosiveServer

T = TypeVar("T")


def run(flow: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(flow, 30))


async def send(socket: ClientConnection, **frame: object) -> None:
    await socket.send(json.dumps(frame))


async def receive(socket: ClientConnection) -> Frame:
    frame: Frame = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE_S))
    return frame


async def until_close(socket: ClientConnection) -> Heard:
    frames = [json.loads(message) async for message in socket]
    assert socket.close_code is not None
    return Heard(frames, socket.close_code, socket.close_reason or "")


async def until_final(socket: ClientConnection) -> list[Frame]:
    frames = [await receive(socket)]
    while not frames[-1].get("isFinal"):
        frames.append(await receive(socket))
    return frames


async def basic(url: str) -> Heard:
    async with connect(url, additional_headers=HEADERS) as socket:
        await send(socket, text=" ")
        await send(socket, text=TEXT)
        await send(socket, text="")
        return await until_close(socket)


async def conversation(url: str) -> Conversation:
    async with connect(url, additional_headers=HEADERS) as socket:
        await send(socket, text=" ", voice_settings={"voice_speed": 1.0})
        turns = []
        for sentences in (SENTENCES[:2], SENTENCES[2:]):
            for sentence in sentences:
                await send(socket, text=sentence)
            turns.append(await until_final(socket))
        for sentence in STORY:
            await send(socket, text=sentence)
        before = [await receive(socket)]
        await send(socket, force=True)
        await send(socket, text=INTERRUPTION)
        return Conversation(turns, before, await until_final(socket))


async def tokens(url: str) -> Heard:
    async with connect(url, additional_headers=HEADERS) as socket:
        await send(socket, text=" ")

        async def talk() -> None:
            for token in TOKENS:
                await send(socket, text=token)
            await send(socket, text="")

        heard, _ = await asyncio.gather(until_close(socket), talk())
        return heard


def test_text_is_spoken_and_the_socket_closes_after_the_end(server: PlosiveServer, spoken: Spoke) -> None:
    heard = run(basic(server.url()))
    check_turn(heard.frames, spoken(TEXT))
    assert heard.code == 1000


def test_a_conversation_ends_each_turn_with_final_and_can_be_interrupted(server: PlosiveServer, spoken: Spoke) -> None:
    turns = [spoken("".join(SENTENCES[:2])), spoken(SENTENCES[2])]
    check_conversation(run(conversation(server.url())), turns, spoken(INTERRUPTION))


def test_tokens_are_spoken_as_the_sentences_they_make(server: PlosiveServer, spoken: Spoke) -> None:
    heard = run(tokens(server.url()))
    check_turn(heard.frames, spoken("".join(TOKENS)))
    assert heard.code == 1000
