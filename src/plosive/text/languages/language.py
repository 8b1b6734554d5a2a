"""`Language`: all that is known of one language. Each file of this folder gives one; ARCHITECTURE says how to add a language.

Lists are strings with spaces between the words. A field that is left out means: nothing special, or as espeak-ng reads it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

FRACTIONS: Final = ("1/2", "1/3", "2/3", "1/4", "3/4")
DECIMAL: Final = r"[0-9]{1,4}(?>(?:\.[0-9]{1,2})?)"
"""An expression for a number that espeak-ng reads well where the decimal mark is a full stop."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sentences:
    """How the language ends sentences. Words are in lower case and without their final full stop.

    `titles` stand before a name or what they introduce: never an end. `words` end no sentence unless a word of
    `starters` follows. Of both, `proper` are abbreviations only with a capital ("Sat.", not "sat."). `numbered` end no
    sentence before a number, nor words that end in `suffixes`. `enders` often close a sentence; before a capital they do.
    `timed` follow a number and tell a year, a century, an era or the time of day; they close a sentence ("9 a.m."), unless
    the time opens it, with a word of `openers`; `clocked` are what goes on after a time of day. `letters` are whole words of
    one letter, `labelled` are named by one ("option A"), `pronoun` is written with a capital everywhere ("I"). `starters`
    open sentences and are hardly ever a part of a name. `ordinals` says that a number with a full stop is an ordinal (German
    "3. Oktober"), `dates` that a number before another one is part of a date; `determiners` announce an ordinal, and
    `months` are the first letters of month names. `sure_mark` ends a sentence whatever follows, `mark` as "?" does. A sentence
    without an end is cut after `cut` Latin characters, which espeak-ng says in about 10 s.
    """

    titles: str = ""
    words: str = ""
    proper: str = "sen gen rep hon rev gov col fr mt pres mag on cv pt"
    numbered: str = ""
    suffixes: str = ""
    enders: str = ""
    timed: str = ""
    openers: str = ""
    clocked: str = ""
    letters: str = ""
    labelled: str = ""
    pronoun: str = ""
    starters: str = ""
    ordinals: bool = False
    dates: bool = False
    determiners: str = ""
    months: str = ""
    sure_mark: str = ""
    mark: str = ""
    cut: int = 150


@dataclass(frozen=True)
class Money:
    """A currency as people say it: forms for one and other, or for one, few, many and fractions. `minor` may be empty."""

    major: tuple[str, ...]
    minor: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Spoken:
    """How what is written in signs is said, where espeak-ng and CLDR do not say it well.

    `dot` to `underscore` are for addresses, which have English words otherwise. `point` is said in a decimal or a version
    where espeak-ng drops the mark, `comma` where it says a comma wrongly, `minus` where it drops the sign, `to` in a range.
    `number` is said for "#5" and for an abbreviation of `numbered` before a number; one that is listed with its full stop
    needs it. `plain_numbers` is an expression for numbers that stay as they are between small words. `symbols` are read
    wherever they stand by themselves, `approximate` only before a number. `pairs` are how telephone numbers are grouped.

    `one` gives the word for 1 before a noun by the noun's ending, longest first; `joint` stands between a number and its
    noun. `percent` and `degrees` are for a sign alone. `money` has the currencies that people call otherwise than CLDR,
    `currencies` further signs for some. `cents_joined_by` joins euros and cents. `each` is said after a price for "/mo", where
    CLDR has no unit. `scales` are the words between a number and its currency, `of` joins them, `of_before_vowel` before a
    vowel. An amount after a word of `describing` describes what follows and is in the singular, unless a word of `going_on`
    comes. `fractions` are those of FRACTIONS, alone and after a whole number; with `parts_of_units` one may have a unit.
    `stopped_units` are units only with a full stop, and `after_units` are letters that go on after one. `years` has what "г."
    means after a year, by the word before it.

    `clock` is how a full hour and how hours and minutes are said, or a function of the hour and the minute; empty leaves it
    to espeak-ng. `one_hour` is what a part of it becomes at one. `letter_times` reads "14h30" and "10.30 Uhr".

    `ordinal` puts a number into words after the word before it, as the masculine nominative where grammar decides; empty if
    it has none. `ordinal_days` says that days of a month are ordinals. `written_ordinal` finds ordinals that espeak-ng reads
    wrongly, and `read_ordinal` says them, with the word before. Roman numerals become digits, `romans="named"` only after a
    capital; `roman_endings` make them ordinals, and a ruler's is one behind `regnal`.

    The rest changes what CLDR has: patterns of dates, `first_day` of a month, `year_digits` that a year is read in, names of
    units, the beginnings of `unnamed` ones, which stay as they are written; `per` joins two that it has no words for. `spaced`
    says that words have spaces between them, so that letters at a number belong to it.
    """

    dot: str = ""
    slash: str = ""
    at: str = ""
    hyphen: str = ""
    underscore: str = ""
    point: str = ""
    comma: str = ""
    minus: str = ""
    to: str = ""
    number: str = ""
    numbered: str = ""
    plain_numbers: str = ""
    hashtag: str = ""
    symbols: dict[str, str] = field(default_factory=dict)
    approximate: dict[str, str] = field(default_factory=dict)
    pairs: bool = False
    one: tuple[tuple[str, str], ...] = ()
    joint: str = " "
    percent: str = ""
    degrees: bool = False
    money: dict[str, Money] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    cents_joined_by: str = " "
    each: dict[str, str] = field(default_factory=dict)
    scales: dict[str, str] = field(default_factory=dict)
    of: str = " "
    of_before_vowel: str = ""
    describing: str = ""
    going_on: str = ""
    fractions: tuple[str, ...] = ()
    fractions_after: tuple[str, ...] = ()
    parts_of_units: bool = False
    stopped_units: str = ""
    after_units: str = ""
    years: dict[str, str] = field(default_factory=dict)
    clock: tuple[str, str] | Callable[[int, str], str] = ("", "")
    one_hour: tuple[str, str] = ("", "")
    letter_times: bool = False
    ordinal: Callable[[int, str], str] = lambda number, before: ""
    ordinal_days: bool = False
    written_ordinal: str = ""
    read_ordinal: Callable[[re.Match[str], str], str | None] = lambda match, before: None
    romans: str = ""
    roman_endings: str = ""
    regnal: str = ""
    long_date: str = ""
    month_of_year: str = ""
    day_of_month: str = ""
    first_day: str = "1"
    year_digits: str = ""
    units: dict[str, str] = field(default_factory=dict)
    unnamed: str = ""
    per: str = ""
    spaced: bool = True


