"""Habits of real clients with the protocol. Each docstring names the clients that behave like this."""

import base64
import itertools
import json
import time
from collections.abc import Iterator

import numpy as np
import pytest
from websockets.exceptions import ConnectionClosedOK

from clients.heard import (
    INTERRUPTION,
    PATIENCE_S,
    SENTENCES,
    STORY,
    TEXT,
    TOKENS,
    Frame,
    Spoke,
    Spoken,
    check_audible,
    check_frames,
    check_interruption,
    check_turn,
    mp3_samples,
    pcm_samples,
)
from plosive_server import Client, PlosiveServer, audio_of, texts_of


def say_and_end(client: Client, text: str) -> None:
    client.handshake()
    client.send(text=text)
    client.send(text="")


def check_closed(client: Client) -> None:
    """The server closes with 1000, and sends nothing before."""
    with pytest.raises(ConnectionClosedOK):
        client.socket.recv(PATIENCE_S)
    assert client.socket.close_code == 1000


def test_reading_until_the_close_gets_everything_and_the_close_is_prompt(server: PlosiveServer, spoken: Spoke) -> None:
    """The LiveKit plugin, Patter, rtp-agent and most demos: three frames at once, then read until the close."""
    with server.client() as client:
        say_and_end(client, TEXT)
        frames = client.until_final()
        final_at = time.monotonic()
        check_closed(client)
        assert time.monotonic() - final_at < 0.5
    check_turn(frames, spoken(TEXT))


def test_stopping_at_the_first_final_misses_nothing(server: PlosiveServer, spoken: Spoke) -> None:
    """Vision-Agents, Cloudflare agents, speech-to-speech, Hermes: hang up at the first frame with `isFinal`."""
    with server.client() as client:
        say_and_end(client, TEXT)
        frames = client.until_final()
    check_turn(frames, spoken(TEXT))


def test_stopping_at_the_first_final_misses_nothing_of_tokens(server: PlosiveServer, spoken: Spoke) -> None:
    """The same clients behind a language model, which does not always talk at one pace."""
    with server.client() as client:
        client.handshake()
        for token in TOKENS:
            client.send(text=token)
            time.sleep(0.01)
        client.send(text="")
        frames = client.until_final()
        check_closed(client)
    check_turn(frames, spoken("".join(TOKENS)))


@pytest.mark.parametrize("gap_s", [0.06, 0.19])
def test_a_model_that_pauses_between_sentences_loses_none(gap_s: float) -> None:
    """The same clients, and a model that looks something up: words come slowly, and after the sentence none for 0.7 s.

    The server waits for tokens longer than by default: a busy machine makes a pause of 0.7 s longer than a second.
    """
    said = ["Dr. Lee has looked, e.g. in No. 5 at Main St. in town.", "She found it."]
    with PlosiveServer(workers=1, token_silence_ms=4000) as server, server.client() as client:
        client.handshake()
        for sentence in said:
            for word in sentence.split():
                client.send(text=f"{word} ")
                time.sleep(gap_s)
            time.sleep(0.7 - gap_s)
        frames = client.until_final()
    assert texts_of(frames) == said


def test_sentences_50_ms_apart_see_no_early_final(server: PlosiveServer, spoken: Spoke) -> None:
    """The LiveKit plugin's own tests: sentences 50 ms apart, reading only after the end, up to the first `isFinal`."""
    sentences = [sentence.strip() for sentence in SENTENCES] * 2
    with server.client() as client:
        client.handshake()
        for sentence in sentences:
            client.send(text=sentence)
            time.sleep(0.05)
        client.send(text="")
        frames = client.until_final()
        check_closed(client)
    check_turn(frames, Spoken(tuple(sentences), sum(spoken(sentence).seconds for sentence in sentences)))


def test_sentences_in_one_burst_without_spaces_between_lose_no_word(server: PlosiveServer, spoken: Spoke) -> None:
    """The same clients when the whole answer is there at once: sentences may come out joined, but are all said."""
    with server.client(audio_format="linear16") as client:
        client.handshake()
        for sentence in SENTENCES:
            client.send(text=sentence.strip())
        client.send(text="")
        frames = client.until_final()
        check_closed(client)
    check_frames(frames)
    assert "".join(texts_of(frames)).replace(" ", "") == TEXT.replace(" ", "")
    seconds = pcm_samples(audio_of(frames)).size / 24_000
    assert seconds == pytest.approx(spoken(TEXT).seconds, abs=0.4)  # a joined sentence has a shorter pause


def test_a_socket_kept_for_many_turns_gets_a_final_for_each(server: PlosiveServer, spoken: Spoke) -> None:
    """Pipecat (proposed): sentence frames without flush, never an end frame; `final` ends the turn."""
    with server.client() as client:
        client.handshake(voice_speed=1.0)
        for sentence in SENTENCES:
            client.send(text=sentence)
            check_turn(client.until_final(), spoken(sentence))


def test_after_force_on_a_kept_socket_nothing_stale_is_heard(server: PlosiveServer, spoken: Spoke) -> None:
    """Pipecat (proposed): `force` whenever the user talks, also when nothing is being said, and on with the next turn."""
    with server.client() as client:
        client.handshake()
        for _ in range(2):
            for sentence in STORY:
                client.send(text=sentence)
            before = [client.frame()]
            client.send(force=True)
            client.send(text=INTERRUPTION)
            check_interruption(before, client.until_final(), spoken(INTERRUPTION))
            client.send(force=True)
        client.send(text=SENTENCES[0])
        check_turn(client.until_final(), spoken(SENTENCES[0]))


