"""The effect of each SSML tag: tables of text in, transcripts and spans out."""

import re

import pytest

from plosive.errors import BadText
from plosive.text.sentences.splitter import Ending
from plosive.text.ssml.ssml_front_end import SsmlFrontEnd
from plosive.utterance import Break, Segment, Span


def read(text: str, language: str = "en") -> list[Segment]:
    front_end = SsmlFrontEnd(language)
    return front_end.feed(text) + front_end.flush()


def texts(text: str, language: str = "en") -> list[str]:
    return [segment.text for segment in read(text, language)]


def said(text: str, language: str = "en") -> list[str]:
    """Return the text to say, without its prosody."""
    return ["".join(span.text for span in segment.spans) for segment in read(text, language)]


def only_span(text: str, language: str = "en") -> Span:
    ((span,),) = [segment.spans for segment in read(text, language)]
    return span


def test_sentences_end_segments_and_tags_make_spans() -> None:
    assert read("Hello <emphasis>big</emphasis> world. Next") == [
        Segment("Hello big world.", (Span("Hello "), Span("big", speed=0.95, volume=1.15, pitch=1.0), Span(" world."))),
        Segment("Next", (Span("Next"),)),
    ]


STRUCTURE = [
    ("", []),
    ("   \n ", []),
    ("...", []),
    ("No tag at all. Two", ["No tag at all.", "Two"]),
    ("<speak>One</speak>", ["One"]),
    ('<?xml version="1.0" encoding="UTF-16"?>\n<speak version="1.1">One</speak>', ["One"]),
    ("<speak>One</speak><speak>Two</speak>", ["One", "Two"]),
    ('<speak>One</speak>\n<?xml version="1.0"?>\n<speak>Two</speak> Three', ["One", "Two", "Three"]),
    ("<speak><p>One</p><p>Two <s>three</s> four</p></speak>", ["One", "Two", "three", "four"]),
    ("<speak>\n\n  <p>\n  One\n  two\n  </p>\n</speak>", ["One two"]),
    ("One\n\ntwo", ["One", "two"]),  # a blank line, as in plain text
    ("One\ntwo\r\nthree", ["One two three"]),
    ("<b>One</b>\n<b>two</b>\n", ["One two"]),  # the layout of tags
    ("Dr. <b>Smith</b> paid $3.14. Well", ["Dr. Smith paid $3.14.", "Well"]),
    ("un<emphasis>believ</emphasis>able", ["unbelievable"]),
    ("A &amp; B &lt;C&gt; &#65;&#x42; &quot;&apos;", ["A & B <C> AB \"'"]),
    ("<![CDATA[A & B <i>]]>", ["A & B <i>"]),
    ("A<!-- & <b> -->B <!---->C", ["AB C"]),
    ("A <?target whatever?> B", ["A B"]),
    ("x [a]", ["x [a]"]),
    ("x ]]", ["x ]]"]),
    ("Cafe\u0301 <b>cafe\u0301.</b> Ne\u0301w.", ["Café café.", "Néw."]),
    ("e<b>\u0301te</b>", ["éte"]),
    ("Hi 👋 there\u202e.", ["Hi there."]),
    ("a\ud83db", ["ab"]),
    (
        "<voice name='x'>One <w>two</w> <token>three</token></voice> <made:up a='b'>four</made:up>",
        ["One two three four"],
    ),
    ("One <mark name='here'/>two", ["One two"]),
    ("<audio src='/etc/passwd'>", []),
    ("One <audio src='/etc/passwd'><desc>a bell</desc>ding</audio> two", ["One ding two"]),
    ("<metadata><rdf:x>not <p>this</p></rdf:x></metadata><lexicon uri='file:///etc/passwd'/>But this", ["But this"]),
    ("<SPEAK><P>One</P>Two</SPEAK>", ["One", "Two"]),
]


@pytest.mark.parametrize(("text", "transcripts"), STRUCTURE)
def test_structure(text: str, transcripts: list[str]) -> None:
    assert texts(text) == transcripts
    assert said(text) == transcripts


