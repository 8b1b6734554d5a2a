"""Tokens of a language model over a real socket: the text frames are whole sentences. Most texts are public reports."""

import re
import time

import pytest

from plosive_server import PlosiveServer, texts_of

EN, DE, PL = "Plosive.Espeak.en-us", "Plosive.Espeak.de", "Plosive.Espeak.pl"


@pytest.mark.parametrize(
    ("voice", "segments"),
    [
        (EN, ["It costs Rs. 500 in all.", "Fine."]),
        (EN, ["The pub was founded est. 1966 in Bath.", "Nice."]),
        (EN, ["He died ca. 1600 in Rome.", "So sad."]),
        (EN, ["The car did 60 mph.", "3 people saw it."]),
        (DE, ["Das ist Hausnr. 5 am Markt.", "Danke."]),
        (PL, ["Mieszkam przy al. Jana Pawła.", "Dzięki."]),
        (EN, ["Dr. Lee is here.", "Mr. Hall is not."]),
    ],
)
def test_tokens_12_ms_apart_are_cut_into_sentences(server: PlosiveServer, voice: str, segments: list[str]) -> None:
    assert streamed(server, voice, " ".join(segments)) == segments


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Name: Anna\nAge: 30\nCity: Rome", ["Name: Anna", "Age: 30", "City: Rome"]),
        (
            "My name is Henry. *Holds out hand* Nice to meet you.",
            ["My name is Henry.", "Holds out hand", "Nice to meet you."],
        ),
        ("Press 1️⃣ for sales. [laughs] Or wait.", ["Press 1 for sales.", "Or wait."]),
        ("\x1b[31mred\x1b[0m is on.", ["red is on."]),
    ],
)
def test_lines_directions_and_asides(server: PlosiveServer, text: str, segments: list[str]) -> None:
    assert streamed(server, EN, text) == segments


def test_a_character_cut_over_two_frames_is_whole(server: PlosiveServer) -> None:
    with server.client(voice=EN) as client:
        client.handshake()
        client.socket.send(r'{"text":"Hello \ud842"}')  # a rare Han character
        client.socket.send(r'{"text":"\udfb7 there."}')
        client.send(text="")
        assert texts_of(client.until_final()) == ["Hello 𠮷 there."]


def streamed(server: PlosiveServer, voice: str, text: str) -> list[str]:
    with server.client(voice=voice) as client:
        client.handshake()
        for token in re.findall(r"\s*\S{1,5}", text):
            client.send(text=token)
            time.sleep(0.012)
        client.send(text="")
        return texts_of(client.until_final())
