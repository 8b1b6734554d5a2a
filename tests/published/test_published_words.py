"""Word times of voices with real weights, through the socket: each written word once, in order, before its audio."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plosive_server import Client, PlosiveServer, audio_of
from published.test_published_voices import CLAUSES
from web.test_words import after_force, check, ends, told

JOE = "Plosive.Piper.en_US-joe-medium"
HEART = "Plosive.Kokoro.af_heart"
TEXT = "You owe us $3.14 on 2026-11-21, Dr. Smith."
WORDS = ["You", "owe", "us", "$3.14", "on", "2026-11-21,", "Dr.", "Smith."]
MARKDOWN = "# **Bold** title\n\n- one `item` — 10 km\n- AcmePay, [here](https://example.com)"
PATIENCE_S = 60
"""A run of Kokoro takes seconds on a busy machine."""


@pytest.fixture(scope="module")
def server(voices_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlosiveServer]:
    dictionary = tmp_path_factory.mktemp("dictionary") / "words.txt"
    dictionary.write_text("AcmePay=Acme Pay Incorporated\ntitle:/ˈtaɪtəl/\n", encoding="utf-8")
    with PlosiveServer("--dictionary", str(dictionary), voices_dir=voices_dir, workers=1) as running:
        yield running


def spoken(server: PlosiveServer, voice: str, *texts: str, **query: object) -> list[dict[str, Any]]:
    frames: list[dict[str, Any]] = []
    with server.client(voice=voice, timestamps="words", audio_format="linear16", sample_rate=24000, **query) as client:
        client.handshake()
        for text in texts:
            client.send(text=text)
        client.send(text="")
        while not frames or frames[-1]["type"] != "final":
            frames.append(client.frame(PATIENCE_S))
            assert frames[-1]["type"] != "error", frames[-1]
    check(frames)
    return frames


@pytest.mark.parametrize("voice", [JOE, HEART])
def test_the_words_are_those_that_were_written(server: PlosiveServer, voice: str) -> None:
    """Whole, in pieces and from the cache: the same words at the same times."""
    pieces = [TEXT[at : at + 4] for at in range(0, len(TEXT), 4)]
    fresh = spoken(server, voice, TEXT, disable_cache=True)
    again = spoken(server, voice, *pieces)
    cached = spoken(server, voice, TEXT)
    assert told(fresh) == WORDS
    assert ends(cached)[0]["cached"]
    assert ends(fresh)[0]["words"] == ends(again)[0]["words"] == ends(cached)[0]["words"]


@pytest.mark.parametrize("voice", [JOE, HEART])
def test_markdown_and_dictionary_words(server: PlosiveServer, voice: str) -> None:
    frames = spoken(server, voice, MARKDOWN)
    assert told(frames) == ["Bold", "title", "one", "item —", "10", "km", "AcmePay,", "here"]
    acme, here = next(end["words"] for end in ends(frames) if end["text"].startswith("AcmePay"))
    assert here["start_ms"] - acme["start_ms"] > 700, "all that the alias says is time of its word"


def test_all_words_of_a_sentence_of_pipers_come_first(server: PlosiveServer) -> None:
    """Its durations are known before the first audio."""
    frames = spoken(server, JOE, CLAUSES)
    assert told(frames[:1]) == CLAUSES.split()
    assert len([frame for frame in frames if frame["audio"]]) > 5


def test_words_of_kokoros_runs_come_with_their_run(server: PlosiveServer) -> None:
    """A long sentence is cut at clauses. The first word of a run begins where the run does."""
    frames = spoken(server, HEART, CLAUSES)
    assert told(frames) == CLAUSES.split()
    told_at = [place for place, frame in enumerate(frames) if frame["type"] == "words"]
    assert len(told_at) > 1
    sent_ms = len(audio_of(frames[: told_at[1]])) / 48
    assert frames[told_at[1]]["words"][0]["start_ms"] == pytest.approx(sent_ms, abs=250)


def test_japanese(server: PlosiveServer) -> None:
    frames = spoken(server, "Plosive.Kokoro.jf_alpha", "こんにちは。きょうは あめです。")
    assert "".join(told(frames)) == "こんにちは。きょうはあめです。"
    starts = [word["start_ms"] for end in ends(frames) for word in end["words"][1:]]
    assert min(starts) > 0


@pytest.mark.parametrize("voice", [JOE, HEART])
def test_what_was_spoken_until_a_barge_in(server: PlosiveServer, voice: str) -> None:
    text = f"{CLAUSES} {TEXT}"
    with server.client(voice=voice, timestamps="words", audio_format="linear16", sample_rate=24000) as client:
        client.handshake()
        client.send(text=text, flush=True)
        frames = [client.frame(PATIENCE_S)]
        while len(audio_of(frames)) < 48_000:
            frames.append(client.frame(PATIENCE_S))
        words = [(frame["offset_ms"] + each["start_ms"], each["text"])
                 for frame in frames if frame["type"] == "words" for each in frame["words"]]  # fmt: skip
        more, interrupted = after_force(client, played_ms=900)
        later = [frame for frame in more if frame["type"] == "words"]
        assert not later or later[0]["offset_ms"] + later[0]["words"][0]["start_ms"] > 900
        heard = [word for at_ms, word in words if at_ms < 899.5]
        assert 1 < len(heard) < len(CLAUSES.split())
        assert interrupted["spoken"].split() == heard
        assert interrupted["spoken"] + interrupted["unspoken"] == text
        # The clock goes on.
        client.send(text="New.", flush=True)
        new = [client.frame(PATIENCE_S)]
        while new[-1]["type"] != "final":
            new.append(client.frame(PATIENCE_S))
        assert told(new) == ["New."]
        assert ends(new)[0]["offset_ms"] == pytest.approx(len(audio_of(frames + more)) / 48, abs=2)


@pytest.mark.parametrize("voice", [JOE, HEART])
def test_words_after_a_crash_are_told_once(server: PlosiveServer, voice: str) -> None:
    """The worker dies while it speaks for two listeners. The one whose audio it did not make just then hears the rest."""
    text = "When the rain had stopped, we walked along the river."
    whole = spoken(server, voice, text, disable_cache=True)
    query = {"voice": voice, "timestamps": "words", "audio_format": "linear16", "sample_rate": 24000}
    with server.client(disable_cache=True, **query) as one, server.client(disable_cache=True, **query) as other:
        heard: dict[Client, list[dict[str, Any]]] = {one: [], other: []}
        for client in heard:
            client.handshake()
            client.send(text=text, flush=True)
        for client, frames in heard.items():
            while not audio_of(frames):
                frames.append(client.frame(PATIENCE_S))
        for worker in server.workers():
            worker.kill()
        for client, frames in heard.items():
            while frames[-1]["type"] not in {"final", "error"}:
                frames.append(client.frame(PATIENCE_S))
    resumed = [frames for frames in heard.values() if frames[-1]["type"] == "final"]
    assert resumed
    for frames in resumed:
        check(frames)
        assert ends(frames)[0]["words"] == ends(whole)[0]["words"]
