"""Characters that look like others are read as those, and characters that readers need are not changed."""

import pytest

from plosive.text.normalization.look_alikes import plain_characters
from plosive.text.normalization.normalizer import Normalizer

PLAIN = [
    ("ﬁrst, oﬀ, eﬃcient, ﬂow", "first, off, efficient, flow"),
    ("31℃ or 88℉", "31°C or 88°F"),
    ("chapter Ⅳ, part ⅷ", "chapter IV, part viii"),
    ("Sᵗ, Mᵐᵉ, 1ᵉʳ, 3ʳᵈ", "St, Mme, 1er, 3rd"),
    ("５０％，ＡＢＣ－１２", "50%，ABC-12"),
    ("１２：３０，１．５", "12:30，1.5"),
    ("5㎏, 30㎡, 2㎥, 9㎞/h", "5kg, 30m², 2m³, 9km/h"),
    ("𝐁𝐨𝐥𝐝 𝟒𝟐, ⓐⓑ, ①", "Bold 42, ab, 1"),
    ("ｶﾞｲﾄﾞ", "ガイド"),
    ("555‐0134, 555‑0134, 555‒0134", "555-0134, 555-0134, 555-0134"),
    ("10\u2009000 and 10\u2007000", "10\u202f000 and 10\u202f000"),
    ("ĳs, ŉ, ſo", "ijs, ŉ, so"),
    ("٤٧١, ३२, ٣٫٥", "471, 32, 3.5"),
]

UNCHANGED = [
    "x², x³, 10⁻³, xⁿ, H₂O", "½ and ⅔", "1ª, 2º", "№ 5, 5 ™, ©", "wait … now", "你好，世界！（好）：；？", "「はい」、。",
    "naïve café", "Привет", "5 µm, 3 Ω", "−5 – 3 — x", "10\u00a0000",
]  # fmt: skip

READ = [
    ("en-US", "It is 31℃ outside.", "It is 31 degrees Celsius outside."),
    ("en-US", "Chapter Ⅳ weighs 5㎏.", "Chapter 4 weighs 5 kilograms."),
    ("cmn", "降水概率２０％。", "降水概率百分之20。"),
    ("en-US", "Call 555‑0134.", "Call 5 5 5, 0 1 3 4."),
    ("en-US", "C# or F#, not #C", "C sharp or F sharp, not hashtag C"),
    ("de", "Ich lerne C#.", "Ich lerne C sharp."),
    ("ru", "Пишу на C#.", "Пишу на C шарп."),
]


@pytest.mark.parametrize(("written", "plain"), PLAIN)
def test_look_alikes_become_plain(written: str, plain: str) -> None:
    assert plain_characters(written) == plain


@pytest.mark.parametrize("text", UNCHANGED)
def test_other_characters_do_not_change(text: str) -> None:
    assert plain_characters(text) == text


@pytest.mark.parametrize(("language", "written", "said"), READ)
def test_the_readers_see_the_plain_characters(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize("text", ["A#b and AC#", "##C", "issue #4", "H# is no note"])
def test_a_number_sign_elsewhere_is_not_sharp(text: str) -> None:
    assert "sharp" not in Normalizer("en-US").normalize(text)
