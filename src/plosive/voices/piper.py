"""The Piper voices of a folder: every `<name>.onnx` with its `<name>.onnx.json`. Reads only the JSON, never the model."""

from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from plosive.utterance import EngineVoice
from plosive.voices.folder import folders, left_out, spoken_name
from plosive.voices.languages import is_tag, written
from plosive.voices.voice import Voice

PREFIX = "Plosive.Piper."
ENGINE = "piper"

QUALITIES = ("high", "medium", "low", "x_low")
"""As Piper names its sizes of models, best first."""


class _Audio(msgspec.Struct):
    sample_rate: int
    quality: str | None = None


class _Language(msgspec.Struct):
    code: str | None = None


class _Espeak(msgspec.Struct):
    voice: str | None = None


class _Config(msgspec.Struct):
    """What of a voice's `.onnx.json` is looked at here. Voices before 2023-06 have no `language`."""

    audio: _Audio
    phoneme_id_map: dict[str, list[int]]
    num_speakers: int = 1
    speaker_id_map: dict[str, int] = {}
    language: _Language = msgspec.field(default_factory=_Language)
    espeak: _Espeak = msgspec.field(default_factory=_Espeak)


class PiperVoices:
    """Every Piper voice of one folder, by name: `en_US-lessac-medium`, or `<name>.<speaker>`, in any case."""

    def __init__(self, voices: Sequence[tuple[Voice, tuple[int, ...]]]) -> None:
        self.voices = tuple(voice for voice, _ in voices)
        self._by_name = {_key(voice): (voice, numbers) for voice, numbers in voices}

    @classmethod
    def read(cls, root: Path, besides: Container[Path] = ()) -> "PiperVoices":
        """Read a folder and those below it. What cannot be read is left out and logged; `besides` are others' models."""
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
    """The voice and the number of each of its speakers. Raises OSError or ValueError with what is wrong."""
    file = model.with_name(model.name + ".json")
    if not file.exists():
        raise ValueError(f"there is no {file.name} beside it, nor voices that would make it a Kokoro model")
    try:
        config = msgspec.json.decode(file.read_bytes(), type=_Config)
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
        quality=quality,
        speakers=tuple(speakers),
    )
    return voice, tuple(speakers.values())


def _speakers(config: _Config, file_name: str) -> dict[str, int]:
    """Names and numbers of the speakers in the order of their numbers; none for a voice of one."""
    if config.num_speakers <= 1:
        return {}
    named = config.speaker_id_map or {str(number): number for number in range(config.num_speakers)}
    speakers: dict[str, int] = {}
    for name, number in sorted(named.items(), key=lambda item: item[1]):
        if not 0 <= number < config.num_speakers:
            raise ValueError(f"{file_name}: speaker {name!r} is number {number} of {config.num_speakers} from 0")
        speakers.setdefault(spoken_name(name) or str(number), number)
    return speakers
