"""Results, ratios, splits and ratings in each language, and numbers that only look like them."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en": [
        ("The final score was 3-2.", "The final score was 3 to 2."),
        ("They beat us 21-14.", "They beat us 21 to 14."),
        ("She won 6-4, 7-5.", "She won 6 to 4, 7 to 5."),
        ("The Bulls won 98-102.", "The Bulls won 98 to 102."),
        ("We lost 1-3 to Wales.", "We lost 1 to 3 to Wales."),
        ("Arsenal 3-1 Chelsea", "Arsenal 3 to 1 Chelsea"),
        ("the vote passed 52-48", "the vote passed 52 to 48"),
        ("a 3:1 ratio of water to rice", "a 3 to 1 ratio of water to rice"),
        ("at a scale of 1:50", "at a scale of 1 to 50"),
        ("a map of 1:25,000", "a map of 1 to 25,000"),
        ("in a 16:9 format", "in a 16 to 9 format"),
        ("concrete of 1:2:3", "concrete of 1 to 2 to 3"),
        ("The odds are 20:1.", "The odds are 20 to 1."),
        ("a score of 102:98", "a score of 102 to 98"),
        ("a 70/30 mix", "a 70 30 mix"),
        ("a 50/50 chance", "a 50 50 chance"),
        ("open 24/7", "open 24 7"),
        ("rated 4/5 stars", "rated 4 out of 5 stars"),
        ("I give it 8/10.", "I give it 8 out of 10."),
        ("a 4.5/5 rating", "a 4.5 out of 5 rating"),
        ("a 51-49 vote of 50-50 chances", "a 51 to 49 vote of 50 to 50 chances"),
    ],
    "de": [
        ("Bayern gewann 4:1.", "Bayern gewann 4 zu 1."),
        ("Das Spiel endete 2-2.", "Das Spiel endete 2 zu 2."),
        ("Sie siegten mit 25:20.", "Sie siegten mit 25 zu 20."),
        ("im Verhältnis 3:1", "im Verhältnis 3 zu 1"),
        ("Maßstab 1:50", "Maßstab 1 zu 50"),
        ("Bewertung 4/5", "Bewertung 4 von 5"),
        ("50/50", "50 50"),
    ],
    "fr": [
        ("Ils ont gagné 3-1.", "Ils ont gagné 3 à 1."),
        ("perdu 2-3 contre Lyon", "perdu 2 à 3 contre Lyon"),
        ("un rapport de 3:1", "un rapport de 3 à 1"),
        ("à l'échelle 1:50", "à l'échelle 1 à 50"),
        ("une note de 15/20", "une note de 15 sur 20"),
        ("ouvert 24/7", "ouvert 24 sur 7"),
    ],
    "es": [
        ("Ganamos 3-1.", "Ganamos 3 a 1."),
        ("Perdieron 0-2 en casa.", "Perdieron 0 a 2 en casa."),
        ("una proporción de 2:1", "una proporción de 2 a 1"),
        ("escala 1:50", "escala 1 a 50"),
        ("una nota de 9/10", "una nota de 9 sobre 10"),
        ("70/30", "70 30"),
    ],
    "it": [
        ("Hanno vinto 3-1.", "Hanno vinto 3 a 1."),
        ("una sconfitta per 0-2", "una sconfitta per 0 a 2"),
        ("in rapporto 3:1", "in rapporto 3 a 1"),
        ("scala 1:50", "scala 1 a 50"),
        ("voto 8/10", "voto 8 su 10"),
        ("60/40", "60 40"),
    ],
    "pt": [
        ("Ganhamos de 3-1.", "Ganhamos de 3 a 1."),
        ("O placar foi 2-0.", "O placar foi 2 a 0."),
        ("na proporção de 2:1", "na proporção de 2 para 1"),
        ("escala 1:50", "escala 1 para 50"),
        ("formato 16:9", "formato 16 por 9"),
        ("nota 9/10", "nota 9 de 10"),
    ],
    "nl": [
        ("Ajax won met 3-1.", "Ajax won met 3 1."),
        ("Ajax verloor 2-3 van PSV.", "Ajax verloor 2 3 van PSV."),
        ("verhouding 3:1", "verhouding 3 op 1"),
        ("schaal 1:50", "schaal 1 op 50"),
        ("formaat 16:9", "formaat 16 bij 9"),
        ("een 8/10 als cijfer", "een 8 van de 10 als cijfer"),
    ],
    "pl": [
        ("Wygraliśmy 3:1.", "Wygraliśmy 3 do jednego."),
        ("przegrali 1-2", "przegrali 1 do dwóch"),
        ("Wynik 2:0.", "Wynik 2 do zera."),
        ("w stosunku 3:1", "w stosunku 3 do jednego"),
        ("skala 1:50", "skala 1 do 50"),
        ("ocena 4/5", "ocena 4 na 5"),
        ("50/50", "50 na 50"),
    ],
    "ru": [
        ("Мы выиграли 3:1.", "Мы выиграли 3 1."),
        ("проиграли 1-2", "проиграли 1 2"),
        ("в соотношении 3:1", "в соотношении 3 к одному"),
        ("масштаб 1:50", "масштаб 1 к 50"),
        ("формат 16:9", "формат 16 на 9"),
        ("оценка 4/5", "оценка 4 из пяти"),
        ("50/50", "50 на 50"),
    ],
    "tr": [
        ("3-1 kazandık.", "3 1 kazandık."),
        ("Skor 2-2.", "Skor 2 2."),
        ("2:1 oranında", "ikiye 1 oranında"),
        ("1:100 ölçekli", "bire 100 ölçekli"),
        ("puanı 4/5", "puanı 5 üzerinden 4"),
        ("7/24 açık", "7 24 açık"),
    ],
    "zh": [
        ("比分是3:2。", "比分是3比2。"),
        ("我们3-1赢了。", "我们3比1赢了。"),
        ("比例是3:1。", "比例是3比1。"),
        ("16:9的屏幕", "16比9的屏幕"),
        ("评分4.5/5", "评分四点五分，满分5分"),
        ("50/50", "50比50"),
    ],
    "ko": [
        ("3:1로 이겼어요.", "3 대 1로 이겼어요."),
        ("점수는 2-0이에요.", "점수는 2 대 0이에요."),
        ("비율은 3:1입니다.", "비율은 3 대 1입니다."),
        ("평점 4/5", "평점 5점 만점에 4점"),
        ("50/50", "50 대 50"),
    ],
    "ar": [
        ("فزنا 3-1.", "فزنا 3 مقابل 1."),
        ("النتيجة 2-0.", "النتيجة 2 مقابل 0."),
        ("نسبة 3:1", "نسبة 3 إلى 1"),
        ("التقييم 4/5", "التقييم 4 من 5"),
    ],
    "hi": [
        ("हम 3-1 से जीते।", "हम 3 1 से जीते।"),
        ("अनुपात 3:1 है", "अनुपात 3 अनुपात 1 है"),
        ("रेटिंग 4/5", "रेटिंग 5 में से 4"),
    ],
    "ja": [
        ("3-1でかちました。", "3たい1でかちました。"),
        ("比率は3:1です。", "比率は3たい1です。"),
        ("評価 4/5", "評価 5てんちゅう4てん"),
    ],
    "sv": [
        ("Vi vann 3-1.", "Vi vann 3 1."),
        ("förhållandet 2:1", "förhållandet 2 till 1"),
        ("skala 1:50", "skala 1 till 50"),
        ("betyg 4/5", "betyg 4 av 5"),
    ],
    "uk": [
        ("Ми виграли 3:1.", "Ми виграли 3 1."),
        ("у співвідношенні 3:1", "у співвідношенні 3 до одного"),
        ("оцінка 4/5", "оцінка 4 з п'яти"),
        ("50/50", "50 на 50"),
    ],
    "cs": [
        ("Vyhráli jsme 3:1.", "Vyhráli jsme 3 1."),
        ("v poměru 2:1", "v poměru 2 ku jedné"),
        ("hodnocení 4/5", "hodnocení 4 z pěti"),
        ("50/50", "50 na 50"),
    ],
}

KEPT = {
    "en": [
        "The meeting is at 10:30.",
        "He won at 4:10.",
        "It runs 39:36.",
        "John 3:16 and Psalm 23:1",
        "chapter 3-2",
        "a 10-4 job",
        "2-1",
        "3/5 of voters scored it",
        "It won 3 awards.",
        "version 3:",
        "1/50 and 3/8",
        "Note: 1 to 2",
    ],
    "de": ["Kapitel 3-1", "Johannes 3:16", "3/8 gewinnt", "Zimmer 4-1", "Es war 3/5 der Punkte"],
    "fr": ["chapitre 3-1", "Jean 3:16", "les 3/5 de la note", "salle 4-2"],
    "es": ["capítulo 3-1", "Juan 3:16", "3/8", "Son las 14:30 y gana", "los 3/5 de los puntos"],
    "it": ["capitolo 3-1", "Giovanni 3:16", "3/8", "alle 14:30 ha vinto", "i 3/5 dei punti"],
    "pt": ["capítulo 3-1", "João 3:16", "3/8", "os 3/5 dos pontos"],
    "nl": ["hoofdstuk 3-1", "Johannes 3:16", "3/8", "3/5 van de punten"],
    "pl": ["rozdział 3-1", "Jana 3:16", "3/8", "o 14:30 wygrali", "3/5 z punktów"],
    "ru": ["глава 3-1", "Иоанна 3:1", "3/8", "3/5 от оценки"],
    "tr": ["bölüm 3-1", "saat 14:30", "3/8", "Yuhanna 3:16"],
    "zh": ["第3-1章", "A3-1", "3/8", "3/5"],
    "ko": ["3-1번", "3/8", "A4-1"],
    "ar": ["الفصل 3-1", "الساعة 14:30", "3/8"],
    "hi": ["अध्याय 3-1", "3/8", "कमरा 4-2"],
    "ja": ["3-1", "3/8", "A4-1"],
    "sv": ["kapitel 3-1", "3/8", "Johannes 3:16"],
    "uk": ["глава 3-1", "3/8", "аркуш 4-2"],
    "cs": ["kapitola 3-1", "3/8", "ve 14:30"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_results_and_ratios_are_said(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_other_numbers_stay_as_they_are(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
