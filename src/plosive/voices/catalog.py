"""Catalog: finds the voice of an id. An installed voice has its own id; the nearest installed one stands in for a Telnyx id.

An unknown voice is an error, unless the operator chose a default for it. No file is opened after `load`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from plosive.errors import BadParameter, SetupError, UnknownVoice
from plosive.voices.alias_file import OwnNames, read_own_names
from plosive.voices.aliases import ALIASES, REST_ONLY, Alias
from plosive.voices.espeak import PREFIX, EspeakVoices, Variant
from plosive.voices.hibari import DEFAULT_VOICE, GENDER, LANGUAGE, HibariVoices
from plosive.voices.hibari import ENGINE as HIBARI
from plosive.voices.hibari import PREFIX as HIBARI_PREFIX
from plosive.voices.ids import NEAREST, VoiceId, check_length, closest, split_voice_id
from plosive.voices.kokoro import PREFIX as KOKORO_PREFIX
from plosive.voices.kokoro import KokoroVoices
from plosive.voices.languages import canonical, contains, is_tag, nearness
from plosive.voices.names import installable, is_full, meanings, tidied
from plosive.voices.other_services import other_service
from plosive.voices.piper import PREFIX as PIPER_PREFIX
from plosive.voices.piper import QUALITIES, PiperVoices
from plosive.voices.voice import Voice

__all__ = ["DEFAULT_VOICE", "Alias", "Catalog", "Resolution", "Variant", "Voice", "VoiceId", "split_voice_id"]

# Where its package is missing, another voice stands in for the default one.
_DEFAULT_ALIAS = Alias(DEFAULT_VOICE, LANGUAGE, GENDER)

_REST_ONLY = tuple(f"telnyx.{model}." for model in REST_ONLY)

# Telnyx's names of Kokoro's voices are Kokoro's own.
_KOKORO_ALIASES = "telnyx.kokorotts."


@dataclass(frozen=True, slots=True)
class Resolution:
    """The voice for a requested name. `is_alias`: the name is another voice's. `is_unknown`: it is nobody's."""

    voice: Voice
    requested: str
    is_alias: bool
    is_unknown: bool = False


class Catalog:
    """Every installed voice, and every id that leads to one."""

    def __init__(
        self,
        espeak: EspeakVoices,
        hibari: HibariVoices,
        kokoro: KokoroVoices,
        piper: PiperVoices,
        own_names: OwnNames = OwnNames(),  # noqa: B008 - it cannot change
        unknown: str | None = None,
    ) -> None:
        self._espeak = espeak
        self._hibari = hibari
        self._kokoro = kokoro
        self._piper = piper
        self.neural = hibari.voices + kokoro.voices + piper.voices
        self._own_names = own_names
        self._unknown = unknown
        # It takes half a millisecond among 200 voices, for every session that names an alias.
        self._nearest_neural = lru_cache(maxsize=256)(self._find_nearest_neural)

    @classmethod
    def load(
        cls, voices_dir: Path | None = None, alias_file: Path | None = None, unknown: str | None = None
    ) -> "Catalog":
        """Read espeak-ng's voices, the embedded neural voice, and those in a folder, which need not exist.

        `alias_file` has the operator's own names. `unknown` is the name of the voice for names that nobody has; None refuses
        them. A voice that cannot be read is left out and logged. Raises `SetupError` if espeak-ng's data cannot be read, and
        for a line of `alias_file` that leads to no voice.
        """
        espeak, hibari, own_names = EspeakVoices.installed(), HibariVoices.read(voices_dir), read_own_names(alias_file)
        kokoro, piper = KokoroVoices(None), PiperVoices(())
        if voices_dir is not None:
            kokoro = KokoroVoices.read(voices_dir)
            piper = PiperVoices.read(voices_dir, besides={*kokoro.models, *hibari.models})
        catalog = cls(espeak, hibari, kokoro, piper, own_names, unknown)
        for own in own_names.names:
            if catalog._found(own.voice, None) is None:
                near = ", ".join(catalog.nearest(own.voice))
                raise SetupError(f"{alias_file}, line {own.line}: no voice is called {own.voice!r}. Near it: {near}.")
        return catalog

    def voices(self, language: str | None = None) -> Sequence[Voice]:
        """The neural voices, then espeak-ng's for each language; or those within a BCP-47 range: "en" has en-US and en-GB.

        Each of espeak-ng's also speaks as `<id>+<variant>` with any of `variants()`; all together are 14 000. A Piper voice
        with `speakers` speaks as `<id>.<speaker>`, Kokoro's voices blend as `<id>+<name>`.
        Raises BadParameter for a malformed language.
        """
        wanted = _checked_language(language)
        if not wanted:
            return self.neural + self._espeak.voices
        within = tuple(voice for voice in self.neural if _speaks(voice, wanted))
        return (within or self._nearest_neural(wanted, None)) + self._espeak.speaking(wanted)

    def variants(self) -> Sequence[Variant]:
        """Timbres that any Plosive.Espeak voice can speak in."""
        return self._espeak.variants

    def aliases(self) -> Sequence[Alias]:
        """Public Telnyx ids that resolve to an installed voice."""
        return tuple(ALIASES.values())

    @property
    def own_names(self) -> tuple[str, ...]:
        """The operator's names without wildcards."""
        return self._own_names.plain

    def knows(self, name: str) -> bool:
        """Whether a name is somebody's."""
        return self._own_names.voice(name) is not None or self._found(name, None) is not None

    def resolve(self, name: str, language: str | None = None, *, over_socket: bool = False) -> Resolution:
        """Find the installed voice for a name, in upper or lower case.

        A name is the operator's own, a full id, a bare name (`alloy`, `af_heart`, `en_US-lessac-medium`, `de`, `astra`), or
        another service's id whose language is known, in this order.

        A voice that does not speak the `language` gives way to one that does, in the same variant (for an alias or a neural
        voice: of the same gender). "auto" and "" mean the voice's own language. An alias of an installed Kokoro voice finds
        that one; any other alias the neural voice nearest in language, then in gender, then one that was installed, then of the
        highest quality, and without neural voices espeak-ng's. hibari's voices stand in for their own gender alone.

        Raises BadParameter for a malformed id, a model that is not for the WebSocket (status 403, only `over_socket`), and a
        language that is malformed or that no installed voice speaks. Raises UnknownVoice, with the nearest ids, for every
        other name, if there is no voice for unknown ones.
        """
        check_length(name)
        own = self._own_names.voice(name)
        wanted = _checked_language(language)
        if own is None and over_socket and tidied(name).lower().startswith(_REST_ONLY):
            raise BadParameter("voice", "Telnyx.Ultra voices are for the REST API, not the WebSocket.", status=403)
        found = self._found(own or name, wanted)
        if found is None and self._unknown is not None:
            found = self._found(self._unknown, wanted)
            if found:
                return Resolution(self._installed(found[0], wanted), name, is_alias=True, is_unknown=True)
        if found is None:
            if is_full(name):
                split_voice_id(tidied(name))  # raises for a malformed one
            raise UnknownVoice(name, self.nearest(tidied(name)), self._advice(tidied(name)))
        return Resolution(self._installed(found[0], wanted), name, is_alias=found[1] or own is not None)

    def _found(self, name: str, wanted: str | None) -> tuple[Voice | None, bool] | None:
        """Return the voice for a name and whether it stands in for another. None: nobody has the name.

        The voice is None if no voice speaks the language.
        """
        tidy = tidied(name)
        for full in meanings(tidy):
            if voice := self._own(full):
                return (self._in_language(voice, wanted) if wanted else voice), False
            alias = _DEFAULT_ALIAS if full.lower() == DEFAULT_VOICE.lower() else ALIASES.get(full.lower())
            if alias:
                return self._stand_in(alias, wanted), True
        alias = other_service(tidy)
        return (self._stand_in(alias, wanted), True) if alias else None

    def nearest(self, voice_id: str) -> tuple[str, ...]:
        """Up to three existing ids most similar to this one, best first; the default voice if none is similar.

        It takes milliseconds: use it for errors, not for every request.
        """
        plain, plus, added = voice_id.lower().partition("+")
        if "." not in plain:
            return tuple(self._bare[name] for name in closest(plain, self._bare)) or (DEFAULT_VOICE,)
        if plus and (voice := self._own(plain)):
            names = {"espeak": self._variant_names, "kokoro": self._kokoro.names}.get(voice.engine_voice.engine, ())
            others = (name for name in names if not voice.id.endswith(f".{name}"))
            return tuple(f"{voice.id}+{name}" for name in closest(added, others)) or (voice.id,)
        *family, name = plain.split(".", 2)
        if (voice := self._own(plain.rpartition(".")[0])) and voice.speakers:
            return tuple(f"{voice.id}.{each}" for each in closest(name.partition(".")[2], voice.speakers)) or (
                voice.id,
            )
        like = [known for known in self._ids if known.lower().endswith("." + name)]
        if ".".join(family) + "." == PREFIX.lower() and (voice := self._espeak.best(name, None)):
            like.append(voice.id)
        siblings = [known for known in self._ids if known.lower().split(".")[:2] == family]
        if not siblings and _is_of_files(plain):  # an id of another engine is no help
            return tuple(like)[:NEAREST]
        like += closest(plain, siblings or self._ids)
        return tuple(dict.fromkeys(like))[:NEAREST] or (DEFAULT_VOICE,)

    def _advice(self, name: str) -> str:
        advice = "plosive voices list shows all, and an operator can give them names with PLOSIVE_VOICE_ALIASES."
        if command := installable(name):
            return f"If it is a Piper voice, install it: plosive voices install {command}. {advice}"
        family = ".".join(name.lower().split(".")[:2])
        if _is_of_files(name) and not any(known.lower().startswith(f"{family}.") for known in self._ids):
            return f"No voice of that engine is installed: plosive voices list --available shows some. {advice}"
        return advice

    def _own(self, voice_id: str) -> Voice | None:
        lowered = voice_id.lower()
        for prefix, source in (
            (PREFIX, self._espeak),
            (HIBARI_PREFIX, self._hibari),
            (KOKORO_PREFIX, self._kokoro),
            (PIPER_PREFIX, self._piper),
        ):
            if lowered.startswith(prefix.lower()):
                return source.find(lowered.removeprefix(prefix.lower()))
        return None

    def _in_language(self, voice: Voice, language: str) -> Voice | None:
        if voice.id.startswith(PREFIX):
            return self._espeak.in_language(voice, language)
        if _speaks(voice, language):
            return voice
        best = self._best(language, voice.gender)
        near = nearness(language, voice.language)
        return voice if best and near is not None and near == nearness(language, best.language) else best

    def _stand_in(self, alias: Alias, wanted: str | None) -> Voice | None:
        language = alias.language or LANGUAGE
        if wanted and not contains(canonical(wanted), canonical(language)):
            return self._best(wanted, alias.gender)
        lowered = alias.id.lower()
        same = self._kokoro.find(lowered.removeprefix(_KOKORO_ALIASES)) if lowered.startswith(_KOKORO_ALIASES) else None
        return same or self._best(language, alias.gender)

    def _best(self, language: str, gender: str | None) -> Voice | None:
        def rank(voice: Voice) -> tuple[int, bool, int]:
            mismatch = 0 if gender in (None, voice.gender) else 1 if voice.gender is None else 2
            embedded = voice.id == DEFAULT_VOICE  # nobody chose it
            return mismatch, embedded, QUALITIES.index(voice.quality or QUALITIES[-1])

        nearest = self._nearest_neural(language, gender)
        return min(nearest, key=rank) if nearest else self._espeak.best(language, gender)

    def _find_nearest_neural(self, language: str, gender: str | None) -> tuple[Voice, ...]:
        near = [
            (place, voice)
            for voice in self.neural
            if (place := nearness(language, voice.language)) is not None
            # Nobody chose the embedded voice: where a man is asked for it gives way to espeak-ng's.
            and (voice.engine_voice.engine != HIBARI or gender in (None, voice.gender))
        ]
        nearest = min((place for place, _ in near), default=0)
        return tuple(voice for place, voice in near if place == nearest)

    def _installed(self, voice: Voice | None, language: str | None) -> Voice:
        if voice is not None:
            return voice
        tags = [known.language for known in self.voices()]
        near = closest(language or "", tags)
        listed = f"Near it: {', '.join(near)}" if near else f"Installed are {', '.join(tags[:NEAREST])} and others"
        raise BadParameter("language", f"No installed voice speaks {language!r}. {listed}.")

    @cached_property
    def _ids(self) -> list[str]:
        return [voice.id for voice in self.voices()] + [alias.id for alias in ALIASES.values()]

    @cached_property
    def _bare(self) -> dict[str, str]:
        """Full ids by their last part in lower case, the installed before the others."""
        return {known.split(".", 2)[-1].lower(): known for known in reversed(self._ids)}

    @cached_property
    def _variant_names(self) -> tuple[str, ...]:
        return tuple(variant.name for variant in self._espeak.variants)


def _is_of_files(name: str) -> bool:
    """Whether an id is of an engine that has no voice of its own: each is installed."""
    return name.lower().startswith((PIPER_PREFIX.lower(), KOKORO_PREFIX.lower()))


def _speaks(voice: Voice, language: str) -> bool:
    return contains(canonical(language), canonical(voice.language))


def _checked_language(language: str | None) -> str | None:
    if language is None or language.lower() in ("", "auto"):
        return None
    tag = language.replace("_", "-")
    if not is_tag(tag):
        raise BadParameter("language", f"{language[:80]!r} is not a BCP-47 language tag; right are en, pt-BR, zh-HK.")
    return tag.lower()