PAUSES = [
    ("A<break/> b", [("A", 0.4), (" b", 0)]),
    ("A <break time='500ms'/> b", [("A ", 0.5), ("b", 0)]),
    ("A<break time='.5s'/>b", [("A", 0.5), (" b", 0)]),
    ("A<break time='+250MS' strength='x-strong'/>b", [("A", 0.25), (" b", 0)]),
    ("A<break strength='none'/>b", [("Ab", 0)]),
    ("A<break strength='x-weak'/>b", [("A", 0.1), (" b", 0)]),
    ("A<break strength='weak'/>b", [("A", 0.2), (" b", 0)]),
    ("A<break strength='strong'/>b", [("A", 0.7), (" b", 0)]),
    ("A<break strength='loud'/>b", [("A", 0.4), (" b", 0)]),
    ("A<break time='soon'/>b", [("A", 0.4), (" b", 0)]),
    ("A<break time='-1s'/>b", [("A", 0.4), (" b", 0)]),
    ("A<break time='300ms'/><break time='400ms'/>b", [("A", 0.7), (" b", 0)]),
    ("Hello<break/>! B", [("Hello!", 0.4)], [("B", 0)]),
    ("<break time='500ms'/>A", [("", 0.5), ("A", 0)]),
    ("One. <break time='500ms'/> Two", [("One.", 0.5)], [("Two", 0)]),
    ("One<break time='1s'/>two", [("One", 1.0)], [("two", 0)]),  # long enough to end what was said
    ("One<break strength='x-strong'/>two", [("One", 1.2)], [("two", 0)]),
    ("One <break time='600s'/> two", [("One", 10.0)], [("two", 0)]),
    ("One<break time='6s'/><break time='6s'/>two", [("One", 6.0)], [("", 6.0), ("two", 0)]),
    ("One<break time='" + "9" * 4000 + "s'/>two", [("One", 10.0)], [("two", 0)]),
    ("<p>One</p><break time='500ms'/><p>Two</p>", [("One", 0)], [("", 0.5), ("Two", 0)]),
    ("<break time='2s'/>", [("", 2.0)]),
    ("... <break time='500ms'/> ... A", [("", 0.5), ("A", 0)]),
    ("<sub alias='x y'>a<break time='500ms'/>b</sub> c", [("x y", 0.5), (" c", 0)]),
    ("<desc>a<break/>b</desc>c", [("c", 0)]),
]


@pytest.mark.parametrize(("text", "segments"), [(text, list(segments)) for text, *segments in PAUSES])
def test_breaks(text: str, segments: list[list[tuple[str, float]]]) -> None:
    assert [[(span.text, span.pause_s) for span in segment.spans] for segment in read(text)] == segments


PROSODY = [
    ("rate='x-slow'", Span("a", speed=0.6)),
    ("rate='slow'", Span("a", speed=0.8)),
    ("rate='medium'", Span("a")),
    ("rate='default'", Span("a")),
    ("rate='Fast'", Span("a", speed=1.25)),
    ("rate='x-fast'", Span("a", speed=1.6)),
    ("rate='150%'", Span("a", speed=1.5)),
    ("rate='+10%'", Span("a", speed=1.1)),
    ("rate='-20%'", Span("a", speed=0.8)),
    ("rate='-500%'", Span("a", speed=0.25)),
    ("rate='0%'", Span("a", speed=0.25)),
    ("rate='9999999999%'", Span("a", speed=4.0)),
    ("rate='0.5'", Span("a", speed=0.5)),
    ("rate='180'", Span("a")),
    ("rate='1e999%'", Span("a")),
    ("rate='nan%'", Span("a")),
    ("pitch='x-low'", Span("a", pitch=-6.0)),
    ("pitch='high'", Span("a", pitch=3.0)),
    ("pitch='+2st'", Span("a", pitch=2.0)),
    ("pitch='-1.5ST'", Span("a", pitch=-1.5)),
    ("pitch='+99st'", Span("a", pitch=24.0)),
    ("pitch='-10%'", Span("a", pitch=-1.824)),
    ("pitch='-100%'", Span("a", pitch=-24.0)),
    ("pitch='+20Hz'", Span("a", pitch=2.039)),
    ("pitch='-900Hz'", Span("a", pitch=-24.0)),
    ("pitch='200Hz'", Span("a")),
    ("volume='silent'", Span("a", volume=0.0)),
    ("volume='soft'", Span("a", volume=0.5)),
    ("volume='loud'", Span("a", volume=1.4)),
    ("volume='x-loud'", Span("a", volume=2.0)),
    ("volume='+6dB'", Span("a", volume=1.995)),
    ("volume='-6db'", Span("a", volume=0.501)),
    ("volume='+999dB'", Span("a", volume=3.981)),
    ("volume='-999dB'", Span("a", volume=0.001)),
    ("volume='50'", Span("a", volume=0.5)),
    ("volume='+50%'", Span("a", volume=1.5)),
    ("volume='5Hz'", Span("a")),
    ("contour='(0%,+20Hz)' range='high' duration='3s'", Span("a")),
    ("rate='fast' pitch='low' volume='soft'", Span("a", speed=1.25, pitch=-3.0, volume=0.5)),
]


