"""IPA and punctuation in Kokoro's symbols, and texts in words with symbols: espeak-ng itself reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.engines.misaki import hanzi, kanji
from plosive.engines.misaki.symbols import AMERICAN, BRITISH, CHINESE, JAPANESE, Word, kokoro_symbols, mark_symbols
from plosive.engines.misaki.vocabulary import V1_0
from plosive.engines.misaki.words import ESPEAK_VOICES, Reader
from plosive.errors import EngineFailed
from plosive.utterance import Span


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def said(reader: Reader, text: str, voice: str) -> str:
    return " ".join(word.symbols for word in reader.words([Span(text)], voice, V1_0))


# As misaki's dictionaries (us_gold.json, gb_gold.json) and its published samples have them; its ɾ is Kokoro's T.
@pytest.mark.parametrize(
    ("word", "american"),
    [
        ("Alaska", "əlˈæskə"),
        ("Amy", "ˈAmi"),
        ("Andrew", "ˈændɹu"),
        ("Arctic", "ˈɑɹktɪk"),
        ("implied", "ɪmplˈId"),
        ("implore", "ɪmplˈɔɹ"),
        ("imported", "ɪmpˈɔɹTᵻd"),
        ("impressed", "ɪmpɹˈɛst"),
        ("improvement", "ɪmpɹˈuvmənt"),
        ("incentive", "ɪnsˈɛntɪv"),
        ("inbox", "ˈɪnbɑks"),
        ("Asia", "ˈAʒə"),
        ("jump", "ʤˈʌmp"),
        ("lunch", "lˈʌnʧ"),
        ("wood", "wˈʊd"),
        ("Anchorage", "ˈæŋkəɹɪʤ"),
        ("forty two", "fˈɔɹTi tˈu"),
        ("Hello, world!", "həlˈO, wˈɜɹld!"),
        ("Doctor Smith is here.", "dˈɑktəɹ smˈɪθ ɪz hˈɪɹ."),
    ],
)
def test_american_words_as_misaki_has_them(reader: Reader, word: str, american: str) -> None:
    assert said(reader, word, AMERICAN) == american


@pytest.mark.parametrize(
    ("word", "british"),
    [
        ("interval", "ˈɪntəvᵊl"),
        ("intake", "ˈɪntAk"),
        ("integer", "ˈɪntɪʤə"),
        ("intense", "ɪntˈɛns"),
        ("interfere", "ˌɪntəfˈɪə"),
        ("interior", "ɪntˈɪəɹɪə"),
        ("internal", "ɪntˈɜːnᵊl"),
        ("insurance", "ɪnʃˈʊəɹəns"),
        ("intact", "ɪntˈakt"),
        ("interact", "ˌɪntəɹˈakt"),
        ("interstellar", "ˌɪntəstˈɛlə"),
        ("forty two", "fˈɔːti tˈuː"),
        ("Hello, world!", "həlˈQ, wˈɜːld!"),
        ("Doctor Smith is here.", "dˈɒktə smˈɪθ ɪz hˈɪə."),
    ],
)
def test_british_words_as_misaki_has_them(reader: Reader, word: str, british: str) -> None:
    assert said(reader, word, BRITISH) == british


@pytest.mark.parametrize(
    ("ipa", "voice", "symbols"),
    [
        ("lˈɪɾəl", AMERICAN, "lˈɪTᵊl"),
        ("bˈʌʔn̩", AMERICAN, "bˈʌtᵊn"),
        ("bˈɑːɾl̩", AMERICAN, "bˈɑTᵊl"),
        ("əlˈɔːŋ", AMERICAN, "əlˈɔŋ"),
        ("/təˈmɑːtoʊ/", AMERICAN, "təmˈɑtO"),
        ("ˌæbstɹəˈkʃən", AMERICAN, "ˌæbstɹəkʃˈən"),
        ("bˈɝd", AMERICAN, "bˈɜɹd"),
        ("t͡ʃiːz", AMERICAN, "ʧiz"),
        ("geɪm", AMERICAN, "ɡAm"),
        ("ðˈeə", BRITISH, "ðˈɛː"),
        ("hˈəʊm", BRITISH, "hˈQm"),
        ("ɡaʁsˈɔ̃", "roa/fr", "ɡaʁsˈɔ̃"),
        ("fʁɑ̃sˈɛ ça", "roa/fr", "fʁɑ̃sˈɛ ça"),
        ("pˈitsːa", "roa/it", "pˈiʦːa"),
        ("bʱaːɾət", "inc/hi", "bʰaːɾət"),
        ("kˌo̞nnitɕˈihä", JAPANESE, "kˌonniʨˈiha"),
    ],
)
def test_ipa_becomes_symbols(ipa: str, voice: str, symbols: str) -> None:
    assert kokoro_symbols(ipa, voice, V1_0) == symbols


@given(st.text(), st.sampled_from(sorted(ESPEAK_VOICES.values())))
def test_whatever_the_ipa_only_known_symbols_come_out(ipa: str, voice: str) -> None:
    assert set(kokoro_symbols(ipa, voice, V1_0)) <= set(V1_0)


SENTENCES = {
    "a": "The quick brown fox's button jumped over a lazy dog; measure this church, the boy thought, royal air!",
    "b": "The quick brown fox jumped over a lazy dog; measure this church, the boy thought, poor royal air near here!",
    "e": "El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, añoraba a su querido cachorro; guitarra.",
    "f": "Voix ambiguë d’un cœur qui au zéphyr préfère les jattes de kiwis; garçon, montagne, huit, oui, bonjour.",
    "h": "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले भगवान श्रीराम, भारत, घर, ढोल, झंडा, छोटा।",
    "i": "Quel vituperabile xenofobo zelante assaggia il whisky ed esclama: alleluja! Gli gnocchi, lo zio, sciare.",
    "j": "いろはにほへと、ちりぬるを。きょう、りょこう、ふゆ、ざっし、じゃま、ぴゃ、ラーメン。",
    "z": "他把知识当作翅膀，女儿去学校上日语课；全军穿雨衣，英雄吃西瓜，走过桥，儿子很瘦，云南四月热，朋友飞了。",
    "p": "Um pequeno jabuti xereta viu dez cegonhas felizes; não, amanhã, mãe, gente, tchau, carro, queijo, trabalho.",
}


@pytest.mark.parametrize("letter", SENTENCES)
def test_every_sound_of_a_language_has_a_symbol(reader: Reader, letter: str) -> None:
    everything = _Everything()
    words = reader.words([Span(SENTENCES[letter])], ESPEAK_VOICES[letter], everything)
    assert "".join(word.text for word in words) == SENTENCES[letter].replace(" ", "")
    assert {symbol for word in words for symbol in word.symbols} <= set(V1_0)


class _Everything:
    """Knows every symbol, so that none is left out."""

    def __contains__(self, symbol: object) -> bool:
        return True


@pytest.mark.parametrize(
    ("marks", "symbols"),
    [
        ("?!", "?!"),
        ("!!!", "!"),
        ("...", "…"),
        ("»,", "”,"),
        ("。", "."),
        ("¿", ""),
        ("–", "—"),
        ("।", "."),
        ("[", "("),
    ],
)
def test_marks(marks: str, symbols: str) -> None:
    assert mark_symbols(marks) == symbols


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("top of the car", [("top", "tˈɑp"), ("of", "ʌv"), ("the", "ðə"), ("car", "kˈɑɹ")]),
        ("he paid 3.5 pounds", [("he", "hi"), ("paid", "pˈAd"), ("3.5", "θɹˈi pYnt fˈIv"), ("pounds", "pˈWndz")]),
        ("yes — no", [("yes", "jˈɛs"), ("—", "—"), ("no", "nˈO")]),
        ("(yes)", [("(yes)", "(jˈɛs)")]),
        ("the U.S. army", [("the", "ðə"), ("U.S.", "jˌuˈɛs"), ("army", "ˈɑɹmi")]),
        ("the U.S.", [("the", "ðə"), ("U.S.", "jˌuˈɛs.")]),
        ("no...", [("no...", "nˈO…")]),
        ("", []),
        ("home & away", [("home", "hˈOm ænd"), ("away", "əwˈA")]),
        ("...", [("...", "…")]),
    ],
)
def test_words_and_their_symbols(reader: Reader, text: str, words: list[tuple[str, str]]) -> None:
    assert reader.words([Span(text)], AMERICAN, V1_0) == [Word(*word) for word in words]


def test_a_word_of_very_many_digits_and_its_neighbours(reader: Reader) -> None:
    words = reader.words([Span("call 5551234567890 now please")], AMERICAN, V1_0)
    assert [word.text for word in words] == ["call", "5551234567890", "now", "please"]
    assert words[0].symbols == "kˈɔl"
    assert words[2:] == [Word("now", "nˈW"), Word("please", "plˈiz")]


def test_a_text_of_very_many_words_without_marks_loses_none(reader: Reader) -> None:
    words = reader.words([Span("of the 3 people " * 1000)], AMERICAN, V1_0)
    assert " ".join(word.text for word in words).split() == ["of", "the", "3", "people"] * 1000


def test_spans_with_pronunciations_languages_and_marks_of_their_own(reader: Reader) -> None:
    spans = [
        Span("I like "),
        Span("tomato", ipa="təˈmɑːtəʊ"),
        Span(", and "),
        Span("bonjour", language="fr"),
        Span("."),
    ]
    assert reader.words(spans, AMERICAN, V1_0) == [
        Word("I", "ˌI"),
        Word("like", "lˈIk"),
        Word("tomato,", "təmˈɑtO,"),
        Word("and", "ænd"),
        Word("bonjour.", "bɔ̃ʒˈuʁ."),
    ]


def test_a_pronunciation_of_several_words(reader: Reader) -> None:
    words = reader.words([Span("New York!", ipa="nˈuː jˈɔːɹk")], AMERICAN, V1_0)
    assert words == [Word("New", "nˈu"), Word("York!", "jˈɔɹk!")]


def test_an_unknown_language_is_read_by_the_voices_own(reader: Reader) -> None:
    assert reader.words([Span("hello", language="xx")], AMERICAN, V1_0) == [Word("hello", "həlˈO")]


@pytest.mark.parametrize(
    ("text", "voice", "way"),
    [("東京", JAPANESE, r"pip install -e '\.\[ja\]', write kana"), ("你好", CHINESE, r"pip install -e '\.\[zh\]'")],
)
def test_characters_that_nothing_here_can_read_are_refused(
    reader: Reader, text: str, voice: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kanji, "is_installed", lambda: False)
    monkeypatch.setattr(hanzi, "is_installed", lambda: False)
    with pytest.raises(EngineFailed, match=way):
        reader.words([Span(text)], voice, V1_0)
    assert reader.words([Span(text, ipa="a")], voice, V1_0) == [Word(text, "a")]
    assert reader.words([Span("hello")], voice, V1_0) == [Word("hello", "həlˈO")]


# Each sentence sounds like its pronunciation in kana.
@pytest.mark.parametrize(
    ("written", "kana"),
    [
        ("今日は雨です。", "キョーワアメデス。"),
        ("三人で東京へ行きます！", "サンニンデトーキョーエイキマス！"),
        ("7日の会議", "ナノカノカイギ"),
        ("日本語", "ニホンゴ"),
    ],
)
def test_kanji_are_said_as_they_are_pronounced(reader: Reader, written: str, kana: str) -> None:
    assert said(reader, written, JAPANESE) == said(reader, kana, JAPANESE)
    assert "".join(word.text for word in reader.words([Span(written)], JAPANESE, V1_0)) == written


def test_kana_and_latin_letters_are_read_without_the_dictionary(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kanji, "pronounced", lambda _: pytest.fail("asked for the pronunciation"))
    assert said(reader, "こんにちは。", JAPANESE)
    assert said(reader, "hello", JAPANESE) == "həlˈO"


# As misaki 0.9.4 writes them for Kokoro v1.0, with its blanks between jieba's words.
@pytest.mark.parametrize(
    ("written", "misaki"),
    [
        ("你好，世界！", "ni↓xau↓, ʂɨ↘ʨje↘!"),
        ("我叫小明，今天天气很好。", "wo↓ ʨjau↘ ɕjau↓mi↗ŋ, ʨi→ntʰjɛ→ntʰjɛ→nʨʰi↘ xə↓n xau↓."),
        ("银行行长长大了，重新开始。", "i↗nxa↗ŋxa↗ŋꭧa↓ŋ ꭧa↓ŋta↘ lɤ, ꭧʰʊ↗ŋɕi→n kʰai→ʂɨ↓."),
        ("一个人不是东西，你好吗", "i↗kɤ↘ ɻə↗n pu↗ʂɨ↘ tʊ→ŋɕi→, ni↓xau↓ ma"),
        ("绿色女儿，去哪儿玩儿", "ly↘sɤ↘ ny↓ɚ↗, ʨʰy↘ na↓ɚ↗ wa↗nɚ↗"),
    ],
)
def test_chinese_is_read_as_misaki_reads_it(reader: Reader, written: str, misaki: str) -> None:
    assert said(reader, written, CHINESE) == misaki


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我有25个苹果", [("我", "wo↓"), ("有", "jou↓"), ("25", "ɚ↘ʂɨ↗u↓"), ("个", "kɤ↘"), ("苹果", "pʰi↗ŋkwo↓")]),
        ("给Tom Lee，好。", [("给", "kei↓"), ("Tom", "tˈɑm"), ("Lee，", "lˈi,"), ("好。", "xau↓.")]),
        ("A4纸", [("A", "ˈA"), ("4", "sɨ↘"), ("纸", "ꭧɨ↓")]),
        ("《家》的", [("《家》", "“ʨja→”"), ("的", "tɤ")]),
        ("说：“好吗？”他", [("说：", "ʂwo→:"), ("“好", "“xau↓"), ("吗？”", "ma?”"), ("他", "tʰa→")]),
        ("1 3 007", [("1", "i→"), ("3", "sa→n"), ("007", "li↗ŋli↗ŋʨʰi→")]),
        ("I have 25 apples", [("I", "ˌI"), ("have", "hæv"), ("25", "twˈɛnti fˈIv"), ("apples", "ˈæpᵊlz")]),
    ],
)
def test_chinese_words_with_numbers_and_english(reader: Reader, text: str, words: list[tuple[str, str]]) -> None:
    assert reader.words([Span(text)], CHINESE, V1_0) == [Word(*word) for word in words]


def test_chinese_in_a_voice_of_another_language_and_back(reader: Reader) -> None:
    spans = [Span("He said "), Span("你好", language="zh"), Span(" to me.")]
    assert reader.words(spans, AMERICAN, V1_0)[2] == Word("你好", "ni↓xau↓")


@given(st.text(alphabet="ab,. —3'\n()“çन्你好《》，。", max_size=60), st.sampled_from(["a", "b", "f", "h", "z"]))
def test_no_text_makes_a_word_without_known_symbols(text: str, letter: str) -> None:
    words = Reader().words([Span(text)], ESPEAK_VOICES[letter], V1_0)
    assert all(word.symbols and set(word.symbols) <= set(V1_0) for word in words)
