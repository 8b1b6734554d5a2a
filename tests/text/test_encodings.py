"""The bytes of texts in several encodings."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadText
from plosive.text.encodings import TextDecoder, decoded
from text.text_cuts import LENGTHS

WESTERN = "Café at 8 – “closed”. It costs 5 €, señor; naïve façade."


def fed(octets: bytes, lengths: list[int]) -> str:
    decoder, text, at, turn = TextDecoder(), "", 0, 0
    while at < len(octets):
        length = lengths[turn % len(lengths)]
        text += decoder.feed(octets[at : at + length])
        at, turn = at + length, turn + 1
    return text + decoder.flush()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), LENGTHS)
def test_utf_8_in_any_cuts(text: str, lengths: list[int]) -> None:
    text = text.removeprefix("\ufeff")
    assert fed(text.encode(), lengths) == text
    assert fed(codecs.BOM_UTF8 + text.encode(), lengths) == text


@pytest.mark.parametrize("lengths", [[1], [2, 3], [1000]])
@pytest.mark.parametrize(
    "octets",
    [
        codecs.BOM_UTF16_LE + WESTERN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WESTERN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WESTERN.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + WESTERN.encode("utf-32-be"),
        WESTERN.encode("utf-16-le"),
        WESTERN.encode("utf-16-be"),
        WESTERN.encode("windows-1252"),
    ],
)
def test_other_encodings_are_recognised(octets: bytes, lengths: list[int]) -> None:
    assert fed(octets, lengths) == WESTERN


@pytest.mark.parametrize("octets", [b"Caf\xe9", b"\x93Yes\x94", b"5 \x80", b"\xe9t\xe9 ou hiver"])
def test_short_windows_1252(octets: bytes) -> None:
    assert decoded(octets) == octets.decode("windows-1252")


@pytest.mark.parametrize(
    "octets",
    [
        "Привет, мир".encode("windows-1251"),
        "こんにちは".encode("shift-jis"),
        "Grüße, ".encode() + "é".encode("windows-1252") + b" x",  # two encodings in one text
        b"abc \x81 def",
        codecs.BOM_UTF16_LE + b"a\0\x00\xdcb\0",
    ],
)
def test_all_else_is_refused_in_one_line(octets: bytes) -> None:
    with pytest.raises(BadText, match="send UTF-8") as caught:
        decoded(octets)
    assert "\n" not in str(caught.value)
