"""`Language` is the data of one language. Each file of this folder has one; ARCHITECTURE says how to add a language.

Lists are strings with spaces between the words. A missing field means that the language needs nothing special.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.number_cues import Cues, Signs


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
    months: str = ""  # the first letters of the names of the months, and of other nouns that an ordinal stands before
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
    dotted: str = ""  # in a version alone, if espeak-ng says the digits behind a mark one by one
    comma: str = ""  # if espeak-ng says a comma wrongly
    minus: str = ""  # if espeak-ng drops the sign
    to: str = ""  # in a range
    between: dict[str, str] = field(default_factory=dict)  # the same after a word: "between 5-7" is "5 and 7"
    number: str = ""  # for "#5"
    hashtag: str = ""
    symbols: dict[str, str] = field(default_factory=dict)  # that stand alone
    approximate: dict[str, str] = field(default_factory=dict)  # only before a number
    pairs: bool = False  # telephone numbers are said in groups of two digits
    fractions: str = ""  # 1/2, 1/3, 2/3, 1/4, 3/4
    halves: dict[str, str] = field(default_factory=dict)  # 1/2 by noun, before it and behind: "half a|and a half"
    fractions_after: str = ""  # the same after a whole number
    # Amounts.
    one: dict[str, str] = field(default_factory=dict)  # 1 by the ending of the noun after it; the first counts
    two: dict[str, str] = field(default_factory=dict)  # the word for 2, by the ending of the noun in the singular
    locative_after: str = ""  # prepositions behind which numbers with a unit are in the locative: "при 180 °C"
    locative: dict[str, str] = field(default_factory=dict)  # ending of the unit's locative by that of its genitive
    spaced_groups: bool = False  # a space may separate thousands, although CLDR has another mark
    below_zero: str = ""  # "minus" before a temperature
    degree: str = ""  # the word after a number that makes it a temperature
    joint: str = " "  # between a number and its noun
    percent: str = ""  # {0} is the number
    degrees: bool = False  # "°" without a unit of temperature is said
    money: dict[str, str] = field(default_factory=dict)  # the forms of the currency / of its cents, for `Cldr.form`
    currencies: dict[str, str] = field(default_factory=dict)  # further currency signs, with their ISO 4217 codes
    cents_joined_by: str = " "
    clitics: str = ""  # small words that are written together with the number after them
    # The vowels of the endings that a currency's abbreviation has, and those that its name needs: "TL'ye" is "liraya"
    suffix_vowels: dict[str, str] = field(default_factory=dict)
    each: dict[str, str] = field(default_factory=dict)  # words for "/mo" after a price, if CLDR has no unit
    # "million" between a number and its currency, by its written forms: one form, or those for `Cldr.form`
    scales: dict[str, str] = field(default_factory=dict)
    of: str = " "  # between a scale and a currency
    of_before_vowel: str = ""
    describing: str = ""  # after these words an amount describes the next word, and is in the singular: "a $5 bill"
    going_on: str = ""  # if one of these words follows, it does not: "a $5 and"
    parts_of_units: bool = False  # a fraction may have a unit
    word_units: str = ""  # symbols that are words too, so they are units only before `of` or a mark: "4500 ha di"
    stopped_units: str = ""  # abbreviations that are units only with a full stop
    unit_words: str = ""  # symbols of units that are words, too, so before a word they are none: "po 5 s Petrem"
    after_units: str = ""  # further letters that continue a sentence after a unit's full stop, as a character class
    # Times.
    clock: tuple[str, str] | Callable[[int, str], str] = (
        "",
        "",
    )  # for full hours and for others, or a function of hour and minute; "": leave it to espeak-ng
    one_hour: tuple[str, str] = ("", "")  # a part of `clock`, and its replacement at one o'clock
    inserted_units: bool = False  # a unit may stand in its number: "12€50", "1m85"
    letter_times: bool = False  # "14h30" and "10.30 Uhr" are times
    # Changes to CLDR.
    long_date: str = ""
    month_of_year: str = ""
    day_of_month: str = ""
    first_day: str = "1"  # of a month
    year_digits: str = ""
    units: dict[str, str] = field(default_factory=dict)
    unit_symbols: dict[str, str] = field(default_factory=dict)  # further symbols, with CLDR's names of their units
    unnamed: str = ""  # CLDR units with this prefix are not written in words
    per: str = ""  # joins two units if CLDR has no word for the pair
    spaced: bool = True  # words have spaces between them, so letters next to a number belong to it


@dataclass(frozen=True, eq=False, kw_only=True)
class Declension:
    """The ordinals of a language that ICU lacks or gets wrong, in the usual form, and the endings of the other forms."""

    small: str  # 1 to 19
    tens: str  # 20 to 90
    hundreds: str = ""  # from 100 on
    thousands: str = ""  # from 1000 on
    thousand: str = ""  # the cardinal 1000 before an ordinal, if espeak-ng says "one thousand"
    two_words: bool = False  # the last two words are ordinals: "dvacátý první"
    forms: str = (  # names as in ICU
        "feminine neuter masculine-genitive masculine-dative masculine-locative masculine-instrumental feminine-genitive"
        " feminine-locative feminine-accusative feminine-instrumental plural plural-genitive plural-locative"
    )
    endings: dict[str, str] = field(default_factory=dict)  # the ending of each of `forms`, by the usual ending


@dataclass(frozen=True, eq=False, kw_only=True)
class Agreement:
    """The form of an ordinal by the noun after it, for the nouns of one gender."""

    nouns: str = ""  # the beginnings of common nouns of this gender
    endings: str = ""  # of other nouns that have it; the first gender that matches counts
    forms: dict[str, str] = field(default_factory=dict)  # by the noun's ending: "+e" after `place`, "-e" after `origin`


@dataclass(frozen=True, eq=False, kw_only=True)
class Ordinals:
    """Ordinals in digits that espeak-ng reads wrongly. A form is the name of an ICU rule without "ordinal-", or "plain"."""

    form: str = ""  # the usual form: "masculine"
    known: int = 0  # ICU's words are right up to this number
    corrected: dict[str, str] = field(default_factory=dict)  # ICU's mistakes, with what is right
    declension: Declension | None = None
    digits: Callable[[int, str], str] | None = None  # takes number and form; digits that espeak-ng reads well, or ""
    before: dict[str, str] = field(default_factory=dict)  # form by the word before the ordinal, or by two: "in+der"
    place: str = ""  # prepositions with the locative
    origin: str = ""  # prepositions and nouns with the genitive
    marks: dict[str, str] = field(default_factory=dict)  # form by the mark; "+-м" only after `place`, "0-е" after a 0
    noun_marks: dict[str, str] = field(default_factory=dict)  # form by letters after the digits, before a small word
    fixed: dict[str, str] = field(default_factory=dict)  # other words for number and mark: "2nde=seconde"
    agreements: tuple[Agreement, ...] = ()
    agreeing: str = ""  # marks whose form the noun may change
    stop: bool = False  # "5." is an ordinal before a small letter
    capitals: bool = False  # and before a capital: nouns have one
    small: str = ""  # words before which it is none, besides those that open sentences
    joints: str = ""  # words between two ordinals: "5. und 6."
    day: dict[str, str] = field(default_factory=dict)  # form of a date's day by the word before; "" is the usual one
    degree: str = ""  # "2°" after these words is an ordinal


@dataclass(frozen=True, eq=False, kw_only=True)
class Numerals:
    """Roman numerals. Lists hold words in lower case, except names."""

    alone: str = ""  # two letters or more: "digits": are always a number, "named": only after a capital
    endings: str = ""  # a regular expression for `Ordinals.marks` after a numeral
    nouns: dict[str, str] = field(default_factory=dict)  # ordinal's form by the noun after it, or "w+wieku": "XX wiek"
    # The ordinal's form and the noun for its abbreviation after the numeral, or after a word too: "w+w.", "+w." after none
    centuries: dict[str, str] = field(default_factory=dict)
    nouns_before: str = ""  # an ordinal follows these: "siglo V"
    cues: str = ""  # a number follows these, even one letter: "chapter V"
    rulers: str = ""  # beginnings of names that an ordinal follows
    women: str = ""  # those of women
    men_forms: dict[str, str] = field(default_factory=dict)  # ordinal's form by the ending of the name
    women_forms: dict[str, str] = field(default_factory=dict)
    # Article and form after a name, by the word before the name; "-s" after the name's genitive
    article: dict[str, str] = field(default_factory=dict)
    women_article: dict[str, str] = field(default_factory=dict)  # the same after the name of a woman, if it differs
    ordinals_to: int = 9999  # higher numbers are cardinals
    before_names: bool = False  # "II. Abdülhamid"
    war: str = ""  # "I" is a number after these words, as after a ruler's name
    not_after_one: str = ""  # unless one of these follows
    after_one: str = ""  # elsewhere "I" is a number only before these words or a mark; "": always


@dataclass(frozen=True, eq=False, kw_only=True)
class Calendar:
    """Dates, years and times of day. The names of months and weekdays are CLDR's; lists hold words in lower case."""

    months: dict[str, str] = field(default_factory=dict)  # further short names, with the number of the month
    weekdays: dict[str, str] = field(default_factory=dict)  # further short names, with their numbers; Monday is 0
    weekday_forms: dict[str, str] = field(
        default_factory=dict
    )  # the weekdays after a preposition: "w=poniedziałek ..."
    weekday_span: dict[str, str] = field(default_factory=dict)  # the same in a span: "od=...; do=..."
    weekday_times: str = ""  # small words between a short name and its time: "Sa nur bis 13 Uhr"
    day_letters: dict[str, int] = field(default_factory=dict)  # the letters of "M-F", with their numbers
    day_letter_cues: str = ""  # words beside these letters
    short_weekdays: bool = False  # "Mon 9:00": short names of weekdays that are no words
    words: str = ""  # short names that are words too, so they need a stop: "5 set."
    month_before_day: bool = False  # "Jan. 5"
    alone_after: str = ""  # a short name with a stop needs no number after these words: "in Jan. we"
    weekday_joints: dict[str, str] = field(default_factory=dict)  # words between two weekdays: "Mo bis Fr"
    bare_days: bool = False  # the day of "21 ноября" is an ordinal
    after_date: str = ""  # words behind "July 4", where others count something: "In June 30 students came"
    day_cues: str = ""  # words before "27/7", besides weekdays, that make it a day and a month
    day_nouns: str = ""  # nouns that do so, alone or with a copula: "the deadline is 5/1"
    expiry: str = ""  # beginnings of words before "09/30" that make it a month and a year
    years: dict[str, str] = field(default_factory=dict)  # form of a year's ordinal by the noun after it, or "к+году"
    year_before: str = ""  # such nouns before it
    year_stops: dict[str, str] = field(
        default_factory=dict
    )  # the noun for "г." by the word before; "" in dates, "*" any
    year_stop: str = ""  # the abbreviation itself
    paired_years: bool = False  # 1998 is said "nineteen ninety-eight"
    year_cues: str = ""  # words before such a year
    year_words: str = ""  # words somewhere before such a year: "the year was 1912"
    year_openers: str = ""  # words after one that opens a sentence: "1998 war"
    spans: str = ""  # words between two numbers: "from 1500 to 2000 people"
    year_eras: str = ""  # marks after any year: "BC"
    counted: str = ""  # words after a number that is no year
    decades: dict[str, str] = field(default_factory=dict)  # endings of a decade by the last letters of the number
    decade_mark: str = ""  # a regular expression for what is written after it
    decade_cues: str = ""  # words before a decade of two digits
    year_marks: str = ""  # a regular expression for what follows a year whose digits are said one by one
    durations: str = ""  # a character after 1000年 that makes it a duration
    hours: dict[str, str] = field(default_factory=dict)  # form of the hour's ordinal by the word before 14:30
    hour_span: str = ""  # the prepositions of "9:00–17:00", which `hours` has, too: "od do"
    hour_cues: str = ""  # words before "9 h" that make a time of day of it
    hour_nouns: dict[str, str] = field(default_factory=dict)  # the noun before such a span, or "w+godz."
    clock_words: dict[str, str] = field(default_factory=dict)  # words before 14.30, and how they are said
    joined_endings: bool = False  # an apostrophe joins an ending to a time: "14.30'da"
    halves: dict[str, str] = field(default_factory=dict)  # "p.m." without its stops
    half_letters: dict[str, str] = field(default_factory=dict)  # the same for a letter: "7:05a"
    half_to: str = ""  # the word for "½" before an hour, if "½ 9" is half past eight
    hour_names: str = ""  # words for an end of a span of hours: "9-noon"
    native_hours: str = ""  # a regular expression for an hour with native number words


