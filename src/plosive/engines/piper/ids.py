"""Phonemes of a sentence to the ids that a Piper voice reads. PURE."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plosive.engines.piper.phonemizer import Phoneme, Sentence

MOST_IDS: Final = 400
"""The encoder's attention takes time and memory with the square of the ids; 400 are some 11 s of speech, in 70 ms."""

_LONG_IDS: Final = 240
_FIRST_READ_IDS: Final = 144
_FIRST_USED_IDS: Final = 96
"""A sentence of more ids than `_LONG_IDS` (some 7 s of speech) would keep its listener waiting while it is encoded, 0.2 ms an
id. So its beginning is encoded first, and of that only as much used as has 1.5 s of speech after it to know about."""

WINDOWS_BEFORE_ALL_IS_READ: Final = 2
"""How many windows of it are made before all of the sentence is encoded: they last 0.4 s, which that takes a fifth of."""

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


@dataclass(frozen=True)
class Reading:
    """The first `read` ids are encoded together; those up to `used`, as far as they have not been, are taken from it."""

    read: int
    used: int


def readings(phonemes: Sequence[Phoneme], spelling: Spelling) -> list[Reading]:
    """How a sentence is encoded: all of it at once, a long one its beginning first. This depends on nothing else."""
    count = len(spelling.ids)
    whole = Reading(count, count)
    if count <= _LONG_IDS:
        return [whole]
    begins = [spelling.starts[index + 1] for index, phoneme in enumerate(phonemes) if phoneme.symbol == " "]
    used = max((begin for begin in begins if begin <= _FIRST_USED_IDS), default=_FIRST_USED_IDS)
    read = max((begin for begin in begins if begin <= _FIRST_READ_IDS), default=_FIRST_READ_IDS)
    return [Reading(max(read, used), used), whole]


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
