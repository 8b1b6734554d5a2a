"""The engine itself: pronunciation, prosody, pauses and languages of spans, and text that used to kill it."""

import subprocess
import sys

import numpy as np
import pytest

from plosive.engines.espeak.engine import EspeakEngine
from plosive.errors import EngineFailed
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.voices.espeak import RATE_HZ

ENGINE = EspeakEngine()

KILLERS = {
    "many suffixes": "s'" * 80,
    "many suffixes of two words": "s's " * 3 + "'s's" * 200,
    "letters between dots": "é." * 100,
    "phonemes by a control character": "[\x02" + "s" * 400,
    "phonemes": "[[" + "a" * 3000,
}
"""Each aborts the bare library, or a library that is given phoneme input."""


def pcm(*spans: Span, voice: str = "gmw/en-US", speed: float = 1.0) -> np.ndarray:
    utterance = Utterance(spans, EngineVoice("espeak", voice), speed)
    return np.frombuffer(b"".join(chunk.pcm for chunk in ENGINE.speak(utterance)), np.int16).astype(float)


def seconds(*spans: Span, voice: str = "gmw/en-US") -> float:
    return len(pcm(*spans, voice=voice)) / RATE_HZ


def test_the_library_has_the_rate_of_the_listed_voices() -> None:
    [first, *_] = ENGINE.speak(Utterance((Span("Hello."),), EngineVoice("espeak", "gmw/en-US")))
    assert first.rate_hz == RATE_HZ


def loudness(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(samples**2)))


def envelope(samples: np.ndarray, count: int) -> np.ndarray:
    return np.array([loudness(part) for part in np.array_split(samples, count)])


@pytest.mark.parametrize(
    ("voice", "word", "ipa"),
    [
        ("gmw/en-US", "water", "wˈɔːɾɚ"),
        ("gmw/en", "telephone", "tˈɛlɪfˌəʊn"),
        ("gmw/de", "möglichkeit", "mˈøːklɪçkˌaɪt"),
        ("roa/fr", "bonjour", "bɔ̃ʒˈuʁ"),
        ("roa/es", "trabajo", "tɾaβˈaxo"),
        ("roa/it", "gnocchi", "ɲˈɔkkɪ"),
        ("zlw/pl", "cześć", "tʃˈɛɕtɕ"),
        ("zle/ru", "школа", "ʂkˈoɭə"),
        ("trk/tr", "çocuk", "tʃodʒˈuk"),
        ("urj/fi", "kieli", "kˈieli"),
        ("inc/hi", "पानी", "pˈaːniː"),
        ("jpx/ja", "さくら", "säkˈɯᵝɽä"),
    ],
)
def test_ipa_sounds_like_the_word(voice: str, word: str, ipa: str) -> None:
    spelt, given = pcm(Span(word), voice=voice), pcm(Span("xyz", ipa=ipa), voice=voice)
    assert abs(len(spelt) - len(given)) < 0.12 * len(spelt)
    assert np.corrcoef(envelope(spelt, 12), envelope(given, 12))[0, 1] > 0.85


def test_ipa_flows_in_its_sentence() -> None:
    whole = seconds(Span("Say hello now."))
    assert abs(seconds(Span("Say "), Span("HLO", ipa="həlˈoʊ"), Span(" now.")) - whole) < 0.05


def test_ipa_that_says_nothing_leaves_the_text() -> None:
    assert seconds(Span("hello", ipa="…")) == pytest.approx(seconds(Span("hello")), abs=0.01)


def test_prosody_of_a_span_alone_and_within() -> None:
    text = "the quick brown fox"
    normal = pcm(Span(text))
    assert len(pcm(Span(text, speed=2.0))) < 0.65 * len(normal)
    assert loudness(pcm(Span(text, volume=0.5))) == pytest.approx(loudness(normal) / 2, rel=0.1)
    assert loudness(pcm(Span(text, volume=0.0))) == 0
    # The library forgets it afterwards.
    pcm(Span("one "), Span("two", volume=0.1, speed=2.0, pitch=9.0))
    assert len(pcm(Span(text))) == pytest.approx(len(normal), rel=0.01)
    lead = seconds(Span("one"))
    assert seconds(Span("one "), Span(text, speed=0.5)) > 1.7 * (seconds(Span("one " + text)) - lead) + lead - 0.5