@dataclass(frozen=True, eq=False, kw_only=True)
class Counts:
    """Number words that a language has before some of its nouns only."""

    words: dict[str, str]  # by the number in digits
    before: str  # a regular expression for the nouns
    after: str = ""  # words of which one stands before the number; "_" is a space
    span: str = ""  # how a range is said, whose numbers are {0} and {1}, before its noun {2}


@dataclass(frozen=True, eq=False, kw_only=True)
class Writes:
    """Numbers that espeak-ng says wrongly, so that they are written in words. The words are ICU's."""

    wholes: str = ""  # a regular expression for these whole numbers
    rule: str = "cardinal"  # of ICU, without "%spellout-"
    corrected: dict[str, str] = field(default_factory=dict)  # words of ICU, with what is better
    fraction_digits: str = ""  # the words for 0 to 9 after the decimal mark, which are said one by one
    times: str = ""  # a regular expression; before it a number with a full stop is a time of day
    counts: tuple[Counts, ...] = ()
    numbered: str = ""  # a regular expression for nouns behind a number whose digits are said one by one: "305室"
    not_after: str = "~～–-"  # after these characters a number is no count, as a character class


@dataclass(frozen=True, eq=False, kw_only=True)
class Measures:
    """Measures and magnitudes that only the words beside them make clear."""

    dimensions: str = ""  # adjectives that make units of `stopped_units` without their stop: "12 in wide"
    heated: str = ""  # words before "350F" and "180 C" that make temperatures of them
    heights: str = ""  # words beside feet and inches in quotes, 5'10" tall; those after "/" are nouns: 9' ceilings
    magnitudes: dict[str, str] = field(default_factory=dict)  # letters directly after a number: "2.5m users"
    counted: str = ""  # a regular expression for the words that follow a magnitude
    timing: str = ""  # words before "30s", which are seconds: "wait 30s"
    counted_apart: str = ""  # words that follow one with a space before its letter: "1.5 m users"
    metres: str = (
        ""  # words that make a metre of an "m" that is a magnitude too; those after "/" are nouns: "100m race"
    )


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
class Language:
    """One language. `locale` is its name in CLDR if it differs. Without `spoken` the language of `locale` is used."""

    name: str = ""
    locale: str = ""
    sentences: Sentences = field(default_factory=Sentences)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    acronyms: Acronyms = field(default_factory=Acronyms)
    spoken: Spoken | None = None
    ordinals: Ordinals = field(default_factory=Ordinals)
    numerals: Numerals = field(default_factory=Numerals)
    calendar: Calendar = field(default_factory=Calendar)
    writes: Writes = field(default_factory=Writes)
    measures: Measures = field(default_factory=Measures)
    say_as: SayAs = field(default_factory=SayAs)
    joined: Joined = field(default_factory=Joined)
    cues: Cues = field(default_factory=Cues)
    signs: Signs = field(default_factory=Signs)


def pairs(text: str) -> dict[str, str]:
    """Parse "a b=long form; =e" into {"a": "long form", "b": "long form", "": "e"}."""
    table = {}
    for part in text.split(";"):
        keys, _, value = part.rpartition("=")
        table.update(dict.fromkeys(keys.split() or [""], value.strip()))
    return table


def counts(words: dict[str, str], nouns: str, endings: str = "", after: str = "") -> Counts:
    """Return the words for numbers before `nouns`, which are stems if `endings` has an expression for their endings.

    A noun before another number is none of them: "Kapitel 1 Seite 5". `after` is that of `Counts`.
    """
    return Counts(words=words, before=rf"(?:{'|'.join(nouns.split())}){endings}(?!\w|[ \u00a0][0-9])", after=after)


def in_tens(digit: int, word: str, joint: str = " ") -> dict[str, str]:
    """Return the words for 1, 21, 31 ... 91 or 2, 22, 32 ... 92 if only their last word differs: "20 одна"."""
    return {str(digit): word} | {f"{tens}{digit}": f"{tens}0{joint}{word}" for tens in range(2, 10)}
