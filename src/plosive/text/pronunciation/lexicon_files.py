"""Reads dictionary files: W3C PLS 1.0 XML, or lines of `word=alias` and `word:/ipa/`.

It takes the content of a file, never its path. It refuses every XML feature that could fetch, expand or nest without end.
"""

import re
from typing import Final
from xml.parsers import expat

from plosive.errors import BadDictionary
from plosive.text.pronunciation.dictionary import MAX_ITEMS, fault
from plosive.text.pronunciation.items import Alias, Item, Phoneme

# See docs/text.md. A hundred items with every field at its limit have 280 kB even with 4 bytes per character.
MAX_BYTES: Final = 1 << 20
# PLS needs 3 levels; metadata (RDF) may bring a few more.
_MAX_DEPTH: Final = 10
# 100 lexemes with ten spellings and ten other elements each.
_MAX_ELEMENTS: Final = 2000
# One tag with the text after it: far over the 500 characters of a value. It bounds the attributes that expat sorts.
_MAX_TAG: Final = 8192

_NAMESPACE: Final = "http://www.w3.org/2005/01/pronunciation-lexicon"
_ROOT_WANTED: Final = f'the root must be <lexicon version="1.0" xmlns="{_NAMESPACE}" alphabet="ipa" xml:lang="...">'

