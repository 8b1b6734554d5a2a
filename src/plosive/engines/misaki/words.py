"""Reads a text into words with misaki's symbols, through the phonemes of espeak-ng (the copy inside piper-tts).

Neighbours change how a word sounds. So espeak-ng gets whole stretches between punctuation marks, and its phonemes are then
dealt out to the words. Marks become Kokoro's own.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from piper import espeakbridge
from piper.phonemize_espeak import ESPEAK_DATA_DIR, EspeakPhonemizer

from plosive.engines.espeak_languages import Languages
from plosive.engines.espeak_text import speakable
from plosive.engines.misaki import hanzi, kanji
from plosive.engines.misaki.symbols import (
    AMERICAN,
    BRITISH,
    CHINESE,
    HAN,
    JAPANESE,
    MARKS,
    Word,
    kokoro_symbols,
    mark_symbols,
)
from plosive.engines.word_places import is_word, word_places
from plosive.errors import EngineFailed
from plosive.utterance import Span

ESPEAK_VOICES: Final = {
    "a": AMERICAN,
    "b": BRITISH,
    "e": "roa/es",
    "f": "roa/fr",
    "h": "inc/hi",
    "i": "roa/it",
    "j": JAPANESE,
    "p": "roa/pt-BR",
    "z": CHINESE,
}
"""espeak-ng's voice for the language of a Kokoro voice, which is the first letter of its name."""

_HAN: Final = re.compile(HAN)
_KANA: Final = re.compile(r"[\u3041-\u30ff]")

_LONGEST_STRETCH: Final = 60
"""Words. Dealing out phonemes takes time with the square of them; few sentences have as many words without a mark."""

_MARK: Final = f"[{re.escape(MARKS)}]"
_PARTS: Final = re.compile(rf"({_MARK}*)(.*?)({_MARK}*)", re.DOTALL)

# Places where a word continues after a mark: behind a dash, and in scripts without spaces.
_INNER: Final = re.compile(r"(?<=[—–…。，、！？：；।])(?=[^\s—–…。，、！？：；।”」』)）])")

# espeak-ng's flags around words that it reads by the rules of another language.
_SWITCH: Final = re.compile(r"\([a-z-]+\)")


class _Piece(NamedTuple):
    text: str
    before: str
    core: str
    after: str


class Reader:
    """Reads spans. One in a process, because espeak-ng has one global state."""

    def __init__(self) -> None:
        EspeakPhonemizer()
        self._languages = Languages(ESPEAK_DATA_DIR)

    def words(self, spans: Iterable[Span], espeak_voice: str, known: Container[str]) -> list[Word]:
        """Words of spans in the `known` symbols of Kokoro. `espeak_voice` reads spans without a language of their own.

        Raises `EngineFailed` for what cannot be read here: Chinese characters without the extra `zh`, or `ja` in Japanese.
        """
        words: list[Word] = []
        for span in spans:
            voice = self._languages.voice(span.language, espeak_voice) if span.language else espeak_voice
            for word in self._span(span, voice, known):
                if words and word.symbols != "—" and not word.symbols.strip(MARKS):
                    # A mark at the start of a span belongs to the word before.
                    text = words[-1].text + (word.text if word.symbols else "")
                    words[-1] = Word(text, words[-1].symbols + word.symbols)
                elif word.symbols:
                    words.append(word)
        return words

    def _span(self, span: Span, voice: str, known: Container[str]) -> Iterator[Word]:
        pieces = _pieces(span.text)
        if span.ipa is not None:
            yield from _worded(pieces, kokoro_symbols(span.ipa, voice, known).split(), list)
            return
        voice = _readable(span.text, voice)
        if voice == JAPANESE and _HAN.search(span.text):
            pieces = [piece._replace(core=piece.core and kanji.pronounced(piece.core)) for piece in pieces]
        if voice == CHINESE:
            yield from self._chinese(span.text, known)
        else:
            yield from self._stretches(pieces, voice, known)

    def _chinese(self, text: str, known: Container[str]) -> Iterator[Word]:
        """Words of a Chinese text. Those in Latin letters are read as American English."""
        foreign: list[_Piece] = []
        for piece in _pieces(hanzi.spaced(text)):
            symbols = "".join(symbol for symbol in hanzi.symbols(piece.core) if symbol in known or symbol == " ")
            if not symbols:
                foreign.append(piece)
                continue
            yield from self._stretches(foreign, AMERICAN, known)
            foreign = []
            yield Word(piece.text, piece.before + symbols + piece.after)
        yield from self._stretches(foreign, AMERICAN, known)

    def _stretches(self, pieces: Iterable[_Piece], voice: str, known: Container[str]) -> Iterator[Word]:
        espeakbridge.set_voice(voice)
        stretch: list[_Piece] = []
        for piece in pieces:
            if stretch and (stretch[-1].after or piece.before or len(stretch) == _LONGEST_STRETCH):
                yield from self._stretch(stretch, voice, known)
                stretch = []
            stretch.append(piece)
        yield from self._stretch(stretch, voice, known)

    def _stretch(self, pieces: list[_Piece], voice: str, known: Container[str]) -> Iterator[Word]:
        text = " ".join(piece.core for piece in pieces if piece.core)
        for word in _worded(pieces, _phonemes(text, voice, known), lambda core: "".join(_phonemes(core, voice, known))):
            # misaki stresses the pronoun "I", espeak-ng does not; "eye" is "ˈI".
            pronoun = voice in (AMERICAN, BRITISH) and word.symbols.strip(MARKS) == "I"
            yield Word(word.text, word.symbols.replace("I", "ˌI")) if pronoun else word


