"""Reads formulas: minus, powers, roots, fractions, and the signs between two operands.

Most signs decide by their form. "-", "/" and "*" have other meanings in text: they count only if the formula around them
has another sign. It refuses to calculate, and leaves numbers to the reader of amounts.
"""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either
from plosive.text.languages.number_cues import Signs
from plosive.text.normalization.amounts import number_alone
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import DIGIT, Reader, number_reader

_NUMBER: Final = "[0-9]{1,15}(?:[.,][0-9]{1,15}){0,2}"
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT: Final = f"[⁺⁻]?[{_RAISED}ⁿ]{{1,6}}"
_PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ−", "0123456789+-n-")
# Python counts "²", "½" and "₂" as letters.
_LETTER: Final = "[^\\W\\d_²³¹¼-¾⁰-₎]"
_VOWELS: Final = "\u0900-\u0963\u0966-\u0d7f"  # signs of Indian scripts that Python counts as no letters
_LATIN: Final = "A-Za-zα-ωΑ-Ω"
# A variable may stand directly beside letters of scripts without spaces, and before Korean particles.
_SPACELESS: Final = "\u2e80-\u9fff\uac00-\ud7af"
_BEGINS: Final = f"(?:(?<!{_LETTER})|(?<=[{_SPACELESS}]))"
_ENDS: Final = f"(?!{_LETTER}(?<![{_SPACELESS}]))"
_VARIABLE: Final = f"[{_LATIN}∞]{_ENDS}(?![0-9])"
# The end of an operand: a number, a bracket, a power, one letter, or a number's letters: "4ac".
_AFTER_OPERAND: Final = re.compile(
    f"(?:[0-9)\\]{_RAISED}ⁿ₀-₉½⅓¼¾π∞]|{_BEGINS}[{_LATIN}]|[½⅓¼¾π][a-z]|[0-9][a-z]{{1,3}}"
    "|[0-9][ \u00a0]?(?:[A-Za-z°]{1,3}|[%€$£¥]))$"
)
_BEFORE_OPERAND: Final = f"(?=[-−]?[(√∛]{{0,3}}(?:[$€£¥]?[0-9]|[(√π½]|{_VARIABLE}))"
_BEFORE_SIGN: Final = "=+*/×÷·⋅±<>≤≥≈≠^"