@dataclass(frozen=True, eq=False, kw_only=True)
class SayAs:
    """What `<say-as>` says. `signs` are names of signs besides those of addresses, `plus` is for telephone numbers.

    `digits` are the names of 0 to 9 read one by one, `telephone_digits` others for telephone numbers, `extension` is said for
    "ext.". `gaps` are the characters between thousands. `month_first` is the order of a date, of which `date` says the order,
    day, month and year; `time` says hour, minute, half of the day and seconds, `fraction` count and parts. `last_joined_by`
    stands before the last of several units of time.
    """

    signs: dict[str, str] = field(default_factory=dict)
    plus: str = ""
    digits: str = ""
    telephone_digits: dict[str, str] = field(default_factory=dict)
    extension: str = ""
    gaps: str = r"\s_'’"
    month_first: bool = False
    date: Callable[[str, int, str, str], str] | None = None
    time: Callable[[int, str, str, str], str] | None = None
    fraction: Callable[[int, int], str] | None = None
    last_joined_by: str = ", "


@dataclass(frozen=True, eq=False, kw_only=True)
class Joined:
    """What is written together with a word that a dictionary may have.

    `contracted` are words that an apostrophe joins with what follows ("it's"), `elided` are cut short before a vowel
    ("l'API"). `before` finds the small words written onto the front of a noun, which sound as `sounds` has them. `after_any`,
    `after_consonant`, `after_vowel` and `after_l` are particles behind a noun by its last sound, `going_on` are further ones
    behind those, and `after_syllable` the only ones behind a noun of one syllable.
    """

    contracted: str = ""
    elided: str = ""
    before: str = ""
    sounds: dict[str, str] = field(default_factory=dict)
    after_any: str = ""
    after_consonant: str = ""
    after_vowel: str = ""
    after_l: str = ""
    going_on: str = ""
    after_syllable: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """One language. `locale` is CLDR's name for it if that is another; without `spoken` it is read as that one is."""

    locale: str = ""
    sentences: Sentences = field(default_factory=Sentences)
    spoken: Spoken | None = None
    say_as: SayAs = field(default_factory=SayAs)
    joined: Joined = field(default_factory=Joined)


def money(*lines: str) -> dict[str, Money]:
    """Read lines like "USD dollar dollars / cent cents"."""
    table = {}
    for line in lines:
        code, _, names = line.partition(" ")
        major, _, minor = names.partition("/")
        table[code] = Money(tuple(major.split()), tuple(minor.split()))
    return table


def phrases(text: str) -> tuple[str, ...]:
    """Read "one half, one third"."""
    return tuple(part.strip() for part in text.split(","))


def pairs(text: str) -> dict[str, str]:
    """Read "a b c=long form; d=e" into {"a": "long form", "b": "long form", ...}."""
    table = {}
    for part in text.split(";"):
        keys, _, value = part.rpartition("=")
        table.update(dict.fromkeys(keys.split(), value.strip()))
    return table


def last_ordinal(number: int, small: list[str], tens: list[str]) -> str:
    """Only the last word of the number is an ordinal: "100 20 третий". Empty for hundreds and thousands themselves.

    `small` are the words from 1 to 10 or 19, `tens` those from 20 on.
    """
    rest = number % 100
    if rest == 0:
        return ""
    if rest <= len(small):
        before, last = number - rest, small[rest - 1]
    elif rest % 10 == 0:
        before, last = number - rest, tens[rest // 10 - 2]
    else:
        before, last = number - rest % 10, small[rest % 10 - 1]
    return f"{before or ''} {last}".strip()
