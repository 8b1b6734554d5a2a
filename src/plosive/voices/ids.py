"""The form of a voice id: `Provider.Model.Name` or `Provider.Name`. Refuses malformed ids; knows no voice."""

import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple

from plosive.errors import BadParameter

NEAREST = 3
"""So many near names are told to somebody who asked for one that does not exist."""

# The longest id that can be right is three parts of 128; anything longer is refused before it is looked at.
_LONGEST = 3 * 128 + 2

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+()-]{0,127}")

_RIGHT_FORM = (
    "A voice id is Provider.Model.Name or Provider.Name, such as Plosive.Espeak.en-us or Telnyx.NaturalHD.astra: "
    "each part begins with a letter or digit, has at most 128 letters, digits or . _ + - ( ) and holds no '..'."
)


class VoiceId(NamedTuple):
    """A voice id in its parts, each as the client wrote it. `model` is None for `Provider.Name`."""

    provider: str
    model: str | None
    name: str


def split_voice_id(voice: str) -> VoiceId:
    """Split a public voice id at its first two dots; the name keeps the others.

    Compare provider and model without case. Raises BadParameter for "voice" when the id is malformed.
    """
    if len(voice) > _LONGEST:
        raise BadParameter("voice", f"The voice id has {len(voice)} characters. {_RIGHT_FORM}")
    provider, *rest = voice.split(".", 2)
    if not rest or ".." in voice or not all(map(_PART.fullmatch, (provider, *rest))):
        raise BadParameter("voice", f"{voice[:80]!r} is not a voice id. {_RIGHT_FORM}")
    return VoiceId(provider, rest[0] if len(rest) > 1 else None, rest[-1])


def closest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three of the known names that look most like this one, best first. Takes milliseconds for a thousand."""
    by_lowered = {each.lower(): each for each in known}
    # A name much longer than any known one is near none; cutting it bounds the time (SequenceMatcher is quadratic).
    return [by_lowered[lowered] for lowered in difflib.get_close_matches(name.lower()[:64], by_lowered, NEAREST, 0.5)]
