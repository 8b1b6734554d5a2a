"""Owns pronunciation dictionaries: checks their items, finds their words in spans, puts what to say in their place.

It refuses to read files (`plosive.text.pronunciation.lexicon_files` does) and to look inside what a replacement inserted.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from plosive.errors import BadDictionary
from plosive.text.characters import CharacterCleaner
from plosive.text.expressions import either
from plosive.text.pronunciation import clitics
from plosive.text.pronunciation.folding import RUN, RUN_OF, TURKISH_I, fold, greek_capitals
from plosive.text.pronunciation.items import Alias, Item, Phoneme
from plosive.text.pronunciation.whole_words import is_symbol, is_word, runs_on
from plosive.utterance import Span

# docs/text.md.
MAX_ITEMS: Final = 100
MAX_TEXT: Final = 200
MAX_VALUE: Final = 500
# How many characters, of text or IPA, one call of `apply` may add: two aliases of the longest kind, or twenty words that
# grow by 50 characters each. A segment has 240 at most, so what a client makes us say stays within five times its text.
MAX_GROWTH: Final = 1000


def fault(item: Item) -> str | None:
    """Say what is wrong with an item and what would be right, or give None. The caller adds which item or line it is."""
    if isinstance(item, Phoneme) and item.alphabet != "ipa":
        return f"alphabet is {item.alphabet[:40]!r}; only 'ipa' is known"
    name, value = ("alias", item.alias) if isinstance(item, Alias) else ("phoneme", item.phoneme)
    for field, written, longest in (("text", item.text, MAX_TEXT), (name, value, MAX_VALUE)):
        if len(written) > longest:
            return f"{field} has {len(written)} characters; {longest} is the most"
    if not fold(item.text)[0].strip():
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
      and other ways to encode the same letter, nor Arabic and Hebrew vowel points. Turkish "İ" is "i", and "I" is "i" or
      "ı". Greek capitals may lack their accents.
    - A hyphen or full stop is no part of a word ("Nginx-based", "nginx.conf"), an underscore is. "3" is not in "3.5",
      "3:30" or "$3", and "C" not in "C++" or "C#".
    - An apostrophe ends a word: "Nginx's", "Ankara'da". Not in English contractions ("it's", "don't"), not in Ukrainian
      or Hebrew, where it is a letter. After it only French and Italian elisions let a word start: "l'API", "dell'API".
    - Han, Hiragana, Thai, Lao, Khmer and Burmese have no spaces: an item matches anywhere in them, short of splitting a
      letter from its vowel sign. A run of Katakana is a word. Where such a script, Hangul, Arabic or an Indic one meets
      another script is the end of a word: "SQLを".
    - Small words that are written onto a noun stay, and the noun is found: Korean particles ("서울은"), Arabic and Hebrew
      conjunctions, prepositions and articles ("والقاهرة", "בישראל"). See `plosive.text.pronunciation.clitics`.
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
            self._folded.setdefault(fold(item.text)[0].strip(), replacement)
        # Other spellings of an item, where no other item has them. "IRMAK" may be the capitals of "irmak" and of Turkish
        # "ırmak". Greek capitals have no accents, and the Arabic article loses its alef behind "to".
        self._in_capitals: set[str] = set()
        self._behind_lam: set[str] = set()
        for written, replacement in self._written.items():
            self._folded.setdefault(fold(TURKISH_I.sub("ı", written))[0].strip(), replacement)
            folded = fold(written)[0].strip()
            for spelling, condition in (
                (greek_capitals(folded), self._in_capitals),
                (clitics.behind_lam(folded), self._behind_lam),
            ):
                if spelling and spelling not in self._folded:
                    self._folded[spelling] = replacement
                    condition.add(spelling)
        if fallback is not None:
            own = set(self._folded)
            for folded, replacement in fallback._folded.items():
                self._folded.setdefault(folded, replacement)
            self._in_capitals |= fallback._in_capitals - own
            self._behind_lam |= fallback._behind_lam - own
            for written, replacement in fallback._written.items():
                if fold(written)[0].strip() not in own:
                    self._written.setdefault(written, replacement)
        self._turkish = any("ı" in folded for folded in self._folded)
        # What an item begins with leads to how long such items are, the longest first. The beginning is a whole run of
        # letters, so that most texts are refused by one look.
        lengths: dict[str, set[int]] = {}
        for folded in self._folded:
            run = RUN.match(folded)
            lengths.setdefault(run.group() if run else folded[0], set()).add(len(folded))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        others = "".join(re.escape(beginning) for beginning in lengths if not RUN.match(beginning))
        or_others = f"|[{others}]" if others else ""
        self._beginnings = re.compile(RUN.pattern + or_others)
        runs = either(filter(RUN.match, lengths))
        # It begins with a character of its own, to which the search can leap.
        self._look = re.compile(f"[^{RUN_OF}]{runs}(?![{RUN_OF}]){or_others}").search

    def _may_change(self, text: str, folded: str) -> bool:
        """Whether a text has anything that an item begins with. Most have not, and one look is all that they cost."""
        return self._look(" " + folded) is not None or (self._turkish and "I" in text)

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
        folded, offsets = fold(text)
        if not self._may_change(text, folded):
            return []
        pieces: list[tuple[str, str | None]] = []
        said: list[str] = []  # of the piece that is still open
        done = 0
        for start, end, found, is_ipa in self._matches(text, folded, offsets):
            before = text[start - 1 : start] if start > done else "".join(said[-1:])[-1:]
            value = found if is_ipa else _spaced(before, text[start:end], found, text[end : end + 1])
            growth = len(value) if is_ipa else max(0, len(value) - (end - start))
            if growth > room:
                continue
            room -= growth
            if start > done:
                said.append(text[done:start])
            done = end
            if not is_ipa:
                said.append(value)
                continue
            if said:
                pieces.append(("".join(said), None))
                said.clear()
            pieces.append((text[start:end], value))
        if done and done < len(text):
            said.append(text[done:])
        return [*pieces, ("".join(said), None)] if said else pieces

    def _matches(self, text: str, folded: str, offsets: Sequence[int]) -> Iterator[tuple[int, int, str, bool]]:
        """Find the words of the dictionary: where each starts and ends in the text, what is said for it, whether that is IPA.

        Words that are written onto the front of one are part of it.
        """
        views = [folded]
        if self._turkish and "I" in text:
            capitals = fold(TURKISH_I.sub("ı", text))[0]
            if len(capitals) == len(folded):  # else characters that are not seen hide the mark of some "I"
                views.append(capitals)
        done = 0
        for beginning in self._beginnings.finditer(folded):
            start = beginning.start()
            if start < done:
                continue
            candidates = (
                (start + length, spelling, replacement)
                for view in views
                for length in self._lengths.get(view[start : beginning.end()], ())
                if (replacement := self._folded.get(spelling := view[start : start + length]))
                and start + length <= len(folded)
            )
            for end, spelling, replacement in candidates:
                if not is_word(folded, start, end, offsets):
                    continue
                at, to = offsets[start], offsets[end]
                if spelling in self._in_capitals and not text[at:to].isupper():
                    continue
                front = clitics.before(folded, start, end)
                if spelling in self._behind_lam and not front.endswith("ل"):
                    continue
                value, is_ipa = self._written.get(text[at:to], replacement)
                if front:
                    written = text[offsets[start - len(front)] : at]
                    value = (
                        clitics.with_sounds(front, value, spelling) if is_ipa else clitics.with_alias(written, value)
                    )
                    at -= len(written)
                yield at, to, value, is_ipa
                done = end
                break


class _Replacement(NamedTuple):
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


def _spaced(before: str, word: str, alias: str, after: str) -> str:
    """Put spaces around an alias where a symbol stood between words without any: "5%" is "5 percent"."""
    if before and is_symbol(word[0]) and runs_on(before, alias[0]):
        alias = " " + alias
    if after and is_symbol(word[-1]) and runs_on(alias[-1], after):
        alias += " "
    return alias
