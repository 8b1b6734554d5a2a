"""espeak-ng's voices, read from its data folder: for the catalogue, and for the engines that speak by them.

Only text files are read. The library itself is never loaded here: its crashes must stay in a worker process.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import espeakng_loader

from plosive.errors import SetupError
from plosive.utterance import EngineVoice
from plosive.voices.languages import contains, lookup, written
from plosive.voices.voice import Voice

PREFIX = "Plosive.Espeak."
ENGINE = "espeak"

RATE_HZ = 22050
"""Sample rate of the library's PCM."""

# Median pitch of a sentence in en-us, fr-fr, cmn and pt-br: plain voices 97 to 109 Hz, like a man, +f3 199 to 225 Hz. f1, f2,
# f4 and f5 are lower (181 to 204 in en-us). They have not been compared by ear.
_FEMALE_VARIANT = "f3"

# voices.c: a "language" line without a number has this priority.
_DEFAULT_PRIORITY = 5


@dataclass(frozen=True, slots=True)
class Variant:
    """A timbre that any espeak-ng voice can speak in: the part of a voice id after its "+"."""

    name: str
    file_name: str
    title: str
    gender: str | None


class VoiceFile(NamedTuple):
    """A file below `lang/`: its path there, its title, and the names of its phoneme table and its dictionary.

    `claims` are the languages that it claims to speak, its own first, each with a priority. The smallest number wins.
    """

    path: str
    title: str
    claims: tuple[tuple[str, int], ...]
    phoneme_table: str
    dictionary: str


class EspeakVoices:
    """Every voice of one espeak-ng data folder, by name and by language.

    A name is `<language>` or `<language>+<variant>`, in upper or lower case. The engine gets the path below `lang/`
    (`gmw/en-US+f3`), which names exactly one file: espeak-ng does not find some of its own language codes (en-gb, fr-fr), and
    answers an unknown variant with the plain voice.
    """

    def __init__(self, files: Sequence[VoiceFile], variants: Sequence[Variant]) -> None:
        self._variants = {variant.name.lower(): variant for variant in variants}
        self._voices: dict[str, Voice] = {}
        self._spoken: dict[str, tuple[str, ...]] = {}
        claims: dict[str, tuple[int, str]] = {}
        for file in files:
            name = file.claims[0][0]
            if name.lower() in self._voices:
                # yue-Latn-jyutping claims to be yue; its file name is right.
                name = Path(file.path).name.lower()
            key = name.lower()
            tag = written(name)
            self._voices[key] = Voice(PREFIX + name, EngineVoice(ENGINE, file.path), file.title, tag, None, RATE_HZ)
            self._spoken[key] = tuple(claimed for claimed, _ in file.claims)
            for claimed, priority in file.claims:
                claims[claimed.lower()] = min(claims.get(claimed.lower(), (priority, key)), (priority, key))
        # A voice's own name wins over the claims of others. A language that none claims bare (chr) is that of its first voice.
        primaries = {key.split("-")[0]: key for key in reversed(self._voices)}
        self._by_tag = primaries | {tag: key for tag, (_, key) in claims.items()} | {key: key for key in self._voices}

    @classmethod
    def installed(cls) -> "EspeakVoices":
        """Read the voices of the installed espeakng_loader. Raises SetupError if its data is missing."""
        try:
            data = Path(espeakng_loader.get_data_path())
            return cls(read_voice_files(data), _read_variants(data))
        except (OSError, RuntimeError) as error:
            raise SetupError(f"The data of espeak-ng cannot be read; reinstall espeakng-loader: {error}") from error

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The voice of every language, without variants, by id."""
        return tuple(sorted(self._voices.values(), key=lambda voice: voice.id.lower()))

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Every variant, by name."""
        return tuple(sorted(self._variants.values(), key=lambda variant: variant.name.lower()))

    def find(self, name: str) -> Voice | None:
        """The voice of this name, or None."""
        language, plus, variant = name.lower().partition("+")
        voice = self._voices.get(language)
        if voice is None or not plus:
            return voice
        return self._varied(voice, self._variants.get(variant))

    def best(self, language: str, gender: str | None) -> Voice | None:
        """The voice nearest to a BCP-47 language, in this gender. None: no voice speaks it."""
        voice = self._nearest(language)
        if voice is None or gender != "female":
            return voice
        return self._varied(voice, self._variants.get(_FEMALE_VARIANT)) or voice

    def speaking(self, language: str) -> tuple[Voice, ...]:
        """Every voice within a BCP-47 range, without variants, by id; the nearest voice if there is none."""
        within = tuple(voice for voice in self.voices if self._speaks(voice, language))
        nearest = self._nearest(language)
        return within or ((nearest,) if nearest else ())

    def in_language(self, voice: Voice, language: str) -> Voice | None:
        """The voice itself if it speaks this language, else the one that does, in its variant. None: no voice does."""
        if self._speaks(voice, language):
            return voice
        for tag in lookup(language):
            if self._speaks(voice, tag):
                return voice
            if tag in self._by_tag:
                other = self._voices[self._by_tag[tag]]
                variant = self._variants.get(_name(voice).partition("+")[2])
                return self._varied(other, variant) or other
        return None

    def _speaks(self, voice: Voice, language_range: str) -> bool:
        return any(contains(language_range, tag) for tag in self._spoken[_name(voice).partition("+")[0]])

    def _nearest(self, language: str) -> Voice | None:
        key = next((self._by_tag[tag] for tag in lookup(language) if tag in self._by_tag), None)
        return self._voices[key] if key else None

    @staticmethod
    def _varied(voice: Voice, variant: Variant | None) -> Voice | None:
        if variant is None:
            return None
        return replace(
            voice,
            id=f"{voice.id}+{variant.name}",
            engine_voice=EngineVoice(ENGINE, f"{voice.engine_voice.model}+{variant.file_name}"),
            name=f"{voice.name}, {variant.title}",
            gender=variant.gender,
        )


