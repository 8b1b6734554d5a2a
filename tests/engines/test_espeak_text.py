"""The text that reaches espeak-ng, without its own markup and without shapes that crash it."""

import time

import pytest

from plosive.engines.espeak_text import speakable


@pytest.mark.parametrize("text", ["", "Don't they? It's 5 o'clock, isn't it!", "naïve façade", "你好,世界", "a" * 92])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert speakable(text) == text


@pytest.mark.parametrize(
    "text", ["[[h@l'oU]]", "[\x02h@l'oU", "\x01V../voice \x01300S", "a\0b", "\ud800\udfff", "\x92"]
)
def test_nothing_that_commands_the_library_is_left(text: str) -> None:
    said = speakable(text)
    assert not set(said) & {"[", "]", *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))}
    said.encode()


@pytest.mark.parametrize("word", ["s'" * 300, "s’" * 300, "a?" * 300, "'" * 500])
def test_a_word_has_few_apostrophes(word: str) -> None:
    words = speakable(word).split(" ")
    assert max(sum(part.count(mark) for mark in "'’?") for part in words) <= 20
    assert "".join(words) == word


@pytest.mark.parametrize("text", ["a." * 100, ".é" * 100, "a. " * 100, ".s'" * 100])
def test_letters_between_dots_come_in_groups(text: str) -> None:
    groups = speakable(text).split(", ")
    assert max(group.count(".") for group in groups) <= 13
    assert speakable("The U.S.A. and the e.g. of a.b.c.d.") == "The U.S.A. and the e.g. of a.b.c.d."


@pytest.mark.parametrize("word", ["a" * 1000, "é" * 1000, "ก" * 1000, "s'" * 19 + "x" * 500, "漢" * 301])
def test_a_word_is_short_and_loses_nothing(word: str) -> None:
    words = speakable(word).split(" ")
    assert max(map(len, words)) <= 100
    assert "".join(words) == word


def test_marks_stay_with_their_letter() -> None:
    words = speakable("xa\u0301" * 200).split(" ")
    assert not any(word.startswith("\u0301") for word in words)
    assert max(map(len, speakable("a" + "\u0301" * 5000).split(" "))) <= 100


@pytest.mark.parametrize("unit", ["a", "'", ".", "a.", "a'.", "s'", "a. ", "[", "\u0301"])
def test_cost_grows_with_the_length_only(unit: str) -> None:
    def cost_s(count: int) -> float:
        start = time.process_time()
        speakable(unit * count)
        return time.process_time() - start

    assert min(cost_s(40_000) for _ in range(3)) < 8 * min(cost_s(10_000) for _ in range(3)) + 0.005
