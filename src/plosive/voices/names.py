"""Names of voices as clients write them: full ids, and bare names that mean one. It knows no installed voice."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.voices.aliases import ALIASES

OPENAI: Final = {
    "alloy": "Telnyx.KokoroTTS.af_alloy",
    "ash": "Telnyx.KokoroTTS.am_adam",
    "ballad": "Telnyx.KokoroTTS.bm_george",
    "coral": "Telnyx.KokoroTTS.af_bella",
    "echo": "Telnyx.KokoroTTS.am_echo",
    "fable": "Telnyx.KokoroTTS.bm_fable",
    "nova": "Telnyx.KokoroTTS.af_nova",
    "onyx": "Telnyx.KokoroTTS.am_onyx",
    "sage": "Telnyx.KokoroTTS.af_sarah",
    "shimmer": "Telnyx.KokoroTTS.af_sky",
    "verse": "Telnyx.KokoroTTS.am_michael",
    "marin": "Telnyx.KokoroTTS.af_heart",
    "cedar": "Telnyx.KokoroTTS.am_liam",
}
"""OpenAI's voices, with a public id of the same gender: Kokoro's voice if it is installed, else the nearest one."""

_HOUSES: Final = ("plosive.", "telnyx.")
_INSTALLED: Final = ("Plosive.Kokoro.", "Plosive.Piper.", "Plosive.Espeak.")
_HIBARI: Final = "hibari-"
# NaturalHD and Natural before the others: so Telnyx's own pages write "astra".
_TELNYX_MODELS: Final = tuple(
    dict.fromkeys(["NaturalHD", "Natural", *(each.id.split(".")[1] for each in ALIASES.values())])
)
_PIPER: Final = re.compile(r"[a-z]{2,3}_[a-z]{2,4}-[a-z0-9_]+-(?:x_low|low|medium|high)", re.IGNORECASE)


def tidied(name: str) -> str:
    """Return the name without blanks. Between letters one stands for a `+`, which some clients do not encode in a URL."""
    return re.sub(r"\s*\+\s*|\s+", "+", name.strip())


def bare_name(voice_id: str) -> str:
    """Return the shortest name that means an installed voice."""
    _, engine, name = voice_id.split(".", 2)
    return _HIBARI + name if engine == "Hibari" else name


def is_full(name: str) -> bool:
    """Whether a name is an id of Plosive's or Telnyx's, not a bare one."""
    return name.lower().startswith(_HOUSES)


def meanings(name: str) -> Iterator[str]:
    """Yield the full ids that a name may mean, best first. The first that there is counts."""
    if is_full(name):
        yield name
        return
    lowered = name.lower()
    if lowered in OPENAI:
        yield OPENAI[lowered]
    if lowered.startswith(_HIBARI):
        yield f"Plosive.Hibari.{lowered.removeprefix(_HIBARI)}"
    first = re.match(r"[a-z]{2}_[a-z]+", lowered)
    for prefix in _INSTALLED:
        yield prefix + name
        # Without Kokoro the first voice of a blend decides language and gender.
        if prefix == _INSTALLED[0] and first and f"telnyx.kokorotts.{first[0]}" in ALIASES:
            yield f"Telnyx.KokoroTTS.{first[0]}"
    for model in _TELNYX_MODELS:
        yield f"Telnyx.{model}.{name}"


def installable(name: str) -> str | None:
    """Return the name to install for a name of Piper's form, such as en_US-lessac-medium. None: it has another form."""
    plain = name.removeprefix("Plosive.Piper.").partition(".")[0]
    if not _PIPER.fullmatch(plain):
        return None
    language, region, rest = re.split("[_-]", plain, maxsplit=2)
    return f"{language.lower()}_{region.upper()}-{rest.lower()}"
