"""The server's speech for a text, as a reference for every client and format."""

import pytest

from clients.heard import Spoke, Spoken, pcm_samples
from plosive_server import PlosiveServer, audio_of, texts_of


@pytest.fixture(scope="session")
def spoken(server: PlosiveServer) -> Spoke:
    """Segments and duration of a text; asserts that not a word of it was lost."""
    known: dict[tuple[str, ...], Spoken] = {}

    def speak(text: str, **query: str) -> Spoken:
        key = (text, *query.values())
        if key not in known:
            with server.client(audio_format="linear16", sample_rate=24_000, **query) as client:
                client.handshake()
                client.send(text=text)
                client.send(text="")
                frames = client.until_close()
                assert client.socket.close_code == 1000, frames[-1:]
            assert " ".join(texts_of(frames)) == text.strip()
            known[key] = Spoken(tuple(texts_of(frames)), pcm_samples(audio_of(frames)).size / 24_000)
        return known[key]

    return speak
