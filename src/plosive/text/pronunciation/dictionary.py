"""Owns pronunciation dictionaries: checks their items, finds their words in spans and replaces them.

It refuses to read files (`plosive.text.pronunciation.lexicon_files` does) and to search in inserted text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final, NamedTuple

import msgspec

from plosive.errors import BadDictionary
from plosive.text.characters import CharacterCleaner
from plosive.text.expressions import either
from plosive.text.places import Change, Places, moved
from plosive.text.pronunciation import clitics
from plosive.text.pronunciation.folding import RUN, RUN_OF, TURKISH_I, fold, greek_capitals
from plosive.text.pronunciation.items import Alias, Item, Phoneme
from plosive.text.pronunciation.whole_words import is_symbol, is_word, runs_on
from plosive.utterance import Span

# docs/text.md.
MAX_ITEMS: Final = 100
MAX_TEXT: Final = 200
MAX_VALUE: Final = 500
# Most characters, of text or IPA, that one call of `apply` may add: two of the longest aliases, or twenty words that grow
# by 50 characters each. A segment has 240 at most, so the spoken text is at most about five times the client's.
MAX_GROWTH: Final = 1000


def fault(item: Item) -> str | None:
    """Return an error text that says what is wrong with an item and what is allowed, or None. The caller adds its place."""
    if isinstance(item, Phoneme) and item.alphabet != "ipa":
        return f"alphabet is {item.alphabet[:40]!r}; only 'ipa' is known"
    name, value = ("alias", item.alias) if isinstance(item, Alias) else ("phoneme", item.phoneme)
    for field, written, longest in (("text", item.text, MAX_TEXT), (name, value, MAX_VALUE)):
        if len(written) > longest:
            return f"{field} has {len(written)} characters; {longest} is the most"
    if not fold(item.text)[0].strip():
        return "text is empty; it is the word to look for"
    said = _Replacement.of(item).value
    if not said or (isinstance(item, Phoneme) and not any(map(str.isalpha, said))):
        return f"{name} {value[:40]!r} has nothing that can be spoken; it is what to say for the word"
    return None


class Pronunciations:
    """The items of one dictionary, ready to be applied to any number of texts.

    Raises BadDictionary, which names the item (the first is 1), if an item breaks the limits of docs/text.md. If items
    differ only in case, the one with the case of the text wins, else the first.

    An item matches whole words only. Words are those of UAX #29 with these decisions:

    - Ignored differences: case, curly apostrophes, runs of white space, composed or decomposed accents, full-width letters
      and other encodings of the same letter, Arabic and Hebrew vowel points. Turkish "İ" is "i", and "I" is "i" or "ı".
      Greek capitals may lack their accents.
    - A hyphen or full stop is no part of a word ("Nginx-based", "nginx.conf"), an underscore is. "3" does not match in
      "3.5", "3:30" or "$3", nor "C" in "C++" or "C#".
    - An apostrophe ends a word: "Nginx's", "Ankara'da". Exceptions are English contractions ("it's", "don't"), and
      Ukrainian and Hebrew, where it is a letter. A word starts after it only in French and Italian: "l'API", "dell'API".
    - Han, Hiragana, Thai, Lao, Khmer and Burmese have no spaces: an item matches anywhere in them but never splits a letter
      from its vowel sign. A run of Katakana is a word. Between such a script, Hangul, Arabic or an Indic one and another
      script a word ends: "SQLを".
    - A noun is found with the small words written onto it, which stay: Korean particles ("서울은"), Arabic and Hebrew
      conjunctions, prepositions and articles ("والقاهرة", "בישראל"). See `plosive.text.pronunciation.clitics`.
    - At a side where an item has a symbol, no word needs to end: "5%", "C++11".
    """

    def __init__(self, items: Iterable[Item], *, fallback: "Pronunciations | None" = None) -> None:
        """`fallback` has more items. If both have a word, in any case, the item of `items` wins."""
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
        # Other spellings of an item that no other item has. "IRMAK" may be the capitals of "irmak" and of Turkish
        # "ırmak". Greek capitals have no accents, and the Arabic article loses its alef after "to".
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
        # Maps the beginning of items to their lengths, the longest first. The beginning is a whole run of letters, so
        # one search shows that most texts have no item.
        lengths: dict[str, set[int]] = {}
        for folded in self._folded:
            run = RUN.match(folded)
            lengths.setdefault(run.group() if run else folded[0], set()).add(len(folded))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        others = "".join(re.escape(beginning) for beginning in lengths if not RUN.match(beginning))
        or_others = f"|[{others}]" if others else ""
        self._beginnings = re.compile(RUN.pattern + or_others)
        runs = either(filter(RUN.match, lengths))
        # The pattern begins with a character class of its own, so the search is fast.
        self._look = re.compile(f"[^{RUN_OF}]{runs}(?![{RUN_OF}]){or_others}").search

    def _may_change(self, text: str, folded: str) -> bool:
        """Whether the beginning of any item occurs in a text. Most texts have none, and cost one search only."""
        return self._look(" " + folded) is not None or (self._turkish and "I" in text)

    def apply(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return the spans of one segment with the dictionary's words replaced.

        Leftmost first, then longest first, in one pass. Spans with `ipa` do not change. An alias becomes part of its
        span's text. A phoneme becomes a span of its own with the same prosody, and the pause stays at the end. After the
        replacements have added MAX_GROWTH characters, replacements that would add more are skipped: those words are
        said as they are written.
        """
        return self.placed(spans, ())[0]

    def placed(self, spans: Sequence[Span], places: Sequence[Places]) -> tuple[tuple[Span, ...], tuple[Places, ...]]:
        """Return what `apply` does, and the places of the characters in its spans, if those of `spans` are given."""
        room = MAX_GROWTH
        applied: list[Span] = []
        moved_places: list[Places] = []
        for span, at in zip_longest(spans, places):
            changes: list[Change] = []
            pieces = [] if span.ipa is not None or not span.text else self._pieces(span.text, room, changes)
            room -= max(0, sum(len(text) + len(ipa or "") for text, ipa in pieces) - len(span.text))
            for text, ipa in pieces[:-1]:
                applied.append(msgspec.structs.replace(span, text=text, ipa=ipa, pause_s=0.0))
            text, ipa = pieces[-1] if pieces else (span.text, span.ipa)
            applied.append(msgspec.structs.replace(span, text=text, ipa=ipa) if pieces else span)
            if at is not None:
                said = moved(at, changes)
                ends = list(accumulate((len(text) for text, _ in pieces or [(span.text, None)]), initial=0))
                moved_places += (said[start:end] for start, end in pairwise(ends))
        return tuple(applied), tuple(moved_places)

    def _pieces(self, text: str, room: int, changes: list[Change]) -> list[tuple[str, str | None]]:
        """Return the text as (text, ipa) pieces with its words replaced, or an empty list if it has none of them.

        It adds to `changes` what it changes in the text.
        """
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
                changes.append((start, end, len(value)))
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
        """Find the words of the dictionary. Yield start and end in the text, the replacement, and whether that is IPA.

        A match includes the clitics before the noun.
        """
        views = [folded]
        if self._turkish and "I" in text:
            capitals = fold(TURKISH_I.sub("ı", text))[0]
            if len(capitals) == len(folded):  # else an invisible character separates some "I" from its mark
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
        """Clean the inserted text like the text around it: remove controls, emoji and newlines."""
        value = item.alias if isinstance(item, Alias) else item.phoneme
        cleaner = CharacterCleaner()
        value = unicodedata.normalize("NFC", " ".join((cleaner.feed(value) + cleaner.flush()).split()))
        if isinstance(item, Alias):
            return cls(value, False)
        # Dictionaries often print IPA between slashes or brackets, which are not sounds.
        return cls(value.strip("/[] "), True)


def _spaced(before: str, word: str, alias: str, after: str) -> str:
    """Put spaces around an alias for a symbol that stood between words without spaces: "5%" becomes "5 percent"."""
    if before and is_symbol(word[0]) and runs_on(before, alias[0]):
        alias = " " + alias
    if after and is_symbol(word[-1]) and runs_on(alias[-1], after):
        alias += " "
    return alias
