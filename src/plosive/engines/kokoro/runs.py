"""Cuts an utterance's words into runs of the model: a first clause that is soon heard, then more at a time.

PURE. The decoder normalises over a whole run, so a run cannot be heard before all of it is made; and every cut costs prosody.
So the first run is short, later runs grow, and cuts are at places where a speaker would pause, if there are any.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from plosive.engines.kokoro.symbols import Word

MOST_TOKENS: Final = 510
"""Positions of the model's text encoder, without the padding at both ends."""

_SHORTEST_CHARS: Final = 12
"""Of a first clause, and of the rest after it: a lone "Well," sounds like a sentence."""

_LONG_SENTENCE_CHARS: Final = 100
"""A longer sentence (some six seconds) without an early clause is cut between words: the listener would wait too long."""

_LONGEST_FIRST_CHARS: Final = 60
"""Of a first run that is cut between words: about three seconds of speech."""

_PACE: Final = 1.5
"""Assumed speed of the model, in seconds of audio a second: without a gap a run may be longer by this factor than the audio
still to play when it begins. Layers of Kokoro's sizes make 1.8 s in a second on one core (docs/kokoro.md)."""

_HURRY: Final = 2.0
"""The same for a run that ends with a clause or sentence: a short gap there is better than a cut between words."""

_SENTENCE_ENDS: Final = ".!?…"
_CLAUSE_ENDS: Final = ",;:—"
_CLOSING: Final = '"”)'

_PAUSES_S: Final = {**dict.fromkeys(_SENTENCE_ENDS, 0.35), **dict.fromkeys(";:—", 0.25), ",": 0.15}
"""A speaker's rest at a mark, in place of the third to half a second that the model puts around every run."""


class Run(NamedTuple):
    """Words with one speed and one volume, and seconds of silence after them."""

    words: Sequence[Word]
    speed: float
    volume: float
    pause_s: float


def cut(passages: Iterable[Run]) -> Iterator[Run]:
    """Cut passages into runs of `MOST_TOKENS` tokens at most; silence alone is a run without words."""
    ahead = 0.0  # audio made and not yet played, in tokens, which last about equally long
    for passage in passages:
        left = list(_within_limit(passage.words))
        while left:
            end = _next_run(left, ahead) if ahead else _first_run(left)
            run, left = left[:end], left[end:]
            making = tokens(run) / _PACE if ahead else 0.0
            ahead = max(0.0, ahead - making) + tokens(run)
            pause_s = _rest_s(run) / passage.speed + (0.0 if left else passage.pause_s)
            yield passage._replace(words=run, pause_s=pause_s)
        if not passage.words and passage.pause_s:
            yield passage


def tokens(words: Sequence[Word]) -> int:
    """Number of tokens of the words, with the spaces between them."""
    return sum(len(word.symbols) + 1 for word in words) - 1


def _first_run(words: Sequence[Word]) -> int:
    """Number of words in the first run."""
    sentence = _sentence(words)
    chars = [0]
    for word in words[:sentence]:
        chars.append(chars[-1] + len(word.text) + 1)
    is_long = chars[-1] > _LONG_SENTENCE_CHARS
    # The end of the first clause; between words where a long sentence's comes late.
    for end in range(1, sentence):
        if is_long and chars[end] > _LONGEST_FIRST_CHARS:
            return _fitting(words, max(1, end - 1))
        enough = min(chars[end], chars[-1] - chars[end]) > _SHORTEST_CHARS
        if enough and _ends(words[end - 1], _CLAUSE_ENDS):
            return _fitting(words, end)
    return _fitting(words, sentence)


def _next_run(words: Sequence[Word], ahead: float) -> int:
    """Number of words in a run made while `ahead` tokens play."""
    sentence = _sentence(words)
    totals = [total - 1 for total in accumulate(len(word.symbols) + 1 for word in words[:sentence])]
    if totals[-1] <= _HURRY * ahead:
        return _fitting(words, sentence)
    clauses = [
        end
        for end, (word, total) in enumerate(zip(words, totals, strict=False), 1)
        if _ends(word, _CLAUSE_ENDS) and ahead / _PACE <= total <= _HURRY * ahead
    ]
    unhurried = sum(total <= _PACE * ahead for total in totals)
    # The last clause that leaves no gap, else the first in reach, else the last such word.
    clause = max((end for end in clauses if end <= unhurried), default=min(clauses, default=0))
    return _fitting(words, clause or max(1, unhurried))


def _sentence(words: Sequence[Word]) -> int:
    """Number of words in the first sentence."""
    return next((end for end, word in enumerate(words, 1) if _ends(word, _SENTENCE_ENDS)), len(words))


def _fitting(words: Sequence[Word], end: int) -> int:
    """`end`, or less if a run cannot hold so many words: up to the last clause that fits, else the last word."""
    lengths = accumulate(len(word.symbols) + 1 for word in words[:end])
    fitting = sum(length - 1 <= MOST_TOKENS for length in lengths)
    if fitting == end:
        return end
    return next((each for each in range(fitting, 0, -1) if _ends(words[each - 1], _CLAUSE_ENDS)), fitting)


def _within_limit(words: Iterable[Word]) -> Iterator[Word]:
    """The words; one that is too long for a run comes in parts."""
    for word in words:
        text, symbols = word
        while len(symbols) > MOST_TOKENS:
            end = symbols.rfind(" ", 0, MOST_TOKENS)
            end = end if end > 0 else MOST_TOKENS
            yield Word(text, symbols[:end])
            text, symbols = "", symbols[end:].lstrip()
        yield Word(text, symbols)


def _ends(word: Word, marks: str) -> bool:
    return word.symbols.rstrip(_CLOSING)[-1:] in tuple(marks)


def _rest_s(words: Sequence[Word]) -> float:
    return _PAUSES_S.get(words[-1].symbols.rstrip(_CLOSING)[-1:], 0.0)
