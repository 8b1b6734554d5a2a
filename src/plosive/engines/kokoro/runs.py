"""Cuts an utterance's words into runs of the model: a first clause that is soon heard, then more at a time.

PURE. The decoder normalises over a whole run, so a run cannot be heard before all of it is made; and every cut costs prosody.
So the first run is short, later runs grow, and cuts are at places where a speaker would pause, if there are any.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from plosive.engines.misaki.runs import CLAUSE_ENDS, Run, ends, fitting, rest_s, sentence, tokens, within_limit
from plosive.engines.misaki.symbols import Word
from plosive.text.sentences.speech_length import speech_length

MOST_TOKENS: Final = 510
"""Positions of the model's text encoder, without the padding at both ends."""

_SHORTEST_CHARS: Final = 12
"""Latin characters of a first clause, and of the rest after it: a lone "Well," sounds like a sentence."""

_LONG_SENTENCE_CHARS: Final = 100
"""A longer sentence (some six seconds) without an early clause is cut between words: the listener would wait too long."""

_LONGEST_FIRST_CHARS: Final = 60
"""Of a first run that is cut between words: about three seconds of speech."""

_PACE: Final = 1.5
"""Assumed speed of the model, in seconds of audio a second: without a gap a run may be longer by this factor than the audio
still to play when it begins. Layers of Kokoro's sizes make 1.8 s in a second on one core (docs/kokoro.md)."""

_HURRY: Final = 2.0
"""The same for a run that ends with a clause or sentence: a short gap there is better than a cut between words."""


def cut(passages: Iterable[Run]) -> Iterator[Run]:
    """Cut passages into runs of `MOST_TOKENS` tokens at most; silence alone is a run without words."""
    ahead = 0.0  # audio made and not yet played, in tokens, which last about equally long
    for passage in passages:
        left = list(within_limit(passage.words, MOST_TOKENS))
        while left:
            end = _next_run(left, ahead) if ahead else _first_run(left)
            run, left = left[:end], left[end:]
            making = tokens(run) / _PACE if ahead else 0.0
            ahead = max(0.0, ahead - making) + tokens(run)
            pause_s = rest_s(run) / passage.speed + (0.0 if left else passage.pause_s)
            yield passage._replace(words=run, pause_s=pause_s)
        if not passage.words and passage.pause_s:
            yield passage


def _first_run(words: Sequence[Word]) -> int:
    """Number of words in the first run."""
    whole = sentence(words)
    chars = [0]
    for word in words[:whole]:
        chars.append(chars[-1] + speech_length(word.text) + 1)
    is_long = chars[-1] > _LONG_SENTENCE_CHARS
    # The end of the first clause; between words where a long sentence's comes late.
    for end in range(1, whole):
        if is_long and chars[end] > _LONGEST_FIRST_CHARS:
            return fitting(words, max(1, end - 1), MOST_TOKENS)
        enough = min(chars[end], chars[-1] - chars[end]) > _SHORTEST_CHARS
        if enough and ends(words[end - 1], CLAUSE_ENDS):
            return fitting(words, end, MOST_TOKENS)
    return fitting(words, whole, MOST_TOKENS)


def _next_run(words: Sequence[Word], ahead: float) -> int:
    """Number of words in a run made while `ahead` tokens play."""
    whole = sentence(words)
    totals = [total - 1 for total in accumulate(len(word.symbols) + 1 for word in words[:whole])]
    if totals[-1] <= _HURRY * ahead:
        return fitting(words, whole, MOST_TOKENS)
    clauses = [
        end
        for end, (word, total) in enumerate(zip(words, totals, strict=False), 1)
        if ends(word, CLAUSE_ENDS) and ahead / _PACE <= total <= _HURRY * ahead
    ]
    unhurried = sum(total <= _PACE * ahead for total in totals)
    # The last clause that leaves no gap, else the first in reach, else the last such word.
    clause = max((end for end in clauses if end <= unhurried), default=min(clauses, default=0))
    return fitting(words, clause or max(1, unhurried), MOST_TOKENS)
