"""Ids of a sentence's phonemes, as a Piper voice reads them. PURE."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plosive.engines.piper.phonemizer import Phoneme, Sentence

MOST_IDS: Final = 400
"""Time and memory of the encoder's attention grow with the square of the ids; 400 are some 11 s of speech and take 70 ms."""

_LONG_IDS: Final = 240
_FIRST_READ_IDS: Final = 144
_FIRST_USED_IDS: Final = 96
"""To encode an id takes 0.2 ms: with more than `_LONG_IDS` (some 7 s of speech) the listener would wait. So the beginning of a
long sentence is encoded first, and only the part of it that has 1.5 s of speech after it is used."""

WINDOWS_BEFORE_ALL_IS_READ: Final = 2
"""Windows of a long sentence before all of it is encoded: they last 0.4 s, and the encoding takes a fifth of that."""

_BEGIN, _END, _PAD = "^", "$", "_"
_CLAUSE_MARKS: Final = frozenset(",;:—")
_MARKS: Final = _CLAUSE_MARKS | frozenset(".!?…")


@dataclass(frozen=True)
class Spelling:
    """The ids of a sentence. `phonemes` has the index of each id's phoneme; `starts` the first id of each phoneme and end."""

    ids: tuple[int, ...]
    phonemes: tuple[int, ...]
    starts: tuple[int, ...]


def spell(phonemes: Sequence[Phoneme], id_map: Mapping[str, Sequence[int]]) -> Spelling:
    """Spell as Piper does: beginning, each phoneme and padding, end. The first and the last phoneme own beginning and end."""
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


def onset(phonemes: Sequence[Phoneme], spelling: Spelling, index: int) -> int:
    """The id with which a word is heard whose first phoneme has this index (`benchmarks words` measures it).

    A voice begins a word's first sound while it still says the space before it. Behind a mark the space is the rest.
    """
    if index == 0:
        return 0
    rests = index > 1 and phonemes[index - 2].symbol in _MARKS
    return spelling.starts[index - 1] if phonemes[index - 1].symbol == " " and not rests else spelling.starts[index] - 1


@dataclass(frozen=True)
class EncodingStep:
    """Encode the first `read` ids together; use those up to `used` that no earlier step has given."""

    read: int
    used: int


def encoding_steps(phonemes: Sequence[Phoneme], spelling: Spelling) -> list[EncodingStep]:
    """Encoding steps of a sentence: all at once, or the beginning first if it is long. They depend on the sentence alone."""
    count = len(spelling.ids)
    whole = EncodingStep(count, count)
    if count <= _LONG_IDS:
        return [whole]
    begins = [spelling.starts[index + 1] for index, phoneme in enumerate(phonemes) if phoneme.symbol == " "]
    used = max((begin for begin in begins if begin <= _FIRST_USED_IDS), default=_FIRST_USED_IDS)
    read = max((begin for begin in begins if begin <= _FIRST_READ_IDS), default=_FIRST_READ_IDS)
    return [EncodingStep(max(read, used), used), whole]


def parts(sentence: Sentence, most_ids: int = MOST_IDS) -> Iterator[Sentence]:
    """Parts of a sentence of at most so many ids: cut at the end of a clause, else of a word, else anywhere."""
    most = (most_ids - 3) // 2  # each with padding, between a beginning with padding and an end
    phonemes, words = sentence.phonemes, sentence.words
    while len(phonemes) > most:
        symbols = [phoneme.symbol for phoneme in phonemes[:most]]
        spaces = [index + 1 for index, symbol in enumerate(symbols) if symbol == " "]
        clauses = [space for space in spaces if space > 1 and symbols[space - 2] in _CLAUSE_MARKS]
        # A very short part would not sound right.
        cut = max([space for space in clauses if space >= most // 2], default=0) or max(spaces, default=0) or most
        yield Sentence(phonemes[:cut], tuple((word, index) for word, index in words if index < cut))
        phonemes = phonemes[cut:]
        words = tuple((word, index - cut) for word, index in words if index >= cut)
    yield Sentence(phonemes, words)
