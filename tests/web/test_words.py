"""`timestamps=words` on the socket of a real server."""

import random
from itertools import pairwise
from typing import Any

import pytest

from plosive_server import Client, PlosiveServer, audio_of
from test_word_times import ANSWERS

TEXT = "You owe us $3.14 on 2026-11-21, Dr. Smith."
WORDS = ["You", "owe", "us", "$3.14", "on", "2026-11-21,", "Dr.", "Smith."]
RATE_HZ = 24000


def told(frames: list[dict[str, Any]]) -> list[str]:
    return [word["text"] for frame in frames if frame["type"] == "words" for word in frame["words"]]


def ends(frames: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [frame for frame in frames if frame["type"] == "audio_chunk" and frame["text"] is not None]


def milliseconds(frames: list[dict[str, Any]]) -> float:
    return len(audio_of(frames)) / 2 / RATE_HZ * 1000


def check(frames: list[dict[str, Any]]) -> None:
    """Each word once, in order, before its audio; the text frames say the same, and their durations add up."""
    sent_ms = 0.0
    starts: dict[int, list[tuple[str, int]]] = {}
    for frame in frames:
        if frame["type"] == "words":
            for word in frame["words"]:
                assert frame["offset_ms"] + word["start_ms"] >= sent_ms - 2
                starts.setdefault(frame["segment"], []).append((word["text"], word["start_ms"]))
        sent_ms += milliseconds([frame])
    whole_ms = 0
    for number, end in enumerate(ends(frames)):
        words = end["words"]
        assert end["segment"] == number
        assert end["offset_ms"] == pytest.approx(whole_ms, abs=2)
        assert [(word["text"], word["start_ms"]) for word in words] == starts.get(number, [])
        assert all(end["text"][slice(*word["chars"])] == word["text"] for word in words)
        assert "".join("".join(word["text"] for word in words).split()) == "".join(end["text"].split())
        assert all(one["start_ms"] <= one["end_ms"] <= other["start_ms"] for one, other in pairwise(words))
        assert not words or words[-1]["end_ms"] <= end["duration_ms"]
        whole_ms += end["duration_ms"]
    assert whole_ms == pytest.approx(sent_ms, abs=2 * len(ends(frames)) + 2)


def spoken(server: PlosiveServer, *texts: str, **query: object) -> list[dict[str, Any]]:
    with server.client(timestamps="words", audio_format="linear16", **query) as client:
        client.handshake()
        for text in texts:
            client.send(text=text)
        client.send(text="")
        return client.until_close()


@pytest.mark.parametrize("texts", [[TEXT], [TEXT[at : at + 4] for at in range(0, len(TEXT), 4)]])
def test_the_words_are_those_that_were_written(server: PlosiveServer, texts: list[str]) -> None:
    """Fresh, and from the cache."""
    fresh = spoken(server, *texts, disable_cache=True)
    spoken(server, *texts)
    cached = spoken(server, *texts)
    for frames in (fresh, cached):
        assert told(frames) == WORDS
        check(frames)
    # espeak-ng says nothing twice the same, to a sample.
    for one, other in zip(ends(fresh)[0]["words"], ends(cached)[0]["words"], strict=True):
        assert one["start_ms"] == pytest.approx(other["start_ms"], abs=30)
    assert ends(cached)[0]["cached"]


@pytest.mark.parametrize(
    ("voice", "text", "words"),
    [
        ("Plosive.Espeak.en-us", "# **Bold** title\n\n- one `item` — 10 km", ["Bold", "title", "one", "item —", "10", "km"]),
        ("Plosive.Espeak.cmn", "今天很好，我们走吧。", ["今", "天", "很", "好，", "我", "们", "走", "吧。"]),
        ("Plosive.Hibari.heart", TEXT + " It is 10 km.", [*WORDS, "It", "is", "10", "km."]),
        ("Plosive.Espeak.de", "Am 3. Mai: 12,50 €.", ["Am", "3.", "Mai:", "12,50", "€."]),
    ],
)  # fmt: skip
def test_markdown_and_languages(server: PlosiveServer, voice: str, text: str, words: list[str]) -> None:
    frames = spoken(server, text, voice=voice)
    assert told(frames) == words
    check(frames)


def test_ssml(server: PlosiveServer) -> None:
    frames = spoken(
        server, '<speak>One<break time="600ms"/> two <sub alias="three">III</sub>.</speak>', text_type="ssml"
    )
    assert told(frames) == ["One", "two", "III."]
    check(frames)
    one, two, _ = ends(frames)[0]["words"]
    assert two["start_ms"] - one["end_ms"] >= 600


def test_a_lead_changes_no_words(server: PlosiveServer) -> None:
    frames = spoken(server, TEXT, max_lead_s=1, disable_cache=True)
    assert told(frames) == WORDS
    check(frames)
    frames = spoken(server, TEXT, max_lead_s=1)
    assert told(frames) == WORDS


def test_a_plain_socket_has_none_of_it(server: PlosiveServer) -> None:
    for query in ({}, {"timestamps": "none"}):
        with server.client(audio_format="linear16", **query) as client:
            client.handshake()
            client.send(text=TEXT, flush=True)
            frames = client.until_final()
            client.send(force=True, played_ms="not read without timestamps=words")
            client.send(text="")
            frames += client.until_close()
            assert client.socket.close_code == 1000
        assert {frame["type"] for frame in frames} == {"audio_chunk", "final"}
        assert all(frame.keys() - {"timeToFirstAudioFrameMs"} == {"type", "audio", "text", "isFinal", "cached"}
                   for frame in frames if frame["type"] == "audio_chunk")  # fmt: skip


def test_the_audio_is_the_same(server: PlosiveServer) -> None:
    with server.client(audio_format="linear16") as client:
        client.handshake()
        client.send(text=TEXT)
        client.send(text="")
        plain = client.until_close()
    assert audio_of(spoken(server, TEXT)) == audio_of(plain)


@pytest.mark.parametrize("value", [-1, "1000", True])
def test_a_wrong_played_ms(server: PlosiveServer, value: object) -> None:
    with server.client(timestamps="words") as client:
        client.handshake()
        client.send(force=True, played_ms=value)
        (error,) = client.until_close()
        assert "played_ms" in error["error"]
        assert client.socket.close_code == 1008


def after_force(client: Client, **frame: object) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    client.send(force=True, **frame)
    frames: list[dict[str, Any]] = []
    while not frames or frames[-1]["type"] != "interrupted":
        frames.append(client.frame())
    return frames[:-1], frames[-1]


def test_an_interruption_after_final_tells_of_the_turn_that_it_ended(server: PlosiveServer) -> None:
    with server.client(timestamps="words", audio_format="linear16") as client:
        client.handshake()
        client.send(text="Hello there, my friend. " + TEXT, flush=True)
        frames = client.until_final()
        first, second = ends(frames)
        played_ms = second["offset_ms"] + second["words"][3]["start_ms"] + 10
        _, interrupted = after_force(client, played_ms=played_ms)
        assert interrupted["segment"] == 1
        assert interrupted["played_ms"] == played_ms
        assert interrupted["spoken"] == "Hello there, my friend. You owe us $3.14"
        assert interrupted["unspoken"] == " on 2026-11-21, Dr. Smith."
        # Once: the next has no turn to tell of.
        client.send(force=True)
        client.send(text="New.", flush=True)
        new = client.until_final()
        assert {frame["type"] for frame in new} == {"words", "audio_chunk", "final"}
        assert ends(new)[0]["segment"] == 2
        assert ends(new)[0]["offset_ms"] == first["duration_ms"] + second["duration_ms"]
        _, interrupted = after_force(client)
        assert (interrupted["spoken"], interrupted["unspoken"]) == ("New.", "")


def test_text_that_was_not_begun_is_unspoken(server: PlosiveServer) -> None:
    with server.client(timestamps="words") as client:
        client.handshake()
        client.send(text="An unfinished thou")
        _, interrupted = after_force(client, played_ms=0)
        assert interrupted["segment"] is None
        assert (interrupted["spoken"], interrupted["unspoken"]) == ("", "An unfinished thou")


@pytest.mark.parametrize(("audio_format", "bytes_a_ms"), [("linear16", 48), ("mulaw", 8), ("mp3", 8)])
def test_what_was_sent_is_what_was_spoken(server: PlosiveServer, audio_format: str, bytes_a_ms: int) -> None:
    """Forty barge-ins at random moments over one connection: its clock never loses the audio that was really sent."""
    draw = random.Random(5)
    text = " ".join(f"This is the sentence number {number}, and it is long enough." for number in range(40))
    with server.client(timestamps="words", audio_format=audio_format, disable_cache=True) as client:
        client.handshake()
        heard: list[dict[str, Any]] = []
        for _ in range(40):
            client.send(text=text)
            turn = [client.frame() for _ in range(draw.randrange(30))]
            frames, interrupted = after_force(client)
            turn += frames
            heard += turn
            sent_ms = len(audio_of(heard)) / bytes_a_ms
            assert interrupted["played_ms"] == pytest.approx(sent_ms, abs=30)
            starts = [
                (word["text"], frame["offset_ms"] + word["start_ms"])
                for frame in turn
                if frame["type"] == "words"
                for word in frame["words"]
            ]
            # A word that begins in the very millisecond may count or not: both are rounded.
            surely, perhaps = (
                [word for word, at_ms in starts if at_ms < interrupted["played_ms"] + more] for more in (-1, 1.1)
            )
            assert interrupted["spoken"].split() in (surely, perhaps)
            assert interrupted["spoken"] + interrupted["unspoken"] == text


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "pl", "ru", "zh", "th", "vi"])
def test_ten_answers_in_a_language(server: PlosiveServer, language: str) -> None:
    """Numbers, marks and Markdown in any order, in pieces of four characters: every word once, before its audio."""
    voice = {"en": "en-us", "fr": "fr-fr", "zh": "cmn"}.get(language, language)
    parts, draw = ANSWERS[language].split(" "), random.Random(1)
    for _ in range(10):
        text = " ".join(parts)
        pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
        check(spoken(server, *pieces, voice=f"Plosive.Espeak.{voice}"))
        draw.shuffle(parts)
