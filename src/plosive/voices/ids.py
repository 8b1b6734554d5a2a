"""The form of a voice id: `Provider.Model.Name` or `Provider.Name`. It knows no voice."""

import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple

from plosive.errors import BadParameter

NEAREST = 3
"""Number of similar names in the error for one that does not exist."""

# Three parts of 128 characters; a longer id is refused unread.
_LONGEST = 3 * 128 + 2

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+()-]{0,127}")

_RIGHT_FORM = (
    "A voice id is Provider.Model.Name or Provider.Name, such as Plosive.Espeak.en-us or Telnyx.NaturalHD.astra: "
    "each part begins with a letter or digit, has at most 128 letters, digits or . _ + - ( ) and holds no '..'."
)


class VoiceId(NamedTuple):
    """The parts of a voice id, as the client wrote them. `model` is None in `Provider.Name`."""

    provider: str
    model: str | None
    name: str


def check_length(voice: str) -> None:
    """Raise `BadParameter` for a name that is too long to be a voice's."""
    if len(voice) > _LONGEST:
        raise BadParameter("voice", f"The voice id has {len(voice)} characters. {_RIGHT_FORM}")


def split_voice_id(voice: str) -> VoiceId:
    """Split a public voice id at its first two dots; later dots stay in the name.

    Compare provider and model without case. Raises BadParameter for "voice" if the id is malformed.
    """
    check_length(voice)
    provider, *rest = voice.split(".", 2)
    if not rest or ".." in voice or not all(map(_PART.fullmatch, (provider, *rest))):
        raise BadParameter("voice", f"{voice[:80]!r} is not a voice id. {_RIGHT_FORM}")
    return VoiceId(provider, rest[0] if len(rest) > 1 else None, rest[-1])


def closest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names most similar to this one, best first. It takes milliseconds for a thousand names."""
    by_lowered = {each.lower(): each for each in known}
    # A much longer name is similar to none; the cut bounds the time (SequenceMatcher is quadratic).
    return [by_lowered[lowered] for lowered in difflib.get_close_matches(name.lower()[:64], by_lowered, NEAREST, 0.5)]
