"""What the server makes of a text, as a yardstick for every client and format."""

from collections.abc import Callable

import pytest
from heard import Spoken, pcm_samples
from plosive_server import PlosiveServer, audio_of, texts_of


@pytest.fixture(scope="session")
def spoken(server: PlosiveServer) -> Callable[[str], Spoken]:
    """Segments and duration of a text; asserts that not a word of it was lost."""
    known: dict[str, Spoken] = {}

    def speak(text: str) -> Spoken:
        if text not in known:
            with server.client(audio_format="linear16") as client:
                client.handshake()
                client.send(text=text)
                client.send(text="")
                frames = client.until_close()
                assert client.socket.close_code == 1000, frames[-1:]
            assert " ".join(texts_of(frames)) == text.strip()
            known[text] = Spoken(tuple(texts_of(frames)), pcm_samples(audio_of(frames)).size / 24_000)
        return known[text]

    return speak
