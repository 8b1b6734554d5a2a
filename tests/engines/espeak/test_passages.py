"""How spans become calls of the library: which share one, and what stands between two."""

from collections.abc import Iterator

from plosive.engines.espeak.passages import Passage, Prosody, Words, passages
from plosive.utterance import EngineVoice, Span, Utterance

NORMAL = Prosody(175, 100, 50)


def cut(*spans: Span, mnemonics: tuple[str, ...] = ("h|@|l",), speed: float = 1.0) -> list[Passage]:
    utterance = Utterance(spans, EngineVoice("espeak", "gmw/en-US"), speed)

    def words() -> Iterator[Words]:
        for span in spans:
            yield Words(span, span.language or utterance.voice.model, list(mnemonics) if span.ipa else [])

    return list(passages(utterance, words()))


def test_text_and_phonemes_are_one_call() -> None:
    [passage] = cut(Span("Say "), Span("x", ipa="x"), Span(", now."), mnemonics=("h|@|l", "'|oU"))
    assert passage == Passage("gmw/en-US", NORMAL, NORMAL, "Say [[h|@|l]] [['|oU]], now.", places=passage.places)
    assert [(place.word, passage.markup[: place.end][-3:]) for place in passage.places] == [
        ("Say", "Say"), ("x", "U]]"), (",", "]],"), ("now.", "ow.")
    ]  # fmt: skip


def test_prosody_changes_within_a_call() -> None:
    [passage] = cut(Span("a "), Span("b", speed=2, volume=0.5, pitch=-2), Span(" c"))
    assert passage.prosody == NORMAL
    assert passage.markup == "a  \x01350S \x0150A \x0142P b \x01175S \x01100A \x0150P  c"


def test_prosody_is_within_what_the_library_can() -> None:
    assert cut(Span("a", speed=9, volume=9, pitch=99))[0].prosody == Prosody(450, 200, 99)
    assert cut(Span("a", speed=0.1, volume=0, pitch=-99))[0].prosody == Prosody(80, 0, 0)


def test_another_voice_is_another_call_that_goes_on() -> None:
    first, second, third = cut(Span("the word "), Span("chat", language="roa/fr"), Span(" is it."))
    assert [first.markup, second.markup, third.markup] == ["the word,", "chat,", " is it."]
    assert [passage.has_ending for passage in (first, second, third)] == [False, False, True]


def test_a_sentence_that_ends_before_another_voice_keeps_its_pause() -> None:
    first, _ = cut(Span("Yes. "), Span("Oui.", language="roa/fr"))
    assert (first.markup, first.has_ending) == ("Yes. ", True)


def test_a_pause_stands_for_the_one_at_a_clause() -> None:
    first, second = cut(Span("Yes.", pause_s=0.5), Span("No."))
    assert (first.markup, first.has_ending, first.pause_s) == ("Yes.", False, 0.5)
    assert (second.has_ending, second.pause_s) == (True, 0.0)


def test_pauses_without_text_add_up() -> None:
    assert [passage.pause_s for passage in cut(Span(pause_s=1), Span(pause_s=2))] == [3]
    [passage] = cut(Span("Yes.", pause_s=1), Span(" "), Span(pause_s=2))
    assert (passage.pause_s, passage.has_ending) == (3, True)


def test_phonemes_do_not_reach_where_a_clause_is_cut() -> None:
    found = cut(*[Span("x", ipa="x")] * 10, mnemonics=("|".join("abc" * 20),) * 2)
    assert max(len(passage.markup) for passage in found) <= 601
    assert sum(passage.markup.count("[[") for passage in found) == 20


def test_client_text_writes_no_markup() -> None:
    assert cut(Span("[[a]] \x01300S"))[0].markup == "((a))  300S"