def test_a_pause_is_silence_in_steps() -> None:
    steps = list(ENGINE.speak(Utterance((Span("Hi.", pause_s=2.0), Span("You.")), EngineVoice("espeak", "gmw/en-US"))))
    assert max(step.seconds for step in steps) <= 0.3
    joined = b"".join(step.pcm for step in steps)
    assert bytes(2 * 2 * RATE_HZ) in joined
    assert seconds(Span(pause_s=0.5)) == 0.5


def test_spans_join_without_a_pause_or_a_click() -> None:
    mixed = pcm(Span("Hello my "), Span("ami", language="fr"), Span(" there."))
    plain = pcm(Span("Hello my ami there."))
    assert len(mixed) < len(plain) + 0.35 * RATE_HZ
    assert abs(np.diff(mixed)).max() < 1.5 * abs(np.diff(plain)).max()


def test_a_language_is_spoken_by_its_voice_and_left_again() -> None:
    french = pcm(Span("quatre-vingts maisons"), voice="roa/fr+f3")
    switched = pcm(Span("quatre-vingts maisons", language="fr-FR"), voice="gmw/en-US+f3")
    assert len(french) == pytest.approx(len(switched), rel=0.02)
    assert len(pcm(Span("quatre-vingts maisons", language="xx"))) == pytest.approx(
        len(pcm(Span("quatre-vingts maisons"))), rel=0.02
    )


def test_an_unknown_voice_fails_before_the_first_step() -> None:
    with pytest.raises(EngineFailed, match="no voice"):
        next(ENGINE.speak(Utterance((Span("hello", ipa="həlˈoʊ"),), EngineVoice("espeak", "xx-none"))))
    assert seconds(Span("hello")) > 0.3


def test_closing_stops_the_work() -> None:
    steps = ENGINE.speak(Utterance((Span("word " * 500, pause_s=9), Span("more")), EngineVoice("espeak", "gmw/en-US")))
    assert 0 < next(steps).seconds < 0.1
    steps.close()
    assert seconds(Span("hello")) < 1.2


@pytest.mark.parametrize("text", KILLERS.values(), ids=KILLERS)
def test_what_kills_the_library_is_spoken(text: str) -> None:
    program = (
        "from plosive.engines.espeak.engine import EspeakEngine\n"
        "from plosive.utterance import EngineVoice, Span, Utterance\n"
        "import sys\n"
        "utterance = Utterance((Span(sys.stdin.read()),), EngineVoice('espeak', 'gmw/en-US'))\n"
        "print(sum(len(chunk.pcm) for chunk in EspeakEngine().speak(utterance)))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], check=False, input=text, capture_output=True, text=True, timeout=60
    )
    assert found.returncode == 0, found.stderr
    assert int(found.stdout) > 0


def words(*spans: Span) -> list[tuple[str, float]]:
    chunks = list(ENGINE.speak(Utterance(spans, EngineVoice("espeak", "gmw/en-US"))))
    return [(word.text, word.at_s) for chunk in chunks for word in chunk.words]


@pytest.mark.parametrize(
    "spans",
    [
        (Span("Hello, Dr. Grüß don't 3.14 stop. It's of the 世界 end!"),),
        (Span("one "), Span("two ", speed=1.4), Span("", pause_s=0.3), Span("three four")),
        (Span("I like "), Span("gnocchi con burro", ipa="ˈnjɔki kon"), Span(" very much.")),
        (Span("[a]b  - \u200b " + "x'" * 60 + " end"),),
        (Span("oui "), Span("quatre-vingts", language="fr"), Span(" yes")),
        (Span("...  !"),),
    ],
)
def test_every_word_begins_once_in_order_within_the_audio(spans: tuple[Span, ...]) -> None:
    starts = words(*spans)
    assert [word for word, _ in starts] == " ".join(span.text for span in spans).split()
    times = [at_s for _, at_s in starts]
    assert times == sorted(times)
    assert not times or (times[0] >= 0 and times[-1] <= seconds(*spans))


def test_words_begin_where_they_are_heard() -> None:
    spans = (Span("Hello"), Span("", pause_s=2.0), Span("world"))
    starts = dict(words(*spans))
    loud = np.flatnonzero(np.abs(pcm(*spans)) > 500) / RATE_HZ
    assert starts["Hello"] == pytest.approx(loud[0], abs=0.05)
    assert starts["world"] == pytest.approx(loud[loud > 2][0], abs=0.05)
