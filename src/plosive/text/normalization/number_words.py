"""Writes numbers in words that engines cannot read from digits: ordinals in each form of a language, and years.

ICU has the rules of most languages. `Declension` has those that ICU lacks or gets wrong. ICU's data (65 ms, 16 MB) is loaded
with the first number.
"""

from functools import lru_cache
from typing import Final

from icu4py.messageformat import MessageFormat

from plosive.text.languages.language import Declension, Ordinals

MOST: Final = 9999
"""The highest number that is written as an ordinal: a year."""

PAIRED: Final = range(1010, 2000)
"""The years that are said in pairs of digits; "2005" is said like an amount."""

YEAR_RULE: Final = "numbering-year"
"""ICU's rule for such a year."""

_SOFT_HYPHEN: Final = "\u00ad"


@lru_cache(maxsize=256)
def _message(language: str, rule: str) -> MessageFormat:
    return MessageFormat(f"{{n,spellout,%spellout-{rule}}}", language)


@lru_cache(maxsize=1024)
def spelled_out(number: int, language: str, rule: str) -> str:
    """Return ICU's words for a number. `rule` is the name of a rule without "%spellout-": "ordinal-feminine".

    ICU returns the cardinal for a rule that the language does not have.
    """
    said = str(_message(language, rule).format({"n": number}))
    return " ".join(said.replace(_SOFT_HYPHEN, "").replace("〇", "零").split())


class NumberWords:
    """The number words of one language. `language` is its code in ICU, `ordinals` its record."""

    def __init__(self, language: str, ordinals: Ordinals) -> None:
        self._language = language
        self._ordinals = ordinals

    def ordinal(self, number: int, form: str = "") -> str:
        """Return the ordinal, in digits if engines read them. Empty if the language's data has none.

        `form` is the name of an ICU rule without "ordinal-": "feminine", "masculine-genitive", or "plain" for the rule
        "ordinal". Without one it is the usual form.
        """
        ordinals = self._ordinals
        form = form or ordinals.form
        if ordinals.digits and (said := ordinals.digits(number, form)):
            return said
        if ordinals.declension:
            return _declined(number, form, ordinals.declension) if number <= MOST else ""
        if not ordinals.known or not 0 < number <= ordinals.known:
            return ""
        said = spelled_out(number, self._language, "ordinal" if form in {"", "plain"} else f"ordinal-{form}")
        for wrong, right in ordinals.corrected.items():
            said = said.replace(wrong, right)
        return said

    def ordinal_after(self, number: int, before: str) -> str:
        """Return the ordinal in the form that the word before it asks for."""
        return self.ordinal(number, self._ordinals.before.get(before.lower(), ""))

    def day(self, number: int, before: str) -> str:
        """Return the ordinal of a date's day after the word before it. Empty if the language says the cardinal."""
        form = self.form_of_day(before)
        return self.ordinal(number, form) if form else ""

    def form_of_day(self, before: str) -> str:
        """Return the form of a date's day after a word. Empty if the language says the cardinal."""
        forms, before = self._ordinals.day, before.lower()
        return forms.get(before) or self._ordinals.before.get(before) or forms[""] if forms else ""


def _declined(number: int, form: str, declension: Declension) -> str:
    """Return the digits that are said as a cardinal, and the last words as an ordinal: "20 первый". Empty if unknown."""
    small, tens = declension.small.split(), declension.tens.split()
    rest = number % 100
    if rest == 0:
        scale, words = (1000, declension.thousands) if number % 1000 == 0 else (100, declension.hundreds)
        place, head = number // scale % 10, number // 1000 * 1000 if scale == 100 else 0
        known = words.split()
        if not 1 <= place <= len(known):
            return ""
        last = [known[place - 1]]
    elif rest <= len(small):
        head, last = number - rest, [small[rest - 1]]
    elif rest % 10 == 0:
        head, last = number - rest, [tens[rest // 10 - 2]]
    elif declension.two_words:
        head, last = number - rest, [tens[rest // 10 - 2], small[rest % 10 - 1]]
    else:
        head, last = number - rest % 10, [small[rest % 10 - 1]]
    said = []
    if declension.thousand and head // 1000 == 1:
        said.append(declension.thousand)  # people say "thousand", espeak-ng "one thousand"
        head -= 1000
    if head:
        said.append(str(head))
    return " ".join(said + [_inflected(word, form, declension) for word in last])


def _inflected(word: str, form: str, declension: Declension) -> str:
    for ending, forms in declension.endings.items():
        if word.endswith(ending):
            endings = dict(zip(declension.forms.split(), forms.split(), strict=True))
            return word[: len(word) - len(ending)] + endings.get(form, ending)
    return word
