"""Which voice an id names: installed voices by their own ids, public Telnyx ids by the nearest installed voice.

Refuses what it does not know: an unknown voice is an error, never silently another. It opens no file after `load`.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plosive.errors import BadParameter, UnknownVoice
from plosive.voices.aliases import ALIASES, REST_ONLY, Alias
from plosive.voices.espeak import PREFIX, EspeakVoices, Variant
from plosive.voices.ids import VoiceId, split_voice_id
from plosive.voices.languages import contains
from plosive.voices.voice import Voice

__all__ = ["DEFAULT_VOICE", "Alias", "Catalog", "Resolution", "Variant", "Voice", "VoiceId", "split_voice_id"]

DEFAULT_VOICE = "Plosive.Espeak.en-us"

# An alias whose language nobody documents speaks the default voice's.
_DEFAULT_LANGUAGE = "en-US"

# The other providers that Telnyx documents: right ids of voices that only they have.
_FOREIGN_PROVIDERS = frozenset(
    {
        "aws",
        "azure",
        "elevenlabs",
        "fishaudio",
        "google",
        "humain",
        "inworld",
        "minimax",
        "murfai",
        "polly",
        "resemble",
        "rime",
        "soniox",
        "xai",
    }
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# RFC 5646 section 4.4.1: who limits the length of tags shall leave room for 35 characters.
_LONGEST_LANGUAGE = 35

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Resolution:
    """The voice that speaks for a requested id. `is_alias`: the id is a public one that another voice stands in for."""

    voice: Voice
    requested: str
    is_alias: bool


class Catalog:
    """Every voice that can be spoken with now, and every id that leads to one."""

    def __init__(self, espeak: EspeakVoices) -> None:
        self._espeak = espeak

    @classmethod
    def load(cls) -> "Catalog":
        """Read the voices of the installed engines. Raises SetupError when an engine's data cannot be read."""
        return cls(EspeakVoices.installed())

    def voices(self, language: str | None = None) -> Sequence[Voice]:
        """One voice for each language, or for those within a BCP-47 range: "en" lists en-US and en-GB.

        Each can also be had as `<id>+<variant>` with any of `variants()`; list those once, all together are 14 000.
        Raises BadParameter for a malformed language.
        """
        wanted = _checked_language(language)
        return self._espeak.speaking(wanted) if wanted else self._espeak.voices

    def variants(self) -> Sequence[Variant]:
        """The timbres any Plosive.Espeak voice can be spoken in."""
        return self._espeak.variants

    def aliases(self) -> Sequence[Alias]:
        """The public Telnyx ids that resolve to an installed voice."""
        return tuple(ALIASES.values())

    def resolve(self, voice_id: str, language: str | None = None, *, over_socket: bool = False) -> Resolution:
        """The installed voice for a public id, in any case.

        A language wins over the voice's own: a voice that speaks it stays, one that does not gives way to the voice of
        that language in the same variant (or, for an alias, gender). "auto" and "" mean the voice's own language.
        An alias gets the voice nearest in language, then in gender.

        Raises BadParameter for a malformed id, another provider's voice, a model that is not for the WebSocket (status
        403, only `over_socket`), and a language that is malformed or that no installed voice speaks. Raises
        UnknownVoice, with the nearest ids, for every other id.
        """
        provider, model, _ = split_voice_id(voice_id)
        if provider.lower() in _FOREIGN_PROVIDERS:
            raise BadParameter("voice", f"Voices of {provider} are not served here; use Plosive.* or Telnyx.* ids.")
        if over_socket and provider.lower() == "telnyx" and model is not None and model.lower() in REST_ONLY:
            raise BadParameter("voice", f"Telnyx.{model} voices are for the REST API, not the WebSocket.", status=403)
        wanted = _checked_language(language)
        voice = self._own(voice_id)
        if voice is not None:
            spoken = self._espeak.in_language(voice, wanted) if wanted else voice
            return Resolution(self._installed(spoken, wanted), voice_id, is_alias=False)
        alias = ALIASES.get(voice_id.lower())
        if alias is not None:
            spoken_language = alias.language or _DEFAULT_LANGUAGE
            if wanted and not contains(wanted, spoken_language):
                spoken_language = wanted
            voice = self._espeak.best(spoken_language, alias.gender)
            return Resolution(self._installed(voice, wanted), voice_id, is_alias=True)
        raise UnknownVoice(voice_id, self.nearest(voice_id))

    def nearest(self, voice_id: str) -> tuple[str, ...]:
        """Up to three ids that exist and look most like this one, best first; if none does, the default voice.

        Takes milliseconds: ask it for errors, not for every request.
        """
        plain, plus, variant = voice_id.lower().partition("+")
        if plus and (voice := self._own(plain)):
            names = [known.name for known in self._espeak.variants]
            return tuple(f"{voice.id}+{name}" for name in _closest(variant, names)) or (voice.id,)
        *family, name = plain.split(".", 2)
        like = [known for known in self._ids if known.lower().endswith("." + name)]
        if ".".join(family) + "." == PREFIX.lower() and (voice := self._espeak.best(name, None)):
            like.append(voice.id)
        siblings = [known for known in self._ids if known.lower().split(".")[:2] == family]
        like += _closest(plain, siblings or self._ids)
        return tuple(dict.fromkeys(like))[:_NEAREST] or (DEFAULT_VOICE,)

    def _own(self, voice_id: str) -> Voice | None:
        lowered = voice_id.lower()
        return self._espeak.find(lowered.removeprefix(PREFIX.lower())) if lowered.startswith(PREFIX.lower()) else None

    def _installed(self, voice: Voice | None, language: str | None) -> Voice:
        if voice is not None:
            return voice
        tags = [known.language for known in self._espeak.voices]
        near = ", ".join(_closest(language or "", tags) or tags[:_NEAREST])
        raise BadParameter("language", f"No installed voice speaks {language!r}. Near it: {near}.")

    @cached_property
    def _ids(self) -> list[str]:
        return [voice.id for voice in self._espeak.voices] + [alias.id for alias in ALIASES.values()]


def _checked_language(language: str | None) -> str | None:
    if language is None or language.lower() in ("", "auto"):
        return None
    tag = language.replace("_", "-")
    if len(tag) > _LONGEST_LANGUAGE or not _LANGUAGE.fullmatch(tag):
        raise BadParameter("language", f"{language[:80]!r} is not a BCP-47 language tag; right are en, pt-BR, zh-HK.")
    return tag.lower()


def _closest(name: str, known: Sequence[str]) -> list[str]:
    by_lowered = {each.lower(): each for each in known}
    # A name much longer than any known one is near none; cutting it bounds the time (SequenceMatcher is quadratic).
    return [by_lowered[lowered] for lowered in difflib.get_close_matches(name.lower()[:64], by_lowered, _NEAREST, 0.5)]
