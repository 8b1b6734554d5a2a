"""The official `telnyx` SDK, sync and async, as published: only base URL and key point here."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar, cast

import pytest
from telnyx import AsyncTelnyx, Telnyx, TelnyxError
from telnyx.types.stream_client_event_param import StreamClientEventParam
from telnyx.types.stream_server_event import AudioChunkFrame, ErrorFrame, FinalFrameEvent, StreamServerEvent
from telnyx.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from websockets.exceptions import ConnectionClosedError

from clients.heard import (
    INTERRUPTION,
    SENTENCES,
    STORY,
    TEXT,
    TOKENS,
    Conversation,
    Frame,
    Spoke,
    check_conversation,
    check_turn,
)
from plosive_server import PlosiveServer

pytestmark = [
    pytest.mark.timeout(30),  # the SDK's iteration waits for ever
    # The SDK's sync client calls websockets' connect() without `with`, which websockets 17.1 deprecated.
    pytest.mark.filterwarnings(r"ignore:connect\(\) must be used as a context manager:DeprecationWarning"),
]

T = TypeVar("T")

DEADLY = "\u0a27\u0320"
"""Aborts espeak-ng's Vietnamese voice, and with it the worker it runs in."""

VIETNAMESE = {"voice": "Plosive.Espeak.vi"}

TURNS = (SENTENCES[:2], SENTENCES[2:])


def run(flow: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(flow, 30))


def sync_client(server: PlosiveServer) -> Telnyx:
    return Telnyx(api_key="test", base_url=f"{server.http}/v2")  # the SDK makes ws:// of http://


def async_client(server: PlosiveServer) -> AsyncTelnyx:
    return AsyncTelnyx(api_key="test", websocket_base_url=f"ws://127.0.0.1:{server.port}/v2")


def wire(event: StreamServerEvent) -> Frame:
    """The frame behind a typed event; asserts that the SDK recognized it."""
    assert isinstance(event, AudioChunkFrame | FinalFrameEvent | ErrorFrame), event
    kinds: dict[str, type[AudioChunkFrame | FinalFrameEvent | ErrorFrame]] = {
        "audio_chunk": AudioChunkFrame,
        "final": FinalFrameEvent,
        "error": ErrorFrame,
    }
    assert isinstance(event, kinds[str(event.type)])
    return event.to_dict()


@pytest.fixture
def doomed() -> Iterator[PlosiveServer]:
    """A server that the test may hurt. It takes no pause for the end of a turn, however late a signal comes."""
    with PlosiveServer(workers=1, final_delay_ms=5000) as server:
        yield server


# --- the documented flows, sync ---------------------------------------------------------------------------------------


def test_sync_iteration_yields_the_speech_and_ends_with_the_close(server: PlosiveServer, spoken: Spoke) -> None:
    with sync_client(server) as client, client.text_to_speech.stream() as connection:
        connection.send({"text": " ", "voice_settings": {"voice_speed": 1.0}})
        connection.send({"text": TEXT})
        connection.send({"text": ""})
        frames = [wire(event) for event in connection]
    check_turn(frames, spoken(TEXT))


def test_sync_conversation_ends_each_turn_with_final_and_can_be_interrupted(
    server: PlosiveServer, spoken: Spoke
) -> None:
    with sync_client(server) as client, client.text_to_speech.stream() as connection:

        def until_final() -> list[Frame]:
            frames = [wire(connection.recv())]
            while frames[-1]["type"] != "final":
                frames.append(wire(connection.recv()))
            return frames

        connection.send({"text": " "})
        turns = []
        for sentences in TURNS:
            for sentence in sentences:
                connection.send({"text": sentence})
            turns.append(until_final())
        for sentence in STORY:
            connection.send({"text": sentence})
        before = [wire(connection.recv())]
        connection.send({"text": "", "force": True})  # the SDK's types want a text
        connection.send({"text": INTERRUPTION})
        conversation = Conversation(turns, before, until_final())
    check_conversation(conversation, [spoken("".join(turn)) for turn in TURNS], spoken(INTERRUPTION))


def test_sync_tokens_are_spoken_as_the_sentences_they_make(server: PlosiveServer, spoken: Spoke) -> None:
    with sync_client(server) as client, client.text_to_speech.stream() as connection:
        connection.send({"text": " "})
        for token in TOKENS:
            connection.send({"text": token})
        connection.send({"text": ""})
        frames = [wire(event) for event in connection]
    check_turn(frames, spoken("".join(TOKENS)))


def test_sync_handlers_are_called_by_the_type_of_the_frame(server: PlosiveServer, spoken: Spoke) -> None:
    heard: list[StreamServerEvent] = []
    with sync_client(server) as client, client.text_to_speech.stream() as connection:
        connection.on("audio_chunk", heard.append)
        connection.on("final", heard.append)
        connection.send({"text": " "})
        connection.send({"text": TEXT})
        connection.send({"text": ""})
        connection.dispatch_events()
    assert [type(event) for event in heard] == [AudioChunkFrame] * (len(heard) - 1) + [FinalFrameEvent]
    check_turn([wire(event) for event in heard], spoken(TEXT))


# --- the documented flows, async --------------------------------------------------------------------------------------


def test_async_iteration_yields_the_speech_and_ends_with_the_close(server: PlosiveServer, spoken: Spoke) -> None:
    async def flow() -> list[Frame]:
        async with async_client(server) as client, client.text_to_speech.stream() as connection:
            await connection.send({"text": " ", "voice_settings": {"voice_speed": 1.0}})
            await connection.send({"text": TEXT})
            await connection.send({"text": ""})
            return [wire(event) async for event in connection]

    check_turn(run(flow()), spoken(TEXT))