@pytest.mark.parametrize(("attributes", "span"), PROSODY)
def test_prosody(attributes: str, span: Span) -> None:
    assert only_span(f"<prosody {attributes}>a</prosody>") == span


def test_nested_prosody_multiplies_and_is_clamped() -> None:
    nested = "<prosody rate='50%' volume='200%' pitch='+20st'>" * 3
    assert only_span(f"{nested}a{'</prosody>' * 3}") == Span("a", speed=0.25, volume=4.0, pitch=24.0)
    assert only_span("<prosody rate='80%'><prosody rate='125%'>a</prosody></prosody>") == Span("a")
    spans = read("<prosody rate='slow'>a <emphasis level='none'>b</emphasis> <emphasis>c</emphasis></prosody> d")[
        0
    ].spans
    assert [(span.text, span.speed) for span in spans] == [("a b ", 0.8), ("c", 0.76), (" d", 1.0)]


EMPHASIS = [
    ("", Span("a", speed=0.95, volume=1.15, pitch=1.0)),
    (" level='moderate'", Span("a", speed=0.95, volume=1.15, pitch=1.0)),
    (" level='strong'", Span("a", speed=0.9, volume=1.3, pitch=1.5)),
    (" level='reduced'", Span("a", speed=1.1, volume=0.85, pitch=-1.0)),
    (" level='none'", Span("a")),
]


@pytest.mark.parametrize(("level", "span"), EMPHASIS)
def test_emphasis(level: str, span: Span) -> None:
    assert only_span(f"<emphasis{level}>a</emphasis>") == span


def test_lone_marks_join_a_span_with_words() -> None:
    spans = read("He said <emphasis>Wow</emphasis><prosody rate='slow'>!</prosody> to <prosody rate='slow'>me")[0].spans
    assert [span.text for span in spans] == ["He said ", "Wow!", " to ", "me"]
    assert [span.text for span in read("(<emphasis>Really</emphasis>)")[0].spans] == ["(Really)"]
    assert [span.text for span in read("«<emphasis>Oui</emphasis>»")[0].spans] == ["«Oui»"]


LANGUAGES = [
    ("<lang xml:lang='fr'>a</lang>", "en", "fr"),
    ("<lang xml:lang='fr_CA'>a</lang>", "en", "fr-CA"),
    ("<speak xml:lang='de-DE'>a</speak>", "en-US", "de-DE"),
    ("<speak xml:lang='en-US'>a</speak>", "en-GB", None),  # what every example begins with
    ("<lang xml:lang='en-US'>a</lang>", "en-GB", "en-US"),
    ("<lang xml:lang='en-US'>a</lang>", "en", None),
    ("<p xml:lang='fr'>a</p>", "en", "fr"),
    ("<lang xml:lang='fr'><voice xml:lang='en'>a</voice></lang>", "en", None),
    ("<lang xml:lang='../../etc/passwd'>a</lang>", "en", None),
    ("<lang xml:lang=''>a</lang>", "en", None),
]


@pytest.mark.parametrize(("text", "own", "language"), LANGUAGES)
def test_languages(text: str, own: str, language: str) -> None:
    assert only_span(text, own) == Span("a", language=language)


WHOLES = [
    ("<sub alias='World Wide Web'>W3C</sub> rules.", "W3C rules.", "World Wide Web rules."),
    ("The<sub alias='web'> W3C </sub>rules.", "The W3C rules.", "The web rules."),
    ("5<sub alias='kilometres'>km</sub>a", "5kma", "5 kilometres a"),
    ("I met <sub alias='Doctor'>Dr.</sub> Smith.", "I met Dr. Smith.", "I met Doctor Smith."),
    ("Go <sub alias='smile'>:)</sub> on", "Go smile on", "Go smile on"),
    ("<sub alias='hello'/> you", "hello you", "hello you"),
    ("<sub>W3C</sub>", "W3C", "W3C"),
    ("<sub alias='x'>a <emphasis>b <sub alias='y'>c</sub></emphasis></sub>", "a b c", "x"),
    ("<sub alias='a\nb'>c\n d</sub>", "c d", "a b"),
    ("<say-as interpret-as='nonsense'>a 5</say-as>", "a 5", "a 5"),
    ("<say-as>a 5</say-as>", "a 5", "a 5"),
    ("on the <say-as interpret-as='ordinal'>3</say-as>.", "on the 3.", "on the 3rd."),
    ("<phoneme alphabet='ups' ph='h@'>tomato</phoneme>", "tomato", "tomato"),
    ("A <say-as interpret-as='expletive'>damn</say-as> word", "A word", "A word"),
]