def _phonemes(text: str, voice: str, known: Container[str]) -> list[str]:
    """Symbols of a text in espeak-ng's groups: words as a rule."""
    clauses = espeakbridge.get_phonemes(speakable(text)) if text else []
    return kokoro_symbols(_SWITCH.sub("", " ".join(clause for clause, _, _ in clauses)), voice, known).split()


def _readable(text: str, voice: str) -> str:
    """The espeak-ng voice for a text. Raises `EngineFailed` if there is none."""
    if voice not in (JAPANESE, CHINESE):
        return voice
    is_installed = hanzi.is_installed() if voice == CHINESE else kanji.is_installed()
    if _HAN.search(text):
        if is_installed:
            return voice
        what, extra, way = (
            ("Chinese characters", "zh", "") if voice == CHINESE else ("Japanese kanji", "ja", ", write kana")
        )
        raise EngineFailed(
            f"Kokoro cannot read {what} here: .venv/bin/pip install -e '.[{extra}]'{way}, or give pronunciations in IPA"
            " (docs/kokoro.md)"
        )
    if voice == CHINESE and is_installed and not any(map(str.isalpha, text)):
        return voice  # numbers
    return voice if _KANA.search(text) else AMERICAN


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in text.split():
        rest = word
        for part in _INNER.split("—" if re.fullmatch("-{1,3}", word) else word.replace("--", "—")):
            matched = _PARTS.fullmatch(part)
            before, core, after = matched.groups() if matched else ("", part, "")
            if after.startswith(".") and (len(core) == 1 or "." in core):
                # An initial or an abbreviation: its dot ends no sentence unless it is the last word.
                core, after = f"{core}.", after[1:]
            pieces.append(_Piece(rest, mark_symbols(before), core, mark_symbols(after)))
            rest = ""
    if pieces and pieces[-1].core.endswith(".") and not pieces[-1].after:
        pieces[-1] = pieces[-1]._replace(after=".")
    return pieces


def _worded(pieces: Sequence[_Piece], groups: Sequence[str], alone: Callable[[str], Sequence[str]]) -> Iterator[Word]:
    """The pieces with their part of the groups of symbols. Without pieces the groups are one word."""
    cores = [piece.core for piece in pieces if piece.core]
    starts = accumulate((len(group) + 1 for group in groups[:-1]), initial=0)
    placed = word_places(cores, list(zip(starts, groups, strict=False)), alone) if len(cores) > 1 else []
    places = [0, *placed[1:]]
    line = " ".join(groups)
    said = [line[start:end].strip() for start, end in pairwise([*places, len(line)])]
    parts = iter(said if cores else [])
    held = ""
    for piece in pieces:
        symbols = piece.before + (next(parts) if piece.core else "") + piece.after
        if not symbols and is_word(piece.core):
            # It is spoken within the next word.
            held += f"{piece.text} "
            continue
        yield Word(held + piece.text, symbols)
        held = ""
    if not cores:
        yield Word("", line)