def _name(voice: Voice) -> str:
    return voice.id.removeprefix(PREFIX).lower()


def read_voice_files(data: Path) -> list[VoiceFile]:
    """The voice files of a data folder: those with a dictionary, without which espeak-ng loads a voice and says nothing.

    Raises OSError.
    """
    root = data / "lang"
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    files = [_parse_voice(path.relative_to(root).as_posix(), path) for path in paths]
    return [file for file in files if file and (data / f"{file.dictionary}_dict").is_file()]


def _parse_voice(path: str, file: Path) -> VoiceFile | None:
    found: dict[str, str] = {}
    claims: list[tuple[str, int]] = []
    for keyword, value in _attributes(file):
        tag, *priority = value.split() or [""]
        if keyword == "language" and tag:
            claims.append((tag, int(priority[0]) if priority and priority[0].isdigit() else _DEFAULT_PRIORITY))
        elif tag:
            found[keyword] = value if keyword == "name" else tag
    if not claims:
        return None
    primary = claims[0][0].lower().split("-")[0]
    return VoiceFile(
        path,
        found.get("name", Path(path).name),
        tuple(claims),
        found.get("phonemes", primary),
        found.get("dictionary", primary),
    )


def _read_variants(data: Path) -> list[Variant]:
    return [_parse_variant(path) for path in sorted((data / "voices" / "!v").iterdir()) if path.is_file()]


def _parse_variant(file: Path) -> Variant:
    title, gender = file.name, None
    for keyword, value in _attributes(file):
        if keyword == "name":
            title = value
        elif keyword == "gender" and value:
            # "female 70": gender, then age.
            gender = value.split()[0].lower()
    # A voice id has no spaces; espeak-ng too lists "Mr serious" as Mr_serious.
    return Variant(file.name.replace(" ", "_"), file.name, title, gender if gender in ("female", "male") else None)


def _attributes(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text("utf-8", errors="replace").splitlines():
        keyword, _, value = line.partition("//")[0].strip().partition(" ")
        if keyword in ("name", "language", "phonemes", "dictionary", "gender"):
            yield keyword, value.strip()
