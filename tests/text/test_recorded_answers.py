"""The recorded answers are read as they were when they were recorded, in any frames."""

import pytest

from text.recorded_answers import answers, first_difference, read, recorded

ANSWERS = answers()
READINGS = recorded()
LANGUAGES = sorted({answer.language for answer in ANSWERS.values()})


@pytest.mark.parametrize("frame_chars", [0, 4, 1], ids=["whole", "tokens", "characters"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_read_as_recorded(language: str, frame_chars: int) -> None:
    differences = [
        f"{name}: {answer.text!r}\n{difference}"
        for name, answer in ANSWERS.items()
        if answer.language == language
        and (difference := first_difference(READINGS.get(name, ()), read(answer, frame_chars)))
    ]
    if differences:
        pytest.fail(f"{len(differences)} of them are read in another way. {differences[0]}", pytrace=False)


def test_every_reading_has_its_answer() -> None:
    assert list(READINGS) == list(ANSWERS)