def test_after_a_bare_force_a_kept_socket_is_silent(server: PlosiveServer, spoken: Spoke) -> None:
    """Pipecat (proposed): the user interrupts and the bot has nothing to say; no `final` comes for what was dropped."""
    with server.client() as client:
        client.handshake()
        for sentence in STORY:
            client.send(text=sentence)
        before = [client.frame()]
        client.send(force=True)
        with pytest.raises(TimeoutError):
            while True:
                before.append(client.frame(timeout_s=0.5))
        assert not any(frame["isFinal"] for frame in before)
        client.send(text=INTERRUPTION)
        check_turn(client.until_final(), spoken(INTERRUPTION))


@pytest.mark.parametrize("text", [TEXT, "Hello there", "Hm", "**Well**, 👋 hello"])
def test_flush_and_end_get_a_final_before_the_close(server: PlosiveServer, text: str) -> None:
    """streamcore, OpenClaw: `flush` with the text, then the end; a close before `isFinal` counts as a failure."""
    with server.client() as client:
        client.handshake()
        client.send(text=text, flush=True)
        client.send(text="")
        frames = client.until_close()
        assert client.socket.close_code == 1000
    check_frames(frames)
    assert audio_of(frames)


@pytest.mark.parametrize("texts", [[], [" "], ["..."], ["👋"]])
def test_even_nothing_to_say_gets_a_final_before_the_close(server: PlosiveServer, texts: list[str]) -> None:
    """streamcore, OpenClaw: what a language model sends is not always speech, and still not a failure."""
    with server.client() as client:
        client.handshake()
        for text in texts:
            client.send(text=text, flush=True)
        client.send(text="")
        frames = client.until_close()
        assert client.socket.close_code == 1000
    assert [frame["type"] for frame in frames] == ["final"]


def test_every_frame_has_a_type_to_branch_on(server: PlosiveServer) -> None:
    """The official SDK, dograh: branch on `type`, and have no branch for anything else."""
    with server.client() as client:
        say_and_end(client, TEXT)
        spoke = client.until_close()
    with server.client() as client:
        client.send(text="Hello before the handshake.")
        refused = client.until_close()
        assert client.socket.close_code == 1008
    assert [kind for kind, _ in itertools.groupby(frame["type"] for frame in spoke)] == ["audio_chunk", "final"]
    assert [frame["type"] for frame in refused] == ["error"]
    assert isinstance(refused[0]["error"], str)


def test_pcm_without_a_rate_is_24_khz(server: PlosiveServer, spoken: Spoke) -> None:
    """Older Pipecat, call-me: `audio_format=pcm`, each chunk played as it is, as 16-bit samples at 24 kHz."""
    with server.client(audio_format="pcm") as client:
        say_and_end(client, TEXT)
        frames = client.until_close()
    check_frames(frames)
    chunks = [base64.b64decode(frame["audio"]) for frame in frames if frame.get("audio")]
    assert all(len(chunk) % 2 == 0 for chunk in chunks)
    assert not chunks[0].startswith(b"RIFF")
    check_audible(np.concatenate([pcm_samples(chunk) for chunk in chunks]), 24_000, spoken(TEXT))


def test_base64_is_strict_and_chunks_are_whole_mpeg_frames_without_tags(server: PlosiveServer, spoken: Spoke) -> None:
    """Vision-Agents: decodes with `validate=True`, and looks for an ID3 tag only at the head of a frame's audio."""
    with server.client() as client:
        say_and_end(client, TEXT)
        frames = client.until_final()
    encoded = [frame["audio"] for frame in frames if frame["audio"]]
    chunks = [base64.b64decode(audio, validate=True) for audio in encoded]
    assert [base64.b64encode(chunk).decode() for chunk in chunks] == encoded
    headers = [header for chunk in chunks for header in mpeg_headers(chunk)]
    assert len(set(headers)) == 1, "one constant bitrate and rate"
    assert chunks[0][13:17] not in (b"Xing", b"Info")  # after the header and the side information of mono
    check_audible(*mp3_samples(b"".join(chunks)), spoken(TEXT))


def mpeg_headers(chunk: bytes) -> Iterator[bytes]:
    """The fixed part of each frame's header; asserts that the chunk is whole frames of MPEG-2 layer III, and no more."""
    while chunk:
        assert chunk[:2] == b"\xff\xf3", chunk[:4]
        kilobits = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)[chunk[2] >> 4]
        rate_hz = (22_050, 24_000, 16_000)[chunk[2] >> 2 & 3]
        size = 72_000 * kilobits // rate_hz + (chunk[2] >> 1 & 1)
        assert 4 < size <= len(chunk)
        yield chunk[:2] + bytes([chunk[2] & 0b11111100])
        chunk = chunk[size:]


def test_frames_whose_text_is_null_are_the_whole_audio_once(server: PlosiveServer, spoken: Spoke) -> None:
    """A browser client: `if (frame.text === null) play(frame.audio)`, so that repeated audio is not heard twice."""
    with server.client() as client:
        say_and_end(client, TEXT)
        messages = [json.dumps(frame) for frame in client.until_close()]

    def is_null(frame: Frame) -> bool:
        return "text" in frame and frame["text"] is None

    kept = [frame for frame in map(json.loads, messages) if is_null(frame)]
    assert all(frame["audio"] for frame in kept)
    assert audio_of(kept) == audio_of([json.loads(message) for message in messages])
    check_audible(*mp3_samples(audio_of(kept)), spoken(TEXT))
