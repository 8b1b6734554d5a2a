"""Piper's voices: the configuration in a voice's `.onnx.json`, and the voices of a folder. Never reads a model."""

from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import msgspec

from plosive.utterance import EngineVoice
from plosive.voices.folder import folders, left_out, spoken_name
from plosive.voices.languages import is_tag, written
from plosive.voices.voice import Voice

PREFIX = "Plosive.Piper."
ENGINE = "piper"

QUALITIES = ("high", "medium", "low", "x_low")
"""Piper's names for the sizes of its models, best first."""


class AudioConfig(msgspec.Struct, frozen=True):
    """Its samples."""

    sample_rate: Annotated[int, msgspec.Meta(ge=1000, le=192_000)]
    quality: str | None = None


class LanguageConfig(msgspec.Struct, frozen=True):
    """Its language, as `en_US`. Voices before 2023-06 do not say."""

    code: str | None = None


class EspeakConfig(msgspec.Struct, frozen=True):
    """The espeak-ng voice whose phonemes it reads."""

    voice: str | None = None


class InferenceConfig(msgspec.Struct, frozen=True):
    """How it is to speak. The defaults are Piper's."""

    noise_scale: float = 0.667
    length_scale: Annotated[float, msgspec.Meta(gt=0)] = 1.0
    noise_w: float = 0.8


class PiperConfig(msgspec.Struct, frozen=True):
    """A voice's `.onnx.json`, as far as Plosive needs it."""

    audio: AudioConfig
    phoneme_id_map: dict[str, list[int]]
    num_speakers: int = 1
    speaker_id_map: dict[str, int] = {}
    language: LanguageConfig = LanguageConfig()
    espeak: EspeakConfig = EspeakConfig()
    inference: InferenceConfig = InferenceConfig()
    phoneme_type: str = "espeak"
    vowel_clusters: Sequence[Sequence[str]] = ()


def config_file(model: Path) -> Path:
    """The JSON file of an `.onnx` file."""
    return model.with_name(f"{model.name}.json")


def read_config(model: Path) -> PiperConfig:
    """The configuration of an `.onnx` file. Raises OSError, and `msgspec.DecodeError` that says what is wrong where."""
    return msgspec.json.decode(config_file(model).read_bytes(), type=PiperConfig)


class PiperVoices:
    """Every Piper voice of one folder, by name: `en_US-lessac-medium` or `<name>.<speaker>`, in upper or lower case."""

    def __init__(self, voices: Sequence[tuple[Voice, tuple[int, ...]]]) -> None:
        self.voices = tuple(voice for voice, _ in voices)
        self._by_name = {_key(voice): (voice, numbers) for voice, numbers in voices}

    @classmethod
    def read(cls, root: Path, besides: Container[Path] = ()) -> "PiperVoices":
        """Read a folder and those below it, without the models `besides`. A file that cannot be read is left out and logged."""
        found: dict[str, tuple[Voice, tuple[int, ...]]] = {}
        for folder, files in folders(root):
            for name in files:
                if not name.endswith(".onnx") or folder / name in besides:
                    continue
                try:
                    voice, numbers = _read_voice(folder / name)
                except (OSError, ValueError) as error:
                    left_out(folder / name, str(error))
                    continue
                if _key(voice) in found:
                    left_out(folder / name, f"{found[_key(voice)][0].engine_voice.model} has the same name")
                else:
                    found[_key(voice)] = voice, numbers
        return cls([found[key] for key in sorted(found)])

    def find(self, name: str) -> Voice | None:
        """The voice of this name, or None."""
        name, dot, speaker = name.lower().partition(".")
        voice, numbers = self._by_name.get(name, (None, ()))
        if voice is None or not dot:
            return voice
        for known, number in zip(voice.speakers, numbers, strict=True):
            if known.lower() == speaker:
                return replace(
                    voice,
                    id=f"{voice.id}.{known}",
                    engine_voice=EngineVoice(ENGINE, voice.engine_voice.model, number),
                    name=f"{voice.name}, {known}",
                    speakers=(),
                )
        return None


def _key(voice: Voice) -> str:
    return voice.id.removeprefix(PREFIX).lower()


def _read_voice(model: Path) -> tuple[Voice, tuple[int, ...]]:
    """A voice and the numbers of its speakers. Raises OSError or ValueError, which says what is wrong."""
    file = config_file(model)
    if not file.exists():
        raise ValueError(f"there is no {file.name} beside it, nor voices that would make it a Kokoro model")
    try:
        config = read_config(model)
    except msgspec.DecodeError as error:
        raise ValueError(f"{file.name}: {error}") from None
    stem = model.name.removesuffix(".onnx")
    name = spoken_name(stem)
    if not name:
        raise ValueError("its name has no letter or digit of ASCII, of which a voice id is made")
    tag = (config.language.code or config.espeak.voice or "").replace("_", "-")
    if not is_tag(tag):
        raise ValueError(f"{file.name}: language.code is {tag!r}, right is one such as en_US")
    speakers = _speakers(config, file.name)
    # en_US-lessac-medium: language, whose voice it is, quality.
    _, *who, quality = stem.split("-") if stem.count("-") >= 2 else ("", stem, "")
    if quality not in QUALITIES:
        quality = config.audio.quality if config.audio.quality in QUALITIES else "medium"
    voice = Voice(
        id=PREFIX + name,
        engine_voice=EngineVoice(ENGINE, str(model), min(speakers.values(), default=0)),
        name=f"{'-'.join(who)}, {quality}",
        language=written(tag),
        gender=None,
        rate_hz=config.audio.sample_rate,
        quality=quality,
        speakers=tuple(speakers),
    )
    return voice, tuple(speakers.values())


def _speakers(config: PiperConfig, file_name: str) -> dict[str, int]:
    """Names and numbers of the speakers, by number; empty for a single speaker."""
    if config.num_speakers <= 1:
        return {}
    named = config.speaker_id_map or {str(number): number for number in range(config.num_speakers)}
    speakers: dict[str, int] = {}
    for name, number in sorted(named.items(), key=lambda item: item[1]):
        if not 0 <= number < config.num_speakers:
            raise ValueError(f"{file_name}: speaker {name!r} is number {number} of {config.num_speakers} from 0")
        speakers.setdefault(spoken_name(name) or str(number), number)
    return speakers