@pytest.mark.parametrize(("text", "transcript", "spoken"), WHOLES)
def test_what_is_said_in_other_words(text: str, transcript: str, spoken: str) -> None:
    assert texts(text) == [transcript]
    assert said(text) == [spoken]


# A mark inside such a word ends nothing there.
INSIDE_WHOLES = [
    ("<sub alias='x y'>Stop it! Go now.</sub> Then", [("Stop it! Go now.", "x y"), ("Then", "Then")]),
    (
        "Ask <sub alias='x y'>Mstr. M. Now!</sub> today. Ok.",
        [("Ask Mstr. M. Now! today.", "Ask x y today."), ("Ok.", "Ok.")],
    ),
    ("Ask <sub alias='x'>A! B</sub> and <sub alias='y'>C! D</sub>.", [("Ask A! B and C! D.", "Ask x and y.")]),
    ("<phoneme ph='a'>One! Two</phoneme>", [("One! Two", "One! Two")]),
    ("<p>So <sub alias='x'>A! B</sub></p>Then", [("So A! B", "So x"), ("Then", "Then")]),
]


@pytest.mark.parametrize(("text", "segments"), INSIDE_WHOLES)
def test_a_mark_inside_a_whole_ends_no_segment(text: str, segments: list[tuple[str, str]]) -> None:
    assert list(zip(texts(text), said(text), strict=True)) == segments


def test_a_row_of_wholes_with_marks_is_cut_between_them() -> None:
    segments = read("<sub alias='x'>A whole! B</sub> " * 100)
    assert max(len(segment.text) for segment in segments) < 230  # the limit, and one more whole
    assert [word for segment in segments for span in segment.spans for word in span.text.split()] == ["x"] * 100


def test_settling_and_flushing_behind_a_mark_inside_a_whole() -> None:
    for text, settled in (("<sub alias='x'>Stop! Now!</sub>", True), ("<sub alias='x'>Stop! Now</sub>", False)):
        front_end = SsmlFrontEnd()
        assert front_end.feed(text) == []
        assert front_end.holds_text
        assert bool(front_end.settle()) == settled
        assert bool(front_end.flush()) != settled


# Where no word goes on, although nothing is written between two.
PARTED = [
    ("one<break/>two", ["one two"]),
    ("One.<break/>Two", ["One.", "Two"]),
    ("one<break/>(two<break/>)", ["one(two)"]),
    ("<voice name='a'>One.</voice><voice name='b'>Two</voice>", ["One.", "Two"]),
    ("one<audio src='x'/>two", ["one two"]),
    ("one<break time='0s'/>two", ["onetwo"]),
    ("北京<break/>上海", ["北京上海"]),
    ("un<emphasis>believ</emphasis>able", ["unbelievable"]),
]


@pytest.mark.parametrize(("text", "transcripts"), PARTED)
def test_what_parts_words(text: str, transcripts: list[str]) -> None:
    assert texts(text) == transcripts


PHONEMES = [
    ("<phoneme alphabet='ipa' ph='təˈmeɪtoʊ'>tomato</phoneme>", Span("tomato", ipa="təˈmeɪtoʊ")),
    ("<phoneme ph='təˈmeɪtoʊ'>tomato</phoneme>", Span("tomato", ipa="təˈmeɪtoʊ")),
    ("<phoneme alphabet='IPA' ph=''>tomato</phoneme>", Span("tomato")),
    ("<phoneme alphabet='ipa' ph='ta'/>", Span("ta", ipa="ta")),
    ("<phoneme alphabet='x-sampa' ph='pI&quot;kA:n'>pecan</phoneme>", Span("pecan", ipa="pɪˈkɑːn")),
    ("<phoneme alphabet='X-SAMPA' ph='t@meIt@U'>tomato</phoneme>", Span("tomato", ipa="təmeɪtəʊ")),
    ("<phoneme alphabet='x-sampa' ph='s\\ d` r\\` o~ n='>x</phoneme>", Span("x", ipa="ɕ ɖ ɻ o\u0303 n\u0329")),
    ("<prosody rate='slow'><phoneme ph='a'>b</phoneme></prosody>", Span("b", ipa="a", speed=0.8)),
    ("<phoneme ph='a'>b</phoneme>.", Span("b.", ipa="a")),
]


