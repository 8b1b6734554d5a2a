"""Voices of other services, as facts: id, language, gender. A voice of the same language and gender stands in for them.

Compiled 2026-11 from public pages: ElevenLabs' default voices, the names of Amazon's newest SDK, Deepgram's Aura. It knows no
installed voice.
"""

import re
from typing import Final

from plosive.voices.aliases import Alias

# Language, gender, ids.
_ELEVENLABS: Final = (
    (
        "en-US",
        "female",
        """
        9BWtsMINqrJLrRacOk9x cgSgspJ2msm6clMCkdW9 FGY2WhTYpPnrIDTdsKH5 XrExE9yKIg1WjnnlVkGX EXAVITQu4vr4xnSDxMaL
        21m00Tcm4TlvDq8ikWAM LcfcDJNUP1GQjkzn1xUU jsCqWAovK2LkecY7zXl4 jBpfuIE2acCO8z3wKNLl z9fAnlkpzviPz146aGWa
        oWAxZDx7w5VEj9dCyTzz piTKgcLEGmPE4e6mEKli pMsXgVXv3BLzUgSXRplE hpp4J3VqNfWAUOO0d1Us
        """,
    ),
    ("en-US", None, "SAz9YHcvj6GT2YYXdXww"),
    (
        "en-US",
        "male",
        """
        pqHfZKP75CvOlQylNhV4 nPczCjzI2devNBz1zQrb N2lVS1w4EtoT3dr4eOWO iP95p4xoKVk53GoZ742B cjVigY5qzO86Huf0OWal
        TX3LPaxmHKxFdv7VOQHJ CwhRBWXzGAHq8TQ4Fs17 bIHbv24MWmeRgasZH58o pNInz6obpgDQGcFmaJgB ErXwobaYiN019PkySvjV
        VR6AewLTigWG4xSOukaG 2EiwWnXFnvU5JabPnv8n 29vD33N1CtxCmqQRPOHJ g5CIjZEefAph4nQFvHAz SOYHLrjzK2X1ezoPC6cr
        t0jbNlBVZ17f02VDIeMI TxGEqnHWrfWFTfGW9XjX flq6f7yk4E4fJM5XTYuZ ODq5zmih8GrVes37Dizd 5Q0t7uMcjvnagumLfvZi
        yoZ06aMxZJJ28mfd3POQ GBv7mTt0atIp3Br8iCZE
        """,
    ),
    ("en-GB", "female", "Xb7hH8MSUJpSbSDYk0k2 pFZP5JQG7iQjIQuC4Bku ThT5KcBeYPX3keUQqHPh"),
    (
        "en-GB",
        "male",
        "onwK4e9ZLuTAKqWW03F9 JBFqnCBsd6RMkjVDRZzb Yko7PKHZNXotIFUBG7I9 CYw3kZ02Hs0563khs1Fj Zlb1dXrM653N07WRdFW3",
    ),
    ("en-AU", "male", "IKne3meq5aSn9XLyUdCD ZQe5CZNOzWyzPSCn5a3c"),
    ("en-IE", "male", "D38z5RcWu1voky8WS1ja bVMeCyTHy58xNoL34h3p"),
    ("en", "female", "XB0fDUnXU5powFXDhCwa zrHiDhphv9ZnVXBqCLjz"),
    ("en", "male", "zcAOhNBS3c14rBihAFp1"),
)
_CARTESIA: Final = (("en-US", "female", "f786b574-daa5-4673-aa0c-cbe3e8534c02"),)
_POLLY: Final = (
    ("en-US", "female", "Danielle Ivy Joanna Kendra Kimberly Ruth Salli Tiffany"),
    ("en-US", "male", "Curtis Gregory Joey Justin Kenneth Kevin Matthew Nate Stephen"),
    ("en-GB", "female", "Amy Emma"),
    ("en-GB", "male", "Arthur Brian Geraint"),
    ("en-AU", "female", "Nicole Olivia"),
    ("en-AU", "male", "Russell"),
    ("en-IN", "female", "Aditi Kajal Kiara Raveena"),
    ("en-IN", "male", "Arjun"),
    ("en-IE", "female", "Niamh"),
    ("en-NZ", "female", "Aria"),
    ("en-SG", "female", "Jasmine"),
    ("en-ZA", "female", "Ayanda"),
    ("de-DE", "female", "Marlene Tina Vicki"),
    ("de-DE", "male", "Daniel Hans Lennart"),
    ("de-AT", "female", "Hannah"),
    ("de-CH", "female", "Sabrina"),
    ("fr-FR", "female", "Ambre Celine Lea"),
    ("fr-FR", "male", "Florian Mathieu Remi"),
    ("fr-BE", "female", "Isabelle"),
    ("fr-CA", "female", "Chantal Gabrielle"),
    ("fr-CA", "male", "Liam"),
    ("es-ES", "female", "Conchita Lucia"),
    ("es-ES", "male", "Enrique Sergio"),
    ("es-MX", "female", "Mia"),
    ("es-MX", "male", "Andres"),
    ("es-US", "female", "Lupe Penelope"),
    ("es-US", "male", "Carlos Miguel Pedro"),
    ("ca-ES", "female", "Arlet"),
    ("it-IT", "female", "Beatrice Bianca Carla"),
    ("it-IT", "male", "Adriano Giorgio Lorenzo"),
    ("pt-BR", "female", "Camila Carolina Vitoria"),
    ("pt-BR", "male", "Leo Ricardo Thiago"),
    ("pt-PT", "female", "Ines"),
    ("pt-PT", "male", "Cristiano"),
    ("nl-NL", "female", "Laura Lotte"),
    ("nl-NL", "male", "Ruben"),
    ("nl-BE", "female", "Lisa"),
    ("cs-CZ", "female", "Jitka"),
    ("pl-PL", "female", "Ewa Maja Ola"),
    ("pl-PL", "male", "Jacek Jan"),
    ("ru-RU", "female", "Tatyana"),
    ("ru-RU", "male", "Maxim"),
    ("sv-SE", "female", "Astrid Elin"),
    ("da-DK", "female", "Naja Sofie"),
    ("da-DK", "male", "Mads"),
    ("nb-NO", "female", "Ida Liv"),
    ("fi-FI", "female", "Suvi"),
    ("is-IS", "female", "Dora"),
    ("is-IS", "male", "Karl"),
    ("cy-GB", "female", "Gwyneth"),
    ("tr-TR", "female", "Burcu Filiz"),
    ("ro-RO", "female", "Carmen"),
    ("ja-JP", "female", "Kazuha Mizuki Tomoko"),
    ("ja-JP", "male", "Takumi"),
    ("ko-KR", "female", "Jihye Seoyeon"),
    ("ko-KR", "male", "Hyunduk"),
    ("cmn-CN", "female", "Zhiyu"),
    ("yue-CN", "female", "Hiujin"),
    ("ar", "female", "Zeina"),
    ("ar-AE", "female", "Hala"),
    ("ar-AE", "male", "Zayd"),
)

