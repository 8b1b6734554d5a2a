"""A text's words with the symbols that Kokoro says them by, through espeak-ng's phonemes (the copy that piper-tts brings).

espeak-ng gets whole stretches between punctuation marks, because words sound by their neighbours, and its phonemes are then
laid out to the words again; marks become Kokoro's own.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from piper import espeakbridge
from piper.phonemize_espeak import ESPEAK_DATA_DIR, EspeakPhonemizer

from plosive.engines.kokoro_symbols import (
    AMERICAN,
    BRITISH,
    CHINESE,
    JAPANESE,
    MARKS,
    kokoro_symbols,
    mark_symbols,
)
from plosive.engines.languages import Languages
from plosive.engines.plain_text import speakable
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
"""espeak-ng's voice for the first letter of a Kokoro voice's name, its language."""

_KANJI: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA: Final = re.compile(r"[\u3041-\u30ff]")

_MARK: Final = f"[{re.escape(MARKS)}]"
_PARTS: Final = re.compile(rf"({_MARK}*)(.*?)({_MARK}*)", re.DOTALL)

# Where a word goes on behind a mark: after a dash, and where a script writes no spaces.
_INNER: Final = re.compile(r"(?<=[—–…。，、！？：；।])(?=[^\s—–…。，、！？：；।”」』)）])")

# The flags around words that espeak-ng reads by another language's rules.
_SWITCH: Final = re.compile(r"\([a-z-]+\)")

_MOST_MERGED: Final = 4
"""How many words espeak-ng makes one, as it does of "of the"."""

_MOST_READ: Final = 16
"""How many words it reads one as: a number of 16 digits, one by one."""

_DRIFT: Final = 24
"""How far words and groups may part ways, against their even progress: keeps the cost of laying out linear."""


class Word(NamedTuple):
    """A word as its text has it, perhaps blank, and its symbols with the marks around it."""

    text: str
    symbols: str


class _Piece(NamedTuple):
    text: str
    before: str
    core: str
    after: str


class Reader:
    """Reads spans. One for each process, because espeak-ng is one."""

    def __init__(self) -> None:
        EspeakPhonemizer()
        self._languages = Languages(ESPEAK_DATA_DIR)

    def words(self, spans: Iterable[Span], espeak_voice: str, known: Container[str]) -> list[Word]:
        """The words of spans in a language, or in their own, in those symbols of Kokoro's that are `known`.

        Raises `EngineFailed` for text in a script that espeak-ng cannot read for Kokoro: all Chinese, and Japanese kanji.
        """
        words: list[Word] = []
        for span in spans:
            voice = self._languages.voice(span.language, espeak_voice) if span.language else espeak_voice
            for word in self._span(span, voice, known):
                if words and word.symbols != "—" and not word.symbols.strip(MARKS):
                    # A mark that a span begins with belongs to the word before.
                    words[-1] = Word(words[-1].text + word.text, words[-1].symbols + word.symbols)
                else:
                    words.append(word)
        return [word for word in words if word.symbols]

    def _span(self, span: Span, voice: str, known: Container[str]) -> Iterator[Word]:
        pieces = _pieces(span.text)
        if span.ipa is not None:
            cores = [piece.core for piece in pieces]
            groups = kokoro_symbols(span.ipa, voice, known).split()
            yield from _worded(pieces, _laid_out(groups, [len(core) for core in cores]) if cores else groups)
            return
        voice = _readable(span.text, voice)
        espeakbridge.set_voice(voice)
        stretch: list[_Piece] = []
        for piece in pieces:
            if stretch and (stretch[-1].after or piece.before):
                yield from self._stretch(stretch, voice, known)
                stretch = []
            stretch.append(piece)
        yield from self._stretch(stretch, voice, known)

    def _stretch(self, pieces: list[_Piece], voice: str, known: Container[str]) -> Iterator[Word]:
        cores = [piece.core for piece in pieces if piece.core]
        groups = _phonemes(" ".join(cores), voice, known)
        if len(groups) != len(cores):
            groups = _laid_out(groups, [_sounds(" ".join(_phonemes(core, voice, known))) for core in cores])
        yield from _worded(pieces, groups)


def _phonemes(text: str, voice: str, known: Container[str]) -> list[str]:
    """The symbols of a text, in the groups that espeak-ng makes of it: words, as a rule."""
    clauses = espeakbridge.get_phonemes(speakable(text)) if text else []
    return kokoro_symbols(_SWITCH.sub("", " ".join(clause for clause, _, _ in clauses)), voice, known).split()


def _readable(text: str, voice: str) -> str:
    """The voice to read a text by. Raises `EngineFailed` where there is none."""
    if voice not in (JAPANESE, CHINESE):
        return voice
    if _KANJI.search(text):
        what = "Japanese kanji" if voice == JAPANESE else "Chinese characters"
        way = "write kana" if voice == JAPANESE else "use a Chinese voice of another engine"
        raise EngineFailed(f"Kokoro cannot read {what} here: {way}, or give pronunciations in IPA (docs/kokoro.md)")
    return voice if _KANA.search(text) else AMERICAN


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in text.split():
        rest = word
        for part in _INNER.split("—" if re.fullmatch("-{1,3}", word) else word.replace("--", "—")):
            matched = _PARTS.fullmatch(part)
            before, core, after = matched.groups() if matched else ("", part, "")
            if after.startswith(".") and (len(core) == 1 or "." in core):
                # An initial or an abbreviation: its dot is no end, unless nothing follows.
                core, after = f"{core}.", after[1:]
            pieces.append(_Piece(rest, mark_symbols(before), core, mark_symbols(after)))
            rest = ""
    if pieces and pieces[-1].core.endswith(".") and not pieces[-1].after:
        pieces[-1] = pieces[-1]._replace(after=".")
    return pieces


def _worded(pieces: Sequence[_Piece], groups: Sequence[str]) -> Iterator[Word]:
    """The pieces with a group of symbols for each that has a core; what groups are left belong to the last."""
    left = list(groups)
    cores = sum(bool(piece.core) for piece in pieces)
    for piece in pieces:
        said = ""
        if piece.core and left:
            cores -= 1
            said = left.pop(0) if cores else " ".join(left)
            left = left if cores else []
        yield Word(piece.text, piece.before + said + piece.after)
    if left:
        yield Word("", " ".join(left))


def _sounds(symbols: str) -> int:
    return sum(symbol not in "ˈˌː " for symbol in symbols) or 1


def _laid_out(groups: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """Groups of symbols laid out to words that have about these lengths alone: each word one, none lost, in order.

    The cheapest way of making one word of several groups or several words of one, by how far lengths differ.
    """
    # best[i, j]: cost of the first i words by the first j groups, and the step that led there.
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    sounds = [_sounds(group) for group in groups]
    drift = min(_MOST_MERGED + 2 * abs(len(groups) - len(lengths)), _DRIFT)
    for i, length in enumerate(lengths):
        even = round(i * len(groups) / len(lengths))
        # What is read as many words is long.
        most_read = _MOST_READ if length > 2 * _MOST_MERGED else _MOST_MERGED
        for j in range(max(0, even - drift), min(len(groups), even + drift + 1)):
            if (i, j) not in best:
                continue
            steps = [(1, k) for k in range(1, most_read + 1)] + [(k, 1) for k in range(2, _MOST_MERGED + 1)]
            for words, several in steps:
                end = (i + words, j + several)
                if end[0] > len(lengths) or end[1] > len(groups):
                    continue
                cost = best[i, j][0] + (sum(lengths[i : end[0]]) - sum(sounds[j : end[1]])) ** 2
                if end not in best or cost < best[end][0]:
                    best[end] = (cost, (words, several))
    at = (len(lengths), len(groups))
    if at not in best or at == (0, 0):
        # Too unlike: the first words take a group each, and the last all that are left.
        return list(groups)
    laid_out: list[str] = []
    while at != (0, 0):
        words, several = best[at][1]
        at = (at[0] - words, at[1] - several)
        said = " ".join(groups[at[1] : at[1] + several])
        laid_out[:0] = _divided(said, lengths[at[0] : at[0] + words]) if words > 1 else [said]
    return laid_out


def _divided(symbols: str, lengths: Sequence[int]) -> list[str]:
    """A group divided among the words that espeak-ng made one of, in proportion to what each is alone."""
    parts: list[str] = []
    start = done = 0
    for length in lengths[:-1]:
        done += length
        end = max(start, min(len(symbols), round(_place(symbols, done / sum(lengths)))))
        parts.append(symbols[start:end])
        start = end
    return [*parts, symbols[start:]]


def _place(symbols: str, share: float) -> int:
    """The index in symbols before which that share of the sounds lies; marks stay with the sound behind or before them."""
    wanted = round(share * _sounds(symbols))
    for index, symbol in enumerate(symbols):
        if symbol not in "ˈˌː ":
            if not wanted:
                return index - (index > 0 and symbols[index - 1] in "ˈˌ")
            wanted -= 1
    return len(symbols)
