import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.voices.languages import contains, lookup, written


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-us", "en-US"),
        ("fa-latn", "fa-Latn"),
        ("es-419", "es-419"),
        ("en-gb-x-rp", "en-GB-x-rp"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("CMN", "cmn"),
    ],
)
def test_tags_are_written_as_rfc_5646_recommends(tag: str, expected: str) -> None:
    assert written(tag) == expected


def test_a_range_contains_itself_and_what_begins_with_it() -> None:
    assert contains("en", "en-GB")
    assert contains("EN-gb", "en-GB-scotland")
    assert contains("en-GB", "en-gb")
    assert not contains("en", "eng")
    assert not contains("en-GB", "en")


@pytest.mark.parametrize(
    ("tag", "installed", "taken"),
    [
        ("en", {"en-us", "en-gb"}, "en-us"),
        ("en-AU", {"en-us", "en-gb"}, "en-gb"),
        ("en-CA", {"en-us", "en-gb"}, "en-us"),
        ("en-AU", {"en-us"}, "en-us"),
        ("pt-BR", {"pt", "pt-br"}, "pt-br"),
        ("pt-AO", {"pt", "pt-br"}, "pt"),
        ("es-MX", {"es", "es-419"}, "es-419"),
        ("es-ES", {"es", "es-419"}, "es"),
        ("zh", {"cmn", "yue"}, "cmn"),
        ("zh-HK", {"cmn", "yue"}, "yue"),
        ("zh-Hant-HK", {"cmn", "yue"}, "yue"),
        ("zh-Hans-CN", {"cmn", "yue"}, "cmn"),
        ("no", {"nb", "da"}, "nb"),
        ("nn-NO", {"nb", "da"}, "nb"),
        ("iw-IL", {"he"}, "he"),
        ("de-CH-1996", {"de"}, "de"),
        ("tlh", {"en-us"}, None),
    ],
)
def test_the_nearest_installed_language_is_taken(tag: str, installed: set[str], taken: str | None) -> None:
    assert next((candidate for candidate in lookup(tag) if candidate in installed), None) == taken


@given(st.text(max_size=35))
def test_lookup_ends_for_any_text(tag: str) -> None:
    assert len(list(lookup(tag))) < 200
