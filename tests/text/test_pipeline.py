"""The stages together: the segments of a model's answer, token by token, and the time at which its end is sure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plosive.text.pipeline import TextPipeline
from plosive.text.sentences.splitter import Ending, SentenceSplitter
from plosive.utterance import Break, Segment
from text.text_cuts import LENGTHS, PIECES, TEXTS, split

ANSWER = """## Getting started

Here's the **plan**: walk every day, e.g. before work. It costs $3.50!

- *Walk* 20 minutes 🚶
- Read [the guide](https://example.com/a.b)

| Day | Task |
|-----|------|
| 1 | Rest |

```sh
run --fast
```
Good luck!"""
SPOKEN = [
    "Getting started",
    "Here's the plan: walk every day, e.g. before work.",
    "It costs $3.50!",
    "Walk 20 minutes",
    "Read the guide",
    "Day, Task",
    "1, Rest",
    "run --fast",
    "Good luck!",
]


def texts(segments: list[Segment]) -> list[str]:
    return [segment.text for segment in segments]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 1000])
def test_an_answer_is_spoken_the_same_in_any_frames(size: int) -> None:
    pipeline = TextPipeline("en")
    frames = [ANSWER[at : at + size] for at in range(0, len(ANSWER), size)]
    segments = [segment for frame in frames for segment in pipeline.feed(frame)] + pipeline.flush()
    assert texts(segments) == SPOKEN


def test_tokens_that_change_the_end_are_waited_for() -> None:
    pipeline = TextPipeline("en")
    for token in ("Dr", ". Sm", "ith paid $3", ".14"):
        assert pipeline.feed(token) == []
    assert pipeline.feed(".") == []
    assert pipeline.ending is Ending.DOUBTFUL
    assert texts(pipeline.settle()) == ["Dr. Smith paid $3.14."]
    assert not pipeline.holds_text


@pytest.mark.parametrize("end", ["**stop.**", "stop!", "*stop?*", "`stop`.", '"stop."', "~~stop~~!"])
def test_marks_after_the_end_do_not_hide_it(end: str) -> None:
    pipeline = TextPipeline("en")
    assert pipeline.feed("Please " + end) == []
    assert pipeline.ending is (Ending.DOUBTFUL if '"' in end else Ending.LIKELY)
    assert len(pipeline.settle()) == 1
    assert not pipeline.holds_text


@pytest.mark.parametrize("text", ["**", "---", "🎉", "\n\n\n", "```\n```", "...", "[](x)", "<b></b>", "| --- |"])
def test_markup_alone_is_silent(text: str) -> None:
    pipeline = TextPipeline("en")
    assert pipeline.feed(text) + pipeline.settle() == []
    assert not pipeline.holds_text
    assert pipeline.flush() == []


def test_plain_text_keeps_its_marks_without_markdown() -> None:
    pipeline = TextPipeline("en", markdown=False)
    assert texts(pipeline.feed("Use **two** stars 🎉. ") + pipeline.flush()) == ["Use **two** stars."]


def test_segments_are_in_nfc() -> None:
    pipeline = TextPipeline("fr")
    assert texts(pipeline.feed("Cafe\u0301 noir.") + pipeline.flush()) == ["Caf\u00e9 noir."]


def test_a_flush_in_a_code_block_begins_anew() -> None:
    pipeline = TextPipeline("en")
    pipeline.feed("```\ncode")
    pipeline.flush()
    assert texts(pipeline.feed("**bold** text") + pipeline.flush()) == ["bold text"]


def test_code_blocks_can_be_named_instead_of_read() -> None:
    pipeline = TextPipeline("en", code="say")
    assert texts(pipeline.feed(ANSWER) + pipeline.flush()) == [*SPOKEN[:-2], "code block", SPOKEN[-1]]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("It is late. G", "It is late."),
        ("Is it? Y", "Is it?"),
        ("Go home!\n\n", "Go home!"),
        ("A sentence comes. T", "A sentence comes."),
        ("# A heading\n", "A heading"),
        ("He lives in Rome.\n- S", "He lives in Rome."),
    ],
)
@pytest.mark.parametrize("lead", ["", "Well then, let me think about this for a while: "])
def test_a_certain_end_is_released_by_the_character_that_makes_it_certain(lead: str, text: str, segment: str) -> None:
    lead = "" if text.startswith("#") else lead
    pipeline = TextPipeline("en")
    given = [texts(pipeline.feed(character)) for character in lead + text]
    assert given == [[]] * (len(given) - 1) + [[lead + segment]]


@pytest.mark.parametrize(
    ("language", "segment", "rest"),
    [
        ("zh", "你好!", "我"),
        ("en", "你好!", "我"),
        ("zh", "你好吗?", "我"),
        ("zh", "好的。", "我"),
        ("ja", "ええ!", "行"),
        ("ja", "はい。", "次"),
        ("ko", "좋아요!", "그"),
        ("ko", "네. ", "그"),
        ("am", "ሰላም!", "እ"),
    ],
)
def test_wide_characters_end_sentences_without_a_space(language: str, segment: str, rest: str) -> None:
    pipeline = TextPipeline(language)
    released = [text for char in segment + rest for text in texts(pipeline.feed(char))]
    assert released == [segment.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100,
        "词" * 200,
        "Yes. " + "词" * 200,
        "词词词。Yes, it is. " + "단어 " * 200,
        "词词词。 Go on.\n\nYes.\n\nSo " + "词" * 200,
    ],
)
@pytest.mark.parametrize("size", [1, 8])
def test_an_end_by_length_is_released_at_once(text: str, size: int) -> None:
    splitter, pipeline = SentenceSplitter("en"), TextPipeline("en")
    frames = [text[at : at + size] for at in range(0, len(text), size)]
    early = [count for count, frame in enumerate(frames) for _ in splitter.feed(frame)]
    late = [count for count, frame in enumerate(frames) for _ in pipeline.feed(frame)]
    # White space may be held until the next character.
    assert len(early) > 1
    assert all(at <= soonest + 1 for at, soonest in zip(late, early, strict=True))


def test_an_end_before_the_last_one_is_settled_with_it() -> None:
    pipeline = TextPipeline("en")
    given = pipeline.feed("Oh, surely!Here it is.")
    assert pipeline.ending is Ending.LIKELY
    assert texts(given + pipeline.settle()) == ["Oh, surely!", "Here it is."]
    assert not pipeline.holds_text


@pytest.mark.parametrize("end", ["stop.", "stop!", "stop. ", 'stop?"'])
def test_words_before_a_mark_have_no_ending(end: str) -> None:
    pipeline = TextPipeline("en")
    for token in ("It ", "is ", "time ", "to "):
        pipeline.feed(token)
        assert pipeline.ending is Ending.NONE
    pipeline.feed(end)
    ending = pipeline.ending
    assert ending is not Ending.NONE
    assert len(pipeline.settle()) == 1
    assert pipeline.ending is Ending.NONE


@pytest.mark.parametrize(
    ("text", "markdown", "ends"),
    [
        ("One. Two.\n\nThree. Four.", True, "SSPS"),
        ("One. Two.\n\nThree. Four.", False, "SSPS"),
        ("# One\nTwo.\n\n## Three\n\nFour.", True, "SHPH"),
        ("One\n===\nTwo.\n\n**Three**\nFour.", True, "SHPH"),
        ("One:\n- Two\n- Three", True, "SPS"),
        ("1. One\n\n2. Two\n\nThree.", True, "SSP"),
        ("- One\n- Two\n\n  More\n\n# Three\n\nFour", True, "SSSPH"),
        ("| One | Two |\n|-|-|\n| Three | Four |", True, "SS"),
        ("One.\nTwo.\n \n\n \nThree.", True, "SSP"),
        ("\n\n🎉\n\nOne.\n\n---\n\n!!!\n\nTwo.", True, "SP"),
        ("Name: Anna\nAge: 30\nHome town: Rome", True, "SSS"),
        ("I said this to you\nand Note: it is long", True, "S"),
        ("It costs, as I said,\nNote: much", True, "S"),
    ],
)
def test_segments_know_which_end_they_follow(text: str, markdown: bool, ends: str) -> None:
    for frames in ([text], list(text)):
        pipeline = TextPipeline("en", markdown)
        segments = [segment for frame in frames for segment in pipeline.feed(frame)] + pipeline.flush()
        assert "".join(segment.follows.name[0] for segment in segments) == ends
        assert [segment.follows for segment in pipeline.feed("Anew. ") + pipeline.flush()] == [Break.SENTENCE]


def test_a_paragraph_is_known_after_its_last_sentence_was_settled() -> None:
    pipeline = TextPipeline("en")
    pipeline.feed("One.")
    assert [segment.follows for segment in pipeline.settle()] == [Break.SENTENCE]
    assert pipeline.feed("\n\n") == []
    assert [segment.follows for segment in pipeline.feed("Two. ") + pipeline.flush()] == [Break.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("I like [Kokoro](/kˈoʊkəɹoʊ/) a lot.", [("I like ", None), ("Kokoro", "kˈoʊkəɹoʊ"), (" a lot.", None)]),
        ("[New **York**](/nuː jɔːk/)!", [("New York", "nuː jɔːk"), ("!", None)]),
        ("Two: [a](/ə/)[b](/ɪ/)", [("Two: ", None), ("a", "ə"), ("b", "ɪ")]),
        ("A read, then a [read](/ɹɛd/) read.", [("A read, then a ", None), ("read", "ɹɛd"), (" read.", None)]),
        # Addresses, and the client's own sign for it.
        ("See [home](/home/) or [maps](/a/b/c).", [("See home or maps.", None)]),
        ("See [it](/kˈo/x) now.", [("See it now.", None)]),
        ("So\ufffb be it.", [("So be it.", None)]),
    ],
)
def test_a_word_with_ipa_as_its_address_is_pronounced_so(text: str, spans: list[tuple[str, str | None]]) -> None:
    for frames in ([text], list(text), [text[at : at + 3] for at in range(0, len(text), 3)]):
        pipeline = TextPipeline("en")
        [segment] = [segment for frame in frames for segment in pipeline.feed(frame)] + pipeline.flush()
        assert [(span.text, span.ipa) for span in segment.spans] == spans
        assert segment.text == "".join(span.text for span in segment.spans)


@given(
    TEXTS | st.lists(st.sampled_from([*PIECES, "](/kæt/)", "&#10;", "# ", "\n\n", "[cat](/kæt/)"])).map("".join),
    LENGTHS,
)
@settings(max_examples=300)
def test_cuts_change_neither_pronunciations_nor_the_ends_that_segments_follow(text: str, lengths: list[int]) -> None:
    def read(frames: list[str]) -> list[Segment]:
        pipeline = TextPipeline("en")
        return [segment for frame in frames for segment in pipeline.feed(frame)] + pipeline.flush()

    whole = read([text])
    assert read(list(text)) == whole
    assert read(split(text, lengths)) == whole
