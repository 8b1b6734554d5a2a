"""Text that only looks like a formula, table, tag or citation is spoken, and the sentence does not wait for more."""

import pytest

from plosive.text.pipeline import TextPipeline
from plosive.text.sentences.splitter import Ending

# Each is spoken as it is but for marks that are left out, before the two sentences behind it are whole.
PROSE = {
    "Tickets are **$12** at the door.": "Tickets are $12 at the door.",
    "Tickets are *$12*, or _$9_ for two.": "Tickets are $12, or $9 for two.",
    "The plan is $8/month with tea.": "The plan is $8/month with tea.",
    "They ask $30/h there.": "They ask $30/h there.",
    "Bikes start at $200+ these days.": "Bikes start at $200+ these days.",
    "Lunch is **$6–$9** a head.": "Lunch is $6–$9 a head.",
    "Lunch is $7(ish) on Mondays.": "Lunch is $7(ish) on Mondays.",
    "Rent is **$2k** or ***$2.5k***.": "Rent is $2k or $2.5k.",
    "Send $40USD by post.": "Send $40USD by post.",
    "Read $HOME before you start.": "Read $HOME before you start.",
    "It is kept in $HOME.": "It is kept in $HOME.",
    "It lies in $HOME, or in $TMP for guests.": "It lies in $HOME, or in $TMP for guests.",
    "Type yes|no and press enter.": "Type yes|no and press enter.",
    "Write it as a | b in a shell.": "Write it as a | b in a shell.",
    "Stop if a<b then count down.": "Stop if a<b then count down.",
    "Go on while a<b holds.": "Go on while a<b holds.",
    "We know that i <n holds.": "We know that i <n holds.",
}
FORMULAS = {
    "The $n$th of $2x$ is $x^2 + 1$.": "The nth of 2x is x^2 + 1.",
    "Take $2(x+1)$, $1/n$ and $5$ of it.": "Take 2(x+1), 1/n and 5 of it.",
    r"Then $f = \text{what it was before}$.": "Then f = what it was before.",
    "So **$x$** it is.": "So x it is.",
}
CITED = {
    "See [1], and [2]. Next.": "See 1, and 2.\nNext.",
    "Look it up in [3]. Next.": "Look it up in 3.\nNext.",
    "According to [4], it rains.": "According to 4, it rains.",
    "As noted [3], it's fine [1]. Next.": "As noted, it's fine.\nNext.",
    "Frogs *sing* at night [1][2], see [3].": "Frogs sing at night, see 3.",
    "Read more in [[5]](https://frogs.example).": "Read more in 5.",
}
ABOUT = {
    "A taxi (~$20) is **~$25** at night.": "A taxi (~$20) is ~$25 at night.",
    "It is far (~5 km), 3~4 hours.": "It is far (~5 km), 3~4 hours.",
    "H~2~O is ~wet~ (~word~).": "H2O is wet (word).",
}
TABLE = "Avg. Price | Max. Price\n--- | ---\n1 | 2"


def heard(markdown: str, size: int) -> str:
    pipeline, segments = TextPipeline("en"), []
    for at in range(0, len(markdown), size):
        segments += pipeline.feed(markdown[at : at + size])
    return "\n".join(segment.text for segment in segments + pipeline.flush())


@pytest.mark.parametrize("size", [1, 4, 1000])
@pytest.mark.parametrize("markdown", PROSE)
def test_prose_does_not_wait_for_what_is_none(markdown: str, size: int) -> None:
    text = markdown + " We will be there by noon. Bring"
    pipeline, segments = TextPipeline("en"), []
    for at in range(0, len(text), size):
        segments += pipeline.feed(text[at : at + size])
    assert [segment.text for segment in segments] == [PROSE[markdown], "We will be there by noon."]


@pytest.mark.parametrize("size", [1, 4, 1000])
@pytest.mark.parametrize("markdown", [*FORMULAS, *CITED, *ABOUT])
def test_marks_are_heard_as(markdown: str, size: int) -> None:
    assert heard(markdown, size) == (FORMULAS | CITED | ABOUT)[markdown]


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_a_header_with_abbreviations_still_makes_a_table(size: int) -> None:
    assert heard(TABLE, size).replace("\n", " ") == "Avg. Price, Max. Price 1, 2"


@pytest.mark.parametrize(
    ("frames", "spoken"),
    [
        (["He has ", "**$5**", "."], "He has $5."),
        (["He has ", "**$5.**"], "He has $5."),
        (["The root is ", "$x$", "."], "The root is x."),
        (["Look into ", "$HOME", "."], "Look into $HOME."),
        (["Answer ", "yes|no", "."], "Answer yes|no."),
        (["Stop if ", "a<b then turn", "."], "Stop if a<b then turn."),
        (["Stop if ", "a <b then turn", "."], "Stop if a <b then turn."),
    ],
)
def test_the_last_sentence_may_be_settled(frames: list[str], spoken: str) -> None:
    pipeline = TextPipeline("en")
    for frame in frames:
        assert not pipeline.feed(frame)
    assert pipeline.ending is not Ending.NONE
    assert [segment.text for segment in pipeline.settle()] == [spoken]
    assert not pipeline.flush()


@pytest.mark.parametrize(
    "start", ["Rain <!-- not.", "Rain <https://a.", 'Rain <a title="b.', "Rain $x = 3.", "a|[b.](c."]
)
def test_what_is_still_open_is_not_settled(start: str) -> None:
    pipeline = TextPipeline("en")
    pipeline.feed(start)
    assert pipeline.ending is Ending.NONE


@pytest.mark.parametrize("frames", [["【3†s】"], ["【", "3†", "s】"], ["\ue200cite", "\ue201"]])
def test_a_source_alone_is_no_text_to_speak(frames: list[str]) -> None:
    pipeline = TextPipeline("en", markdown=False)
    for frame in frames:
        pipeline.feed(frame)
    assert not pipeline.holds_text
    assert not pipeline.flush()
