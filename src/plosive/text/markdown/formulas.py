"""Writes the LaTeX of a formula as plain text with Unicode's signs: "\\frac{3}{8}" is "3⁄8", "a \\leq b" is "a ≤ b".

It refuses to say them: the words of the language are for `plosive.text.normalization.mathematics`.
"""

import re
from typing import Final

from plosive.text.languages.language import pairs

_COMMAND: Final = re.compile(r"\\([A-Za-z]+)\*?[ \t]*")
_SIGNS: Final = pairs(
    "leq le leqslant=≤; geq ge geqslant=≥; neq ne=≠; times=×; cdot=⋅; div=÷; pm=±; approx=≈; to rightarrow longrightarrow=→;"
    "Rightarrow implies=⇒; lt=<; gt=>"
)
_LETTERS: Final = pairs("pi=π; infty=∞; circ degree=°; ldots dots cdots=…; lbrace=(; rbrace=)")
_FRACTIONS: Final = frozenset(str.split("frac dfrac tfrac cfrac"))
_SILENT: Final = frozenset(str.split("left right big Big bigg Bigg quad qquad displaystyle limits nonumber"))
_ENVIRONMENTS: Final = frozenset(str.split("begin end label tag"))
_STYLES: Final = frozenset(
    str.split(
        "text mathrm mathbf mathit mathbb mathcal mathsf textbf textit operatorname boxed overline bar vec hat tilde"
    )
)
_TAKES: Final = dict.fromkeys(_FRACTIONS, 2) | dict.fromkeys({"sqrt", *_ENVIRONMENTS, *_STYLES}, 1)
_SUMS: Final = frozenset(str.split("sum prod int lim"))  # they have bounds: an index below and one above
_SIMPLE: Final = re.compile(r"[-−]?(?:[0-9.,]+[A-Za-zπ]{0,3}|[^\W\d_]|[^\W\d_]{4,})|")
_INDEX: Final = re.compile(r"\[([^\[\]{}]{1,9})\][ \t]*")
_BRACES: Final = re.compile(r"\\.|[{}$]|\n[ \t]*\n", re.DOTALL)
_ROOTS: Final = {"": "√", "2": "√", "3": "∛"}
_DEEPEST: Final = 20  # arguments in arguments


def construct_end(text: str, at: int) -> int:
    """Return the end of the command, power or index at `at`, 0 if it is not whole, -1 if it can never be."""
    return _end(text, at, _DEEPEST)


def plain(tex: str) -> str:
    """Return a formula, or a part of one, as plain text."""
    said, at = "", 0
    while at < len(tex):
        words, at = _next(tex, at)
        said += words.lstrip() if said[-1:] == " " else words
    return said


def _end(text: str, at: int, depth: int) -> int:
    command = _COMMAND.match(text, at)
    if not command:
        return _argument_end(text, at + 1, depth)  # "^" or "_"
    end, name = command.end(), command[1]
    if end == len(text):
        return 0
    if name == "sqrt" and (index := _INDEX.match(text, end)):
        end = index.end()
    for _ in range(_TAKES.get(name, 0)):
        end = _argument_end(text, end, depth)
        if end <= 0:
            return end
    if name in _SUMS:
        while 0 < end < len(text) and text[end] in "^_":
            end = _argument_end(text, end + 1, depth)
        return end if end < len(text) else 0
    return end


def _argument_end(text: str, at: int, depth: int) -> int:
    """Return the end of the argument at `at`: a group in braces, a command, or one character."""
    if at >= len(text) or depth == 0:
        return 0 if depth else -1
    if text[at] == "\\":
        return _end(text, at, depth - 1) if _COMMAND.match(text, at) else 0 if at + 1 == len(text) else at + 2
    if text[at] != "{":
        return at + 1 if text[at] not in "}$\n" else -1
    opened = 0
    for mark in _BRACES.finditer(text, at):
        if mark.group()[0] in "$\n" or opened > depth:
            return -1
        opened += {"{": 1, "}": -1}.get(mark.group(), 0)
        if not opened:
            return mark.end()
    return 0


def _next(tex: str, at: int) -> tuple[str, int]:
    """Return the plain text of what begins at `at`, and where it ends."""
    char = tex[at]
    if char == "\\" and (command := _COMMAND.match(tex, at)):
        return _read_command(tex, command[1], command.end())
    if char == "\\":
        escaped = tex[at + 1 : at + 2]
        return " " if escaped in ",;:! \\\n" else escaped, at + 2
    if char in "^_":
        argument, end = _argument(tex, at + 1)
        if char == "_":
            return f" {argument}", end
        return argument if argument.strip() in {"°", "′"} else f"^{_bracketed(argument)}", end
    return char if char not in "{}&" else "", at + 1


def _read_command(tex: str, name: str, at: int) -> tuple[str, int]:
    if name in _FRACTIONS:
        above, at = _argument(tex, at)
        below, at = _argument(tex, at)
        return f"{_bracketed(above)}⁄{_bracketed(below)}", at
    if name == "sqrt":
        index = _INDEX.match(tex, at)
        root = index[1] if index else ""
        radicand, at = _argument(tex, index.end() if index else at)
        if root in _ROOTS:
            return f"{_ROOTS[root]}{_bracketed(radicand)}", at
        return f"{_bracketed(radicand)}^(1/{root})", at
    if name in _ENVIRONMENTS:
        return " ", _argument(tex, at)[1]
    if name in _STYLES:
        return _argument(tex, at)
    if name in _SUMS:
        bounds = ""
        while at < len(tex) and tex[at] in "^_":
            bound, at = _argument(tex, at + 1)
            bounds += f" {bound},"
        return f" {'∫' if name == 'int' else name}{bounds} ", at
    if name in _SILENT:
        return "", at
    if name in _LETTERS:
        return _LETTERS[name], at
    return f" {_SIGNS.get(name, name)} ", at


def _argument(tex: str, at: int) -> tuple[str, int]:
    end = min(_argument_end(tex + "\n", at, _DEEPEST), len(tex))  # the line end shows that a command is whole
    if end <= 0:
        return "", min(at + 1, len(tex))
    inner = tex[at + 1 : end - 1] if tex[at] == "{" else tex[at:end]
    return plain(inner).strip(), end


def _bracketed(term: str) -> str:
    return term if _SIMPLE.fullmatch(term) else f"({term})"
