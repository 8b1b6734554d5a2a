"""Reads Chinese in misaki's symbols, with jieba's words and the pinyin of pypinyin (the extra `zh`).

Kokoro v1.0 was trained on misaki's reader of Chinese. This one takes the same steps with the same data: words, the pinyin of
each, its IPA, and arrows for the tones. The data is loaded with the first Chinese text: 0.3 s and 90 MB. Ask `is_installed`
before.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Final, NamedTuple

from plosive.engines.misaki.symbols import HAN
from plosive.text.normalization.number_words import spelled_out

_PACKAGES: Final = ("rjieba", "pypinyin", "pinyin_to_ipa")
_HAN: Final = re.compile(f"{HAN}+")
_RUNS: Final = re.compile(f"{HAN}+|[0-9]+|(?:(?!{HAN})[^0-9])+")
_OPENING: Final = "“《〈「『【（"
_CLOSING: Final = "，。！？：；、…—”》〉」』】）"
_AT_MARKS: Final = re.compile(rf"(?<=[{_CLOSING}])(?=\w)|(?<=[\w{_CLOSING}])(?=[{_OPENING}])")
_LONGEST_NUMBER: Final = 15
"""Digits. A longer number is said digit by digit, and so is one that begins with a zero."""

# From the IPA of pinyin-to-ipa to misaki's symbols.
_SYMBOLS: Final = {
    "˧˩˧": "↓", "˧˥": "↗", "˥˩": "↘", "˥": "→", "ɻ̩": "ɨ", "ɹ̩": "ɨ", "\u032f": "", "ts": "ʦ", "tɕ": "ʨ", "ʈʂ": "ꭧ",
}  # fmt: skip


class _Data(NamedTuple):
    words: Callable[[str], list[str]]
    pinyin: Callable[[str], list[str]]
    ipa: Callable[[str], Sequence[Sequence[str]]]


def is_installed() -> bool:
    """Whether Chinese characters can be read."""
    return all(map(find_spec, _PACKAGES))


def spaced(text: str) -> str:
    """Return the text with blanks between its words, each with its marks. Numbers are words. Needs the extra."""
    said = ""
    for run in _RUNS.findall(text):
        for word in _data().words(run) if _HAN.match(run) else (run,):
            said += f" {word}" if said[-1:].isalnum() and word[0].isalnum() else word
    return _AT_MARKS.sub(" ", said)


def symbols(word: str) -> str:
    """Return misaki's symbols for a word of Chinese characters or digits; "" for others. Needs the extra."""
    if word.isdecimal() and word.isascii():
        is_amount = len(word) <= _LONGEST_NUMBER and (word[0] != "0" or word == "0")
        word = "".join(spelled_out(int(part), "zh", "numbering") for part in ([word] if is_amount else word))
    return " ".join("".join(map(_syllable, _data().pinyin(run))) for run in _HAN.findall(word))


@lru_cache(maxsize=2048)
def _syllable(pinyin: str) -> str:
    try:
        said = "".join(_data().ipa(pinyin)[0])
    except ValueError:
        return ""  # a character without a reading
    for ipa, symbol in _SYMBOLS.items():
        said = said.replace(ipa, symbol)
    return said


@lru_cache(maxsize=1)
def _data() -> _Data:
    # Imported here, because they are an extra and load dictionaries.
    from pinyin_to_ipa import pinyin_to_ipa  # noqa: PLC0415
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415
    from rjieba import cut  # noqa: PLC0415

    return _Data(
        cut,
        lambda word: lazy_pinyin(word, style=Style.TONE3, errors="ignore", neutral_tone_with_five=True),
        pinyin_to_ipa,
    )
