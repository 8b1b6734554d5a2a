"""Subtitles of a spoken text: timed words to cues, and cues to SRT and WebVTT. PURE.

A cue has at most two lines of 42 characters, and 7 s. A sentence begins a new cue. A sentence that is longer breaks behind a
clause, else at a blank.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plosive.word_times import SpokenText

LINE_CHARS: Final = 42
LONGEST_S: Final = 7.0
SHORTEST_S: Final = 0.8
"""A shorter cue cannot be read. It lasts so long where the next one leaves room."""

_SENTENCE_ENDS: Final = ".!?…。！？।॥؟。"
_CLAUSE_ENDS: Final = ",;:—–)]，、；：》」』】）،؛"
_CLOSING: Final = "\"'”’»"


@dataclass(frozen=True, slots=True)
class Cue:
    """One or two lines of text, shown from `start_s` to `end_s`."""

    lines: tuple[str, ...]
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, or a part of one that is longer than a line. `blank`: a blank stands before it."""

    text: str
    blank: bool
    start_s: float
    end_s: float


def cues(spoken: Sequence[SpokenText]) -> list[Cue]:
    """Return the cues of the segments, in order, without overlap. Their times are those of the audio of all segments."""
    found = [cue for segment in spoken for cue in _cues(list(_parts(segment)))]
    audio_s = spoken[-1].end_s if spoken else 0.0
    nexts = [*(cue.start_s for cue in found[1:]), audio_s]
    return [
        Cue(cue.lines, cue.start_s, min(max(cue.end_s, cue.start_s + SHORTEST_S), max(next_s, cue.start_s)))
        for cue, next_s in zip(found, nexts, strict=False)
    ]


def srt(spoken: Sequence[SpokenText]) -> str:
    """Return a SubRip file. Lines end with "\\n"."""
    blocks = [
        f"{number}\n{_clock(cue.start_s, ',')} --> {_clock(cue.end_s, ',')}\n{_joined_lines(cue)}\n"
        for number, cue in enumerate(cues(spoken), 1)
    ]
    return "\n".join(blocks)


def vtt(spoken: Sequence[SpokenText]) -> str:
    """Return a WebVTT file. Lines end with "\\n"."""
    blocks = [
        f"{_clock(cue.start_s, '.')} --> {_clock(cue.end_s, '.')}\n{_escaped(_joined_lines(cue))}\n"
        for cue in cues(spoken)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


WRITERS: Final[Mapping[str, Callable[[Sequence[SpokenText]], str]]] = {"srt": srt, "vtt": vtt}
"""The forms of subtitles, by the suffix of their files."""


def word_list(spoken: Sequence[SpokenText]) -> list[dict[str, str | int]]:
    """Return all words with their times in whole milliseconds, for JSON."""
    return [_timed(word.text, word.start_s, word.end_s) for segment in spoken for word in segment.words]


def segment_list(spoken: Sequence[SpokenText]) -> list[dict[str, str | int]]:
    """Return all segments with their times in whole milliseconds, for JSON."""
    return [_timed(segment.text, segment.start_s, segment.end_s) for segment in spoken]


def _timed(text: str, start_s: float, end_s: float) -> dict[str, str | int]:
    return {"text": text, "start_ms": round(start_s * 1000), "end_ms": round(end_s * 1000)}


def _parts(segment: SpokenText) -> Iterator[_Part]:
    """Yield the words of a segment; one that is longer than a line comes in parts, which share its time."""
    behind = 0
    for word in segment.words:
        text = " ".join(word.text.split())
        share_s = (word.end_s - word.start_s) / max(1, len(text))
        for at in range(0, len(text), LINE_CHARS):
            piece = text[at : at + LINE_CHARS]
            start_s = word.start_s + at * share_s
            end_s = word.end_s if at + LINE_CHARS >= len(text) else start_s + len(piece) * share_s
            yield _Part(piece, at == 0 and word.start > behind, start_s, end_s)
        behind = word.end


def _cues(parts: list[_Part]) -> Iterator[Cue]:
    while parts:
        count = 1
        while count < len(parts) and _fits(parts[: count + 1]):
            count += 1
        if count < len(parts):
            count = _break(parts[:count])
        taken, parts = parts[:count], parts[count:]
        yield Cue(_lines(taken) or (_text(taken),), taken[0].start_s, taken[-1].end_s)


def _fits(parts: Sequence[_Part]) -> bool:
    return parts[-1].end_s - parts[0].start_s <= LONGEST_S and _lines(parts) is not None


def _break(parts: Sequence[_Part]) -> int:
    """Return how many of the parts make a cue: up to the last sentence, else the last clause, else all."""
    for marks in (_SENTENCE_ENDS, _CLAUSE_ENDS):
        for count in range(len(parts), 0, -1):
            if parts[count - 1].text.rstrip(_CLOSING).endswith(tuple(marks)):
                return count
    return len(parts)


def _lines(parts: Sequence[_Part]) -> tuple[str, ...] | None:
    """Return one line, or two of about the same length; None if they do not fit."""
    whole = _text(parts)
    if len(whole) <= LINE_CHARS:
        return (whole,)
    halves = ((_text(parts[:at]), _text(parts[at:])) for at in range(1, len(parts)))
    fitting = [two for two in halves if max(map(len, two)) <= LINE_CHARS]
    return min(fitting, key=lambda two: max(map(len, two)), default=None)


def _text(parts: Sequence[_Part]) -> str:
    return "".join(f" {part.text}" if part.blank else part.text for part in parts).strip()


def _joined_lines(cue: Cue) -> str:
    return "\n".join(cue.lines)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float, point: str) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"