@pytest.mark.parametrize(("text", "span"), PHONEMES)
def test_phonemes(text: str, span: Span) -> None:
    assert only_span(text) == span


BROKEN = [
    ("Tom & Jerry", "line 1, column 5, at '& Jerry': & must be written &amp;"),
    ("one\ntwo & three", "line 2, column 5"),
    ("AT&T is", "& must be written &amp;"),
    ("&" + "a" * 40, "& must be written &amp;"),
    ("3 < 4", "at '< 4': < must be written &lt;"),
    ("I <3 you", "< must be written &lt;"),
    ("a <x <y>", "this tag does not end before the next <"),
    ("a <x y='<'>", "this tag does not end before the next <"),
    ("<speak>a</p>", "line 1, column 11, at 'p>': expected </speak> here"),
    ("a</speak>", "closes a tag that is not open"),
    ("a</ssml>", "closes a tag that is not open"),
    ("a &nbsp; b", "column 3, at '&nbsp; b': undefined entity; only &amp;"),
    ("a&#0;b", "cannot stand in XML"),
    ("x\ny\0z", "line 2, column 2, at '\\x00z'"),
    ("a \ufffe b", "not well-formed"),
    ("<break time=1s/>", "a tag looks like"),
    ("<x a='1' a='2'/>", "only once"),
    ("a ]]> b", "not well-formed"),
    ("<!DOCTYPE speak SYSTEM 'file:///etc/passwd'><speak/>", "a DOCTYPE or other declaration is not allowed"),
    ("<speak><!ENTITY lol 'lol'>", "a DOCTYPE or other declaration is not allowed"),
    ("<!D", "a DOCTYPE or other declaration is not allowed"),
    ('<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><speak>&b;</speak>', "a DOCTYPE"),
    ("<b>" * 51, "nested over 50 deep"),
    ("<b>" * 10_000, "nested over 50 deep"),
    ("<b a='" + "x" * 10_000 + "'/>", "over 8192 characters"),
    ("<b a='" + "x" * 10_000, "over 8192 characters"),
    ("<!--" + "x" * 10_000, "over 8192 characters"),
    ("".join(f"<a{number}/>" for number in range(2000)), "different names"),
    ("<say-as interpret-as='digits'>" + "1" * 600, "<say-as> is for some words"),
    (f"<sub alias='{'a' * 600}'>x</sub>", "<sub> is for some words"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_broken_ssml_says_what_is_wrong_however_it_is_cut(text: str, message: str) -> None:
    for frames in ([text], list(text)):
        front_end = SsmlFrontEnd()
        with pytest.raises(BadText) as caught:
            for frame in frames:
                front_end.feed(frame)
        assert message in str(caught.value) or len(frames) > 1
        assert len(str(caught.value)) < 250
        front_end.flush()
        assert front_end.feed("As new. ") + front_end.flush() == [Segment("As new.", (Span("As new."),))]


def test_what_ended_before_broken_ssml_is_not_lost() -> None:
    for frames in (["<speak><s>One.</s><s>Two.</s><s>Three</p>"], list("<speak><s>One.</s><s>Two.</s><s>Three</p>")):
        front_end, segments = SsmlFrontEnd(), []
        with pytest.raises(BadText):
            for frame in frames:
                segments += front_end.feed(frame)
        assert front_end.holds_text
        segments += front_end.flush()
        assert [segment.text for segment in segments] == ["One.", "Two.", "Three"]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Hello there. Bye now. </p>", ["Hello there.", "Bye now."]),
        ("One two. Three four & five", ["One two.", "Three four"]),
        ("<p>One <b>two</x> three", ["One two"]),
        ("One <b>two <i a='1' a='2'>x", ["One two"]),
        ("One &nbsp; two", ["One"]),
        ("One <!DOCTYPE x>", ["One"]),
        ("Dial <say-as interpret-as='digits'>12</p>", ["Dial 12"]),
        ("Dial <say-as interpret-as='digits'>" + "1" * 600, ["Dial"]),
        ("One <desc>not this</p>", ["One"]),
        ("</p>", []),
    ],
)
def test_the_text_before_a_mistake_is_spoken_also_if_it_comes_in_the_same_frame(text: str, before: list[str]) -> None:
    for frames in ([text], list(text), re.findall(r"\S+\s*", text)):
        front_end, segments = SsmlFrontEnd(), []
        with pytest.raises(BadText):
            for frame in frames:
                segments += front_end.feed(frame)
        segments += front_end.flush()
        assert [segment.text for segment in segments] == before


