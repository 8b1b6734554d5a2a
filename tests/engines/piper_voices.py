"""The committed Piper voices, copied to where their pieces may be written, and what speaking one gives."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from plosive.engines.piper.engine import PiperEngine
from plosive.engines.voice_cache import VoiceCache
from plosive.utterance import EngineVoice, Span, Utterance, WordStart

_COMMITTED = Path(__file__).parent / "voices"


def copy_voice(name: str, folder: Path, **changes: Any) -> Path:
    """A voice of its own in the folder; `changes` are to its configuration."""
    path = folder / f"{name}.onnx"
    shutil.copy(_COMMITTED / path.name, path)
    config = json.loads((_COMMITTED / f"{path.name}.json").read_text("utf-8"))
    path.with_name(f"{path.name}.json").write_text(json.dumps(config | changes), "utf-8")
    return path


STILL = {"inference": {"noise_scale": 0.0, "length_scale": 2.0, "noise_w": 0.0}}
"""A configuration without noise: every engine says the same."""


def engine(budget_bytes: int = 100_000_000, **arguments: Any) -> PiperEngine:
    return PiperEngine(VoiceCache(budget_bytes), **arguments)


def utterance(path: Path, *spans: Span | str, speaker: int = 0, **prosody: float) -> Utterance:
    given = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Utterance(given, EngineVoice("piper", str(path), speaker), **prosody)


@dataclass
class Spoken:
    rate_hz: int = 0
    steps: list[int] = field(default_factory=list)  # samples of each
    pcm: bytes = b""
    words: list[WordStart] = field(default_factory=list)
    words_ahead: list[float] = field(default_factory=list)  # each word's start behind that of the chunk that told it

    @property
    def samples(self) -> np.ndarray:
        return np.frombuffer(self.pcm, "<i2").astype(int)

    @property
    def seconds(self) -> float:
        return len(self.pcm) / 2 / self.rate_hz


def spoken(piper: PiperEngine, what: Utterance, *, crowded: bool = False, ahead: bool = False) -> Spoken:
    heard = Spoken()
    steps = piper.speak(what, ahead=ahead)
    try:
        chunk = next(steps)
        while True:
            heard.rate_hz = chunk.rate_hz
            heard.steps.append(len(chunk.pcm) // 2)
            heard.words += chunk.words
            heard.words_ahead += [word.at_s - heard.seconds for word in chunk.words]
            heard.pcm += chunk.pcm
            chunk = steps.send(crowded)
    except StopIteration:
        return heard
