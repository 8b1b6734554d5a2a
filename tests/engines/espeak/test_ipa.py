"""IPA to mnemonics: accepted symbols, and only known mnemonics in the output."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.espeak.ipa import Sounds

SOUNDS = Sounds(
    {
        "ə": "@", "oʊ": "oU", "o": "o", "ɛ": "E", "iː": "i:", "i": "i", "a": "a", "ɑ̃": "A~", "ç": "C", "t": "t", "tʃ": "tS",
        "h": "h", "l": "l", "n": "n", "ɡ": "g", "ɹ": "r", "s": "s", "s.": "s.", "ts.h": "ts.h", "r.": "r.", "5": "51",
        "˥˩": "51", "u\"": "u\"",
        "ʲ": ";", "ɪ": "I", "k": "k", "m": "m",
    },
    frozenset({"@", "oU", "o", "E", "i:", "i", "a", "A~", "I"}),
)  # fmt: skip
WRITTEN = {*SOUNDS.known, "'", ",", ":", "-"}


@pytest.mark.parametrize(
    ("ipa", "words"),
    [
        ("həlˈoʊ", ["h|@|l|'|oU"]),
        ("hə.lˈoʊ hˌa", ["h|@|l|'|oU", "h|,|a"]),
        ("ˈt͡ʃiː", ["'|tS|i:"]),
        ("ˈʧi:", ["'|tS|i:"]),
        ("ˈaː", ["'|a|:"]),
        ("ˈn̩", ["'|n|-"]),
        ("ˈɡag", ["'|g|a|g"]),
        ("ɑ̃ˈç", ["A~|'|C"]),
        ("a\u0303ˈc\u0327", ["a|'|C"]),
        ("ˈʂa ˈʈʂʰa˥˩ ˈa⁵", ["'|s.|a", "'|ts.h|a|51", "'|a|51"]),
        ("ˈra ʁa", ["'|r|a", "r|a"]),
        ("ˈɲɛɬ", ["'|n|E|l"]),
        ("ʲtʲʲ ːaːː ̩n̩̩ a̩ ˈ ʲ", ["t|;", "'|a|:", "n|-", "a"]),
        ("˥˩a˥˩˥˩", ["'|a|51"]),
        ("tɛlnɪks", ["t|'|E|l|n|I|k|s"]),
        ("ˈ", []),
        ("…☃ 漢", []),
        ("", []),
    ],
)
def test_words(ipa: str, words: list[str]) -> None:
    assert SOUNDS.words(ipa) == words


def test_a_word_without_end_is_cut_where_the_library_would_overrun() -> None:
    words = SOUNDS.words("ˈta" * 500)
    assert max(word.count("|") for word in words) < 60
    assert "|".join(words) == "|".join(["'|t|a"] * 500)


@given(st.text(st.one_of(st.characters(), st.sampled_from("əoʊɛiːatʃhɡrs.˥ˈˌ̩̃" + string.printable))))
def test_only_known_mnemonics_come_out(ipa: str) -> None:
    for word in SOUNDS.words(ipa):
        assert set(word.split("|")) <= WRITTEN
