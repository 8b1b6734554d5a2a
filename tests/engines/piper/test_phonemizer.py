"""Text to phonemes: the same as piper-tts's, and the changes by spans."""

import pytest
from piper.phonemize_espeak import EspeakPhonemizer

from plosive.engines.piper.phonemizer import Phonemizer, Sentence
from plosive.errors import EngineFailed
from plosive.utterance import Span
from plosive.voices.piper import AudioConfig, EspeakConfig, PiperConfig

IDS = {symbol: [index] for index, symbol in enumerate("_^$ .,?!;:abcdefghijklmnopqrstuvwxyzˈˌːəɪʌðɛɚɹʊɔŋʃθæɑɾɡ")}
PIPERS = EspeakPhonemizer()


def config(**changes: object) -> PiperConfig:
    given = {"audio": AudioConfig(16000), "phoneme_id_map": IDS, "espeak": EspeakConfig("en-us")} | changes
    return PiperConfig(**given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def phonemizer() -> Phonemizer:
    return Phonemizer()


def symbols(sentence: Sentence) -> str:
    return "".join(phoneme.symbol for phoneme in sentence.phonemes)


def said(phonemizer: Phonemizer, *spans: Span | str, **changes: object) -> list[str]:
    given = [Span(span) if isinstance(span, str) else span for span in spans]
    return [symbols(sentence) for sentence in phonemizer.sentences(given, config(**changes))]


@pytest.mark.parametrize(
    "text",
    [
        "Hello there, you.",
        "One. Two? Three",
        'Wait: 21 (of the) "things"; no — yes...',
        "le weekend",
        "Dr. Who",
        "a\nb",
    ],
)
@pytest.mark.parametrize("voice", ["en-us", "fr", "de"])
def test_phonemes_are_pipers(phonemizer: Phonemizer, text: str, voice: str) -> None:
    expected = ["".join(sentence) for sentence in PIPERS.phonemize(voice, text)]
    assert said(phonemizer, text, espeak=EspeakConfig(voice)) == [sentence for sentence in expected if sentence]
    phonemizer._voice = ""  # piper-tts's and ours are one espeak-ng here


def test_ipa_is_said_as_written(phonemizer: Phonemizer) -> None:
    plain = said(phonemizer, "say", "it", "now")[0].split(" ")
    assert said(phonemizer, "say", Span("it", ipa="təmˈeɪtoʊ"), "now") == [f"{plain[0]} təmˈeɪtoʊ {plain[2]}"]


def test_ipa_is_decomposed_and_what_the_voice_lacks_left_out(phonemizer: Phonemizer) -> None:
    ids = IDS | {"\u0303": [99]}
    assert said(phonemizer, Span("x", ipa="ã☃b"), phoneme_id_map=ids) == ["a\u0303b"]


@pytest.mark.parametrize("ipa", ["", "☃", " . "])
def test_ipa_that_leaves_nothing_is_read_as_text(phonemizer: Phonemizer, ipa: str) -> None:
    assert said(phonemizer, Span("it", ipa=ipa)) == said(phonemizer, "it")


def test_words_of_ipa(phonemizer: Phonemizer) -> None:
    (sentence,) = phonemizer.sentences([Span("say"), Span("two words", ipa="tuː wɜːdz")], config())
    text = symbols(sentence)
    assert [(word, text[index:].split(" ")[0]) for word, index in sentence.words] == [
        ("say", "sˈeɪ"), ("two", "tuː"), ("words", "wːdz")
    ]  # fmt: skip


def test_a_span_in_another_language(phonemizer: Phonemizer) -> None:
    french = said(phonemizer, "bonjour", espeak=EspeakConfig("fr"))[0]
    assert said(phonemizer, "say", Span("bonjour", language="fr-FR")) == [f"sˈeɪ {french}"]
    assert said(phonemizer, Span("bonjour", language="xx")) == said(phonemizer, "bonjour")


def test_a_voice_of_text(phonemizer: Phonemizer) -> None:
    assert said(phonemizer, "Né. Ok", phoneme_type="text") == ["Ne\u0301. Ok"]


def test_clusters_of_vowels_are_one_symbol(phonemizer: Phonemizer) -> None:
    (sentence,) = phonemizer.sentences([Span("say")], config(vowel_clusters=[["e", "ɪ"]]))
    assert [phoneme.symbol for phoneme in sentence.phonemes] == ["s", "ˈ", "eɪ"]


def test_a_nul_ends_nothing(phonemizer: Phonemizer) -> None:
    assert said(phonemizer, "say\0it") == said(phonemizer, "say it")


def test_sentences_have_their_words(phonemizer: Phonemizer) -> None:
    sentences = phonemizer.sentences([Span("One two. Three —"), Span("four.")], config())
    assert [[word for word, _ in sentence.words] for sentence in sentences] == [
        ["One", "two."],
        ["Three", "—", "four."],
    ]


def test_only_what_does_not_sound(phonemizer: Phonemizer) -> None:
    assert [sentence.words for sentence in phonemizer.sentences([Span("—")], config())] == [(("—", 0),)]
    assert phonemizer.sentences([Span("")], config()) == []


def test_an_unknown_voice_is_refused(phonemizer: Phonemizer) -> None:
    with pytest.raises(EngineFailed, match="no voice 'xx'"):
        phonemizer.sentences([Span("say")], config(espeak=EspeakConfig("xx")))
