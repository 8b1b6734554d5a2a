"""Owns pronunciation dictionaries: checks their items, finds their words in spans, puts what to say in their place.

It refuses to read files (`plosive.text.lexicon_files` does) and to look inside what a replacement inserted.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from plosive.errors import BadDictionary
from plosive.text.characters import CharacterCleaner
from plosive.utterance import Span

# docs/text.md.
MAX_ITEMS: Final = 100
MAX_TEXT: Final = 200
MAX_VALUE: Final = 500
# How many characters, of text or IPA, one call of `apply` may add: two aliases of the longest kind, or twenty words that
# grow by 50 characters each. A segment has 240 at most, so what a client makes us say stays within five times its text.
MAX_GROWTH: Final = 1000


class Alias(msgspec.Struct, frozen=True, tag_field="type", tag="alias"):
    """Say `alias` for `text`."""

    text: str
    alias: str


class Phoneme(msgspec.Struct, frozen=True, tag_field="type", tag="phoneme"):
    """Pronounce `text` as `phoneme`, in the International Phonetic Alphabet."""

    text: str
    phoneme: str
    alphabet: str = "ipa"


Item = Alias | Phoneme


def fault(item: Item) -> str | None:
    """Say what is wrong with an item and what would be right, or give None. The caller adds which item or line it is."""
    if isinstance(item, Phoneme) and item.alphabet != "ipa":
        return f"alphabet is {item.alphabet[:40]!r}; only 'ipa' is known"
    name, value = ("alias", item.alias) if isinstance(item, Alias) else ("phoneme", item.phoneme)
    for field, written, longest in (("text", item.text, MAX_TEXT), (name, value, MAX_VALUE)):
        if len(written) > longest:
            return f"{field} has {len(written)} characters; {longest} is the most"
    if not _fold(item.text)[0].strip():
        return "text is empty; it is the word to look for"
    if not _Replacement.of(item).value:
        return f"{name} {value[:40]!r} has nothing that can be spoken; it is what to say for the word"
    return None


class Pronunciations:
    """The items of one dictionary, ready to be applied to any number of texts.

    Raises BadDictionary that names the item (the first is 1) when one breaks the limits of docs/text.md. Of items that
    differ only in case the one written as in the text wins, else the first.

    An item matches whole words, and what a whole word is follows UAX #29 with these decisions:

    - Case never counts, nor do curly apostrophes, runs of white space, composed or decomposed accents, full width letters
      and other ways to encode the same letter. Turkish "İ" is "i", and "I" is "i" or "ı".
    - A hyphen or full stop is no part of a word ("Nginx-based", "nginx.conf"), an underscore is. "3" is not in "3.5",
      and "C" not in "C++" or "C#".
    - An apostrophe ends a word: "Nginx's", "Ankara'da". Not in English contractions ("it's", "don't"), not in Ukrainian
      or Hebrew, where it is a letter. After it only French and Italian elisions let a word start: "l'API", "dell'API".
    - Han, Hiragana, Thai, Lao, Khmer and Burmese have no spaces: an item matches anywhere in them, short of splitting a
      letter from its vowel sign. A run of Katakana is a word. Where such a script, Hangul, Arabic or an Indic one meets
      another script is the end of a word: "SQLを". Korean particles may follow a word.
    - An item that begins or ends with a symbol needs no end of a word there: "5%", "C++11".
    """

    def __init__(self, items: Iterable[Item], *, fallback: "Pronunciations | None" = None) -> None:
        """`fallback` has more items; where both have a word, whatever its case, that of `items` is said."""
        self._folded: dict[str, _Replacement] = {}
        self._written: dict[str, _Replacement] = {}
        for number, item in enumerate(items, 1):
            if number > MAX_ITEMS:
                raise BadDictionary(f"A dictionary has {MAX_ITEMS} items at most; split it or leave out the rarest")
            if wrong := fault(item):
                raise BadDictionary(f"Item {number} ({item.text[:40]!r}): {wrong}")
            replacement = _Replacement.of(item)
            self._written.setdefault(item.text, replacement)
            # "IRMAK" may be the capitals of "irmak" and of Turkish "ırmak"; the text may have either.
            for written in (item.text, _TURKISH_I.sub("ı", item.text)):
                self._folded.setdefault(_fold(written)[0].strip(), replacement)
        if fallback is not None:
            own = set(self._folded)
            for folded, replacement in fallback._folded.items():
                self._folded.setdefault(folded, replacement)
            for written, replacement in fallback._written.items():
                if _fold(written)[0].strip() not in own:
                    self._written.setdefault(written, replacement)
        self._turkish = any("ı" in folded for folded in self._folded)
        # What an item begins with leads to how long such items are, the longest first. The beginning is a whole run of
        # letters, so that most words of a text are refused by one look.
        lengths: dict[str, set[int]] = {}
        for folded in self._folded:
            run = _RUN.match(folded)
            lengths.setdefault(run.group() if run else folded[0], set()).add(len(folded))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        others = "".join(re.escape(beginning) for beginning in lengths if not _RUN.match(beginning))
        self._beginnings = re.compile(f"{_RUN.pattern}|[{others}]" if others else _RUN.pattern)

    def apply(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Give the spans of one segment with its words replaced; speak them, and show the client the segment's own text.

        Leftmost first, then longest first, in one pass. Spans that have `ipa` stay as they are. An alias becomes part
        of its span's text; a phoneme becomes a span of its own between the rest, with the same prosody, and the pause
        stays at the end. When the replacements have added MAX_GROWTH characters, further ones that would add any are
        left out: those words are said as they are written, and none is lost.
        """
        room = MAX_GROWTH
        applied: list[Span] = []
        for span in spans:
            pieces = [] if span.ipa is not None or not span.text else self._pieces(span.text, room)
            if not pieces:
                applied.append(span)
                continue
            room -= max(0, sum(len(text) + len(ipa or "") for text, ipa in pieces) - len(span.text))
            for text, ipa in pieces[:-1]:
                applied.append(msgspec.structs.replace(span, text=text, ipa=ipa, pause_s=0.0))
            text, ipa = pieces[-1]
            applied.append(msgspec.structs.replace(span, text=text, ipa=ipa))
        return tuple(applied)

    def _pieces(self, text: str, room: int) -> list[tuple[str, str | None]]:
        """Give the text cut into (text, ipa) with its words replaced, or nothing if it has none of them."""
        folded, offsets = _fold(text)
        if self._lengths.keys().isdisjoint(self._beginnings.findall(folded)) and not (self._turkish and "I" in text):
            return []
        pieces: list[tuple[str, str | None]] = []
        said: list[str] = []  # of the piece that is still open
        done = 0
        for start, end, replacement in self._matches(text, folded, offsets):
            value = replacement.value
            if replacement.is_ipa:
                growth = len(value)
            else:
                before = text[start - 1 : start] if start > done else "".join(said[-1:])[-1:]
                value = _spaced(before, text[start:end], value, text[end : end + 1])
                growth = max(0, len(value) - (end - start))
            if growth > room:
                continue
            room -= growth
            if start > done:
                said.append(text[done:start])
            done = end
            if not replacement.is_ipa:
                said.append(value)
                continue
            if said:
                pieces.append(("".join(said), None))
                said.clear()
            pieces.append((text[start:end], value))
        if done and done < len(text):
            said.append(text[done:])
        return [*pieces, ("".join(said), None)] if said else pieces

    def _matches(self, text: str, folded: str, offsets: Sequence[int]) -> "Iterator[tuple[int, int, _Replacement]]":
        """Find the words of the dictionary: where each starts and ends in the text, and what is said for it."""
        views = [folded]
        if self._turkish and "I" in text:
            capitals = _fold(_TURKISH_I.sub("ı", text))[0]
            if len(capitals) == len(folded):  # else characters that are not seen hide the mark of some "I"
                views.append(capitals)
        done = 0
        for beginning in self._beginnings.finditer(folded):
            start = beginning.start()
            if start < done:
                continue
            candidates = (
                (start + length, replacement)
                for view in views
                for length in self._lengths.get(view[start : beginning.end()], ())
                if (replacement := self._folded.get(view[start : start + length])) and start + length <= len(folded)
            )
            for end, replacement in candidates:
                if _is_word(folded, start, end, offsets):
                    at, to = offsets[start], offsets[end]
                    yield at, to, self._written.get(text[at:to], replacement)
                    done = end
                    break


