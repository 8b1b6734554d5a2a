"""Timed words to cues, SRT and WebVTT."""

import io
from itertools import pairwise

import av
from hypothesis import given
from hypothesis import strategies as st

from plosive.subtitles import LINE_CHARS, LONGEST_S, SHORTEST_S, Cue, cues, srt, vtt
from plosive.word_times import SpokenText, TimedWord, written_words


def spoken(*texts: str, word_s: float = 0.4, gap_s: float = 0.3) -> list[SpokenText]:
    """Segments whose words last as long each, with silence after each segment."""
    found: list[SpokenText] = []
    at_s = 0.0
    for text in texts:
        start_s, words = at_s, []
        for start, end in written_words(text):
            words.append(TimedWord(text[start:end], start, end, at_s, at_s + word_s))
            at_s += word_s
        at_s += gap_s
        found.append(SpokenText(text, start_s, at_s, tuple(words)))
    return found


def check(segments: list[SpokenText]) -> list[Cue]:
    found = cues(segments)
    said = "".join("".join(segment.text.split()) for segment in segments)
    assert "".join("".join("".join(cue.lines).split()) for cue in found) == said
    for cue in found:
        assert 1 <= len(cue.lines) <= 2
        assert all(0 < len(line) <= LINE_CHARS for line in cue.lines)
        assert cue.start_s <= cue.end_s <= segments[-1].end_s + 1e-9
    assert all(one.end_s <= other.start_s + 1e-9 for one, other in pairwise(found))
    return found


def test_a_sentence_is_a_cue() -> None:
    hello, owe = check(spoken("Hello there.", "You owe us $3.14."))
    assert (hello.lines, hello.start_s, round(hello.end_s, 3)) == (("Hello there.",), 0.0, 0.8)
    assert (owe.lines, owe.start_s, round(owe.end_s, 3)) == (("You owe us $3.14.",), 1.1, 2.7)


def test_a_short_cue_lasts_as_long_as_there_is_room() -> None:
    yes, no = cues(spoken("Yes.", "No.", word_s=0.2, gap_s=0.3))
    assert (yes.end_s, no.start_s) == (0.5, 0.5)
    (yes,) = cues(spoken("Yes.", word_s=0.2, gap_s=2))
    assert yes.end_s == SHORTEST_S
    (yes,) = cues(spoken("Yes.", word_s=0.2, gap_s=0.1))
    assert round(yes.end_s, 3) == 0.3  # the end of the audio


def test_two_lines_are_about_as_long() -> None:
    (cue,) = check(spoken("This is one sentence that needs just a little more than a line.", word_s=0.3))
    assert cue.lines == ("This is one sentence that needs", "just a little more than a line.")


def test_a_long_sentence_breaks_behind_a_clause_else_at_a_blank() -> None:
    text = (
        "When the rain had stopped at last, they all went out into the garden and looked for the cat, which was asleep"
    )
    assert [" ".join(cue.lines) for cue in check(spoken(text, word_s=0.2))] == [
        "When the rain had stopped at last,",
        "they all went out into the garden and looked for the cat, which was asleep",
    ]
    assert len(check(spoken("word " * 60))) > 3


def test_no_cue_is_longer_than_seven_seconds() -> None:
    for cue in check(spoken("one two three four five six seven eight nine ten", word_s=1.0)):
        assert cue.end_s - cue.start_s <= LONGEST_S


def test_chinese_and_a_word_that_is_longer_than_a_line() -> None:
    check(spoken("我们今天去公园，" * 20))
    check(spoken("See https://example.com/" + "a" * 200 + " now."))


def test_files() -> None:
    segments = spoken("Fish & <chips>.", "No.")
    assert srt(segments) == (
        "1\n00:00:00,000 --> 00:00:01,200\nFish & <chips>.\n\n2\n00:00:01,500 --> 00:00:02,200\nNo.\n"
    )
    assert vtt(segments) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.200\nFish &amp; &lt;chips&gt;.\n\n00:00:01.500 --> 00:00:02.200\nNo.\n"
    )
    assert srt([]) == ""
    assert vtt([]) == "WEBVTT\n"


def test_a_player_takes_them() -> None:
    segments = spoken("Hello there.", "You owe us $3.14 on 2026-11-21, Dr. Smith.")
    for suffix, text in (("srt", srt(segments)), ("webvtt", vtt(segments))):
        with av.open(io.BytesIO(text.encode()), "r", format=suffix) as file:
            (stream,) = file.streams.subtitles
            packets = [packet for packet in file.demux(stream) if packet.size]
            assert stream.time_base is not None
            assert [float((packet.pts or 0) * stream.time_base) for packet in packets] == [0.0, 1.1]
            assert bytes(packets[0]).decode() == "Hello there."


@given(
    st.lists(
        st.text("ab ,.—我。\n&", max_size=150).filter(lambda text: bool(written_words(text))), min_size=1, max_size=4
    ),
    st.sampled_from([0.05, 0.3, 2.0]),
    st.sampled_from([0.0, 0.3, 2.0]),
)
def test_all_words_stand_in_the_cues_once(texts: list[str], word_s: float, gap_s: float) -> None:
    segments = spoken(*texts, word_s=word_s, gap_s=gap_s)
    check(segments)
    assert "\n\n\n" not in srt(segments)
