"""`<say-as>`: its text in, words out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.text.ssml.say_as import say_as
from text.text_cuts import LANGUAGES

ENGLISH = [
    ("characters", "", "IBM", "I, B, M"),
    ("spell-out", "", "a1-b", "A, 1, dash, B"),
    ("verbatim", "", "e\u0301 ß", "É, ß"),
    ("characters", "", "x@y.z", "X, at, Y, dot, Z"),
    ("characters", "", "", ""),
    ("Digits", "", "1234", "1 2 3 4"),
    ("digits", "", "12-34", "1 2, 3 4"),
    ("digits", "", "１２", "1 2"),
    ("digits", "", "-", "-"),
    ("cardinal", "", "12345", "12345"),
    ("number", "", "1,234,567", "1234567"),
    ("cardinal", "", "007", "7"),
    ("cardinal", "", "-05", "-5"),
    ("cardinal", "", "1,5", "1,5"),
    ("cardinal", "", "3.14", "3.14"),
    ("ordinal", "", "1", "1st"),
    ("ordinal", "", "2", "2nd"),
    ("ordinal", "", "3", "3rd"),
    ("ordinal", "", "4", "4th"),
    ("ordinal", "", "11", "11th"),
    ("ordinal", "", "112", "112th"),
    ("ordinal", "", "1,021", "1021st"),
    ("ordinal", "", "3rd", "3rd"),
    ("ordinal", "", "VIII", "8th"),
    ("ordinal", "", "xiv", "14th"),
    ("ordinal", "", "first", "first"),
    ("date", "mdy", "10/11/2026", "October 11th, 2026"),
    ("date", "dmy", "10/11/2026", "10th of November 2026"),
    ("date", "ymd", "2026-11-21", "November 21st, 2026"),
    ("date", "yyyymmdd", "20261121", "November 21st, 2026"),
    ("date", "md", "3/4", "March 4th"),
    ("date", "dm", "3.4.", "3rd of April"),
    ("date", "my", "5/1999", "May 1999"),
    ("date", "ym", "1999-05", "May 1999"),
    ("date", "y", "1905", "1905"),
    ("date", "d", "2", "2nd"),
    ("date", "m", "2", "February"),
    ("date", "mdy", "Sept 4, '05", "September 4th, oh 5"),
    ("date", "", "2026-11-21", "November 21st, 2026"),
    ("date", "", "20261121", "November 21st, 2026"),
    ("date", "", "10/11/2026", "October 11th, 2026"),
    ("date", "", "21/11/2026", "21st of November 2026"),
    ("date", "", "11/21/2026", "November 21st, 2026"),
    ("date", "", "21 Nov 2026", "21st of November 2026"),
    ("date", "", "Nov 21", "November 21st"),
    ("date", "", "11/2026", "November 2026"),
    ("date", "", "1905", "1905"),
    ("date", "mdy", "13/45/2026", "13/45/2026"),
    ("date", "mdy", "soon", "soon"),
    ("date", "", "", ""),
    ("date", "mmdd", "0304", "0304"),
    ("time", "", "14:30", "14 30"),
    ("time", "hms24", "14:05", "14 oh 5"),
    ("time", "", "9:00", "9 o'clock"),
    ("time", "hms12", "2:30pm", "2 30 PM"),
    ("time", "", "9 a.m.", "9 AM"),
    ("time", "", "14:30:15", "14 30 and 15 seconds"),
    ("time", "", "1'21\"", "1 minute and 21 seconds"),
    ("time", "", "99:30", "99:30"),
    ("time", "", "noon", "noon"),
    ("time", "", "", ""),
    ("telephone", "", "555-1234", "5 5 5, 1 2 3 4"),
    ("telephone", "", "+1 (800) 555-1234", "plus 1, 8 0 0, 5 5 5, 1 2 3 4"),
    ("telephone", "", "8005551234", "8 0 0, 5 5 5, 1 2 3 4"),
    ("telephone", "1", "+18005551234", "plus 1, 8 0 0, 5 5 5, 1 2 3 4"),
    ("telephone", "", "555-1234 x12", "5 5 5, 1 2 3 4, extension 1 2"),
    ("telephone", "", "1-800-FLOWERS", "1, 8 0 0, FLOWERS"),
    ("telephone", "", "911", "9 1 1"),
    ("currency", "", "$5", "$5"),
]

OTHERS = [
    ("fr", "ordinal", "", "1", "1er"),
    ("fr-CA", "ordinal", "", "3", "3ème"),
    ("es", "ordinal", "", "3", "3º"),
    ("nl", "ordinal", "", "3", "derde"),
    ("nl", "ordinal", "", "112", "honderdtwaalfde"),
    ("sv", "ordinal", "", "2", "andra"),
    ("sv", "ordinal", "", "112", "etthundra tolfte"),
    ("de", "ordinal", "", "100", "einhundertster"),
    ("de", "ordinal", "", "1000", "eintausendster"),
    ("pl", "ordinal", "", "3", "trzeci"),
    ("pl", "ordinal", "", "121", "sto dwudziesty pierwszy"),
    ("pl", "ordinal", "", "40", "czterdziesty"),
    ("ru", "ordinal", "", "21", "20 первый"),
    ("ru", "ordinal", "", "200", "двухсотый"),
    ("tr", "ordinal", "", "3", "üçüncü"),
    ("tr", "ordinal", "", "12", "on ikinci"),
    ("hi", "ordinal", "", "3", "तीसरा"),
    ("hi", "ordinal", "", "21", "21वाँ"),
    ("ar", "ordinal", "", "3", "الثالث"),
    ("ar", "ordinal", "", "30", "30"),
    ("ko", "ordinal", "", "1", "첫 번째"),
    ("ko", "ordinal", "", "30", "서른 번째"),
    ("ja", "ordinal", "", "3", "3ばんめ"),
    ("cmn", "ordinal", "", "3", "第3"),
    ("xx", "ordinal", "", "3", "3"),
    ("de", "date", "dmy", "21.11.2026", "21. November 2026"),
    ("de", "date", "", "1 Dez 2026", "1. Dezember 2026"),
    ("fr", "date", "", "1/5/2026", "1er mai 2026"),
    ("es", "date", "mdy", "11/21/2026", "21 de noviembre de 2026"),
    ("es", "date", "dm", "3/4", "3 de abril"),
    ("es", "date", "my", "5/1999", "mayo de 1999"),
    ("it", "date", "dmy", "1/5/2026", "1º maggio 2026"),
    ("pl", "date", "dmy", "01.05.2026", "1 maja 2026 roku"),
    ("pl", "date", "my", "05/1999", "maj 1999"),
    ("ru", "date", "dm", "3.4", "3 апреля"),
    ("ru", "date", "m", "4", "апрель"),
    ("ru", "date", "", "3 апреля 2026", "3 апреля 2026 года"),
    ("zh", "date", "", "2026-11-21", "二零二六年11月21日"),
    ("ja", "date", "md", "11/21", "11がつ21にち"),
    ("ko", "date", "", "2026-11-21", "2026년 11월 21일"),
    ("ar", "date", "dmy", "21/11/2026", "21 نوفمبر 2026"),
    ("xx", "date", "dmy", "21/11/2026", "21 11 2026"),
    ("fr", "cardinal", "", "1 234", "1234"),
    ("de", "characters", "", "a-b", "A, Bindestrich, B"),
    ("el", "characters", "", "α-β", "Α, -, Β"),
    ("de", "telephone", "", "+49 30 1234", "+4 9, 3 0, 1 2 3 4"),
    ("de", "telephone", "", "030 1234567", "0 3 0, 1 2 3, 4 5 6 7"),
    ("fr", "telephone", "", "0612345678", "06, 12, 34, 56, 78"),
    ("fr", "telephone", "", "+33 6 12 34 56 78", "+33, 6, 12, 34, 56, 78"),
    ("zh", "telephone", "", "110", "幺 幺 0"),
    ("ja", "telephone", "", "+81 47", "プラス はち いち, よん なな"),
    ("ja", "digits", "", "40", "よん ゼロ"),
    ("de", "time", "", "14:30", "14:30"),
    ("de", "time", "hms12", "2:30pm", "14:30"),
    ("de", "time", "hms12", "12:05 am", "0:05"),
    ("ru", "time", "hms24", "08:00:00", "8:00"),
    ("de", "time", "", "1:15:20", "1:15, 20 Sekunden"),
    ("xx", "time", "", "1:15:20", "1:15:20"),
    ("fr", "time", "", "1'21\"", "1 minute, 21 secondes"),
    ("de", "duration", "hms", "01:00:30", "1 Stunde, 30 Sekunden"),
    ("en", "duration", "hms", "01:18:30", "1 hour, 18 minutes and 30 seconds"),
    ("en", "duration", "hm", "01:18", "1 hour and 18 minutes"),
    ("en", "duration", "", "01:18", "1 minute and 18 seconds"),
    ("en", "duration", "", "soon", "soon"),
    ("en", "fraction", "", "2/9", "2 ninths"),
    ("en", "fraction", "", "1/2", "1 half"),
    ("en", "fraction", "", "3+1/2", "3 and 1 half"),
    ("en", "fraction", "", "3 3/20", "3 and 3 over 20"),
    ("de", "fraction", "", "2/9", "2/9"),
    ("en", "number_digit", "", "12", "1 2"),
    ("en", "vxml:digits", "", "12", "1 2"),
    ("en", "date", "", "????0922", "September 22nd"),
    ("en", "date", "", "201609??", "September 2016"),
    ("en", "date", "", "????-??-05", "5th"),
    ("en", "date", "", "????????", "????????"),
    ("en", "date", "mm/dd/yyyy", "02/03/2001", "February 3rd, 2001"),
]


@pytest.mark.parametrize(
    ("after", "spoken"), [("", "dritter"), ("der", "dritte"), ("Am", "dritten"), ("wurde", "dritter")]
)
def test_a_german_ordinal_follows_the_word_before_it(after: str, spoken: str) -> None:
    assert say_as("3", "ordinal", "", "de", after=after) == spoken


@pytest.mark.parametrize(("kind", "form", "text", "spoken"), ENGLISH)
def test_english(kind: str, form: str, text: str, spoken: str) -> None:
    assert say_as(text, kind, form, "en-US") == spoken


@pytest.mark.parametrize(("language", "kind", "form", "text", "spoken"), OTHERS)
def test_other_languages(language: str, kind: str, form: str, text: str, spoken: str) -> None:
    assert say_as(text, kind, form, language) == spoken


KINDS = st.sampled_from(
    ["characters", "digits", "cardinal", "ordinal", "date", "time", "telephone", "number", "spell-out", "x", ""]
)
FORMS = st.sampled_from(["", "mdy", "dmy", "ymd", "yyyymmdd", "md", "dm", "my", "y", "hms12", "ddd", "q"])
TEXTS = st.text() | st.text("0123456789٣３²½ :/.,-'\"+apmXIVx", max_size=20)


@given(TEXTS, KINDS, FORMS, LANGUAGES)
def test_nothing_raises(text: str, kind: str, form: str, language: str) -> None:
    assert isinstance(say_as(text, kind, form, language), str)


@pytest.mark.parametrize("kind", ["characters", "digits", "cardinal", "ordinal", "date", "time", "telephone"])
@pytest.mark.parametrize(
    "text", ["9" * 500, "1," * 250, "I" * 500, "MMMDCCCLXXXVIII" * 30, "1:" * 250, " " * 500, "0" * 500]
)
def test_long_text_is_no_trouble(kind: str, text: str) -> None:
    assert len(say_as(text, kind, "", "en")) < 10_000