class _Replacement(msgspec.Struct, frozen=True):
    value: str
    is_ipa: bool

    @classmethod
    def of(cls, item: Item) -> "_Replacement":
        """Clean what an item inserts as the text around it was cleaned: controls, emoji and newlines are not spoken."""
        value = item.alias if isinstance(item, Alias) else item.phoneme
        cleaner = CharacterCleaner()
        value = unicodedata.normalize("NFC", " ".join((cleaner.feed(value) + cleaner.flush()).split()))
        if isinstance(item, Alias):
            return cls(value, False)
        # Dictionaries write IPA as it is printed, between slashes or brackets; these are not sounds.
        return cls(value.strip("/[] "), True)


# What text is compared by.

# A run of these is one word or a part of one, in the scripts that share words and digits. It is only a quick filter.
_RUN: Final = re.compile(
    "[0-9a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u037d\u037f-\u0386\u0388-\u0481\u048a-\u052f]+"
)
# Format characters, joiners, variation selectors and the Arabic tatweel change how a word looks, not what it is.
_UNSEEN: Final = "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_IS_UNSEEN: Final = re.compile(f"[{_UNSEEN}]").match
# A capital that may be "ı": not one with a dot or an accent, which is "i" for sure.
_TURKISH_I: Final = re.compile("I(?![\u0300-\u036f])")
_APOSTROPHES: Final = "’ʼ‘ʻ＇"
# Folded text that has none of these is the same character for character, once Unicode says it is normalized.
_NEEDS_CARE: Final = re.compile(f"[{_UNSEEN}ʼ‘ʻ‐״׳]|i\u0307|\\s\\s|[^\\S ]")
_PART: Final = re.compile(r"(?P<ascii>(?:[!-~]| (?=[!-~]))+(?=[ -~]|\Z))|(?P<space>\s+)|(?s:.)")
# Compatibility forms that are the same letter in another shape (UAX #44, 5.7.3). The others mean something: ² ½ ™ ①.
_SHAPES: Final = frozenset(
    ["<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>", "<font>", "<noBreak>"]
)
# UAX #15 (stream-safe text) allows 30 marks on a letter; sorting longer runs into order takes quadratic time.
_MARKS: Final = 30


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """Give the text as it is compared, and where each of its characters (and its end) comes from.

    The characters of a letter with its marks all come from where the letter starts.
    """
    folded = text.lower() if text.isascii() else text.casefold().replace("’", "'")
    # The ellipsis is no letter in another shape, and too common in chat to take the long way for it.
    same = len(folded) == len(text) and not _NEEDS_CARE.search(folded)
    if same and (folded.isascii() or unicodedata.is_normalized("NFKC", folded.replace("…", "."))):
        return folded, range(len(text) + 1)
    parts: list[str] = []
    offsets: list[int] = []
    start = end = 0  # of the letter that may still get marks

    def close_letter() -> None:
        if start < end:
            letter = _fold_letter(text[start:end])
            parts.append(letter)
            offsets.extend([start] * len(letter))

    for part in _PART.finditer(text):
        at, to = part.span()
        if part.lastgroup is None and at == end and 0 < end - start <= _MARKS and _extends(text[at]):
            end = to
            continue
        close_letter()
        start, end = at, to
        if part.lastgroup == "ascii":
            parts.append(part.group().lower())
            offsets.extend(range(at, to))
            start = end
        elif part.lastgroup == "space":
            parts.append(" ")
            offsets.append(at)
            start = end
    close_letter()
    offsets.append(len(text))
    return "".join(parts), offsets


