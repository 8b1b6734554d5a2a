"""Reads a stream of SSML 1.1 into segments: tags become spans, which engines honour or approximate.

It refuses broken XML. It ignores unknown tags and speaks their text. It never opens an address that a tag names.
"""

import re
from contextlib import suppress
from typing import Final

from plosive.errors import BadText
from plosive.text.characters import CharacterCleaner
from plosive.text.pronunciation.x_sampa import ipa_of
from plosive.text.reading import Reading, without_places
from plosive.text.sentences.splitter import Ending
from plosive.text.ssml.prosody import Style, pause_s
from plosive.text.ssml.say_as import say_as
from plosive.text.ssml.timeline import Timeline
from plosive.text.ssml.xml_stream import XmlStream
from plosive.utterance import Break, Segment

# A segment ends before and after these (SSML 1.1, 3.1.1 and 3.1.8; the long names are from its drafts).
_STRUCTURE: Final = frozenset({"speak", "p", "s", "paragraph", "sentence"})
# These are read as a whole and spoken in another way than they are written (3.1.9 to 3.1.11).
_WHOLES: Final = frozenset({"say-as", "sub", "phoneme"})
# The text of these is not spoken (3.1.6, 3.3.3).
_SILENT: Final = frozenset({"desc", "metadata"})
# A word ends before each of these tags and before its closing tag.
_PARTING: Final = frozenset({"voice", "audio", "br"})

# Alphabets of <phoneme> besides IPA. "x-" usually marks a vendor's own; this one is widely used.
_X_SAMPA: Final = frozenset({"x-sampa", "xsampa"})
# The text of these <say-as> is not spoken. Other services beep in its place; here it is a short silence.
_BLEEPS: Final = frozenset({"expletive", "bleep"})
_BLEEP_S: Final = 0.4

_MAX_WHOLE_CHARS: Final = 500
"""The longest text, alias or pronunciation of one <say-as>, <sub> or <phoneme>. Unlike other text it is held until its
end and spoken in one segment, and one call must not keep an engine busy for minutes."""

_WORD: Final = re.compile(r"[^\W_]")


