"""The recorded answers: texts as voice assistants and chat models write them, and how each was read when it was recorded.

`recorded/answers.jsonl` has an answer a line; the files in `benchmarks/answers` add theirs. `recorded/readings.jsonl` has a
segment a line: the answer's name, the transcript, and the spans. A span of plain text is that text; any other is an
object with the fields that are not the default. `scripts/record_answers.py` writes it.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from plosive.text.front_end import front_end
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.lexicon_files import read_plain
from plosive.utterance import Segment, Span

RECORDED: Final = Path(__file__).parent / "recorded"
READINGS: Final = RECORDED / "readings.jsonl"
# English answers, and what separates two of them.
FILES: Final = {"talk": r"\n\n", "markdown": r"\n\n(?=#)"}
FILES_FOLDER: Final = Path(__file__).parents[2] / "benchmarks" / "answers"

# A transcript with its spans, as JSON has them.
Reading = tuple[str, list[str | dict[str, Any]]]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer. `language` is a BCP-47 tag; `dictionary` has lines of `word=alias` and `word:/ipa/`."""

    text: str
    language: str = "en"
    ssml: bool = False
    dictionary: str = ""


def answers() -> dict[str, Answer]:
    """All answers by name: a file and the answer's number in it."""
    found = {
        f"{name} {number}": Answer(text)
        for name, separator in FILES.items()
        for number, text in enumerate(re.split(separator, (FILES_FOLDER / f"{name}.md").read_text("utf-8").strip()), 1)
    }
    lines = (RECORDED / "answers.jsonl").read_bytes().splitlines()
    return found | {f"answers {number}": msgspec.json.decode(line, type=Answer) for number, line in enumerate(lines, 1)}


def read(answer: Answer, frame_chars: int) -> list[Reading]:
    """The segments that the front end gives for an answer in frames of so many characters; 0: the whole text at once."""
    pronunciations = Pronunciations(read_plain(answer.dictionary)) if answer.dictionary else None
    texts = front_end(answer.language, is_ssml=answer.ssml, pronunciations=pronunciations)
    segments: list[Segment] = []
    size = frame_chars or len(answer.text)
    for at in range(0, len(answer.text), size):
        segments += texts.feed(answer.text[at : at + size])
    segments += texts.flush()
    return [(segment.text, [_as_json(span) for span in segment.spans]) for segment in segments]


def recorded() -> dict[str, list[Reading]]:
    """The readings by the name of their answer."""
    found: dict[str, list[Reading]] = {}
    for line in READINGS.read_bytes().splitlines() if READINGS.exists() else ():
        name, transcript, spans = msgspec.json.decode(line, type=tuple[str, str, list[str | dict[str, Any]]])
        found.setdefault(name, []).append((transcript, spans))
    return found


def record(readings: dict[str, list[Reading]]) -> None:
    """Write the readings over those recorded before."""
    lines = (
        msgspec.json.encode((name, *reading), order="sorted") for name, found in readings.items() for reading in found
    )
    READINGS.write_bytes(b"".join(line + b"\n" for line in lines))


def first_difference(expected: Iterable[Reading], found: Iterable[Reading]) -> str:
    """The first segment that differs, in lines for a person; empty if none does."""
    was, now = list(expected), list(found)
    at = next(
        (at for at, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), min(len(was), len(now))
    )
    if at == len(was) == len(now):
        return ""
    return f"segment {at + 1} was {_shown(was, at)}\n{' ' * len(f'segment {at + 1}')} is  {_shown(now, at)}"


def _shown(readings: list[Reading], at: int) -> str:
    if at == len(readings):
        return "not there"
    transcript, spans = readings[at]
    return f"{transcript!r}, said {', '.join(map(repr, spans))}"


def _as_json(span: Span) -> str | dict[str, Any]:
    changed = {name: value for name, value in msgspec.structs.asdict(span).items() if value != getattr(Span(), name)}
    return span.text if changed.keys() <= {"text"} else changed