_POLLY_ID: Final = re.compile(r"(?:aws\.)?(?:polly\.)?(?:(?:standard|neural|long-form|generative)\.)?([a-z]+)")
_AZURE_ID: Final = re.compile(
    r"azure\.(?P<named>[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2,3})(?:-[a-z]+)?-[a-z][\w:.-]*|(?P<neural>[a-z]{2,3}-[a-z]{2})-[a-z:]+neural"
)
_DEEPGRAM_ID: Final = re.compile(r"aura(?:-2)?-[a-z]+-(?P<language>[a-z]{2})")


def _by_id(*tables: tuple[tuple[str, str | None, str], ...]) -> dict[str, Alias]:
    rows = (row for table in tables for row in table)
    return {name.lower(): Alias(name, language, gender) for language, gender, names in rows for name in names.split()}


_IDS: Final = _by_id(_ELEVENLABS, _CARTESIA)
_POLLY_NAMES: Final = _by_id(_POLLY)


def other_service(name: str) -> Alias | None:
    """Return language and gender of another service's voice, in upper or lower case. None: no such id is known."""
    lowered = name.lower()
    if lowered in _IDS:
        return _IDS[lowered]
    if (polly := _POLLY_ID.fullmatch(lowered)) and polly[1] in _POLLY_NAMES:
        return _POLLY_NAMES[polly[1]]
    if azure := _AZURE_ID.fullmatch(lowered):
        return Alias(name, azure["named"] or azure["neural"], None)
    if deepgram := _DEEPGRAM_ID.fullmatch(lowered):
        return Alias(name, deepgram["language"], None)
    return None
