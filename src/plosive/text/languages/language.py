"""`Language`: all that is known of one language. Each file of this folder gives one; ARCHITECTURE says how to add a language.

Lists are strings with spaces between the words. A field that is left out means: nothing special, or as espeak-ng reads it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False, kw_only=True)
class Sentences:
    """How the language ends sentences. Words are in lower case and without their final full stop."""

    titles: str = ""  # stand before a name or what they introduce: never an end
    words: str = ""  # end no sentence unless a word of `starters` follows
    proper: str = (
        "sen gen rep hon rev gov col fr mt pres mag on cv pt"  # of both, abbreviations only with a capital ("Sat.")
    )
    numbered: str = ""  # end no sentence before a number
    suffixes: str = ""  # words that end so do not either
    enders: str = ""  # often close a sentence; before a capital they do
    timed: str = ""  # follow a number and tell a year or the time of day; they close a sentence ("9 a.m.")
    openers: str = ""  # but not one that opens with a time, by one of these: "At 9 a.m. Ms. Jones ..."
    clocked: str = ""  # go on after a time of day
    letters: str = ""  # whole words of one letter
    labelled: str = ""  # are named by a letter ("option A")
    pronoun: str = ""  # one letter that is a capital wherever it stands ("I")
    starters: str = ""  # open sentences, and are hardly ever a part of a name
    ordinals: bool = False  # a number with a full stop is an ordinal (German "3. Oktober")
    dates: bool = False  # and before another number part of a date
    determiners: str = ""  # announce an ordinal
    months: str = ""  # the first letters of their names
    sure_mark: str = ""  # one more that ends a sentence whatever follows
    mark: str = ""  # one more that ends a sentence as "?" does
    cut: int = 150  # where a sentence without an end is cut: the Latin characters that espeak-ng says in about 10 s


@dataclass(frozen=True, eq=False, kw_only=True)
class Spoken:
    """How what is written in signs and digits is said, where espeak-ng and CLDR do not say it well."""

    # In addresses; English words otherwise.
    dot: str = ""
    slash: str = ""
    at: str = ""
    hyphen: str = ""
    underscore: str = ""
    # Numbers and signs.
    point: str = ""  # in a decimal or a version, where espeak-ng drops the mark
    comma: str = ""  # where espeak-ng says a comma wrongly
    minus: str = ""  # where espeak-ng drops the sign
    to: str = ""  # in a range
    number: str = ""  # for "#5", and for these abbreviations before a number; one listed with its full stop needs it
    numbered: str = ""
    plain_numbers: str = ""  # an expression for those that stay as they are between small words
    hashtag: str = ""
    symbols: dict[str, str] = field(default_factory=dict)  # wherever they stand by themselves
    approximate: dict[str, str] = field(default_factory=dict)  # only before a number
    pairs: bool = False  # telephone numbers are said in groups of two digits
    fractions: str = ""  # 1/2, 1/3, 2/3, 1/4, 3/4
    fractions_after: str = ""  # a whole number
    written_out: dict[str, str] = field(default_factory=dict)  # abbreviations with a full stop / the same behind a name
    # Amounts.
    one: dict[str, str] = field(
        default_factory=dict
    )  # the word for 1 by the ending of the noun after it; the first counts
    joint: str = " "  # between a number and its noun
    percent: str = ""  # {0} is the number
    degrees: bool = False  # "°" alone is said
    money: dict[str, str] = field(
        default_factory=dict
    )  # forms as `Cldr.form` takes them, of the currency / of its cents
    currencies: dict[str, str] = field(default_factory=dict)  # further signs of ISO 4217 codes
    cents_joined_by: str = " "
    each: dict[str, str] = field(default_factory=dict)  # after a price for "/mo", where CLDR has no unit
    scales: dict[str, str] = field(default_factory=dict)  # between a number and its currency: "million"
    of: str = " "  # between a scale and a currency
    of_before_vowel: str = ""
    describing: str = ""  # after these an amount describes what follows, and is in the singular: "a $5 bill"
    going_on: str = ""  # unless one of these follows it
    parts_of_units: bool = False  # a fraction may have a unit
    stopped_units: str = ""  # units only with a full stop
    after_units: str = ""  # further letters that go on after a unit's full stop, as a character class
    years: dict[str, str] = field(default_factory=dict)  # for "г." after a year, by the word before it
    # Times, ordinals and Roman numerals.
    clock: tuple[str, str] | Callable[[int, str], str] = (
        "",
        "",
    )  # full hours, others; or says hour and minute; "": espeak-ng
    one_hour: tuple[str, str] = ("", "")  # a part of `clock`, and what it becomes at one
    letter_times: bool = False  # "14h30" and "10.30 Uhr" are times
    ordinal: Callable[[int, str], str] = lambda number, before: (
        ""
    )  # says one after a word, as masculine nominative if in doubt
    ordinal_days: bool = False  # in dates
    written_ordinal: str = ""  # an expression for ordinals that espeak-ng reads wrongly
    read_ordinal: Callable[[re.Match[str], str], str | None] = lambda match, before: None  # says them after a word
    romans: str = ""  # "digits": as numbers, "named": only after a capital
    roman_endings: str = ""  # an expression for those that make an ordinal
    regnal: str = ""  # before the ordinal of a ruler
    # Changes to CLDR.
    long_date: str = ""
    month_of_year: str = ""
    day_of_month: str = ""
    first_day: str = "1"  # of a month
    year_digits: str = ""
    units: dict[str, str] = field(default_factory=dict)
    unnamed: str = ""  # units that begin so stay as they are written
    per: str = ""  # joins units that it has no word for
    spaced: bool = True  # words have spaces between them, so that letters at a number belong to it


@dataclass(frozen=True, eq=False, kw_only=True)
class SayAs:
    """What `<say-as>` says."""

    signs: dict[str, str] = field(default_factory=dict)  # besides those of addresses
    plus: str = ""  # of a telephone number
    digits: str = ""  # one by one
    telephone_digits: dict[str, str] = field(default_factory=dict)  # where telephone numbers have others
    extension: str = ""  # for "ext."
    gaps: str = r"\s_'’"  # between thousands, as a character class
    month_first: bool = False
    date: Callable[[str, int, str, str], str] | None = None  # says the order ("mdy"), day, month and year
    time: Callable[[int, str, str, str], str] | None = None  # says hour, minute, half of the day and seconds
    fraction: Callable[[int, int], str] | None = None
    last_joined_by: str = ", "  # before the last of several units of time


@dataclass(frozen=True, eq=False, kw_only=True)
class Joined:
    """What is written together with a word that a dictionary may have."""

    contracted: str = ""  # an apostrophe joins them with what follows ("it's")
    elided: str = ""  # cut short before a vowel ("l'API")
    before: str = ""  # an expression for the small words written onto the front of a noun
    sounds: dict[str, str] = field(default_factory=dict)  # of those
    after_any: str = ""  # particles behind a noun, by its last sound
    after_consonant: str = ""
    after_vowel: str = ""
    after_l: str = ""
    after_syllable: str = ""  # the only ones behind a noun of one syllable
    going_on: str = ""  # further ones behind those


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """One language. `locale` is CLDR's name for it if that is another; without `spoken` it is read as that one is."""

    name: str = ""
    locale: str = ""
    sentences: Sentences = field(default_factory=Sentences)
    spoken: Spoken | None = None
    say_as: SayAs = field(default_factory=SayAs)
    joined: Joined = field(default_factory=Joined)


def pairs(text: str) -> dict[str, str]:
    """Read "a b=long form; =e" into {"a": "long form", "b": "long form", "": "e"}."""
    table = {}
    for part in text.split(";"):
        keys, _, value = part.rpartition("=")
        table.update(dict.fromkeys(keys.split() or [""], value.strip()))
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
