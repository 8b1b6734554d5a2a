"""Phonemizer: text to sentences of the phonemes that Piper's voices were trained with, and the phoneme of each word's start.

It uses the espeak-ng inside piper-tts, which has its own global state. Symbols without an id in the voice are left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from piper import espeakbridge
from piper.phonemize_espeak import ESPEAK_DATA_DIR
from piper.tashkeel import TashkeelDiacritizer

from plosive.engines.word_places import is_word, word_places
from plosive.errors import EngineFailed
from plosive.utterance import Span
from plosive.voices.piper import PiperConfig

_LANGUAGE_SWITCH: Final = re.compile(r"\([^)]+\)")
_TASHKEEL_THRESHOLD: Final = 0.8  # piper-tts's own


@dataclass(frozen=True)
class Phoneme:
    """A symbol of the voice's alphabet, with the speed and volume of its span."""

    symbol: str
    speed: float = 1.0
    volume: float = 1.0


@dataclass(frozen=True)
class Sentence:
    """Input of the model. `words` are words of the text, each with the index of its first phoneme."""

    phonemes: tuple[Phoneme, ...]
    words: tuple[tuple[str, int], ...]


class Phonemizer:
    """The one espeak-ng of piper-tts in this process."""

    def __init__(self) -> None:
        espeakbridge.initialize(str(ESPEAK_DATA_DIR))
        self._voice = ""
        self._tashkeel: TashkeelDiacritizer | None = None

    def sentences(self, spans: Sequence[Span], config: PiperConfig) -> list[Sentence]:
        """Sentences of spans without a pause between. Raises `EngineFailed` if espeak-ng does not know the voice."""
        phonemes: list[Phoneme] = []
        ends = [0]
        words: list[tuple[str, int]] = []
        for span in spans:
            if phonemes and phonemes[-1].symbol != " " and ends[-1] != len(phonemes):
                phonemes.append(Phoneme(" ", span.speed, span.volume))
            begin = len(phonemes)
            for symbols, is_end in self._clauses(span, config):
                phonemes += [Phoneme(symbol, span.speed, span.volume) for symbol in symbols]
                if is_end:
                    ends.append(len(phonemes))
            words += self._words(span, begin, [phoneme.symbol for phoneme in phonemes[begin:]], ends, config)
        ends.append(len(phonemes))
        return list(_cut(phonemes, sorted(set(ends)), words))

    def _clauses(self, span: Span, config: PiperConfig) -> list[tuple[list[str], bool]]:
        """Symbols of each clause of a span, and whether the clause ends a sentence."""
        if span.ipa is not None:
            symbols = [symbol for symbol in _symbols(span.ipa, config) if symbol in config.phoneme_id_map]
            if any(is_word(symbol) for symbol in symbols):
                return [(symbols, False)]
        if config.phoneme_type == "text":
            return [(_symbols(span.text, config), False)]
        self._use(span.language, config)
        text = span.text.replace("\0", " ")
        if self._voice == "ar":
            self._tashkeel = self._tashkeel or TashkeelDiacritizer()
            text = self._tashkeel(text, taskeen_threshold=_TASHKEEL_THRESHOLD)
        clauses = []
        for phonemes, mark, is_end in espeakbridge.get_phonemes(text):
            after = " " if mark in {",", ":", ";"} else ""
            # espeak-ng ends a sentence with every text. Without a mark there, the sentence goes on in the next span.
            clauses.append((_symbols(_LANGUAGE_SWITCH.sub("", phonemes) + mark + after, config), is_end and mark != ""))
        return clauses

    def _use(self, language: str | None, config: PiperConfig) -> None:
        """Choose espeak-ng's voice for a BCP-47 tag, or the configured one if it has none."""
        tags = [language.lower(), language.lower().partition("-")[0]] if language else []
        for voice in [*tags, config.espeak.voice or ""]:
            if voice == self._voice:
                return
            try:
                espeakbridge.set_voice(voice)
            except RuntimeError:
                continue
            self._voice = voice
            return
        raise EngineFailed(f"espeak-ng has no voice {config.espeak.voice!r} to make phonemes with")

    def _words(
        self, span: Span, begin: int, symbols: list[str], ends: list[int], config: PiperConfig
    ) -> Iterator[tuple[str, int]]:
        """Words of the span, each with the index of its first phoneme."""
        words = span.text.split()
        groups = []
        start = 0
        for index, symbol in enumerate([*symbols, " "]):
            if symbol == " " or begin + index in ends:
                groups.append((start, symbols[start:index]))
                start = index + (symbol == " ")

        def alone(word: str) -> list[str]:
            clauses = self._clauses(Span(word, language=span.language), config)
            return [symbol for symbols, _ in clauses for symbol in symbols]

        places = word_places(words, groups, alone)
        return ((word, begin + place) for word, place in zip(words, places, strict=True))


def _symbols(text: str, config: PiperConfig) -> list[str]:
    """Characters of a text; a vowel cluster of the voice is one symbol."""
    characters = list(unicodedata.normalize("NFD", text))
    clusters = {tuple(cluster) for cluster in config.vowel_clusters}
    longest = max(map(len, clusters), default=1)
    symbols, index = [], 0
    while index < len(characters):
        lengths = range(min(longest, len(characters) - index), 1, -1)
        length = next((n for n in lengths if tuple(characters[index : index + n]) in clusters), 1)
        symbols.append("".join(characters[index : index + length]))
        index += length
    return symbols


def _cut(phonemes: list[Phoneme], ends: list[int], words: list[tuple[str, int]]) -> Iterator[Sentence]:
    if not phonemes and words:
        yield Sentence((), tuple(words))
    for start, stop in pairwise(ends):
        own = [(word, index - start) for word, index in words if start <= index < stop]
        if stop == len(phonemes):
            own += [(word, stop - start) for word, index in words if index >= stop]
        yield Sentence(tuple(phonemes[start:stop]), tuple(own))
