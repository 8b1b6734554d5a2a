"""The operator's own names of voices: a file of lines `pattern = voice`. It knows no voice."""

import re
from collections.abc import Iterable
from fnmatch import translate
from pathlib import Path
from typing import NamedTuple

from plosive.errors import SetupError


class OwnName(NamedTuple):
    """One line: a pattern with `*` and `?` as in file names, the voice that it means, and the number of the line."""

    pattern: str
    voice: str
    line: int


class OwnNames:
    """The lines of a file. The first that matches counts; upper and lower case are the same."""

    def __init__(self, names: Iterable[OwnName] = ()) -> None:
        self.names = tuple(names)
        self._patterns = [(re.compile(translate(each.pattern.lower())), each.voice) for each in self.names]

    def voice(self, name: str) -> str | None:
        """Return the voice that the whole name means, as it came. None: no line matches."""
        lowered = name.lower()
        return next((voice for pattern, voice in self._patterns if pattern.match(lowered)), None)

    @property
    def plain(self) -> tuple[str, ...]:
        """The patterns that are names: those without `*`, `?` and `[`."""
        return tuple(each.pattern for each in self.names if not re.search(r"[*?\[]", each.pattern))


def read_own_names(path: Path | None) -> OwnNames:
    """Read a file. None has no names. Raises `SetupError`, which names the file and the line."""
    if path is None:
        return OwnNames()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"PLOSIVE_VOICE_ALIASES: {path} cannot be read: {error}") from None
    names = []
    for number, line in enumerate(lines, 1):
        stripped = line.split("#", 1)[0].strip()
        if not stripped:
            continue
        pattern, equals, voice = map(str.strip, stripped.partition("="))
        if not (equals and pattern and voice):
            raise SetupError(f"{path}, line {number}: {stripped[:80]!r} is not `pattern = voice`")
        names.append(OwnName(pattern, voice, number))
    return OwnNames(names)
