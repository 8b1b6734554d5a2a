"""Which espeak-ng voice speaks the language of a span, by the voice files of one data folder.

Public voice ids and their rules are the catalogue's.
"""

from pathlib import Path

from plosive.voices.espeak import read_voice_files


class Languages:
    """The languages of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's voice files. Raises OSError."""
        self._files = {file.path: file for file in read_voice_files(folder)}
        self._by_tag: dict[str, tuple[int, str]] = {}
        for path, file in self._files.items():
            for tag, priority in file.claims:
                self._by_tag[tag.lower()] = min(self._by_tag.get(tag.lower(), (priority, path)), (priority, path))

    def voice(self, tag: str, voice: str) -> str:
        """The voice (`roa/fr+f3`) for a BCP-47 tag, in the variant of `voice`; that itself if it or none speaks the tag."""
        path, plus, variant = voice.partition("+")
        own = [claimed.lower() for claimed, _ in self._files[path].claims] if path in self._files else []
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
        """The name of a voice's phoneme table; "": there is no such voice."""
        file = self._files.get(voice.partition("+")[0])
        return file.phoneme_table if file else ""
