"""One order for every door: the precedence of options, refused values, and the objects that an order makes."""

import datetime as dt
from collections.abc import Callable

import pytest

from plosive.audio.encoders import AAC, FORMATS
from plosive.callers import Caller
from plosive.errors import BadParameter, KeyBarred
from plosive.order import Order
from plosive.protocol.options import VoiceSettings
from plosive.store.records import ApiKey, KeyLimits
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.items import Alias
from plosive.utterance import EngineVoice, Segment, Span
from plosive.voices.voice import Voice

GERMAN = Voice("Plosive.Espeak.de", EngineVoice("espeak", "gmw/de"), "German", "de", None, 22050)


def audio(name: str | None = None, rate_hz: int | None = None) -> VoiceSettings:
    return VoiceSettings(audio_format=FORMATS[name] if name else None, sample_rate_hz=rate_hz)


@pytest.mark.parametrize(
    ("query", "handshake", "chosen"),
    [
        (audio(), audio(), ("mp3", 24000)),
        (audio("mulaw"), audio(), ("mulaw", 8000)),
        (audio("opus"), audio(), ("opus", 48000)),
        (audio(rate_hz=44100), audio(), ("mp3", 44100)),
        (audio(), audio("linear16", 16000), ("linear16", 16000)),
        (audio("wav", 96000), audio("linear16", 16000), ("wav", 96000)),
        (audio("wav"), audio("linear16", 16000), ("wav", 16000)),
        (audio(rate_hz=16000), audio("mulaw", 8000), ("mulaw", 16000)),
    ],
)
def test_the_query_wins_over_the_handshake_and_both_over_the_defaults(
    query: VoiceSettings, handshake: VoiceSettings, chosen: tuple[str, int]
) -> None:
    audio_format, rate_hz = Order(GERMAN, query).with_settings(handshake).audio
    assert (audio_format.name, rate_hz) == chosen


def test_a_format_that_only_one_door_offers_has_its_own_rate() -> None:
    order = Order(GERMAN).with_settings(VoiceSettings(audio_format=AAC))
    assert order.audio == (AAC, AAC.default_rate_hz)
    order.new_audio_stream()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Order(GERMAN, audio("opus", 96000)), "opus cannot have 96000 Hz; expected one of"),
        (lambda: Order(GERMAN).with_settings(audio(rate_hz=11025)), "mp3 cannot have 11025 Hz; expected one of 8000"),
        (lambda: Order(GERMAN, audio("mp3")).with_settings(audio("wav", 96000)), "mp3 cannot have 96000 Hz"),
    ],
)
def test_no_order_has_a_rate_that_its_format_cannot_have(make: Callable[[], Order], words: str) -> None:
    with pytest.raises(BadParameter, match=words) as refusal:
        make()
    assert (refusal.value.parameter, refusal.value.status) == ("sample_rate", 400)


def test_a_handshake_changes_a_copy() -> None:
    order = Order(GERMAN)
    fast = order.with_settings(VoiceSettings(1.5, 0.5, 2.0))
    assert order.settings == VoiceSettings()
    assert fast.voice is GERMAN
    utterance = fast.charged_utterance(Segment("Hallo.", (Span("Hallo."),)))
    assert (utterance.speed, utterance.volume, utterance.pitch) == (1.5, 0.5, 2.0)


@pytest.mark.parametrize(
    ("order", "text", "spoken"),
    [
        (Order(GERMAN), "**2 km**", "2 Kilometer"),
        (Order(GERMAN, markdown=False), "2 *km*", "2 *km*"),
        (Order(GERMAN, is_ssml=True), "<speak>2 km</speak>", "2 Kilometer"),
        (Order(GERMAN, pronunciations=Pronunciations([Alias("SQL", "sequel")])), "SQL", "sequel"),
        (Order(GERMAN, code="skip"), "Code:\n```\na = 1\n```\n", "Code:"),
    ],
)
def test_the_front_end_reads_as_ordered(order: Order, text: str, spoken: str) -> None:
    front_end = order.new_front_end()
    segments = front_end.feed(text) + front_end.flush()
    assert "".join(span.text for segment in segments for span in segment.spans).strip() == spoken


def test_the_caller_is_charged_for_what_is_said() -> None:
    noted: list[tuple[str, object]] = []
    key = ApiKey(
        "id", b"", "", "acme", frozenset(), KeyLimits(characters_per_minute=5), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )
    order = Order(GERMAN, caller=Caller(key, lambda organization, _, **used: noted.append((organization, used))))
    segment = Segment("SQL.", (Span("sequel"), Span(".")))
    assert order.charged_utterance(segment).spans == segment.spans
    assert noted == [("acme", {"characters": 7})]
    with pytest.raises(KeyBarred, match="5 characters a minute"):
        order.charged_utterance(segment)
    assert len(noted) == 1