_LOOKS_LIKE_XML: Final = re.compile(r"\s*<(?:\?xml|!--|!DOCTYPE|!ENTITY|[^\W\d][\w.:-]*[\s/>])")
_FORBIDDEN: Final = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)")
_LONG_TAG: Final = re.compile(rf"<[^!<][^<]{{{_MAX_TAG}}}")
_ENCODING: Final = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]{1,40})""")
_READABLE: Final = frozenset(["utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"])
_PHONEME_LINE: Final = re.compile(r"(.+):[ \t]*/([^/]+)/")


def read_lexicon(data: bytes) -> list[Item]:
    """Return the items of a dictionary file, for `Pronunciations`. Its content shows whether it is plain lines or PLS.

    PLS is the W3C Pronunciation Lexicon 1.0 in UTF-8, or in UTF-16 with a byte order mark. Each grapheme of a lexeme becomes
    an item with the lexeme's first phoneme or alias, or with the first that has `prefer="true"` (PLS 4.9.3). Roles and
    examples are ignored, and an alias is not looked up again. Raises BadDictionary, which names the line.
    """
    text = _decoded(data)
    return _read_pls(text) if _LOOKS_LIKE_XML.match(text) else read_plain(text)


def read_plain(text: str) -> list[Item]:
    """Return the items of lines of `word=alias` or `word:/ipa/`, for `Pronunciations`.

    Blank lines and lines that start with `#` are ignored. A word may have spaces and symbols. A line is split at its last
    `=`, because words such as `=>` and `==` may need an item, and an alias needs no equals sign.
    """
    items: list[Item] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        item: Item
        if "\0" in line:
            raise BadDictionary(f"Line {number}: a NUL character; save the file as UTF-8 text")
        if phoneme := _PHONEME_LINE.fullmatch(line):
            item = Phoneme(phoneme[1].strip(), phoneme[2].strip())
        elif "=" in line:
            word, _, alias = line.rpartition("=")
            item = Alias(word.strip(), alias.strip())
        else:
            raise BadDictionary(f"Line {number}: {line[:40]!r} is neither word=alias nor word:/ipa/")
        _add(items, item, number)
    return items


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise BadDictionary(f"The file has {len(data)} bytes; {MAX_BYTES} (1 MiB) is the most")
    if data.startswith((b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"BZh")):
        raise BadDictionary("Line 1: the file is compressed; send it unpacked")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise BadDictionary(
            f"Line {line}: not readable as {encoding.upper()}; save the file as UTF-8, or as UTF-16 with a byte order mark"
        ) from None


def _add(items: list[Item], item: Item, line: int) -> None:
    if len(items) == MAX_ITEMS:
        raise BadDictionary(f"Line {line}: this would be item {MAX_ITEMS + 1}; a dictionary has {MAX_ITEMS} at most")
    if wrong := fault(item):
        raise BadDictionary(f"Line {line}: {wrong}")
    items.append(item)


def _read_pls(text: str) -> list[Item]:
    # Search before expat parses: its own defences against entities came with 2.4.1, and the version may be older.
    for pattern, wrong in (
        (_FORBIDDEN, "document types and entities are refused; write the characters themselves"),
        (_LONG_TAG, f"a tag and its text are longer than {_MAX_TAG} characters"),
    ):
        if found := pattern.search(text):
            raise BadDictionary(f"Line {text.count(chr(10), 0, found.start()) + 1}: {wrong}")
    if (declared := _ENCODING.match(text)) and declared[1].lower() not in _READABLE:
        raise BadDictionary(f"Line 1: the encoding is {declared[1]!r}; only UTF-8 and UTF-16 are read")
    reader = _PlsReader()
    try:
        # In one piece: expat before 2.6 scans a long token again for every piece (CVE-2023-52425).
        reader.parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BadDictionary(f"Line {error.lineno}: broken XML, {expat.ErrorString(error.code)}") from None
    return reader.items


class _PlsReader:
    """The handlers of one parse; `items` grows with each lexeme."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._path: list[str] = []
        self._elements = 0
        self._lexemes = 0
        self._alphabets: list[str] = []  # of the lexicon, then of the current phoneme
        self._graphemes: list[str] = []
        self._said: list[tuple[bool, bool, str]] = []  # is preferred, is a phoneme, text
        self._text: list[str] = []
        self._preferred = False
        # UTF-8, as _read_pls encodes it, overrides the declaration. Names come as "namespace name".
        self.parser = expat.ParserCreate("UTF-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._text.append
        # Not reached after the search in _read_pls: a second protection, because DTDs are dangerous.
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def _fail(self, wrong: str) -> BadDictionary:
        return BadDictionary(f"Line {self.parser.CurrentLineNumber}: {wrong}")

    def _refuse(self, *_: object) -> None:
        raise self._fail("document types and entities are refused")

    def _open(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
            raise self._fail(f"more than {_MAX_ELEMENTS} elements")
        if not self._path:
            if name != "lexicon" or namespace != _NAMESPACE:
                where = f"in namespace {namespace[:80]!r}" if namespace else "in no namespace"
                raise self._fail(f"<{name[:40]}> {where}; {_ROOT_WANTED}")
            self._alphabets = [attributes.get("alphabet", "ipa")]
        self._path.append(name if namespace == _NAMESPACE else "")
        if len(self._path) > _MAX_DEPTH:
            raise self._fail(f"elements inside each other more than {_MAX_DEPTH} deep")
        self._text.clear()
        match self._path:
            case [_, "lexeme"]:
                self._lexemes += 1
                if self._lexemes > MAX_ITEMS:
                    raise self._fail(f"lexeme {MAX_ITEMS + 1}; a dictionary has {MAX_ITEMS} at most")
                self._graphemes, self._said = [], []
            case [_, "lexeme", "phoneme" | "alias"]:
                self._preferred = attributes.get("prefer") in ("true", "1")
                self._alphabets[1:] = [attributes.get("alphabet", self._alphabets[0])]

    def _close(self, _: str) -> None:
        text = " ".join("".join(self._text).split())
        match self._path:
            case [_, "lexeme", "grapheme"]:
                self._graphemes.append(text)
            case [_, "lexeme", "phoneme"]:
                if self._alphabets[-1].lower() != "ipa":
                    raise self._fail(f'alphabet is {self._alphabets[-1][:40]!r}; only alphabet="ipa" is known')
                self._said.append((self._preferred, True, text))
            case [_, "lexeme", "alias"]:
                self._said.append((self._preferred, False, text))
            case [_, "lexeme"]:
                self._close_lexeme()
        self._path.pop()
        self._text.clear()

    def _close_lexeme(self) -> None:
        if not self._graphemes:
            raise self._fail("a lexeme without a <grapheme>; it holds the word to look for")
        if not self._said:
            raise self._fail("a lexeme without a <phoneme> or <alias>; it holds what to say")
        _, is_phoneme, value = next((said for said in self._said if said[0]), self._said[0])
        for grapheme in self._graphemes:
            item = Phoneme(grapheme, value) if is_phoneme else Alias(grapheme, value)
            _add(self.items, item, self.parser.CurrentLineNumber)
