"""ctypes binding to the espeak-ng library that `espeakng-loader` ships.

Binds only what Plosive calls. Text goes through the API as plain UTF-8: never with the SSML flag, never with the phoneme
flag, because both let client text reach files, a shell and known crashes.
"""

import ctypes
from collections.abc import Callable
from typing import Final

import espeakng_loader

from plosive.errors import EngineFailed

# espeak-ng/speak_lib.h, 1.52
_AUDIO_OUTPUT_SYNCHRONOUS: Final = 2
_INITIALIZE_DONT_EXIT: Final = 0x8000
_POS_CHARACTER: Final = 1
_CHARS_UTF8: Final = 1
_ENDPAUSE: Final = 0x1000
_RATE: Final = 1
_VOLUME: Final = 2
_PITCH: Final = 3

NORMAL_RATE_WPM: Final = 175
"""espeak-ng's own default (espeakRATE_NORMAL), in words a minute."""

NORMAL_VOLUME: Final = 100
NORMAL_PITCH: Final = 50

_SynthCallback = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class LibEspeak:
    """The library, opened once per process. Its state is global: one utterance at a time."""

    def __init__(self, buffer_ms: int) -> None:
        # PyDLL keeps the interpreter lock: the callback comes every 50 us, and giving the lock away each time costs more.
        self._lib = ctypes.PyDLL(espeakng_loader.get_library_path())
        self.rate_hz: int = self._lib.espeak_Initialize(
            _AUDIO_OUTPUT_SYNCHRONOUS, buffer_ms, espeakng_loader.get_data_path().encode(), _INITIALIZE_DONT_EXIT
        )
        if self.rate_hz <= 0:
            raise EngineFailed("espeak-ng does not start: its data folder is missing or of another version")

    def on_audio(self, callback: Callable[[bytes], bool]) -> None:
        """Call `callback(pcm)` with each buffer of PCM while `synthesize` runs; True stops it."""

        def receive(samples: "ctypes._Pointer[ctypes.c_short]", count: int, _events: int) -> int:
            if not samples or count <= 0:
                return 0
            return int(callback(ctypes.string_at(samples, 2 * count)))

        self._callback = _SynthCallback(receive)  # the library keeps a pointer: it must stay alive
        self._lib.espeak_SetSynthCallback(self._callback)

    def set_voice(self, name: str) -> None:
        """Choose a voice by its file, such as `gmw/en-US` or `gmw/en-US+f3`. Raises `EngineFailed` if there is none."""
        if self._lib.espeak_SetVoiceByName(name.encode()) != 0:
            raise EngineFailed(f"espeak-ng has no voice {name!r}")

    def set_prosody(self, rate_wpm: int, volume: int, pitch: int) -> None:
        """Set the rate in words a minute, the volume (100 is normal) and the pitch (50 is normal)."""
        self._lib.espeak_SetParameter(_RATE, rate_wpm, 0)
        self._lib.espeak_SetParameter(_VOLUME, volume, 0)
        self._lib.espeak_SetParameter(_PITCH, pitch, 0)

    def synthesize(self, text: str) -> None:
        """Speak plain text, with the pause that ends a sentence. Returns when it is spoken or the callback stopped it."""
        encoded = text.encode() + b"\0"
        self._lib.espeak_Synth(encoded, len(encoded), 0, _POS_CHARACTER, 0, _CHARS_UTF8 | _ENDPAUSE, None, None)