@lru_cache(4096)
def _extends(char: str) -> bool:
    """Whether a character belongs to the letter before it: a mark, what is not seen, the rest of a Hangul syllable."""
    return char > "\xa0" and bool(
        unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" or char in "ﾞﾟ" or _IS_UNSEEN(char)
    )


@lru_cache(4096)  # German has an ß in every sentence
def _fold_letter(letter: str) -> str:
    """Fold one letter with its marks (Unicode 3.13, D145: casefold what is decomposed)."""
    seen = "".join(char for char in letter if not _IS_UNSEEN(char))
    shaped = "".join(unicodedata.normalize("NFKC", char) if _is_shape(char) else char for char in seen)
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", shaped).casefold())
    for apostrophe in _APOSTROPHES:
        folded = folded.replace(apostrophe, "'")
    return folded.replace("i\u0307", "i").replace("‐", "-").replace("׳", "'").replace("״", '"')


def _is_shape(char: str) -> bool:
    return unicodedata.decomposition(char).partition(" ")[0] in _SHAPES or "\ufb00" <= char <= "\ufb17"


# Where words start and end, in folded text.

_LETTERS, _HEBREW, _ARABIC, _INDIC, _HANGUL, _KATAKANA = range(6)
_THAI, _BURMESE, _KHMER, _HIRAGANA, _HAN = range(6, 11)
_SPACELESS: Final = _THAI
# Where blocks of Unicode begin, and how the words in them are written. Scripts that may meet inside a word (Latin, Greek,
# Cyrillic, digits) count as one, as do neighbours that never meet at all.
_BLOCKS: Final = (
    (0x0000, _LETTERS),
    (0x0590, _HEBREW),
    (0x0600, _ARABIC),
    (0x0900, _INDIC),
    (0x0E00, _THAI),  # and Lao
    (0x0F00, _INDIC),  # Tibetan puts a mark between syllables
    (0x1000, _BURMESE),
    (0x10A0, _LETTERS),
    (0x1100, _HANGUL),
    (0x1200, _LETTERS),
    (0x1780, _KHMER),
    (0x1800, _LETTERS),
    (0x1950, _KHMER),  # Tai Le, New Tai Lue
    (0x1A00, _LETTERS),
    (0x1A20, _KHMER),  # Tai Tham
    (0x1AB0, _LETTERS),
    (0x2E80, _HAN),
    (0x3040, _HIRAGANA),
    (0x30A0, _KATAKANA),
    (0x3100, _HAN),
    (0x3130, _HANGUL),
    (0x3190, _HAN),
    (0x31F0, _KATAKANA),
    (0x3200, _HAN),
    (0xA000, _LETTERS),
    (0xA8E0, _INDIC),
    (0xA900, _LETTERS),
    (0xA960, _HANGUL),
    (0xA980, _LETTERS),
    (0xAC00, _HANGUL),
    (0xD800, _LETTERS),
    (0xF900, _HAN),
    (0xFB00, _LETTERS),
    (0x1B000, _HIRAGANA),
    (0x1B170, _LETTERS),
    (0x20000, _HAN),
    (0x323B0, _LETTERS),
)
_STARTS: Final = [start for start, _ in _BLOCKS]
# Letters that are written as such but sound with their neighbour: Thai and Lao vowels, small kana, the long sound mark.
_SOUNDS_WITH_LAST: Final = frozenset("ะาำๅๆฯະາຳຽໆーぁぃぅぇぉゃゅょゎゝゞ々")
_SOUNDS_WITH_NEXT: Final = frozenset("เแโใไເແໂໃໄ")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that an English apostrophe joins with what follows (it's, I'm, you'll, o'clock, y'all, ma'am), and what French and
# Italian cut short before a vowel (l'API, qu'Anna, dell'API).
_CONTRACTED: Final = _words(
    "i you he she it we they that this these those there here what who where when why how let one o y ma ol ne"
)
_ELIDED: Final = _words(
    "l d j m t s n c v qu jusqu lorsqu puisqu quoiqu un dell all dall nell sull coll quell quest bell gl ch com dov cos"
    " anch senz"
)
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]{1,12}\Z")
_NEGATION: Final = re.compile(r"t(?!\w)")
_GENITIVE: Final = re.compile(r"s(?!\w)")
_APOSTROPHE_IS_LETTER: Final = re.compile("[\u0400-\u052f\u0590-\u05ff]")
_ACRONYM_GOES_ON: Final = re.compile(r"[^\W\d_](?!\w)\.?")
# Korean particles and copulas, which are written onto the noun.
_PARTICLES: Final = re.compile(
    r"(?:에서는|에서도|으로는|으로도|이라고|이라는|입니다|에게서|까지|부터|에서|에게|으로|처럼|보다|마다|조차|마저|하고|이나|이란|이라|이다|라고|라는|라는데|에는|에도"
    r"|께서|한테|들은|들이|들을|들의|들|은|는|이|가|을|를|의|에|와|과|도|로|만|랑|나|야|요)(?![\uac00-\ud7a3])"
)


