import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadParameter
from plosive.voices.ids import VoiceId, split_voice_id


@pytest.mark.parametrize(
    ("voice", "parts"),
    [
        ("Telnyx.NaturalHD.astra", ("Telnyx", "NaturalHD", "astra")),
        ("aws.Polly.Generative.Lucia", ("aws", "Polly", "Generative.Lucia")),
        ("azure.en-US-AvaMultilingualNeural", ("azure", None, "en-US-AvaMultilingualNeural")),
        ("elevenlabs.v3.Adam", ("elevenlabs", "v3", "Adam")),
        ("Plosive.Espeak.en-us+f3", ("Plosive", "Espeak", "en-us+f3")),
        ("Telnyx.LibriTTS.0", ("Telnyx", "LibriTTS", "0")),
        ("a.b.c.d.e", ("a", "b", "c.d.e")),
        ("a." + "b" * 128, ("a", None, "b" * 128)),
    ],
)
def test_only_the_first_two_dots_split(voice: str, parts: tuple[str, str | None, str]) -> None:
    assert split_voice_id(voice) == VoiceId(*parts)


@pytest.mark.parametrize(
    "voice",
    [
        "",
        "a",
        ".",
        "a.",
        ".a",
        "a..b",
        "a.b.",
        "a.b..c",
        "a.b.c..d",
        "a.b.-c",
        "a.b.c\n",
        "a.b.c\0",
        "a.b.%63",
        "a.b.c/d",
        "a.b.c\\d",
        "a b.c",
        "a.ü.c",
        "a.\N{ARABIC-INDIC DIGIT ONE}.c",
        "Telnyx.Piper.../../../etc/passwd",
        "/etc/passwd",
        "a." + "b" * 129,
        "x" * 10_000,
        "a.b." * 5_000,
        "\udcff.b.c",
    ],
)
def test_a_malformed_id_is_a_bad_parameter_that_shows_the_right_form(voice: str) -> None:
    with pytest.raises(BadParameter) as caught:
        split_voice_id(voice)
    assert caught.value.parameter == "voice"
    assert caught.value.status == 400
    assert "Provider.Model.Name" in caught.value.detail
    assert len(caught.value.detail) < 600


_parts = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,40}", fullmatch=True)


@given(st.lists(_parts, min_size=2, max_size=5))
def test_the_parts_joined_are_the_id(parts: list[str]) -> None:
    voice = ".".join(parts)
    provider, model, name = split_voice_id(voice)
    assert ".".join(part for part in (provider, model, name) if part is not None) == voice