CUT_OFF = [
    ("<speak><p>Hello <emphasis>wor", ["Hello wor"]),
    ("Hello <brea", ["Hello"]),
    ("Hello <!-- com", ["Hello"]),
    ("<say-as interpret-as='digits'>12", ["12"]),
    ("Call AT&T", ["Call AT&T"]),
    ("A &am", ["A &am"]),
    ("<desc>not this", []),
]


@pytest.mark.parametrize(("text", "transcripts"), CUT_OFF)
def test_a_stream_that_is_cut_off_is_spoken(text: str, transcripts: list[str]) -> None:
    front_end = SsmlFrontEnd()
    assert [segment.text for segment in front_end.feed(text) + front_end.flush()] == transcripts
    assert front_end.feed("<p>As new</p>") == [Segment("As new", (Span("As new"),))]


ENDINGS = [
    ("Hello", Ending.NONE),
    ("Hello!", Ending.LIKELY),
    ("<p>Hello!", Ending.LIKELY),
    ("<p>It is 3.", Ending.DOUBTFUL),
    ("<p>Hello! <", Ending.NONE),
    ("<p>Hello!</", Ending.NONE),
    ("Hello! &", Ending.NONE),
    ("Hello! <break time='", Ending.NONE),
    ("Hello! <sub alias='x'>y!", Ending.NONE),
    ("Hello! <desc>x", Ending.NONE),
    ("Hello! <break/>", Ending.LIKELY),
]


@pytest.mark.parametrize(("text", "ending"), ENDINGS)
def test_it_says_how_the_text_ends_and_settles_only_outside_tags(text: str, ending: Ending) -> None:
    front_end = SsmlFrontEnd()
    assert front_end.feed(text) == []
    assert front_end.ending is ending
    assert front_end.holds_text
    assert bool(front_end.settle()) == (ending is not Ending.NONE)
    assert front_end.holds_text == (ending is Ending.NONE)


def test_a_pause_after_a_settled_sentence_opens_the_next_segment() -> None:
    front_end = SsmlFrontEnd()
    front_end.feed("<p>One.")
    assert front_end.settle() == [Segment("One.", (Span("One."),))]
    assert front_end.feed("<break time='500ms'/>") == []
    assert not front_end.holds_text
    assert front_end.feed("Two</p>") == [Segment("Two", (Span(pause_s=0.5), Span("Two")))]


def test_a_segment_comes_as_soon_as_it_surely_ended() -> None:
    front_end = SsmlFrontEnd()
    assert front_end.feed("<speak>One. ") == []
    assert [segment.text for segment in front_end.feed("T")] == ["One."]
    assert [segment.text for segment in front_end.feed("wo ")] == []
    assert [segment.text for segment in front_end.feed("more<break time='2s'/>")] == ["Two more"]
    assert [segment.text for segment in front_end.feed("three</speak")] == []
    assert [segment.text for segment in front_end.feed(">")] == ["three"]


def test_a_german_ordinal_is_inflected_by_what_stands_before_the_tag() -> None:
    assert said("Am <say-as interpret-as='ordinal'>3</say-as> Tag.", "de") == ["Am dritten Tag."]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("<speak><p>One. Two.</p><p>Three.</p></speak>", "SSP"),
        ("<speak><p><s>One.</s><s>Two.</s></p>Three.</speak>", "SSP"),
        ("One.\n\nTwo. Three.", "SPS"),
        ("<p>One.</p><break time='2s'/><p>Two.</p>", "SS"),  # the pause is asked for
        ("<speak>One.</speak><speak>Two.</speak>", "SS"),
    ],
)
def test_segments_know_that_they_follow_a_paragraph(text: str, ends: str) -> None:
    for frames in ([text], list(text)):
        front_end = SsmlFrontEnd()
        segments = [segment for frame in frames for segment in front_end.feed(frame)] + front_end.flush()
        assert "".join(segment.follows.name[0] for segment in segments) == ends
        assert [segment.follows for segment in front_end.feed("<p>Anew.</p>") + front_end.flush()] == [Break.SENTENCE]