def _script(char: str) -> int:
    return _BLOCKS[bisect(_STARTS, ord(char)) - 1][1]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _in_word(char: str) -> bool:
    """Whether words are made of it: letters, digits, their marks and vowel signs, the underscore of identifiers."""
    return char.isalnum() or char == "_" or _is_mark(char)


def _joined(left: str, right: str) -> bool:
    """Whether no word can end between two characters."""
    if _is_mark(right) or right in _SOUNDS_WITH_LAST or left in _SOUNDS_WITH_NEXT:
        return not left.isspace()
    if not (_in_word(left) and _in_word(right)):
        return False
    script = _script(left)
    return script == _script(right) and script < _SPACELESS


def _is_word(folded: str, start: int, end: int, offsets: Sequence[int]) -> bool:
    """Whether what was found at folded[start:end] is whole words there, and whole characters of the text."""
    if (start and offsets[start] == offsets[start - 1]) or (end < len(folded) and offsets[end] == offsets[end - 1]):
        return False
    return _starts_word(folded, start) and _ends_word(folded, start, end)


def _starts_word(folded: str, start: int) -> bool:
    if not start:
        return True
    before, first = folded[start - 1], folded[start]
    if _joined(before, first):
        return False
    if start == 1 or not _in_word(first) or not _in_word(folded[start - 2]):
        return True
    if before in ".,":
        return not (first.isdigit() and folded[start - 2].isdigit())
    if before == "'" or (before == '"' and _script(first) == _HEBREW):
        word = _WORD_BEFORE.search(folded[max(0, start - 13) : start - 1])
        return bool(word and word.group() in _ELIDED)
    return True


