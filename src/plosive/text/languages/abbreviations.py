"""The abbreviations and acronyms of one language: what ends no sentence, and what is said for it."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Abbreviation(NamedTuple):
    """One written form. `place` is the field of `Abbreviations` that lists it. Without `words` it is only known."""

    form: str
    place: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Abbreviations:
    """Tables of abbreviations by their place, as text: "Dr.=Doctor; vol. vols.=volume".

    A form is written as in texts, with its stops. Blanks between its parts are optional: "z.B." is also "z. B.". A form of
    several letters in lower case may begin with a capital, except those of `before_amount`: "Ok." is no "ok. 5". "-str." is the
    end of a word. A form without words ("S.p.A.=") ends no sentence and is said as it is written.

    "/" separates several words for one form: after a number by the plural that CLDR has for it, before a name by the
    name's ending (the second stands before "-a"), else by the preposition before it (see `cases`).
    """

    before_name: str = ""  # titles: they never end a sentence. A form of one letter needs a capital after it
    before_street: str = ""  # before a capital or a number; they never end a sentence
    before_number: str = ""  # end no sentence before a number
    before_amount: str = ""  # the same, but an article may stand before them, and a small word behind: "an est. 500"
    after_few: str = ""  # the same as `after_number`, but only after a number of one digit: "3 hab." has rooms
    after_number: str = ""  # end no sentence unless a word of `starters` follows
    after_street: str = ""  # the same; behind a capitalised name or "5th"
    after_name: str = ""  # may end a sentence, and before a capital they do: "Sam Ross Jr."
    leading: str = ""  # their sentence goes on, so they never end one: "z.B."
    anywhere: str = ""  # end no sentence unless a word of `starters` follows
    closing: str = ""  # may end a sentence, and before a capital they do: "usw."
    # The prepositions before which words: the first for the second words, and so on: "przy", "zgodnie_z".
    cases: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()  # of the name behind a title in each of these cases; else the first word is said
    shown: str = ""  # titles whose genitive the name shows without a preposition: "kościół św. Anny"
    women: str = ""  # names in the nominative; a title has a word for women after "|": "doktor|doktorka"
    feminine: str = ""  # endings of a woman's name
    directed: str = ""  # endings of a street's name that make the third words of the first, "na ul. Długą"
    moving: str = ""  # beginnings of verbs that do so: "поверните на ул. Мира"
    placed: str = ""  # endings of a street's name that keep them the first: "przyjdź na ul. Długiej"
    instrumental: str = ""  # endings of a name that take the fourth words without a preposition: "idź ul. Długą"
    directions: dict[str, str] = field(default_factory=dict)  # between a house's number and its street: "45 W. 3rd St."
    highways: str = ""  # names of roads whose number has a direction behind it: "I-95 N"
    states: dict[str, str] = field(default_factory=dict)  # by their code before a post code: "Portland, OR 97210"
    towns_alone: str = ""  # such codes that need no post code behind a town: "Austin, TX"
    articles: str = ""  # behind these a form of `before_number` is a word, and ends a sentence: "a fig."

    def entries(self) -> list[Abbreviation]:
        """Return every form, in the order in which the places are tried."""
        return [
            Abbreviation(form, place, tuple(words.strip().split("/")) if words.strip() else ())
            for place in PLACES
            for entry in str(getattr(self, place)).split(";")
            for forms, _, words in [entry.partition("=")]
            for form in forms.split()
        ]

    def known(self, *places: str) -> frozenset[str]:
        """Return the forms of some places as the splitter knows them: in lower case, without the last stop."""
        return frozenset(entry.form.lower().rstrip(".") for entry in self.entries() if entry.place in places)

    def without_words(self) -> "Abbreviations":
        """Return the same forms for a language that is near enough to share them, but not their words."""
        forms: dict[str, Any] = dict.fromkeys(PLACES, "")
        for entry in self.entries():
            forms[entry.place] += f"{entry.form}=;"
        return Abbreviations(**forms, articles=self.articles)


@dataclass(frozen=True, eq=False, kw_only=True)
class Acronyms:
    """Words in capitals, with blanks between them."""

    said: str = ""  # as words, although they are spelled by default: "PIN"
    spelled: str = ""  # although they are said as words by default: "ETA"
    kept: str = ""  # stay acronyms in a text in capitals: "USA"
    small: dict[str, str] = field(
        default_factory=dict
    )  # small letters that differ from those of other languages: "I=ı"


PLACES = (
    "after_few", "after_number", "before_number", "before_amount", "after_street", "before_street", "before_name",
    "after_name", "leading", "anywhere", "closing",
)  # fmt: skip
"""The places of `Abbreviations`, in the order in which they are tried: a number beside a form says the most."""
