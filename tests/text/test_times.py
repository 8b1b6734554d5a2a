"""Times of day with a full stop, with halves of the day and zones, and with native or ordinal hours."""

import pytest

from plosive.text.normalization.normalizer import Normalizer

READINGS = {
    "en": [
        ("between 2-4pm", "between 2 and 4pm"),
        ("3pm ET", "3pm E T"),
        ("8am-6pm", "8am to 6pm"),
        ("Lunch is 12-1:30 pm.", "Lunch is 12 to 1:30 pm."),
        ("9 a.m. PT", "9 AM P T"),
        ("5 p.m. on Monday", "5 PM on Monday"),
        ("at 10:30 p.m. we", "at 10:30 PM we"),
        ("9 a.m. EST", "9 AM E S T"),
        ("at 10:30 UTC", "at 10:30 U T C"),
        ("10:30 (PST)", "10:30 (P S T)"),
        ("He left at 5 p.m.", "He left at 5 PM."),
        ("Sat 10:30am–2pm", "Saturday 10:30am to 2pm"),
        ("10 a.m.–6 p.m. daily", "10 AM to 6 PM daily"),
        ("between 9:30am and 5pm-ish", "between 9:30am and 5pm-ish"),
    ],
    "de": [
        ("von 9.00 bis 17.00 Uhr", "von 9 Uhr bis 17 Uhr"),
        ("9.00–17.30 Uhr", "9 Uhr bis 17 Uhr 30"),
        ("um 10:30 Uhr MEZ", "um 10 Uhr 30 M E Z"),
        ("um 10.30 Uhr", "um 10 Uhr 30"),
    ],
    "it": [
        ("alle 14.30", "alle 14 e 30"),
        ("alle ore 9.05", "alle ore 9 e 5"),
    ],
    "pl": [
        ("w godz. 8-16, godz. 9:30–17", "w godzinach od ósmej do szesnastej, godziny od dziewiątej 30 do siedemnastej"),
        ("o godz. 14.30", "o godzinie czternastej 30"),
        ("o godzinie 8.00", "o godzinie ósmej"),
    ],
    "sk": [
        ("príde o 13.05.", "príde o 13 05."),
    ],
    "tr": [
        ("8.15'ten 9.45'e", "sekiz on beşten dokuz kırk beşe"),
        ("Saat 14.30'da gel.", "Saat on dört otuzda gel."),
        ("saat 14.30", "saat 14 30"),
        ("Saat 08.05'te çıktı", "Saat sekiz beşte çıktı"),
        ("14:00'te", "on dörtte"),
        ("15:05'te", "on beş beşte"),
    ],
    "sv": [
        ("Möte 14.00–15.30", "Möte 14 till 15 30"),
        ("kl. 14.30", "klockan 14 30"),
        ("Kl. 9.00–17.00", "Klockan 9 till 17"),
        ("klockan 12.11.", "klockan 12 11."),
    ],
    "da": [
        ("kl. 14.30 og kl. 12.11.", "klokken 14 30 og klokken 12 11."),
    ],
    "no": [
        ("kl. 14.30", "klokken 14 30"),
        ("kl. 8.00", "klokken 8"),
    ],
    "fi": [
        ("klo 14.30", "kello 14 30"),
        ("klo 9", "kello 9"),
    ],
    "uk": [
        ("о 10:30", "о десятій 30"),
        ("зараз 14:30", "зараз чотирнадцята 30"),
        ("з 9:05 до 18:00", "з дев'ятої 05 до вісімнадцятої"),
    ],
    "cmn": [
        ("2:30和12:05", "两点30分和12点零5分"),
        ("会议在9:30,2位老师", "会议在9点30分,2位老师"),
        ("周一-周五，上午9点~下午6点", "周一 到 周五，上午9点 到 下午6点"),
        ("9点-18点，5月1日-3日", "9点 到 18点，5月1日 到 3日"),
    ],
    "ko": [
        ("9시-18시, 9시~18시", "아홉 시 에서 18시, 아홉 시 에서 18시"),
        ("월~금, 오전 10시~오후 6시", "월 에서 금, 오전 열 시 에서 오후 여섯 시"),
        ("2~3시, 10-12시", "두세 시, 열 시에서 열두 시"),
        ("오후 2시에 만나요.", "오후 두 시에 만나요."),
        ("2시 30분", "두 시 30분"),
        ("10:30", "열 시 30분"),
        ("12시", "열두 시"),
    ],
}

KEPT = {
    "en": ["EST is far", "the PM of Spain", "UTC and 5", "5 pages"],
    "de": ["9.00 bis 17.00 Meter", "MEZ und", "3.50 da", "Uhr 5"],
    "it": ["14.30", "alle 14", "versione 14.30"],
    "pl": ["wersja 14,30", "14,30", "o 5"],
    "sk": ["verzia 13,05", "13,05", "o 5"],
    "tr": ["fiyat 14.30", "14.30", "sürüm 3.10"],
    "sv": ["version 14.30", "version 3.11-3.12", "14.30", "kl"],
    "da": ["version 14.30", "14.30", "kl"],
    "no": ["14.30", "versjon 14.30", "kl"],
    "fi": ["14.30", "versio 14.30", "klo"],
    "uk": ["10 30", "14 годин", "о 5"],
    "cmn": ["周日-1", "第5号-甲", "12点"],
    "ko": ["101동-1203호", "14시", "3시리즈", "5시즌"],
}


@pytest.mark.parametrize(
    ("language", "written", "said"), [(language, *case) for language, cases in READINGS.items() for case in cases]
)
def test_a_time_is_said_in_words(language: str, written: str, said: str) -> None:
    assert Normalizer(language).normalize(written) == said


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in KEPT.items() for text in texts])
def test_what_only_looks_like_a_time_stays(language: str, text: str) -> None:
    assert Normalizer(language).normalize(text) == text