def _ends_word(folded: str, start: int, end: int) -> bool:
    if end == len(folded):
        return True
    last, after = folded[end - 1], folded[end]
    if _joined(last, after):
        return _script(last) == _HANGUL and bool(_PARTICLES.match(folded, end))
    if not _in_word(last):
        return not (last == "." and end - start > 2 and _ACRONYM_GOES_ON.match(folded, end))
    following = folded[end + 1 : end + 2]
    if after in ".,":
        return not (last.isdigit() and following.isdigit())
    if after == "'" and following.isalpha():
        word = _WORD_BEFORE.search(folded[max(0, end - 12) : end])
        joins = _CONTRACTED if _GENITIVE.match(folded, end + 1) else _CONTRACTED | _ELIDED
        if _NEGATION.match(folded, end + 1) or (word and word.group() in joins):
            return False
        return not _APOSTROPHE_IS_LETTER.match(following)
    if after == '"':
        return not (_script(last) == _HEBREW and _APOSTROPHE_IS_LETTER.match(following))
    return not (after == "#" or after == following == "+")


def _spaced(before: str, word: str, alias: str, after: str) -> str:
    """Put spaces around an alias where a symbol stood between words without any: "5%" is "5 percent"."""
    if before and not _in_word(word[0]) and _runs_on(before, alias[0]):
        alias = " " + alias
    if after and not _in_word(word[-1]) and _runs_on(alias[-1], after):
        alias += " "
    return alias


def _runs_on(left: str, right: str) -> bool:
    spaced = min(_script(left), _script(right)) < _SPACELESS
    return spaced and _in_word(left) and _in_word(right)
