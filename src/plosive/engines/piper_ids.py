"""Phonemes of a sentence to the ids that a Piper voice reads. PURE."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plosive.engines.piper_phonemes import Phoneme, Sentence

MOST_IDS: Final = 400
"""The encoder's attention takes time and memory with the square of the ids; 400 are some 10 s of speech, in 80 ms."""

_BEGIN, _END, _PAD = "^", "$", "_"
_CLAUSE_MARKS: Final = frozenset(",;:—")


@dataclass(frozen=True)
class Spelling:
    """The ids of a sentence. `phonemes` is whose each id is, an index; `starts` the id that each phoneme, and the end, has."""

    ids: tuple[int, ...]
    phonemes: tuple[int, ...]
    starts: tuple[int, ...]


def spell(phonemes: Sequence[Phoneme], id_map: Mapping[str, Sequence[int]]) -> Spelling:
    """As Piper does: a beginning, every phoneme followed by padding, an end. The first and the last one own those."""
    ids = [*id_map[_BEGIN], *id_map[_PAD]]
    owners = [0] * len(ids)
    starts = []
    for index, phoneme in enumerate(phonemes):
        starts.append(len(ids))
        if phoneme.symbol in id_map:
            ids += [*id_map[phoneme.symbol], *id_map[_PAD]]
            owners += [index] * (len(ids) - len(owners))
    starts.append(len(ids))
    ids += id_map[_END]
    owners += [len(phonemes) - 1] * (len(ids) - len(owners))
    return Spelling(tuple(ids), tuple(owners), tuple(starts))


def parts(sentence: Sentence, most_ids: int = MOST_IDS) -> Iterator[Sentence]:
    """The sentence, cut where it has too many ids: at the end of a clause, else of a word, else anywhere."""
    most = (most_ids - 3) // 2  # each with its padding, between a beginning with padding and an end
    phonemes, words = sentence.phonemes, sentence.words
    while len(phonemes) > most:
        symbols = [phoneme.symbol for phoneme in phonemes[:most]]
        spaces = [index + 1 for index, symbol in enumerate(symbols) if symbol == " "]
        clauses = [space for space in spaces if space > 1 and symbols[space - 2] in _CLAUSE_MARKS]
        # A clause that ends soon leaves a part too short to sound right.
        cut = max([space for space in clauses if space >= most // 2], default=0) or max(spaces, default=0) or most
        yield Sentence(phonemes[:cut], tuple((word, index) for word, index in words if index < cut))
        phonemes = phonemes[cut:]
        words = tuple((word, index - cut) for word, index in words if index >= cut)
    yield Sentence(phonemes, words)