_LEFT: Final = re.compile(r"[\w)\]%°€$£¥\"'’”]$")
_FUNCTION: Final = "(?:sin|cos|tan|cot|sec|csc|log|ln|exp)(?![A-Za-z])"
# A word ends a formula, but not the unit of "5 kg - 2 kg".
_UNIT_GOES_ON: Final = "(?<=[0-9] )[A-Za-z]{2,3} [-–=+] ?[0-9]"
_WORD: Final = f"(?<!{_LETTER})(?<![0-9])(?!{_UNIT_GOES_ON}){_LETTER}{{2,}}"
_BREAK: Final = re.compile(f'[{_SPACELESS};:!?"“”«»…。，、]|{_WORD}|[.,](?=\\s)|[.,]$')
_SIGN: Final = re.compile(f"[=≠≤≥≈±√×÷·⋅^+*<>{_RAISED}ⁿ]")
_STRONG: Final = re.compile(
    f"[=≠≤≥≈±√×÷·⋅^{_RAISED}ⁿ]|(?<=[\\w)\\]]) [+*<>] ?[-−(√]{{0,2}}[\\w]|(?<=[\\w)])[+*](?=[-−(]?[\\w])"
)
_UNIT_POWER: Final = re.compile("(?:[0-9][ \u00a0]|[A-Za-z]/)[a-z]{1,2}[²³]")
_BASE: Final = re.compile(
    f"(?:[0-9½)\\]∞]|(?<!{_LETTER})[ء-ي]|{_BEGINS}π?[{_LATIN}]|[0-9½]{_LETTER}{{1,3}}|(?<!{_LETTER}){_FUNCTION})$"
)
_WORD_BEFORE: Final = re.compile(f"[{_LATIN}µ]{{1,5}}$")
_OPERATOR_BEFORE: Final = re.compile(r"[=+*×·(-] ?\d*$")
_OPERATOR_NEXT: Final = re.compile(r" [=+×*] ")
_NOTED: Final = re.compile(f'{_LETTER}[.,;:!?)"”’»]?$')  # a word with a footnote
_LOOK: Final = 80
_DEFINED: Final = re.compile(r"(?:^|[\s(])[^\W\d_]\w{0,30} = (?:[\w.,]{1,30} [-+*/×÷] ){0,3}[\w.,]{1,30}$")
_TERM_NEXT: Final = re.compile(r"[^\W_][\w.]{0,30}(?: [-+*/×÷=]|[.,;:!?)]|$)")
_INNER: Final = re.compile(r" ?([-+*/−×]) ?")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language that has words for the signs."""
    signs = cldr.language.signs
    if not signs.said:
        return
    maths = _Mathematics(cldr, signs)
    yield number_reader(cldr, "fraction", maths.fraction, maths.read_fraction, signs="⁄")
    operand = (
        rf"(?<![\w.,/:])(?P<number>[$€£¥]?{_NUMBER})(?:(?P<letters>[A-Za-z]{{1,3}}(?!{_LETTER}|[0-9]))"
        rf"|(?P<unit> ?[%€$£¥°]| [A-Za-z]{{1,3}})(?= ?[-–−] ?[0-9]))?(?![\d.,]*[\d%])"
        rf"(?=(?P<minus> ?[-–−] ?{_BEFORE_OPERAND})?)"
    )
    yield number_reader(cldr, "operand", operand, maths.read_operand, (DIGIT, "[$€£¥](?=[0-9])"))
    factors = f"(?:(?<=[=+*×·/(-] )|(?<=[=½¼¾]))(?!{_FUNCTION})[A-Za-z]{{2,3}}(?=[²³^⁻])"
    yield Reader(
        "factors",
        f"{factors}|(?<!{_LETTER})π(?=[A-Za-z])",
        _read_factors,
        ("[A-Za-z]{2,3}[²³^⁻]", "π[A-Za-z]"),
        ("²³^⁻π",),
    )
    # The same for all of them, because a normalizer looks for it once.
    marks = f"-–−√∛^⁺⁻{_RAISED}ⁿ{''.join(dict.fromkeys(sign[0] for sign in maths.words))}"
    first = f"[{re.escape(marks)}]"
    begins, needs = (f" {first}", first), (marks,)
    yield Reader("minus", f" ?[-–−] ?{_BEFORE_OPERAND}", maths.read_minus, begins, needs)
    yield Reader("minus", rf" [-–] (?={_LETTER}{{2}})", maths.read_minus_of_words, begins, needs)
    if signs.divided:
        pattern = r"(?<=[0-9)]) : (?=[(−-]?[0-9][0-9.,()+*/×:= -]{0,30}= ?[0-9a-zA-Z?])"
        yield Reader("divided by", pattern, lambda _: f" {signs.divided} ", (" : ",))
    follows = f"(?:(?<=[{_BEFORE_SIGN}])|(?<=[{_BEFORE_SIGN}] )|(?<=\\()(?=[-−–][0-9√]))"
    yield Reader("minus", f"{follows}[-−–]{_BEFORE_OPERAND}", lambda _: f"{signs.minus} ", begins, needs)
    first_minus = f"(?<![\\w)\\]{_VOWELS}])[-−]{_BEFORE_OPERAND}(?![-−]?[0-9(])"
    yield Reader("minus", first_minus, maths.read_first_minus, begins, needs)
    before = rf"(?<![\w.,/:;)\]°%+{_VOWELS}-])" + (rf"|(?<=[{signs.signed}])" if signs.signed else "")
    written = "[-−]" if cldr.words.minus else "−"
    number_next = f"(?=[0-9])(?!{_NUMBER} ?[°℃℉{cldr.words.degree}])"
    yield Reader("minus", f"(?:{before}){written}{number_next}", lambda _: f"{signs.minus} ", begins, needs)
    # "с" is also a Russian word.
    symbols = [symbol for symbol in cldr.unit_symbols if len(symbol) > 1 or symbol.isascii()]
    unit = rf"(?: (?P<unit>{either(symbols)})(?![\w/]))?"
    yield Reader("power", f"(?P<raised>{_SUPERSCRIPT}){unit}", maths.read_superscript, begins, needs)
    power = rf"(?<=[\w)\]])\^(?P<power>[-−]?(?:[0-9]{{1,6}}|{_VARIABLE})|\([^()^]{{1,30}}\))(?:\^(?!\w))?"
    yield Reader("power", f"{power}{unit}", maths.read_power, begins, needs)
    yield Reader("root", r"(?P<root>[√∛]) ?(?=[\w(])", maths.read_root, begins, needs)
    yield Reader("sign", maths.sign, maths.read_sign, begins, needs)
    prefix = either(sign for sign in "±+<>≤≥" if sign in signs.said)
    signed = rf"(?<![\w+)\]<>=-])(?P<sign>{prefix}) ?(?=[0-9$€£])"
    yield Reader("sign", signed, lambda match: f"{signs.said[match['sign']]} ", begins, needs)
    yield Reader("sign", r" ?x ?(?=[0-9])", maths.read_times, (" x ?[0-9]", "x ?[0-9]"), ("x",))


class _Mathematics:
    def __init__(self, cldr: Cldr, signs: Signs) -> None:
        self._signs = signs
        self._less = f" {signs.said.get('-', signs.minus)} "
        self._cldr, self._units, self._joint = cldr, cldr.symbols, cldr.words.joint
        self._named = dict(
            zip(("1⁄2", "1⁄3", "2⁄3", "1⁄4", "3⁄4"), filter(None, cldr.words.fractions.split(", ")), strict=False)
        )
        self._number = number_alone(cldr)
        self.words = {sign: said for sign, said in signs.said.items() if sign not in "-−"}
        # "3 over 8", but in Chinese the parts change places.
        over = re.fullmatch(r"\{0\} (.+) \{1\}", signs.over)
        self.words["⁄"] = over[1] if over else signs.said.get("/", "/")
        term = f"{_NUMBER}|{_VARIABLE}"
        self.fraction = rf"(?<![\w.,/⁄])(?P<above>{_NUMBER})⁄(?P<below>{term})(?![\w⁄]|[.,][0-9])"
        self.sign = (
            rf" ?(?P<sign>{either(self.words)})(?![<>=+*/×]) ?"
            rf"(?=[-−±+]?[(\[√∛$€£π\"'“‘«]{{0,3}}[-−]?\w)"
        )

    def read_fraction(self, match: re.Match[str]) -> str:
        """Say "3⁄8" as "3 over 8", or by the name of the fraction."""
        above, below = (self._number(match[part]) for part in ("above", "below"))
        return self._named.get(match.group()) or self._signs.over.format(above, below)

    def read_operand(self, match: re.Match[str]) -> str | None:
        """Keep the reader of amounts from taking a minus as the dash of a range; say the factors of "4ac" one by one."""
        letters = match["letters"]
        is_unit = letters and letters + match.string[match.end() : match.end() + 1] in self._units  # "20m²"
        if not (match["minus"] or letters) or is_unit or not self._in_formula(match):
            return None
        if letters and (len(letters) == 1 or letters not in self._units):
            return f"{match['number']} {' '.join(letters)}"
        return self._number(match.group())

    def read_minus(self, match: re.Match[str]) -> str | None:
        """Say a minus between two operands."""
        if not _AFTER_OPERAND.search(match.string, max(0, match.start() - 6), match.start()):
            return None
        return self._less if "−" in match.group() or self._in_formula(match) else None

    def read_minus_of_words(self, match: re.Match[str]) -> str | None:
        """Say the minus of "profit = revenue - cost"."""
        before = match.string[max(0, match.start() - _LOOK) : match.start()]
        is_minus = " = " in before and _DEFINED.search(before) and _TERM_NEXT.match(match.string, match.end())
        return self._less if is_minus else None

    def read_first_minus(self, match: re.Match[str]) -> str | None:
        """Say the sign of the variable that a formula begins with."""
        return f"{self._signs.minus} " if match.group() == "−" or self._in_formula(match) else None

    def read_superscript(self, match: re.Match[str]) -> str | None:
        """Say a power. It is a footnote after a word, and belongs to a unit after its symbol."""
        text, start, end = match.string, match.start(), match.end()
        before = text[max(0, start - _LOOK) : start]
        word = _WORD_BEFORE.search(before)
        is_factors = word and (_OPERATOR_BEFORE.search(before[: word.start()]) or _OPERATOR_NEXT.match(text, end))
        if _BASE.search(before) or is_factors:
            after = text[end : end + 1]
            said = f" {self._raised(match['raised'].translate(_PLAIN))}{self._unit(match)}"
            return said + " " * ((after.isalnum() and after < "\u2e80") or after == "(")
        if word and word.group() + match["raised"] in self._units:
            return None
        is_note = _NOTED.search(before) and "ⁿ" not in match["raised"]
        return text[match.end("raised") : end] if is_note else None

    def read_power(self, match: re.Match[str]) -> str:
        """Say "^2", "^-n" or "^(n+1)"."""
        return f" {self._raised(match['power'].translate(_PLAIN))}{self._unit(match)}"

    def _unit(self, match: re.Match[str]) -> str:
        """Return the unit after a power of ten in words, as many of it."""
        symbol = match["unit"]
        if not symbol:
            return ""
        before, _, after = self._cldr.unit(symbol, "1000000").partition("{0}")
        is_counted = match.string[match.start() - 1].isdigit() and after and not before
        return f"{self._joint}{after.strip()}" if is_counted else f" {symbol}"

    def read_root(self, match: re.Match[str]) -> str:
        """Say the sign of a square or cube root."""
        word = self._signs.root if match["root"] == "√" else self._signs.cube_root
        article, _, noun = word.partition(" ")
        if noun and match.string[max(0, match.start() - len(article) - 1) : match.start()] == f"{article} ":
            word = noun
        return ("" if not match.string[: match.start()][-1:].isalnum() else " ") + f"{word} "

    def read_sign(self, match: re.Match[str]) -> str | None:
        """Say a sign between two operands. "*", "/" and "<" need more than their form."""
        sign, written = match["sign"], match.group()
        if not _LEFT.search(match.string, max(0, match.start() - 1), match.start()):
            return None
        both, spaced = f" {sign} " == written, written != sign
        if spaced and not both and sign in "=+*/<>":
            # "=SUM(A1)", "*note", "rate/ month"; but "x =5"
            lopsided = sign in "+*/" or not self._between_operands(match, spaced=False)
            if lopsided:
                return None
        if sign == "/" and not self._in_formula(match):
            return None
        if sign == "·" and not self._cldr.words.spaced and "=" not in match.string:
            return None  # a date: "9·11", "6·25"
        if sign in "*<>·" and not self._between_operands(match, spaced=spaced):
            return None
        return self._joined(self.words[sign], match)

    def _joined(self, word: str, match: re.Match[str]) -> str:
        """Return a word with its spaces. A particle with two forms follows its number without one: "4는", "6은"."""
        after_consonant, _, after_vowel = word.partition("|")
        if not after_vowel:
            return f" {word} "
        return (after_consonant if match.string[match.start() - 1] in "013678" else after_vowel) + " "

    def read_times(self, match: re.Match[str]) -> str | None:
        """Say "3 x 4 = 12"."""
        right = match.string[match.end() : match.end() + 20]
        left = match.string[match.start() - 1 : match.start()]
        is_product = "×" in self.words and left.isdigit() and re.match(rf"{_NUMBER} ?=", right)
        return f" {self.words['×']} " if is_product else None

    def _between_operands(self, match: re.Match[str], *, spaced: bool) -> bool:
        text, start, end = match.string, match.start(), match.end()
        before, after = text[max(0, start - 5) : start], text[end : end + 5]
        left = re.search(f"(?:[0-9)\\]{_RAISED}]|(?<![^\\W_]){_LETTER}|[0-9][a-z]{{1,3}})$", before)
        right = re.match(f"[-−]?[(√]?(?:[0-9(π√]|{_VARIABLE})", after)
        if match["sign"] in "<>":
            # Without spaces it may be the rest of a tag.
            return bool(left or right) if spaced else before[-1:].isdigit() or after[:1].isdigit()
        return bool(left and right) or (spaced and " = " in text[max(0, start - _LOOK) : start])

    def _in_formula(self, match: re.Match[str]) -> bool:
        """Whether the formula around a match has a sign that only formulas have."""
        text, start, end = match.string, match.start(), match.end()
        if not _SIGN.search(text, max(0, start - _LOOK), end + _LOOK):
            return False  # true for nearly every range
        left, right = text[max(0, start - _LOOK) : start], text[start : end + _LOOK]
        begin = 0
        for stop in _BREAK.finditer(left):
            begin = stop.end()
        stopped = _BREAK.search(right)
        formula = left[begin:] + (right[: stopped.start()] if stopped else right)
        return _STRONG.search(_UNIT_POWER.sub("", formula)) is not None

    def _raised(self, power: str) -> str:
        """Return the words for a power that is written "2", "-3", "n" or "(n+1)"."""
        signs = self._signs
        if power in {"2", "3"}:
            return signs.squared if power == "2" else signs.cubed
        if power.isalpha() or power.strip("()").isalpha():
            power = " ".join(power.strip("()"))
        negative = power[0] == "-"
        inner = _INNER.sub(lambda sign: f" {signs.said.get(sign[1], sign[1])} ", power[negative:].strip("()"))
        inner = f"{signs.minus} {inner}" if negative else inner
        return signs.power.format(inner.strip())


def _read_factors(match: re.Match[str]) -> str:
    """Say the factors of a product one by one: "mc²", "½mv²", "πr"."""
    joint = " " if match.string[match.start() - 1 : match.start()] in tuple("½¼¾") else ""
    return joint + " ".join(match.group()) + (" " if match.group() == "π" else "")
