"""`Language` is the data of one language. Each file of this folder has one; ARCHITECTURE says how to add a language.

Lists are strings with spaces between the words. A missing field means that the language needs nothing special.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False, kw_only=True)
class Sentences:
    """Data for finding sentence ends. Words are in lower case and without their final full stop."""

    titles: str = ""  # stand before a name or an explanation, so they never end a sentence
    words: str = ""  # end no sentence unless a word of `starters` follows
    proper: str = "sen gen rep hon rev gov col fr mt pres mag on cv pt"  # titles and words that need a capital ("Sat.")
    numbered: str = ""  # end no sentence before a number
    suffixes: str = ""  # words with these endings do not end a sentence before a number either
    enders: str = ""  # often end a sentence; before a capital they always do
    timed: str = ""  # follow the number of a year or time of day, and end a sentence ("9 a.m.")
    openers: str = ""  # open a sentence with a time, where `timed` ends none: "At 9 a.m. Ms. Jones ..."
    clocked: str = ""  # may follow a time of day in the same sentence
    letters: str = ""  # whole words of one letter
    labelled: str = ""  # a letter follows as a label ("option A")
    pronoun: str = ""  # a pronoun of one letter that is always a capital ("I")
    starters: str = ""  # often open sentences, and are hardly ever part of a name
    ordinals: bool = False  # a number with a full stop is an ordinal (German "3. Oktober")
    dates: bool = False  # such an ordinal before another number is part of a date
    determiners: str = ""  # often stand before an ordinal
    months: str = ""  # the first letters of the names of the months
    sure_mark: str = ""  # a further mark that always ends a sentence
    mark: str = ""  # a further mark that ends a sentence like "?"
    cut: int = 150  # position at which a sentence without an end is cut: about 10 s of espeak-ng, in Latin characters


@dataclass(frozen=True, eq=False, kw_only=True)
class Spoken:
    """Words for signs and digits that espeak-ng and CLDR say badly or not at all."""

    # Signs in addresses; the default is the English words.
    dot: str = ""
    slash: str = ""
    at: str = ""
    hyphen: str = ""
    underscore: str = ""
    # Numbers and signs.
    point: str = ""  # in a decimal or a version, if espeak-ng drops the mark
    comma: str = ""  # if espeak-ng says a comma wrongly
    minus: str = ""  # if espeak-ng drops the sign
    to: str = ""  # in a range
    number: str = ""  # for "#5", and for the abbreviations of `numbered` before a number
    numbered: str = ""  # one that is listed with a full stop needs it
    hashtag: str = ""
    symbols: dict[str, str] = field(default_factory=dict)  # that stand alone
    approximate: dict[str, str] = field(default_factory=dict)  # only before a number
    pairs: bool = False  # telephone numbers are said in groups of two digits
    fractions: str = ""  # 1/2, 1/3, 2/3, 1/4, 3/4
    fractions_after: str = ""  # the same after a whole number
    written_out: dict[str, str] = field(default_factory=dict)  # abbreviations with a full stop / the same behind a name
    # Amounts.
    one: dict[str, str] = field(
        default_factory=dict
    )  # the word for 1 by the ending of the noun after it; the first counts
    joint: str = " "  # between a number and its noun
    percent: str = ""  # {0} is the number
    degrees: bool = False  # "°" without a unit of temperature is said
    money: dict[str, str] = field(default_factory=dict)  # the forms of the currency / of its cents, for `Cldr.form`
    currencies: dict[str, str] = field(default_factory=dict)  # further currency signs, with their ISO 4217 codes
    cents_joined_by: str = " "
    each: dict[str, str] = field(default_factory=dict)  # words for "/mo" after a price, if CLDR has no unit
    scales: dict[str, str] = field(default_factory=dict)  # between a number and its currency: "million"
    of: str = " "  # between a scale and a currency
    of_before_vowel: str = ""
    describing: str = ""  # after these words an amount describes the next word, and is in the singular: "a $5 bill"
    going_on: str = ""  # if one of these words follows, it does not: "a $5 and"
    parts_of_units: bool = False  # a fraction may have a unit
    stopped_units: str = ""  # abbreviations that are units only with a full stop
    after_units: str = ""  # further letters that continue a sentence after a unit's full stop, as a character class
    years: dict[str, str] = field(default_factory=dict)  # the words for "г." after a year, by the word before the year
    # Times, ordinals and Roman numerals.
    clock: tuple[str, str] | Callable[[int, str], str] = (
        "",
        "",
    )  # for full hours and for others, or a function of hour and minute; "": leave it to espeak-ng
    one_hour: tuple[str, str] = ("", "")  # a part of `clock`, and its replacement at one o'clock
    letter_times: bool = False  # "14h30" and "10.30 Uhr" are times
    ordinal: Callable[[int, str], str] = lambda number, before: (
        ""
    )  # returns the ordinal after the word `before`; masculine nominative if in doubt
    ordinal_days: bool = False  # the day of a date is an ordinal
    written_ordinal: str = ""  # a regular expression for ordinals that espeak-ng reads wrongly
    read_ordinal: Callable[[re.Match[str], str], str | None] = lambda match, before: None  # says `written_ordinal`
    romans: str = ""  # Roman numerals: "digits": as numbers, "named": only after a capital
    roman_endings: str = ""  # a regular expression for endings that make an ordinal of a Roman numeral
    regnal: str = ""  # the word before the ordinal of a ruler
    # Changes to CLDR.
    long_date: str = ""
    month_of_year: str = ""
    day_of_month: str = ""
    first_day: str = "1"  # of a month
    year_digits: str = ""
    units: dict[str, str] = field(default_factory=dict)
    unnamed: str = ""  # CLDR units with this prefix are not written in words
    per: str = ""  # joins two units if CLDR has no word for the pair
    spaced: bool = True  # words have spaces between them, so letters next to a number belong to it


@dataclass(frozen=True, eq=False, kw_only=True)
class SayAs:
    """Words and rules for `<say-as>`."""

    signs: dict[str, str] = field(default_factory=dict)  # further signs besides those of addresses
    plus: str = ""  # the "+" of a telephone number
    digits: str = ""  # the words for 0 to 9
    telephone_digits: dict[str, str] = field(default_factory=dict)  # digits with other words in telephone numbers
    extension: str = ""  # for "ext."
    gaps: str = r"\s_'’"  # between thousands, as a character class
    month_first: bool = False
    date: Callable[[str, int, str, str], str] | None = None  # takes the order ("mdy"), day, month and year
    time: Callable[[int, str, str, str], str] | None = None  # takes hour, minute, half of the day ("am") and seconds
    fraction: Callable[[int, int], str] | None = None  # takes numerator and denominator
    last_joined_by: str = ", "  # before the last of several units of time


@dataclass(frozen=True, eq=False, kw_only=True)
class Joined:
    """Small words that are written together with another word, which a dictionary may have."""

    contracted: str = ""  # an apostrophe joins them with the letters after it ("it's")
    elided: str = ""  # lose their last vowel before a vowel ("l'API")
    before: str = ""  # a regular expression for the clitics before a noun
    sounds: dict[str, str] = field(default_factory=dict)  # the IPA of these clitics
    after_any: str = ""  # particles after a noun, by its last sound
    after_consonant: str = ""
    after_vowel: str = ""
    after_l: str = ""
    after_syllable: str = ""  # the only particles after a noun of one syllable
    going_on: str = ""  # further particles after these


@dataclass(frozen=True, eq=False, kw_only=True)
class Signs:
    """Words for the signs of formulas, and for ratios, results and ratings.

    In patterns {0} and {1} are the first and the second number, {3} and {2} the same in their forms of `inflected`. Lists
    of words find their cue anywhere near the numbers; "*" stands for any ending.
    """

    said: dict[str, str] = field(default_factory=dict)  # signs between two operands
    minus: str = ""  # before an operand
    signed: str = ""  # characters before "-" that make it a sign, in languages without spaces
    squared: str = ""  # after an operand
    cubed: str = ""
    power: str = ""  # the same with any exponent, {}
    root: str = ""  # before an operand
    cube_root: str = ""
    over: str = "{0} {1}"  # a fraction
    ratio: str = ""
    format: str = ""  # "16:9", if it is not said like a ratio
    score: str = "{0} {1}"  # a result
    out_of: str = ""  # a rating
    split: str = "{0} {1}"  # two shares of a hundred
    fixed: dict[str, str] = field(default_factory=dict)  # two numbers with a slash that have their own words
    inflected: str = ""  # the words for 0 to 10 in a ratio
    results: str = ""  # words beside a result
    result_next: str = ""  # small words that may follow a result; other words make a range of it
    ratios: str = ""  # words beside a ratio
    ratings: str = ""  # words beside a rating
    shares: str = ""  # words after a fraction: "3/5 of them"
    clocks: str = ""  # words before a time of day
    verses: str = ""  # words before chapter and verse
    range: str = ""  # "~" between two numbers, if it is not `Spoken.to`
    sharp: str = "{0} sharp"  # "C#"


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """One language. `locale` is its name in CLDR if it differs. Without `spoken` the language of `locale` is used."""

    name: str = ""
    locale: str = ""
    sentences: Sentences = field(default_factory=Sentences)
    spoken: Spoken | None = None
    say_as: SayAs = field(default_factory=SayAs)
    joined: Joined = field(default_factory=Joined)
    signs: Signs = field(default_factory=Signs)


def pairs(text: str) -> dict[str, str]:
    """Parse "a b=long form; =e" into {"a": "long form", "b": "long form", "": "e"}."""
    table = {}
    for part in text.split(";"):
        keys, _, value = part.rpartition("=")
        table.update(dict.fromkeys(keys.split() or [""], value.strip()))
    return table


def last_ordinal(number: int, small: list[str], tens: list[str]) -> str:
    """Return the ordinal if only its last word is one: "100 20 третий". Empty for multiples of a hundred.

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
