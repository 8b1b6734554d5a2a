"""The words and signs beside a number that decide how it is said: parts of the record of a language."""

from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False, kw_only=True)
class Cues:
    """Words that make a code, a telephone number or a post code of the number beside them, in lower case.

    "*" stands for any letters, "_" for a space or a hyphen: "*code", "zip_code".
    """

    codes: str = ""  # names of codes and of numbers that are no amounts: "pin", "zip_code"
    typed: str = ""  # verbs before a code: "enter"
    records: str = ""  # what has a number of its own: "booking"
    numbers: str = ""  # "number", beside a record
    owners: str = ""  # before a record, and before any of these names if they follow: "4471 is your code"
    copulas: str = ""  # between a name and its number, with up to five words before them: "is"
    joints: str = ""  # directly between a name and its number: "to"
    endings: str = ""  # between a record and the end of its number: "ending_in"
    ones: str = ""  # words for a record before these: "one ending in 4417"
    counted: str = ""  # nouns after an amount, besides units and currencies
    phones: str = ""  # names of telephones and their numbers
    calls: str = ""  # verbs that call
    between: str = ""  # small words between such a verb and an emergency number
    after: str = ""  # words after an emergency number, besides `Sentences.starters`
    extensions: str = ""  # abbreviations of an extension, as a regular expression
    extension: str = ""  # the word for one, before its number
    adjectives_last: bool = False  # up to two words may follow a name without a copula: "code secret 4471"
    verb_last: bool = False  # "4471 is your code" has no copula after the number
    letters: dict[str, str] = field(default_factory=dict)  # names of capitals that engines take for words


@dataclass(frozen=True, eq=False, kw_only=True)
class Signs:
    """Words for the signs of formulas, and for ratios, results and ratings.

    In patterns {0} and {1} are the first and the second number, {3} and {2} the same in their forms of `inflected`. Lists
    of words find their cue anywhere near the numbers; "*" stands for any ending.
    """

    said: dict[str, str] = field(default_factory=dict)  # signs between two operands
    minus: str = ""  # before an operand
    heart: dict[str, str] = field(default_factory=dict)  # "❤" and "<3" between two words, by the first: "I ❤ it"
    loved: str = ""  # words before which "<3" is no number, but an emoticon
    compared: str = ""  # words behind which "<3" is a number
    signed: str = ""  # characters before "-" that make it a sign, in languages without spaces
    divided: str = ""  # ":" between two operands, for languages that write a division so
    squared: str = ""  # after an operand
    cubed: str = ""
    power: str = ""  # the same with any exponent, {}
    root: str = ""  # before an operand
    cube_root: str = ""
    over: str = "{0} {1}"  # a fraction
    ratio: str = ""
    spaced_colon: bool = False  # a space stands before every colon, so that "3 : 2" is no ratio
    format: str = ""  # "16:9", if it is not said like a ratio
    score: str = "{0} {1}"  # a result
    by: str = ""  # between the sides of "10 x 15"
    times: str = ""  # the singular and the plural of "3x"
    times_apart: str = ""  # words behind a sign with a space before it: "3 x täglich"
    times_next: str = ""  # words behind "3x", in a language in which others make a variable of it: "2x is even"
    score_by: bool = False  # "3 x 1" is a result too, between two names or beside a word of `results`
    out_of: str = ""  # a rating
    split: str = "{0} {1}"  # two shares of a hundred
    pressure: str = ""  # of blood: "120/80"
    pressures: str = ""  # words beside it, besides its unit
    fixed: dict[str, str] = field(default_factory=dict)  # two numbers with a slash that have their own words
    inflected: str = ""  # the words for 0 to 10 in a ratio
    results: str = ""  # words beside a result
    result_next: str = ""  # small words that may follow a result; other words make a range of it
    ratios: str = ""  # words beside a ratio
    ratings: str = ""  # words beside a rating
    steps: dict[str, str] = field(default_factory=dict)  # a pattern by the word before: "step 2/5"
    shares: str = ""  # words after a fraction: "3/5 of them"
    clocks: str = ""  # words before a time of day
    verses: str = ""  # words before chapter and verse
    sharp: str = "{0} sharp"  # "C#"
    keys: dict[str, str] = field(default_factory=dict)  # "#" and "*" of a telephone, also "#US", "#" in one country
    pressing: str = ""  # words before them: "press *"
