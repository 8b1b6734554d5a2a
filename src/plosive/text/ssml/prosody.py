"""Owns what SSML's attribute values mean in numbers: rates, volumes, pitches and pauses, clamped to what can be heard.

It refuses no value: one that cannot be read changes nothing, as SSML 1.1 (3.2.4) asks.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

SLOWEST, FASTEST = 0.25, 4.0
"""Beyond a quarter or four times the normal rate no engine is understood."""

LOUDEST: Final = 4.0
"""+12 dB: a nested `+6dB` twice over. More only clips."""

WIDEST_ST: Final = 24.0
"""Two octaves either way, beyond which no voice sounds like one."""

LONGEST_PAUSE_S: Final = 10.0
"""Longer silence sounds like a broken line, and an inactivity timeout is not far (20 s by default)."""

# The percentages of espeak-ng's own SSML reader; SSML 1.1 (3.2.4) gives none.
_RATES: Final = {"x-slow": 0.6, "slow": 0.8, "fast": 1.25, "x-fast": 1.6}
_PITCHES: Final = {"x-low": -6.0, "low": -3.0, "high": 3.0, "x-high": 6.0}
# Steps of 6 dB down, a clear change; of 3 dB up, since speech that fills its range clips.
_VOLUMES: Final = {"silent": 0.0, "x-soft": 0.25, "soft": 0.5, "loud": 1.4, "x-loud": 2.0}
# In the order of SSML 1.1 (3.2.3): a comma is about 0.2 s, a sentence 0.5 s, a paragraph 1 s.
_STRENGTHS: Final = {"none": 0.0, "x-weak": 0.1, "weak": 0.2, "medium": 0.4, "strong": 0.7, "x-strong": 1.2}

# Speed, volume, pitch. Stress is longer, louder and higher; these are clear and still natural with espeak-ng.
_EMPHASES: Final = {"strong": (0.9, 1.3, 1.5), "moderate": (0.95, 1.15, 1.0), "reduced": (1.1, 0.85, -1.0)}

# Hertz are relative to nothing we know, so to the middle between usual male (120 Hz) and female (210 Hz) voices.
_TYPICAL_HZ: Final = 160.0

_AMOUNT: Final = re.compile(r"([+-]?)([0-9]+\.?[0-9]*|\.[0-9]+)\s*(%|dB|st|Hz|)", re.IGNORECASE)
_TIME: Final = re.compile(r"\+?([0-9]+\.?[0-9]*|\.[0-9]+)\s*(ms|s)", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is said: factors for speed and volume, pitch in semitones, a BCP-47 language if not the voice's."""

    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
    language: str | None = None

    def scaled(self, speed: float, volume: float, pitch: float) -> "Style":
        """This style inside an element that asks for more: factors multiply, semitones add up."""
        return Style(
            round(min(FASTEST, max(SLOWEST, self.speed * speed)), 3),
            round(min(LOUDEST, self.volume * volume), 3),
            round(min(WIDEST_ST, max(-WIDEST_ST, self.pitch + pitch)), 3),
            self.language,
        )

    def prosody(self, attributes: Mapping[str, str]) -> "Style":
        """Inside `<prosody>` (SSML 1.1, 3.2.4). `contour`, `range` and `duration` are not followed."""
        return self.scaled(
            _rate(attributes.get("rate", "")),
            _volume(attributes.get("volume", "")),
            _pitch(attributes.get("pitch", "")),
        )

    def emphasized(self, level: str) -> "Style":
        """Inside `<emphasis>` (SSML 1.1, 3.2.2), approximated; a level that is not known is moderate, the default."""
        level = level.strip().lower()
        return self if level == "none" else self.scaled(*_EMPHASES.get(level, _EMPHASES["moderate"]))

    def spoken_in(self, tag: str, own: str, *, whole_document: bool = False) -> "Style":
        """Inside an element with `xml:lang`; `own` is the voice's language, for which `language` stays None.

        On a whole document only another language counts, not another region: `<speak xml:lang="en-US">` is what every
        example begins with, and no wish for an American accent from a British voice.
        """
        tag, own = tag.strip().replace("_", "-"), own.replace("_", "-")
        if not _LANGUAGE.fullmatch(tag):
            return self
        mine, yours = own.lower().split("-"), tag.lower().split("-")
        same = mine == yours or (mine[0] == yours[0] and (whole_document or len(mine) == 1 or len(yours) == 1))
        return replace(self, language=None if same else tag)


def pause_s(attributes: Mapping[str, str]) -> float:
    """How long a `<break>` is (SSML 1.1, 3.2.3): `time` before `strength`; without either it is a medium one."""
    time = _TIME.fullmatch(attributes.get("time", "").strip())
    if time:
        return min(LONGEST_PAUSE_S, float(time[1]) / (1000 if time[2].lower() == "ms" else 1))
    return _STRENGTHS.get(attributes.get("strength", "").strip().lower(), _STRENGTHS["medium"])


def _amount(value: str) -> tuple[str, float, str] | None:
    """The sign, number and unit in lower case."""
    amount = _AMOUNT.fullmatch(value.strip())
    return (amount[1], float(amount[2]), amount[3].lower()) if amount else None


def _factor(sign: str, number: float) -> float:
    """A percentage: a change if it has a sign, else what to multiply by."""
    share = min(number, 10_000.0) / 100
    return max(0.0, 1 + share if sign == "+" else 1 - share if sign == "-" else share)


def _rate(value: str) -> float:
    amount = _amount(value)
    if not amount:
        return _RATES.get(value.strip().lower(), 1.0)
    sign, number, unit = amount
    if unit == "%":
        return min(FASTEST, max(SLOWEST, _factor(sign, number)))
    # SSML 1.0 wrote a multiplier without "%". Words a minute, as in 180, are nothing that voices agree on.
    return max(SLOWEST, number) if not (unit or sign) and number <= FASTEST else 1.0


def _volume(value: str) -> float:
    amount = _amount(value)
    if not amount:
        return _VOLUMES.get(value.strip().lower(), 1.0)
    sign, number, unit = amount
    if unit == "db":
        decibels = -number if sign == "-" else number
        return math.pow(10, max(-60.0, min(12.0, decibels)) / 20)
    # SSML 1.0 had a scale from 0 to 100, the default, so a bare number is a percentage too.
    return min(LOUDEST, _factor(sign, number)) if unit in {"%", ""} else 1.0


def _pitch(value: str) -> float:
    amount = _amount(value)
    if not amount:
        return _PITCHES.get(value.strip().lower(), 0.0)
    sign, number, unit = amount
    change = -number if sign == "-" else number
    if unit == "st":
        return max(-WIDEST_ST, min(WIDEST_ST, change))
    if unit == "%":
        return _semitones(_factor(sign, number))
    # "+20Hz" is about a tone; "200Hz" would need to know the voice, and is left out.
    return _semitones(1 + change / _TYPICAL_HZ) if unit == "hz" and sign else 0.0


def _semitones(ratio: float) -> float:
    return 12 * math.log2(min(4.0, max(0.25, ratio)))