class SsmlFrontEnd:
    """A `FrontEnd` for `text_type=ssml`.

    A text is one `<speak>` document, several, or a fragment without `<speak>`. `feed` raises `BadText` if it is malformed.
    The next call then returns the text before the error, and the front end is otherwise as new. A text that is cut off is
    no error: `flush` closes the open tags and releases the held text.
    """

    def __init__(self, language: str = "en", reading: Reading | None = None) -> None:
        self._language = language
        self._reading = reading
        self._ended: list[Segment] = []  # before a syntax error
        self._clear()

    def _clear(self) -> None:
        self._xml = XmlStream(self._start, self._end, self._read)
        self._cleaner = CharacterCleaner()
        self._timeline = Timeline(self._language)
        self._open: list[str] = []
        self._styles = [Style()]
        self._silent_from = 0  # the depth of the element that is not spoken, if any
        self._whole_from = 0  # the depth of the element that is read as a whole, if any
        self._whole = ""
        self._whole_attributes: dict[str, str] = {}
        self._whole_pause_s = 0.0

    @property
    def ending(self) -> Ending:
        """The ending of the text so far, NONE inside a tag. Settle a LIKELY one soon, a DOUBTFUL one later."""
        if self._xml.held or self._whole_from or self._silent_from:
            return Ending.NONE
        return self._timeline.ending_with(self._cleaner.peek())

    @property
    def holds_text(self) -> bool:
        """Whether any text that can be spoken is still held. A pause alone does not count."""
        if any(segment.text for segment in self._ended):
            return True
        reference = self._xml.held if self._xml.held.startswith("&") and not self._silent_from else ""
        held = self._cleaner.held + reference
        if self._whole_from:
            name, style = self._open[self._whole_from - 1], self._styles[self._whole_from]
            spoken, ipa = self._spoken(name, _line(self._whole + reference), self._whole_attributes, style)
            held += f"{self._whole} {spoken} {ipa or ''}"  # signs may be spoken: "-" as characters is
        return self._timeline.holds_words or bool(_WORD.search(held))

    def feed(self, delta: str) -> list[Segment]:
        """Feed SSML in any cuts and return the segments that surely ended. Raises `BadText` if it is malformed."""
        try:
            self._xml.feed(delta)
        except BadText:
            self._close()
            self._ended += self._timeline.take()
            self._clear()
            raise
        return self._take()

    def settle(self) -> list[Segment]:
        """Release the held text if it ends in an end mark, else nothing. Feeding may go on afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._timeline.say(self._cleaner.settle(), self._styles[-1])
        self._timeline.settle()
        return self._take()

    def flush(self) -> list[Segment]:
        """Close the open tags and release the held text. The front end is then as new. Never raises."""
        with suppress(BadText):  # the last word may make a whole too long
            self._xml.finish()
        self._close()
        segments = self._take()
        self._clear()
        return segments

    def _close(self) -> None:
        """Close the open tags and end the text."""
        while self._open:
            self._end(self._open[-1])
        self._say_held()
        self._timeline.flush()

    def _take(self) -> list[Segment]:
        ended, self._ended = self._ended, []
        ended += self._timeline.take()
        read = self._reading.read if self._reading else without_places
        return list(map(read, ended))

    # Called by the XML stream

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.lower()
        self._say_held()
        self._timeline.meet_tag()
        self._open.append(name)
        self._styles.append(self._style_in(name, attributes))
        if self._silent_from:
            return
        if name in _PARTING:
            self._timeline.part()
        if name == "break":
            self._pause(pause_s(attributes))
        elif name in _SILENT:
            self._silent_from = len(self._open)
        elif name == "say-as" and attributes.get("interpret-as", "").strip().lower() in _BLEEPS:
            self._pause(_BLEEP_S)
            self._silent_from = len(self._open)
        elif self._whole_from:
            return
        elif name in _WHOLES:
            self._whole_from, self._whole_attributes = len(self._open), attributes
            self._check_size(name, max(map(len, attributes.values()), default=0))
        elif name in _STRUCTURE:
            self._timeline.end(_ends(name))

    def _end(self, _: str) -> None:
        self._say_held()
        self._timeline.meet_tag()
        depth, name, style = len(self._open), self._open.pop(), self._styles.pop()
        if self._silent_from:
            self._silent_from = 0 if depth == self._silent_from else self._silent_from
        elif depth == self._whole_from:
            self._say_whole(name, style)
        elif name in _STRUCTURE and not self._whole_from:
            self._timeline.end(_ends(name))
        elif name in _PARTING:
            self._timeline.part()

    def _read(self, text: str) -> None:
        if self._silent_from:
            return
        if not self._whole_from:
            self._timeline.say(self._cleaner.feed(text), self._styles[-1])
            return
        self._whole += text
        self._check_size(self._open[self._whole_from - 1], len(self._whole))

    def _check_size(self, name: str, size: int) -> None:
        if size > _MAX_WHOLE_CHARS:
            self._whole_from, self._whole = 0, ""
            raise BadText(
                f"SSML: <{name}> is for some words, at most {_MAX_WHOLE_CHARS} characters; close it with </{name}>"
            )

    def _style_in(self, name: str, attributes: dict[str, str]) -> Style:
        style = self._styles[-1]
        if "xml:lang" in attributes:
            style = style.spoken_in(attributes["xml:lang"], self._language, whole_document=name == "speak")
        if name == "prosody":
            return style.prosody(attributes)
        if name == "emphasis":
            return style.emphasized(attributes.get("level", ""))
        return style

    def _pause(self, seconds: float) -> None:
        if self._whole_from:
            self._whole_pause_s += seconds  # a whole cannot be interrupted; the pause follows it
        elif seconds:
            self._timeline.pause(seconds)

    def _say_held(self) -> None:
        """Say the text that the cleaner holds back, in the style before the tag."""
        self._timeline.say(self._cleaner.flush(), self._styles[-1])

    def _say_whole(self, name: str, style: Style) -> None:
        text, attributes, seconds = self._whole, self._whole_attributes, self._whole_pause_s
        self._whole_from, self._whole, self._whole_attributes, self._whole_pause_s = 0, "", {}, 0.0
        if text[:1].isspace():
            self._timeline.say(" ", style)
        written = _line(text)
        spoken, ipa = self._spoken(name, written, attributes, style)
        transcript = written if _WORD.search(written) else spoken if _WORD.search(spoken) else ipa or ""
        if _WORD.search(transcript):
            self._timeline.say_whole(transcript, style, spoken=None if spoken in {"", transcript} else spoken, ipa=ipa)
        else:
            self._timeline.say(transcript or written, style)
        if text[-1:].isspace():
            self._timeline.say(" ", style)
        self._pause(seconds)

    def _spoken(self, name: str, written: str, attributes: dict[str, str], style: Style) -> tuple[str, str | None]:
        """Return the words to say for an element that is read as a whole, and its pronunciation if it has one."""
        if name == "sub":
            return _line(attributes.get("alias", "")) or written, None
        if name == "say-as":
            kind, form = attributes.get("interpret-as", ""), attributes.get("format", "")
            language = style.language or self._language
            return _line(say_as(written, kind, form, language, after=self._timeline.last_word)), None
        # Without `alphabet` the platform's own applies; here that is IPA.
        alphabet = attributes.get("alphabet", "ipa").strip().lower()
        sounds = _line(attributes.get("ph", ""))
        if alphabet in _X_SAMPA:
            sounds = ipa_of(sounds)
        return written, sounds or None if alphabet == "ipa" or alphabet in _X_SAMPA else None


def _ends(name: str) -> Break:
    return Break.PARAGRAPH if name in {"p", "paragraph"} else Break.SENTENCE


def _line(text: str) -> str:
    """Return the speakable characters of the text, in one line."""
    cleaner = CharacterCleaner()
    return " ".join((cleaner.feed(text) + cleaner.flush()).split())
