"""`Reader` says one kind of text in words. Each module of this folder has a kind, and gives its readers with `readers`."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from plosive.text.normalization.cldr import Cldr

DIGIT: Final = "(?<![0-9])[0-9]"
"""Place at which a number begins, for `Reader.begins`."""

_DIGITS: Final = "0123456789"

_MOST_CHARS: Final = 80
_CLAUSE_END: Final = re.compile(
    r"[.,:;!?…](?=\s)(?<!\.(?=\s[a-zà-ÿа-яіїєґčďěňřšťůž]))|[。！？；，、：()\[\]\"“”\n]|\s[-–—]\s"
)
_OPENING: Final = " \u00a0:#=([\"'“„«‚‘–—-：（【「『"
_WORD: Final = re.compile(r"\w[\w'’-]*")
_WORD_BEFORE: Final = re.compile(r"(\w{1,24})\W{0,3}$")
_NEXT_WORD: Final = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]{0,40})")


class Reader(NamedTuple):
    """A rule: a regular expression, and a function that returns the words for a match.

    None lets the next reader try the same place. The text as it was written keeps it from all others. `begins` has
    faster expressions for the places at which `pattern` may match; without them the pattern itself finds them. `needs` are
    sets of characters: a text without one of each set has no match. It spares most sentences most readers. A stop that ends
    the text does not count.
    """

    rule: str
    pattern: str
    read: Callable[[re.Match[str]], str | None]
    begins: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def number_reader(
    cldr: Cldr,
    rule: str,
    pattern: str,
    read: Callable[[re.Match[str]], str | None],
    begins: tuple[str, ...] = (DIGIT,),
    signs: str = "",
) -> Reader:
    """Return a reader of numbers that needs one of the signs, if there are any.

    In languages without spaces a number may stand between letters, except ASCII ones.
    """
    scope = "(?:" if cldr.words.spaced else "(?a:"
    return Reader(
        rule,
        f"{scope}{pattern})",
        read,
        tuple(each if each == DIGIT else f"{scope}{each})" for each in begins),
        (_DIGITS, signs) if signs else (_DIGITS,),
    )


class Rewriting(NamedTuple):
    """The place of a stretch of text, how it was written, the words for it, and the rule that says so."""

    start: int
    written: str
    said: str
    rule: str


def clause_before(match: re.Match[str]) -> str:
    """Return the clause before a match, in lower case and at most 80 characters: "Your PIN: 4711" has "your pin"."""
    before = match.string[max(0, match.start() - _MOST_CHARS) : match.start()].rstrip(_OPENING)
    return _CLAUSE_END.split(before)[-1].lower()


def words_before(match: re.Match[str], most: int = 4) -> list[str]:
    """Return up to `most` words before a match in its clause, in lower case, the nearest last: "PIN: 4711" has "pin"."""
    return _WORD.findall(clause_before(match))[-most:]


def word_before(match: re.Match[str]) -> str:
    """Return the word before a match and at most three marks; "" if there is none: "Mo., 5" has "Mo"."""
    found = _WORD_BEFORE.search(match.string[max(0, match.start() - 27) : match.start()])
    return found[1] if found else ""


def next_word(match: re.Match[str]) -> str:
    """Return the word directly after a match and one space, in lower case; "" if a mark, a number or nothing follows."""
    found = _NEXT_WORD.match(match.string, match.end())
    return found[1].lower() if found else ""
