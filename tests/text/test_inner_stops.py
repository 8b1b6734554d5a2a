"""Stops inside a sentence do not reach an engine; all others do."""

import pytest

from plosive.text.reading import Reading


def said(language: str, text: str) -> str:
    return " ".join(span.text for span in Reading(language).segment(text).spans)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mr. Smith met Dr. Brown.", "Mister Smith met Doctor Brown."),
        ("en", "Mrs. Hall and (Prof. X) vs. Gen. Lee", "Mrs Hall and (Professor X) versus General Lee"),
        ("en", "St. John lives on Main St. near Oak Ave.", "Saint John lives on Main Street near Oak Avenue."),
        ("en", "He lives at 12 Oak St. Springfield.", "He lives at 12 Oak Street Springfield."),
        ("en", "I saw the Dr. on Mulholland Dr.", "I saw the Doctor on Mulholland Drive."),
        ("en", "The U.S. Army came at 9 a.m. Monday.", "The U.S Army came at 9 AM Monday."),
        ("en", "It was J. R. R. Tolkien.", "It was J R R Tolkien."),
        ("en", "It is due Oct. 3.", "It is due October 3rd."),
        ("de", "Am 3. Oktober kam Dr. Müller.", "Am dritten Oktober kam Doktor Müller."),
        ("fr", "M. Dupont et Mme. Durand", "Monsieur Dupont et Mme Durand"),
        ("es", "El Sr. López y la Dra. Ruiz", "El Sr López y la Dra Ruiz"),
        ("ru", "Это А. П. Чехов", "Это А П Чехов"),
    ],
)
def test_the_stop_of_an_abbreviation_is_not_said(language: str, text: str, expected: str) -> None:
    assert said(language, text) == expected
    assert Reading(language).segment(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "It ended. Then we left.",
        "i went home. then i slept",
        "Take option A. Then go.",
        "You and I. Did you know?",
        "1. First do this.",
        "Ask Jan. She knows.",
        "Some fruit, e.g. apples, i.e. pears.",
        "Wait... What?",
        "The end vs.",
        "Ask the mayor of Oak.",
        ". . .",
        "",
    ],
)
def test_what_else_has_a_stop_stays(text: str) -> None:
    assert said("en", text) == text
