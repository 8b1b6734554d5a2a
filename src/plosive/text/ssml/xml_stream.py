"""Reads XML in pieces: reports elements and text as soon as they are whole, and leaves out or refuses everything else.

It refuses malformed XML, DOCTYPEs, and so every entity except XML's own five. It knows no tag.
"""

import re
from collections.abc import Callable
from typing import Final
from xml.parsers import expat

from plosive.errors import BadText

MAX_DEPTH: Final = 50
"""Real SSML nests about 6 deep (speak, p, s, voice, prosody, emphasis)."""

MAX_MARKUP_CHARS: Final = 8192
"""One tag, comment or CDATA section. A `speak` tag with every namespace has 500. An unfinished one is scanned again for
each frame; this limit bounds the cost."""

_MAX_NAMES: Final = 1000
"""Distinct names of tags and attributes. expat keeps each one; SSML 1.1 has about 60. (The hash table of expat before
2.8.0 can be flooded, CVE-2026-41080.)"""

# The client's text becomes the content of this element. So it may be a fragment or several documents, and a DOCTYPE
# in it is an error (XML 1.0, 2.8: only before the root element).
_ROOT: Final = "ssml"

_BLANKED: Final = re.compile(r"[^\n]")
_MARK: Final = re.compile("[<&]")
_MARKUP: Final = re.compile(
    r"<!--.*?-->"
    r"|<!\[CDATA\[.*?\]\]>"
    r"|(?P<instruction><\?.*?\?>)"
    r"|</?[^\W\d](?>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*)>"
    r"|&[\w#.:-]{1,32};",
    re.DOTALL,
)
_UNFINISHED_REFERENCE: Final = re.compile(r"&[\w#.:-]{0,32}\Z")
_UNFINISHED_TAG: Final = re.compile(r"</?(?:[^\W\d][^<]*)?\Z")
_OPENERS: Final = ("<!--", "<![CDATA[")

_ADVICE: Final = {
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: (
        "only &amp; &lt; &gt; &quot; &apos; and &#...; are known; write the character itself"
    ),
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "an attribute may stand only once in a tag",
    expat.errors.codes[expat.errors.XML_ERROR_BAD_CHAR_REF]: "this character cannot stand in XML; leave it out",
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: (
        'a tag looks like <break time="1s"/>, and control characters cannot stand in XML'
    ),
}


class XmlStream:
    """Feed XML in any cuts. It calls `start(name, attributes)`, `end(name)` and `text(characters)` as it reads.

    `text` too may get its text in several calls. Before it raises `BadText` it calls back for what stands before the error.
    Discard the stream after that, and after `finish()`.
    """

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        self._start, self._end = start, end
        self._held = ""
        self._open: list[str] = []
        self._names: dict[str, str] = {}
        self._parsed_bytes = 0
        self._line, self._column = 1, 1
        parser = expat.ParserCreate("utf-8", None, self._names)
        parser.buffer_text = True
        if hasattr(parser, "SetReparseDeferralEnabled"):
            # expat 2.6.0 delays tokens that arrive in small pieces; here it gets whole ones only.
            parser.SetReparseDeferralEnabled(False)
        parser.Parse(f"<{_ROOT}>".encode(), False)
        self._first_column = len(_ROOT) + 2
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = text
        self._parser = parser

    @property
    def held(self) -> str:
        """The unfinished tag or reference at the end."""
        return self._held

    def feed(self, delta: str) -> None:
        """Feed XML and call back for its whole parts. Raises `BadText`, which says what is wrong and where."""
        text = self._held + delta.replace("\r", " ")
        self._held = ""
        done = at = 0
        while mark := _MARK.search(text, at):
            begin = mark.start()
            markup = _MARKUP.match(text, begin)
            if (markup.end() if markup else len(text)) - begin > MAX_MARKUP_CHARS:
                self._parse(text[done:begin])
                raise self._fault(
                    f"a tag, comment or CDATA section is over {MAX_MARKUP_CHARS} characters", text[begin:]
                )
            if not markup:
                self._parse(text[done:begin])
                if fault := _fault_of(text[begin:]):
                    raise self._fault(fault, text[begin:])
                self._held = text[begin:]
                return
            at = markup.end()
            if markup["instruction"]:
                # Blank it out, also an XML declaration: each document may have one. Spaces keep the columns.
                self._parse(text[done:begin])
                self._parse(_BLANKED.sub(" ", markup["instruction"]))
                done = at
        self._parse(text[done:])

    def finish(self) -> None:
        """The stream ends. An unfinished tag is left out, an unfinished reference is text. Never raises."""
        rest, self._held = self._held, ""
        # The space makes expat release a "]", which it holds because it may be the start of "]]>".
        self._parse(f"&amp;{rest[1:]} " if rest.startswith("&") else " ")

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(f"tags are nested over {MAX_DEPTH} deep; close some before", f"<{name}>")
        if len(self._names) > _MAX_NAMES:
            raise self._fault(f"there are over {_MAX_NAMES} different names of tags and attributes", f"<{name}>")
        self._open.append(name)
        self._start(name, attributes)

    def _on_end(self, name: str) -> None:
        if not self._open:
            raise self._fault("this closes a tag that is not open; leave it out", f"</{name}>")
        self._open.pop()
        self._end(name)

    def _parse(self, text: str) -> None:
        if not text:
            return
        octets = text.encode("utf-8", "ignore")  # a lone surrogate is no character
        try:
            self._parser.Parse(octets, False)
        except expat.ExpatError as error:
            self._parser.buffer_text = False  # expat hands over the text before the error
            at = max(0, self._parser.ErrorByteIndex - self._parsed_bytes - self._first_column)
            self._line = error.lineno
            self._column = error.offset + 1 - (self._first_column if error.lineno == 1 else 0)
            near = octets[at : at + 40].decode("utf-8", "ignore")
            raise self._fault(self._explain(error.code), near) from None
        self._parsed_bytes += len(octets)
        newlines = text.count("\n")
        self._line += newlines
        self._column = len(text) - text.rfind("\n") if newlines else self._column + len(text)

    def _explain(self, code: int) -> str:
        if code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]:
            return f"expected </{self._open[-1]}> here" if self._open else "this closes a tag that is not open"
        message = expat.ErrorString(code)
        return f"{message}; {_ADVICE[code]}" if code in _ADVICE else str(message)

    def _fault(self, what: str, near: str) -> BadText:
        return BadText(f"SSML line {self._line}, column {self._column}, at {near[:40]!r}: {what}")


def _fault_of(rest: str) -> str | None:
    """Return the error in unfinished markup, or None if more text may complete it."""
    if rest[0] == "&":
        return None if _UNFINISHED_REFERENCE.match(rest) else "& must be written &amp;"
    if rest.startswith("<!"):
        if any(rest.startswith(opener) or opener.startswith(rest) for opener in _OPENERS):
            return None
        return "a DOCTYPE or other declaration is not allowed; leave it out"
    if rest.startswith("<?") or _UNFINISHED_TAG.match(rest):
        return None
    if rest[1].isalpha() or rest[1] in "/_":
        return "this tag does not end before the next <; end it with >, or write &lt; if it is no tag"
    return "< must be written &lt;"
