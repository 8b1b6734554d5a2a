"""ctypes binding to the espeak-ng library that `espeakng-loader` ships.

Text goes in as plain UTF-8, never with the SSML flag, by which client text could reach files and a shell. The library trusts
phoneme input and embedded commands: only `passages` writes them.
"""

import ctypes
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Final

import espeakng_loader

from plosive.errors import EngineFailed

# espeak-ng/speak_lib.h, 1.52
_AUDIO_OUTPUT_SYNCHRONOUS: Final = 2
_INITIALIZE_DONT_EXIT: Final = 0x8000
_POS_CHARACTER: Final = 1
_CHARS_UTF8: Final = 1
_PHONEMES: Final = 0x100  # without it, 1.52 reads [[ ]] as text
_ENDPAUSE: Final = 0x1000
_MODE_IPA: Final = 2
_SEPARATOR: Final = "\x1f"
_RATE: Final = 1
_VOLUME: Final = 2
_PITCH: Final = 3

_WORD: Final = 1


class _Event(ctypes.Structure):
    """espeak_EVENT: `text_position` counts characters from 1, `audio_position` is in ms. Type 0 ends a list of them."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_SynthCallback = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class LibEspeak:
    """The library, opened once in a process. Its state is global: one utterance at a time."""

    def __init__(self, buffer_ms: int) -> None:
        # PyDLL keeps the interpreter lock. The callback comes every 50 us; to give the lock away each time would cost more.
        self._lib = ctypes.PyDLL(espeakng_loader.get_library_path())
        self._lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.folder = Path(espeakng_loader.get_data_path())
        self.rate_hz: int = self._lib.espeak_Initialize(
            _AUDIO_OUTPUT_SYNCHRONOUS, buffer_ms, str(self.folder).encode(), _INITIALIZE_DONT_EXIT
        )
        if self.rate_hz <= 0:
            raise EngineFailed("espeak-ng does not start: its data folder is missing or of another version")
        # `espeak_TextToPhonemes` has no flag for phoneme input: it goes by that of the last synthesis.
        self.synthesize("", has_ending=False)

    def on_audio(self, callback: Callable[[bytes, list[tuple[int, int]]], bool]) -> None:
        """Call `callback(pcm, words)` with each buffer of PCM while `synthesize` runs; True stops it.

        `words` begin about there: for each the index of its first character in the text, and ms since the synthesis began.
        """

        def receive(samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
            words = []
            for index in itertools.count():
                event = events[index]
                if not event.type:
                    break
                if event.type == _WORD:
                    words.append((event.text_position - 1, event.audio_position))
            if not samples or count <= 0:
                return 0
            return int(callback(ctypes.string_at(samples, 2 * count), words))

        self._callback = _SynthCallback(receive)  # the library keeps a pointer: it must stay alive
        self._lib.espeak_SetSynthCallback(self._callback)

    def set_voice(self, name: str) -> None:
        """Choose a voice by its file: `gmw/en-US`, or `gmw/en-US+f3` with a variant. Raises `EngineFailed` if there is none."""
        if self._lib.espeak_SetVoiceByName(name.encode()) != 0:
            raise EngineFailed(f"espeak-ng has no voice {name!r}")

    def set_prosody(self, rate_wpm: int, volume: int, pitch: int) -> None:
        """Set the rate in words a minute, the volume (100 is normal) and the pitch (50 is normal)."""
        self._lib.espeak_SetParameter(_RATE, rate_wpm, 0)
        self._lib.espeak_SetParameter(_VOLUME, volume, 0)
        self._lib.espeak_SetParameter(_PITCH, pitch, 0)

    def synthesize(self, markup: str, *, has_ending: bool) -> None:
        """Speak text with phoneme input and commands; if it `has_ending`, with the pause that ends a sentence.

        Returns when all is spoken, or the callback has stopped it.
        """
        encoded = markup.encode() + b"\0"
        flags = _CHARS_UTF8 | _PHONEMES | (_ENDPAUSE if has_ending else 0)
        self._lib.espeak_Synth(encoded, len(encoded), 0, _POS_CHARACTER, 0, flags, None, None)

    def ipa(self, mnemonics: str) -> list[str]:
        """IPA of each phoneme in a word of mnemonics, as the current voice says it."""
        text = ctypes.create_string_buffer(f"[[{mnemonics}]]".encode())
        position = ctypes.c_void_p(ctypes.addressof(text))
        mode = _MODE_IPA | ord(_SEPARATOR) << 8
        written: bytes = self._lib.espeak_TextToPhonemes(ctypes.byref(position), _CHARS_UTF8, mode)
        return [phoneme for phoneme in written.decode(errors="replace").split(_SEPARATOR) if phoneme]
