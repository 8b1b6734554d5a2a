"""Writes abbreviations out: "Dr. Lake", "fig. 4", "z. B.", "Olive St.". Their stops do not reach an engine, which would pause.

The list is the one by which sentences are cut. An abbreviation without words loses only its stop. It refuses to guess:
beside nothing that its place asks for, an abbreviation does not change.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.languages.abbreviations import PLACES, Abbreviation, Abbreviations
from plosive.text.languages.language import Language
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, word_before, words_before
from plosive.text.sentences.full_stops import FullStops, full_stops

_GAP: Final = "[ \u00a0\u202f]"
# The vowel signs of Arabic and of Indian scripts are no word characters.
_SIGNS: Final = "\u064b-\u065f\u0900-\u0963\u0966-\u0d7f"
_BEGIN: Final = rf"(?<![\w./{_SIGNS}])(?<!\w-)"
_STOPPED: Final = r"\b[^\W\d_][\w-]{0,40}+\."
_SIGNED: Final = rf"\b[^\W\d_][\w{_SIGNS}-]{{0,40}}+\."
_INNER: Final = (
    rf"{_BEGIN}(?P<inner>[^\W\d_][\w{_SIGNS}]{{0,12}}(?:\.[^\W\d_][\w{_SIGNS}]{{0,12}}){{0,5}})\.(?={_GAP}\S)"
)

_SURNAME: Final = re.compile(r"\s?\w+ ([^\W\d_a-z]\w+)")
_END: Final = re.compile(r"[\s\"'”’»)\]*]*$")
_NEXT: Final = re.compile(rf"(?P<gap>{_GAP}?)[\"'“„«(]?(?P<word>\w[\w{_SIGNS}'’]*)")
_CODE: Final = "[A-Z]{1,5}(?:-[0-9]|[0-9]{2})"  # "No. XK-9", but "I said no. B2B grew."
_NUMBER_NEXT: Final = re.compile(rf"{_GAP}?(?:[+(]?[0-9]|{_CODE}|(?:[IVXLC]+|(?![AI])[A-Z])(?![\w'’]|\.\s?\w))")
_DIGIT_NEXT: Final = re.compile(rf"{_GAP}?[+(−-]?[0-9]")
_LETTER_NUMBER_NEXT: Final = re.compile(rf"{_GAP}?[+(]?[0-9]|{_GAP}(?:[IVXL]{{2,}}(?!\w)|{_CODE})")
_NUMBER_BEFORE: Final = re.compile(rf"(?<![0-9.,])([0-9](?:[0-9.,\u00a0\u202f]*[0-9])?)([½⅓⅔¼¾])?{_GAP}?$")
_NAME_BEFORE: Final = re.compile(rf"(?:^|[ (\u00a0])(?P<name>[0-9]+\.[ºª]|\w[\w'’-]*),?{_GAP}$")
_WORD_BEFORE: Final = re.compile(r"\w+(?=\W{1,2}$)")
_NUMERAL: Final = re.compile("[IVXLC]+")
_NTH: Final = re.compile(r"[0-9]+(?:st|nd|rd|th|er|re|[eè]|[eè]me|\.?[ºª])")
# The number of a house opens an address, and its street has one to three words: "12 Oak St. Springfield".
_ADDRESS: Final = re.compile(r"(?:^|[ (])[0-9]+[A-Za-z]? (?:[NSEW]{1,2}\. ?)?(?:[A-Z0-9][\w'’-]* ){1,3}$")
_HOUSE_NEXT: Final = re.compile(
    r" (?:[A-ZÀ-Þ][\w'’-]*|d[aeo]s?)(?: [\w'’-]{1,20}){0,4}, (?:n\.?º ?)?[0-9]{1,5}(?=\s*(?:$|[,.;–-]))"
)
_LONGEST_BEFORE: Final = 64
_LONGEST_SENTENCE: Final = 256
# Capitals before a title that are no name of a street: "Dear Dr. and Mrs. Lee".
_GREETINGS: Final = frozenset(["dear", "hello", "hi", "hey", "thanks", "ask", "see", "call"])
# Small words that begin a name.
_PARTICLES: Final = frozenset(
    str.split("de del della delle dei degli dell da do das dos du des d la los las van von der den")
)
# The third preposition of `cases`; a language with two words for a form has no other word for it.
_TITLES: Final = frozenset({2, 5, 6})  # words of a title for a person; a place has a word for each preposition
_GENITIVE: Final = 2
_ACCUSATIVE: Final = 3
_INSTRUMENTAL: Final = 4
_MAY_END: Final = frozenset(["after_number", "after_street", "after_name", "anywhere", "closing"])
_FEMININE: Final = ("a", "á", "ą", "ej", "а", "я")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    reader = _AbbreviationReader(cldr)
    yield Reader("abbreviation", reader.pattern, reader.read, reader.begins)
    yield inner_stop(cldr.language)._replace(begins=(reader.stopped,))


class _AbbreviationReader:
    """Finds the abbreviations of one language with `pattern`, at `begins`."""

    def __init__(self, cldr: Cldr) -> None:
        self._cldr = cldr
        self._stops = full_stops(cldr.language)
        listed = cldr.language.abbreviations
        self._cases = [frozenset(words.split()) for words in listed.cases]
        self._name_endings = [tuple(endings.split()) for endings in listed.name_endings]
        self._women, self._shown = frozenset(listed.women.split()), frozenset(listed.shown.split())
        self._feminine = tuple(listed.feminine.split())
        self._moving, self._directed = tuple(listed.moving.split()), tuple(listed.directed.split())
        self._placed = tuple(listed.placed.split())
        self._instrumental = tuple(listed.instrumental.split())
        self._articles = frozenset(listed.articles.split())
        self._nameless = _GREETINGS | frozenset(cldr.language.sentences.starters.split())
        self._labelled = frozenset(cldr.language.sentences.labelled.split())
        self._entries = _by_form(listed)
        self._places = {form: {entry.place for entry in entries} for form, entries in self._entries.items()}
        whole = sorted((form for form in self._entries if form[0] != "-"), key=len, reverse=True)
        forms = "|".join(map(_expression, whole)) or "(?!)"
        # The number of a label may have another one behind it: "ul. Długa 15 m. 4", "п. 3 ч. 1 ст. 158".
        street, label = (
            either(f for f in whole if place in self._places[f]) for place in ("before_street", "before_number")
        )
        self._labels = re.compile(rf"(?<!\w)(?:{street}|{label}{_GAP}?[0-9]+{_GAP}$)")
        endings = either(form[1:] for form in self._entries if form[0] == "-")
        suffixed = rf"(?P<stem>[^\W\d_][\w-]{{1,40}}?)(?P<ending>{endings})"
        self.pattern = rf"{_BEGIN}(?:(?P<form>{forms})|{suffixed})(?:(?<=[./:°º№])|(?![\w'’]))"
        self.stopped = _SIGNED if re.search(f"[{_SIGNS}]", forms) else _STOPPED
        begin = either(whole).replace(r"\.", rf"\.{_GAP}?")
        self.begins: tuple[str, ...] = (places(first_of(whole), _BEGIN + begin),)
        if endings != either(()):
            self.begins += (self.stopped,)

    def read(self, match: re.Match[str]) -> str | None:
        """Return the words for an abbreviation that stands at its place."""
        form = re.sub(_GAP, "", match["form"]) if match["form"] else f"-{match['ending']}"
        following = _NEXT.match(match.string, match.end())
        glued = bool(following and not following["gap"])
        for entry in self._entries[form]:
            said = self._said(match, entry, following["word"] if following else "") if entry.words else ""
            if not said or (glued and not self._may_be_glued(entry, match)):
                continue
            if form[0].isupper() and not entry.form[0].isupper():
                said = said[0].upper() + said[1:]
            return (match["stem"] or "") + said + (" " if glued else self._stop(match, entry))
        return None

    def _said(self, match: re.Match[str], entry: Abbreviation, following: str) -> str:
        """Return the words for a form if it stands at the place of this entry, else ""."""
        before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
        if entry.place in {"after_few", "after_number"}:
            return self._after_number(entry, before, following)
        if not self._stands(match, entry, before, following):
            return ""
        if entry.place == "before_name" and (len(entry.words) in _TITLES or "|" in entry.words[0]):
            return self._title(match, entry, following)
        case = self._case(match)
        if entry.place == "before_street":
            case = self._direction(match, case, following)
        return entry.words[case if case < len(entry.words) else -1 if case < _ACCUSATIVE else 0]

    def _stands(self, match: re.Match[str], entry: Abbreviation, before: str, following: str) -> bool:
        """Whether a form stands at the place of this entry, if that is not after a number."""
        is_letter = sum(map(str.isalpha, entry.form)) == 1
        match entry.place:
            case "before_number":
                expression = _LETTER_NUMBER_NEXT if is_letter else _NUMBER_NEXT
                counted = is_letter and before.rstrip()[-1:].isdigit() and not self._labels.search(before)
                vetoed = word_before(match).lower() in self._articles or counted
                return bool(expression.match(match.string, match.end())) and not vetoed
            case "before_amount":
                opens = entry.form.islower() or not before.strip()
                goes_on = _small_next(match) and opens and entry.form.endswith(".")
                return goes_on or bool(_DIGIT_NEXT.match(match.string, match.end()))
            case "after_street":
                return self._is_street(entry, before, following)
            case "after_name":
                return _is_named(before, self._nameless) or before.rstrip()[-1:] in {"&", "+"}
            case "before_street":
                # "R. Silva" is the initial of a name, "na R. Augusta" a street.
                initial = is_letter and entry.form[0].isupper() and entry.form.endswith(".")
                titled = "before_name" in self._places.get(f"{following}.", ())
                stands = _opens_name(following) or titled or (following[:1].isdigit() and not is_letter)
                return stands and not (initial and not (word_before(match).islower() or self._is_numbered(match)))
            case "before_name":
                return self._is_title(entry, before, following, is_letter=is_letter)
            case _:
                return True

    def _title(self, match: re.Match[str], entry: Abbreviation, name: str) -> str:
        """Return the word for a title in the gender and the case of the name after it."""
        if len(entry.words) == 2:
            return entry.words[name.endswith(_FEMININE)]
        case = self._case(match)
        surname = _SURNAME.match(match.string, match.end())
        names = (name, surname[1] if surname else "")
        is_woman = name in self._women or any(each.endswith(self._feminine or _FEMININE) for each in names)
        if self._name_endings and case:
            likely = (case, _GENITIVE, _INSTRUMENTAL)
            case = next((n for n in likely if name.endswith(self._name_endings[n - 1])), 0)
        if not case and entry.form in self._shown and name.endswith(self._name_endings[1]):
            case = 0 if name in self._women else _GENITIVE
        masculine, _, feminine = entry.words[case if case < len(entry.words) else 0].partition("|")
        return feminine if feminine and is_woman else masculine

    def _direction(self, match: re.Match[str], case: int, name: str) -> int:
        """Return the case of a street: "na ul. Długą" is a direction, "na ul. Długiej" a place, "idź ul. Długą" a way."""
        moving = any(word.startswith(self._moving) for word in words_before(match)) if self._moving else False
        moving = moving and not (self._placed and name.endswith(self._placed))
        if case == 1 and (moving or (self._directed and name.endswith(self._directed))):
            return _ACCUSATIVE
        return _INSTRUMENTAL if not case and self._instrumental and name.endswith(self._instrumental) else case

    def _case(self, match: re.Match[str]) -> int:
        """Return the place of the words that the preposition before a form asks for: "zgodnie z art. 5" has two words."""
        before = [word.lower() for word in words_before(match)]
        last = word_before(match).lower()
        prepositions = ["_".join(before[-2:]), last] if before and before[-1] == last else [last]
        return next((n for words in prepositions for n, cases in enumerate(self._cases, 1) if words in cases), 0)

    def _after_number(self, entry: Abbreviation, before: str, following: str) -> str:
        found = _NUMBER_BEFORE.search(before)
        if following[:1].isdigit() and "before_number" in self._places[entry.form]:
            return ""  # "ust. 2 pkt 3"
        if not found or (len(entry.form) < 3 and entry.form[0].isupper() and following[:1].isupper()):
            return ""
        if entry.place == "after_few" and len(found[1]) > 1:
            return ""
        whole, _, fraction = found[1].partition(self._cldr.decimal)
        whole = re.sub("[^0-9]", "", whole)
        number = f"{whole}.{fraction}" if fraction.isdigit() else whole
        number = f"{whole}.5" if found[2] else number
        if len(entry.words) == 3 and fraction:
            return entry.words[1]
        few = len(entry.words) == 3 and self._cldr.plural(number) == "few"
        return entry.words[1] if few else self._cldr.form(entry.words, number)

    def _is_title(self, entry: Abbreviation, before: str, following: str, *, is_letter: bool) -> bool:
        counted = before.rstrip()[-1:].isdigit()
        if is_letter:
            label = _WORD_BEFORE.search(before)
            labelled = bool(label and label[0].lower() in self._labelled)  # "option D. Then"
            return _opens_name(following) and not labelled and not (counted and entry.form.islower())
        # A title that means nothing else needs no name: "The Rev. spoke".
        others = self._places[entry.form] - {"before_name", "after_street"}
        if "before_number" in others and _NUMERAL.fullmatch(following):
            return False
        if entry.form[0].isupper():
            others -= {"before_number"}
        if following[:1].isalpha() and not following[0].islower():
            return "anywhere" not in others or following.lower() not in self._nameless
        return not (others or counted or following[:1].isdigit()) and entry.form.endswith(".")

    @staticmethod
    def _is_numbered(match: re.Match[str]) -> bool:
        """Whether the number of a house follows the name: "R. Augusta, 500", but not "R. Silva, 45 anos"."""
        return bool(_HOUSE_NEXT.match(match.string, match.end()))

    def _is_street(self, entry: Abbreviation, before: str, following: str) -> bool:
        title = "before_name" in self._places[entry.form]
        last = before.split()[-1:]
        if title and last and "after_name" in self._places.get(last[0], ()):
            before = before.rstrip().rstrip(".") + " "  # "Martin Luther King Jr. Dr."
        if following[:1].isupper() and (title or not entry.form.endswith(".")):
            return bool(_ADDRESS.search(before))
        # "Martin Luther King Jr. Blvd."
        return _is_named(before if title else before.replace(". ", " "), self._nameless)

    def _may_be_glued(self, entry: Abbreviation, match: re.Match[str]) -> bool:
        """Whether the next word may follow without a blank: "p.31", "ul.Prosta", "z.B.Salz", but not "fig.png"."""
        char = match.string[match.end()]
        if entry.place in {"before_number", "before_amount"}:
            return True
        several = sum(map(str.isalpha, entry.form)) > 1 or entry.form.islower()
        return entry.place in {"before_name", "before_street", "leading"} and char.isupper() and several

    def _stop(self, match: re.Match[str], entry: Abbreviation) -> str:
        """Return the stop of an abbreviation if it ends the sentence, too."""
        if not match.group().endswith("."):
            return ""
        if _END.match(match.string, match.end()):
            # A span with blanks behind it is not the last of its segment.
            return "" if match.string[-1].isspace() and entry.place not in _MAY_END else "."
        return "." if entry.place in _MAY_END and not _small_next(match) and _ends(self._stops, match) else ""


def inner_stop(language: Language) -> Reader:
    """Return the reader that says a word without its stop if the sentence goes on.

    Before a small letter no phonemizer ends the sentence, and some words are known by their stop: "e.g. a saw".
    """
    stops = full_stops(language)

    def read(match: re.Match[str]) -> str | None:
        numeral = language.ordinals.stop and _NUMERAL.fullmatch(match["inner"])
        if numeral and not match.string[match.end() + 1 : match.end() + 2].isalpha():
            return None  # "Karel IV. (1316–1378)", but "Karl V. Müller"
        return match["inner"] if not _small_next(match) and _ends(stops, match) is False else None

    return Reader("inner stop", _INNER, read, (_STOPPED,), (".",))


def _ends(stops: FullStops, match: re.Match[str]) -> bool | None:
    """Whether the stop of a match ends its sentence. None if no word follows."""
    text, end = match.string, match.end()
    following = _NEXT.match(text, end)
    if not text[end : end + 1].isspace() or not following:
        return None
    word, start = following["word"], max(0, end - _LONGEST_SENTENCE)
    return stops.ends(text, start, end - 1, word, char=word[0], closed=False, informal=True)


def _by_form(listed: Abbreviations) -> dict[str, list[Abbreviation]]:
    """Return the entries of each spelling, in the order of their places, first those that are written so: "Vgl." has "vgl."."""
    entries = sorted(listed.entries(), key=lambda entry: PLACES.index(entry.place))
    found: dict[str, list[Abbreviation]] = {}
    for entry in entries:
        found.setdefault(entry.form, []).append(entry)
    for entry in entries:
        form = entry.form
        is_name = entry.place == "closing" and not form.islower()  # "A.C. Milan" has no "a.C."
        if form[0].islower() and sum(map(str.isalpha, form)) > 1 and entry.place != "before_amount" and not is_name:
            found.setdefault(form[0].upper() + form[1:], []).append(entry)
    return found


def _small_next(match: re.Match[str]) -> bool:
    following = _NEXT.match(match.string, match.end())
    return bool(following and following["word"][0].islower())


def _expression(form: str) -> str:
    return re.sub(r"\\\.(?!$)", lambda _: rf"\.{_GAP}?", re.escape(form))


def _opens_name(word: str) -> bool:
    """Whether a word has a capital, or a letter of a script without capitals, or begins a name: "Av. de la Paz"."""
    if word[:1].islower():
        return re.split("['’]", word)[0] in _PARTICLES
    return word[:1].isalpha()


def _is_named(before: str, nameless: frozenset[str]) -> bool:
    """Whether a name in capitals, or "5th", stands at the end of a text."""
    found = _NAME_BEFORE.search(before)
    if not found:
        return False
    name = found["name"]
    return (name[0].isupper() and name.lower() not in nameless) or bool(_NTH.fullmatch(name))
