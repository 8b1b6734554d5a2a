"""What `<say-as>` makes of its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_cuts import LANGUAGES

from plosive.text.say_as import say_as

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
    ("de", "ordinal", "", "3", "3."),
    ("fr", "ordinal", "", "1", "1er"),
    ("fr-CA", "ordinal", "", "3", "3ème"),
    ("es", "ordinal", "", "3", "3º"),
    ("nl", "ordinal", "", "3", "3e"),
    ("sv", "ordinal", "", "2", "2:a"),
    ("ja", "ordinal", "", "3", "3"),
    ("de", "date", "dmy", "21.11.2026", "21. November 2026"),
    ("fr", "date", "", "1/5/2026", "1er mai 2026"),
    ("es", "date", "mdy", "11/21/2026", "21 de noviembre de 2026"),
    ("de", "date", "", "1 Dez 2026", "1. Dezember 2026"),
    ("pl", "date", "dmy", "01.05.2026", "1 5 2026"),
    ("fr", "cardinal", "", "1 234", "1234"),
    ("de", "characters", "", "a-b", "A, -, B"),
    ("de", "telephone", "", "+49 30 1234", "+4 9, 3 0, 1 2 3 4"),
    ("de", "time", "", "14:30", "14:30"),
]


@pytest.mark.parametrize(("kind", "form", "text", "spoken"), ENGLISH)
def test_english(kind, form, text, spoken):
    assert say_as(text, kind, form, "en-US") == spoken


@pytest.mark.parametrize(("language", "kind", "form", "text", "spoken"), OTHERS)
def test_other_languages(language, kind, form, text, spoken):
    assert say_as(text, kind, form, language) == spoken


KINDS = st.sampled_from(
    ["characters", "digits", "cardinal", "ordinal", "date", "time", "telephone", "number", "spell-out", "x", ""]
)
FORMS = st.sampled_from(["", "mdy", "dmy", "ymd", "yyyymmdd", "md", "dm", "my", "y", "hms12", "ddd", "q"])
TEXTS = st.text() | st.text("0123456789٣３²½ :/.,-'\"+apmXIVx", max_size=20)


@given(TEXTS, KINDS, FORMS, LANGUAGES)
def test_nothing_raises(text, kind, form, language):
    assert isinstance(say_as(text, kind, form, language), str)


@pytest.mark.parametrize("kind", ["characters", "digits", "cardinal", "ordinal", "date", "time", "telephone"])
@pytest.mark.parametrize(
    "text", ["9" * 500, "1," * 250, "I" * 500, "MMMDCCCLXXXVIII" * 30, "1:" * 250, " " * 500, "0" * 500]
)
def test_long_text_is_no_trouble(kind, text):
    assert len(say_as(text, kind, "", "en")) < 10_000