def test_async_conversation_ends_each_turn_with_final_and_can_be_interrupted(
    server: PlosiveServer, spoken: Spoke
) -> None:
    async def flow() -> Conversation:
        async with async_client(server) as client, client.text_to_speech.stream() as connection:

            async def until_final() -> list[Frame]:
                frames = [wire(await connection.recv())]
                while frames[-1]["type"] != "final":
                    frames.append(wire(await connection.recv()))
                return frames

            await connection.send({"text": " "})
            turns = []
            for sentences in TURNS:
                for sentence in sentences:
                    await connection.send({"text": sentence})
                turns.append(await until_final())
            for sentence in STORY:
                await connection.send({"text": sentence})
            before = [wire(await connection.recv())]
            await connection.send({"text": INTERRUPTION, "force": True})
            return Conversation(turns, before, await until_final())

    check_conversation(run(flow()), [spoken("".join(turn)) for turn in TURNS], spoken(INTERRUPTION))


def test_async_tokens_are_spoken_as_the_sentences_they_make(server: PlosiveServer, spoken: Spoke) -> None:
    async def flow() -> list[Frame]:
        async with async_client(server) as client, client.text_to_speech.stream() as connection:
            await connection.send({"text": " "})
            for token in TOKENS:
                await connection.send({"text": token})
            await connection.send({"text": ""})
            return [wire(event) async for event in connection]

    check_turn(run(flow()), spoken("".join(TOKENS)))


def test_async_handlers_are_called_by_the_type_of_the_frame(server: PlosiveServer, spoken: Spoke) -> None:
    heard: list[StreamServerEvent] = []

    async def keep(event: StreamServerEvent) -> None:
        heard.append(event)

    async def flow() -> None:
        async with async_client(server) as client, client.text_to_speech.stream() as connection:
            connection.on("audio_chunk", keep)
            connection.on("final", keep)
            await connection.send({"text": " "})
            await connection.send({"text": TEXT})
            await connection.send({"text": ""})
            await connection.dispatch_events()

    run(flow())
    assert [type(event) for event in heard] == [AudioChunkFrame] * (len(heard) - 1) + [FinalFrameEvent]
    check_turn([wire(event) for event in heard], spoken(TEXT))


# --- what the SDK makes of a failure ----------------------------------------------------------------------------------


def test_sync_a_failed_synthesis_is_an_error_event_and_then_raises_1011(doomed: PlosiveServer) -> None:
    heard: list[Frame] = []

    def keep(event: StreamServerEvent) -> None:
        heard.append(wire(event))

    with sync_client(doomed) as client, client.text_to_speech.stream(extra_query=VIETNAMESE) as connection:
        connection.send({"text": " "})
        connection.send({"text": DEADLY})
        connection.send({"text": ""})
        with pytest.raises(ConnectionClosedError) as closed:
            for event in connection:
                keep(event)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1011
    assert [frame["type"] for frame in heard] == ["error"]
    assert heard[0]["error"].startswith("Error in remaining audio response")


def test_async_a_failed_synthesis_is_an_error_event_and_then_raises_1011(doomed: PlosiveServer) -> None:
    heard: list[Frame] = []

    def keep(event: StreamServerEvent) -> None:
        heard.append(wire(event))

    async def flow() -> None:
        async with async_client(doomed) as client, client.text_to_speech.stream(extra_query=VIETNAMESE) as connection:
            await connection.send({"text": " "})
            await connection.send(
                cast("StreamClientEventParam", {"text": DEADLY, "flush": True})
            )  # its types lack `flush`
            async for event in connection:
                keep(event)

    with pytest.raises(ConnectionClosedError) as closed:
        run(flow())
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1011
    assert [frame["type"] for frame in heard] == ["error"]
    assert heard[0]["error"].startswith("Error in audio response")


def test_dispatching_raises_on_an_error_frame_that_nobody_handles(doomed: PlosiveServer) -> None:
    with sync_client(doomed) as client, client.text_to_speech.stream(extra_query=VIETNAMESE) as connection:
        connection.send({"text": " "})
        connection.send({"text": DEADLY})
        connection.send({"text": ""})
        with pytest.raises(TelnyxError, match="Error in remaining audio response"):
            connection.dispatch_events()


def test_sync_a_server_that_goes_away_raises_1012_after_all_was_spoken(doomed: PlosiveServer, spoken: Spoke) -> None:
    heard: list[Frame] = []

    def keep(event: StreamServerEvent) -> None:
        heard.append(wire(event))

    with sync_client(doomed) as client, client.text_to_speech.stream() as connection:
        connection.send({"text": " "})
        connection.send({"text": TEXT})
        heard.append(wire(connection.recv()))
        doomed.process.terminate()
        with pytest.raises(ConnectionClosedError) as closed:
            for event in connection:
                keep(event)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
    # All of it was spoken, but no `final`: the client never said that the turn was whole.
    check_turn([*heard, {"type": "final", "audio": None, "text": "", "isFinal": True}], spoken(TEXT))


def test_async_a_server_that_goes_away_has_the_client_reconnect(doomed: PlosiveServer) -> None:
    asked: list[ReconnectingEvent] = []

    def on_reconnecting(event: ReconnectingEvent) -> ReconnectingOverrides:
        asked.append(event)
        return {"abort": True}

    async def flow() -> None:
        async with (
            async_client(doomed) as client,
            client.text_to_speech.stream(on_reconnecting=on_reconnecting) as connection,
        ):
            await connection.send({"text": " "})
            await connection.send({"text": TEXT})
            while (await connection.recv()).type != "final":
                pass
            doomed.process.terminate()
            async for event in connection:
                assert event.type == "final", event

    with pytest.raises(ConnectionClosedError):
        run(flow())
    assert [event.close_code for event in asked] == [1012]
