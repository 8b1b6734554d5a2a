"""Turns SSML's attribute values into numbers: rates, volumes, pitches and pauses, clamped to the audible range.

It refuses no value: an invalid one changes nothing, as SSML 1.1 (3.2.4) asks.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

SLOWEST, FASTEST = 0.25, 4.0
"""Beyond a quarter or four times the normal rate nobody understands the speech of any engine."""

LOUDEST: Final = 4.0
"""+12 dB: two nested `+6dB`. More only clips."""

WIDEST_ST: Final = 24.0
"""Two octaves either way, beyond which no voice sounds like one."""

LONGEST_PAUSE_S: Final = 10.0
"""A longer silence sounds like a broken line and comes near the inactivity timeout (20 s by default)."""

# The percentages of espeak-ng's own SSML reader; SSML 1.1 (3.2.4) gives none.
_RATES: Final = {"x-slow": 0.6, "slow": 0.8, "fast": 1.25, "x-fast": 1.6}
_PITCHES: Final = {"x-low": -6.0, "low": -3.0, "high": 3.0, "x-high": 6.0}
# Downward steps of 6 dB, a clear change; upward steps of 3 dB, since loud speech clips.
_VOLUMES: Final = {"silent": 0.0, "x-soft": 0.25, "soft": 0.5, "loud": 1.4, "x-loud": 2.0}
# In the order of SSML 1.1 (3.2.3): a comma is about 0.2 s, a sentence 0.5 s, a paragraph 1 s.
_STRENGTHS: Final = {"none": 0.0, "x-weak": 0.1, "weak": 0.2, "medium": 0.4, "strong": 0.7, "x-strong": 1.2}

# Speed, volume, pitch. Stress is longer, louder and higher; these are clear and still natural with espeak-ng.
_EMPHASES: Final = {"strong": (0.9, 1.3, 1.5), "moderate": (0.95, 1.15, 1.0), "reduced": (1.1, 0.85, -1.0)}

# The voice's own pitch in hertz is unknown; this is between usual male (120 Hz) and female (210 Hz) voices.
_TYPICAL_HZ: Final = 160.0

_AMOUNT: Final = re.compile(r"([+-]?)([0-9]+\.?[0-9]*|\.[0-9]+)\s*(%|dB|st|Hz|)", re.IGNORECASE)
_TIME: Final = re.compile(r"\+?([0-9]+\.?[0-9]*|\.[0-9]+)\s*(ms|s)", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")


@dataclass(frozen=True, slots=True)
class Style:
    """The prosody of text: factors for speed and volume, pitch in semitones, a BCP-47 language if not the voice's."""

    speed: float = 1.0
    volume: float = 1.0
    pitch: float = 0.0
    language: str | None = None

    def scaled(self, speed: float, volume: float, pitch: float) -> "Style":
        """Return this style changed by a nested element: factors multiply, semitones add up."""
        return Style(
            round(min(FASTEST, max(SLOWEST, self.speed * speed)), 3),
            round(min(LOUDEST, self.volume * volume), 3),
            round(min(WIDEST_ST, max(-WIDEST_ST, self.pitch + pitch)), 3),
            self.language,
        )

    def prosody(self, attributes: Mapping[str, str]) -> "Style":
        """Return the style inside `<prosody>` (SSML 1.1, 3.2.4). `contour`, `range` and `duration` are ignored."""
        return self.scaled(
            _rate(attributes.get("rate", "")),
            _volume(attributes.get("volume", "")),
            _pitch(attributes.get("pitch", "")),
        )

    def emphasized(self, level: str) -> "Style":
        """Return an approximation of `<emphasis>` (SSML 1.1, 3.2.2). An unknown level is moderate, the default."""
        level = level.strip().lower()
        return self if level == "none" else self.scaled(*_EMPHASES.get(level, _EMPHASES["moderate"]))

    def spoken_in(self, tag: str, own: str, *, whole_document: bool = False) -> "Style":
        """Return the style inside an element with `xml:lang`. `language` stays None for `own`, the voice's language.

        On a whole document only another language counts, not another region: every example begins with
        `<speak xml:lang="en-US">`, which does not ask a British voice for an American accent.
        """
        tag, own = tag.strip().replace("_", "-"), own.replace("_", "-")
        if not _LANGUAGE.fullmatch(tag):
            return self
        mine, yours = own.lower().split("-"), tag.lower().split("-")
        same = mine == yours or (mine[0] == yours[0] and (whole_document or len(mine) == 1 or len(yours) == 1))
        return replace(self, language=None if same else tag)


def pause_s(attributes: Mapping[str, str]) -> float:
    """Return the seconds of a `<break>` (SSML 1.1, 3.2.3): from `time`, else from `strength`, else a medium one."""
    time = _TIME.fullmatch(attributes.get("time", "").strip())
    if time:
        return min(LONGEST_PAUSE_S, float(time[1]) / (1000 if time[2].lower() == "ms" else 1))
    return _STRENGTHS.get(attributes.get("strength", "").strip().lower(), _STRENGTHS["medium"])


def _amount(value: str) -> tuple[str, float, str] | None:
    """Return the sign, the number, and the unit in lower case."""
    amount = _AMOUNT.fullmatch(value.strip())
    return (amount[1], float(amount[2]), amount[3].lower()) if amount else None


def _factor(sign: str, number: float) -> float:
    """Return the factor of a percentage, which is a change if it has a sign."""
    share = min(number, 10_000.0) / 100
    return max(0.0, 1 + share if sign == "+" else 1 - share if sign == "-" else share)


def _rate(value: str) -> float:
    amount = _amount(value)
    if not amount:
        return _RATES.get(value.strip().lower(), 1.0)
    sign, number, unit = amount
    if unit == "%":
        return min(FASTEST, max(SLOWEST, _factor(sign, number)))
    # SSML 1.0 wrote a multiplier without "%". Words per minute, as in 180, differ from voice to voice and are ignored.
    return max(SLOWEST, number) if not (unit or sign) and number <= FASTEST else 1.0


def _volume(value: str) -> float:
    amount = _amount(value)
    if not amount:
        return _VOLUMES.get(value.strip().lower(), 1.0)
    sign, number, unit = amount
    if unit == "db":
        decibels = -number if sign == "-" else number
        return math.pow(10, max(-60.0, min(12.0, decibels)) / 20)
    # SSML 1.0 had a scale from 0 to 100 with 100 as the default, so a bare number is a percentage too.
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
    # "+20Hz" is a change of about a tone. "200Hz" would need the voice's own pitch, so it is ignored.
    return _semitones(1 + change / _TYPICAL_HZ) if unit == "hz" and sign else 0.0


def _semitones(ratio: float) -> float:
    return 12 * math.log2(min(4.0, max(0.25, ratio)))
