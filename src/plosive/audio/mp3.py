"""Owns MP3 as a stream: whole frames, one encoder while text keeps coming, and a duration that follows the PCM's.

It refuses tags: all bytes of a connection are one bitstream, and a decoder may start at any returned block.
"""

from typing import Final

import numpy as np

from plosive.audio.lame import Lame
from plosive.audio.pcm import samples_of, sound_samples

# Frames are coded alone (no reservoir), so each rate gets 2-4 bits a sample, more where fewer samples share the fixed
# 17 bytes of headers a frame; LAME's highest MPEG-2.5 rate is 64. At 44.1 and 48 kHz a voice has little above the
# 12 kHz its model was trained on, so 96 is ample.
KBIT_S: Final = {8000: 32, 16000: 48, 22050: 64, 24000: 64, 44100: 96, 48000: 96}

# LAME returns the sound 576 samples late and every decoder adds 529. Silence before the sound moves it to 1152 + 527
# samples, and the frames of the first 1152, with silence and the very first edge, are not sent. So the sound starts 527
# samples late (22 ms at 24 kHz). Measured at 24 kHz with noise and tones at full level from the first sample:
# 0.5 dB lost and error 17 dB down in the first 10 ms (the codec's own error on noise is 9 dB down), equal from then on;
# at 8 kHz 2 dB lost. At 400 samples the onset would lose 3 dB, at 700 nothing. 527 is the most that keeps the duration
# of a sound that is loud to its last sample within 50 ms at 22.05 kHz: (527 + 575) / 22050.
_SHIFT = 527
_DROPPED = 1152
_LEAD = _DROPPED + _SHIFT - 576 - 529


class Mp3:
    """MPEG-1/2/2.5 Layer III, constant bit rate, mono.

    `flush()` rounds the number of frames to the PCM's duration, or up if sound would be cut off. Sound that is loud to its
    end lasts up to (527 + one frame) samples longer; a silent end makes up for that.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._frame_samples = 1152 if rate_hz >= 32000 else 576
        self._lame: Lame | None = None
        self._begin()

    def _begin(self) -> None:
        if self._lame is not None:
            self._lame.close()
        self._lame = None
        self._fed = 0
        self._sound_end = 0
        self._given = -_DROPPED // self._frame_samples  # frames; negative ones are not sent

    @property
    def held_samples(self) -> int:
        """See `Encoder`."""
        return self._fed - max(0, self._given) * self._frame_samples

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return the completed frames. Raises ValueError on half a sample."""
        samples = samples_of(pcm)
        if not len(samples):
            return b""
        if sound := sound_samples(samples):
            self._sound_end = self._fed + sound
        self._fed += len(samples)
        if self._lame is None:
            self._lame = Lame(self._rate_hz, KBIT_S[self._rate_hz])
            samples = np.concatenate([np.zeros(_LEAD, np.int16), samples])
        return b"".join(self._sent(self._lame.encode(samples)))

    def end_segment(self) -> bytes:
        """Return nothing: only silence could push out the last 55-79 ms (at 24 kHz) now; the next sentence will."""
        return b""

    def flush(self, last: bool = False) -> bytes:
        """Return the frames up to the last sound. The next `feed()` starts another encoder in the same bitstream."""
        if self._lame is None:
            return b""
        wanted = max(
            -(-(self._sound_end + _SHIFT) // self._frame_samples) if self._sound_end else 0,
            round(self._fed / self._frame_samples),
        )
        frames: list[bytes] = []
        while self._given < wanted:
            frames += self._sent(self._lame.encode(np.zeros(self._frame_samples, np.int16)), wanted)
        self._begin()
        return b"".join(frames)

    def reset(self) -> None:
        """Discard the sound that LAME holds. The output so far ends at a frame, so the bitstream goes on."""
        self._begin()

    def _sent(self, frames: list[bytes], wanted: int | None = None) -> list[bytes]:
        """Count the frames and leave out those before the first and after the last wanted one."""
        first = max(0, -self._given)
        room = None if wanted is None else wanted - self._given
        self._given += len(frames)
        return frames[first:room]
