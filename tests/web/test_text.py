"""The spoken text over the socket: SSML, pronunciations, code, and the transcript."""

from pathlib import Path
from typing import Any

import pytest

from plosive_server import PlosiveServer, audio_of, texts_of


def say(server: PlosiveServer, *parts: str, **query: object) -> list[dict[str, Any]]:
    with server.client(audio_format="linear16", sample_rate=22050, **query) as client:
        client.handshake()
        for part in parts:
            client.send(text=part)
        client.send(text="")
        frames = client.until_close()
        assert client.socket.close_code == 1000
    return frames


def seconds(frames: list[dict[str, Any]]) -> float:
    return len(audio_of(frames)) / 2 / 22050


def test_ssml_in_frames_that_cut_its_tags(server: PlosiveServer) -> None:
    ssml = '<speak>Hello <emphasis>big</emphasis> world. <prosody rate="50%">It is slow.</prosody></speak>'
    whole = say(server, ssml, text_type="ssml")
    assert texts_of(whole) == ["Hello big world.", "It is slow."]
    pieces = [ssml[start : start + 5] for start in range(0, len(ssml), 5)]
    assert texts_of(say(server, *pieces, text_type="ssml")) == texts_of(whole)


def test_a_break_is_silence(server: PlosiveServer) -> None:
    without = seconds(say(server, "<speak>One two.</speak>", text_type="ssml"))
    with_break = seconds(say(server, '<speak>One <break time="900ms"/> two.</speak>', text_type="ssml"))
    assert with_break - without == pytest.approx(0.9, abs=0.25)


def test_broken_ssml_says_what_is_wrong(server: PlosiveServer) -> None:
    with server.client(text_type="ssml") as client:
        client.handshake()
        client.send(text="<speak>Tom & Jerry</speak>", flush=True)
        frames = client.until_close()
        assert texts_of(frames) == ["Tom"]
        assert "&amp;" in frames[-1]["error"]
        assert client.socket.close_code == 1008
        assert (client.socket.close_reason or "").startswith("invalid_text")


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>',
        "<a>" * 10_000,
        '<speak><audio src="/etc/passwd"/></speak>',
        '<speak>A<break time="600s"/>B</speak>',
    ],
)
def test_hostile_ssml_touches_nothing(server: PlosiveServer, hostile: str) -> None:
    with server.client(text_type="ssml", audio_format="mulaw") as client:
        client.handshake()
        client.send(text=hostile)
        client.send(text="")
        frames = client.until_close()
        assert client.socket.close_code in (1000, 1008)
        assert len(audio_of(frames)) < 15 * 8000


def test_ssml_lookalikes_in_plain_text_are_not_ssml(server: PlosiveServer) -> None:
    frames = say(server, 'Wait <break time="600s"/> here.')
    assert seconds(frames) < 5


def test_a_dictionary_changes_the_sound_and_not_the_transcript(tmp_path: Path) -> None:
    dictionary = tmp_path / "words.txt"
    dictionary.write_text("SQL=a very long way of saying it indeed\nNguyen:/ŋwiən/\n", encoding="utf-8")
    with PlosiveServer("--dictionary", str(dictionary)) as server:
        frames = say(server, "I like SQL and Nguyen.")
        assert texts_of(frames) == ["I like SQL and Nguyen."]
        assert seconds(frames) > 3
        assert seconds(say(server, "I like HTML and Nguyen.")) < 3


def test_a_broken_dictionary_stops_the_start(tmp_path: Path) -> None:
    dictionary = tmp_path / "words.txt"
    dictionary.write_text("fine=good\nno separator here\n", encoding="utf-8")
    with (
        pytest.raises(AssertionError, match="words.txt cannot be used: Line 2"),
        PlosiveServer("--dictionary", str(dictionary)),
    ):
        pass


def test_money_is_said_and_written_as_money(server: PlosiveServer) -> None:
    frames = say(server, "It costs $3.14 today.")
    assert texts_of(frames) == ["It costs $3.14 today."]


def test_code_can_be_skipped() -> None:
    with PlosiveServer(code="skip") as server:
        frames = say(server, "Run this:\n\n```sh\nrm -rf build\n```\n\nThen go on.")
        assert " ".join(texts_of(frames)) == "Run this: Then go on."


@pytest.mark.parametrize("voice", ["Plosive.Espeak.en-us", "Plosive.Hibari.heart"])
def test_text_of_another_language_ends_nothing(server: PlosiveServer, voice: str) -> None:
    frames = say(server, "Hello. 你好，世界。 مرحبا بالعالم. Привет, мир. สวัสดี ", "And again in English.", voice=voice)
    assert texts_of(frames)[-1].endswith("And again in English.")
    assert seconds(frames) > 2
