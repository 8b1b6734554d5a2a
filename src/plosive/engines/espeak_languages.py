"""Which espeak-ng voice speaks a language, by the voice files in its data folder.

Only what a span in another language needs: a tag to a voice. Public voice ids and their rules are the catalogue's business.
"""

from pathlib import Path
from typing import Final, NamedTuple

# A "language" line without a number has this priority; the smallest wins (voices.c).
_DEFAULT_PRIORITY: Final = 5


class _VoiceFile(NamedTuple):
    """A file below `lang/`: the tags it speaks with their priorities, and its phoneme table and dictionary."""

    priorities: dict[str, int]
    phoneme_table: str
    dictionary: str


class Languages:
    """The languages of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's voice files. Raises OSError."""
        root = folder / "lang"
        files = {path.relative_to(root).as_posix(): _read(path) for path in sorted(root.rglob("*")) if path.is_file()}
        # Without its dictionary espeak-ng loads a voice that then says nothing.
        self._files = {path: file for path, file in files.items() if (folder / f"{file.dictionary}_dict").is_file()}
        self._by_tag: dict[str, tuple[int, str]] = {}
        for path, file in self._files.items():
            for tag, priority in file.priorities.items():
                self._by_tag[tag] = min(self._by_tag.get(tag, (priority, path)), (priority, path))

    def voice(self, tag: str, voice: str) -> str:
        """The voice (`roa/fr+f3`) for a BCP-47 tag: `voice` itself if it speaks that or nothing does; its variant is kept."""
        path, plus, variant = voice.partition("+")
        own = self._files[path].priorities if path in self._files else {}
        subtags = tag.lower().split("-")
        while subtags:
            wanted = "-".join(subtags)
            if any(f"{spoken}-".startswith(f"{wanted}-") for spoken in own):
                return voice
            if wanted in self._by_tag:
                return self._by_tag[wanted][1] + plus + variant
            subtags.pop()
        return voice

    def phoneme_table(self, voice: str) -> str:
        """The name of a voice's phoneme table, or "" if there is no such voice."""
        file = self._files.get(voice.partition("+")[0])
        return file.phoneme_table if file else ""


def _read(path: Path) -> _VoiceFile:
    priorities: dict[str, int] = {}
    found: dict[str, str] = {}
    for line in path.read_text("utf-8", errors="replace").splitlines():
        keyword, *words = line.partition("//")[0].split() or [""]
        if keyword == "language" and words:
            is_numbered = len(words) > 1 and words[1].isdigit()
            priorities[words[0].lower()] = int(words[1]) if is_numbered else _DEFAULT_PRIORITY
        elif words:
            found.setdefault(keyword, words[0])
    primary = next(iter(priorities), "").split("-")[0]
    return _VoiceFile(priorities, found.get("phonemes", primary), found.get("dictionary", primary))
