"""The folder of languages: every file is found by its tag, and a new file adds a language."""

import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plosive.text import languages
from plosive.text.front_end import front_end
from plosive.text.languages import language_of
from plosive.text.languages.language import Language

CODES = [module.name for module in pkgutil.iter_modules(languages.__path__) if len(module.name) < 4]

# A made-up language, for which CLDR has what Swahili has.
MADE_UP = """
from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Language, Numerals, Ordinals, Sentences, SayAs, Spoken, pairs

LANGUAGE = Language(
    name="Made up",
    locale="sw",
    sentences=Sentences(titles="zrk", words="flb", starters="blim", mark="~"),
    abbreviations=Abbreviations(before_number="nmr.=nombro"),
    spoken=Spoken(
        dot="dotto", point="pointo", number="nombro", symbols=pairs("×=foja"),
        money=pairs("USD=dolo doloj / cendo cendoj"), cents_joined_by=" kaj ", clock=("{h} horo", "{h} horo {m}"),
    ),
    ordinals=Ordinals(digits=lambda number, form: f"{number}-a"),
    numerals=Numerals(alone="digits"),
    say_as=SayAs(plus="pluso"),
)
"""


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The tag of a language whose file stands in another folder."""
    (tmp_path / "qmu.py").write_text(MADE_UP)
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    yield "qmu-Latn"
    sys.modules.pop("plosive.text.languages.qmu", None)


def spoken(language: str, text: str, *, is_ssml: bool = False) -> list[str]:
    texts = front_end(language, is_ssml=is_ssml)
    segments = texts.feed(text) + texts.flush()
    return ["".join(span.text for span in segment.spans) for segment in segments]


def test_a_file_adds_a_language(made_up: str) -> None:
    text = "Zrk. Mora came on the flb. Sonda way. Flb. Blim nothing ~ Next nmr. 5 costs $2.50 at 14:30. See XIV × 3.5 on a.com."
    assert spoken(made_up, text) == [
        "Zrk Mora came on the flb Sonda way.",
        "Flb.",
        "Blim nothing ~",
        "Next nombro 5 costs 2 doloj kaj 50 cendoj at 14 horo 30.",
        "See 14 foja 3 pointo 5 on a dotto com.",
    ]
    sayings = '<say-as interpret-as="ordinal">7</say-as> <say-as interpret-as="telephone">+1 23</say-as>'
    assert spoken(made_up, sayings, is_ssml=True) == ["7-a pluso 1, 2 3"]


def test_without_its_file_it_is_none(made_up: str) -> None:
    assert spoken("qmw", "Zrk. Mora paid $2.50.") == ["Zrk.", "Mora paid $2.50."]


@pytest.mark.parametrize("code", CODES)
def test_every_file_is_found_by_any_tag_of_its_language(code: str) -> None:
    found = language_of(code)
    assert isinstance(found, Language)
    assert found.name
    assert language_of(f"{code.upper()}-Latn_XX") is found


@pytest.mark.parametrize(
    "tag", ["", "xx", "language", "..de", "de.x", "plosive", "de/../en", "e n", "１１", "x" * 1000]
)
def test_a_tag_without_a_file_is_nobodys(tag: str) -> None:
    assert language_of(tag) is language_of("zz")
