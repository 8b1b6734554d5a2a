"""Owns the ITU-T G.711 companding laws as look-up tables over all 65 536 sample values: mu-law and A-law.

It refuses to know sample rates: G.711 is specified at 8 kHz, but the tables are the same at any.
"""

from typing import ClassVar

import numpy as np
import numpy.typing as npt

from plosive.audio.linear import Immediate
from plosive.audio.pcm import samples_of

_Table = npt.NDArray[np.uint8]

# Index i of a table is the sample whose uint16 bits are i: 0..32767, then -32768..-1.
_EVERY_SAMPLE = np.arange(65536, dtype=np.uint16).view(np.int16).astype(np.int32)


def _exponents(magnitudes: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """floor(log2) of positive integers, exactly: frexp gives the exponent one above it."""
    exponents: npt.NDArray[np.int32] = np.frexp(magnitudes.astype(np.float64))[1] - 1
    return exponents


def _mulaw_table() -> _Table:
    """G.711 table 2 on 14-bit samples: add the bias 33; 3 bits of exponent, 4 bits after the leading one."""
    sample = _EVERY_SAMPLE >> 2
    magnitude = np.minimum(np.minimum(np.abs(sample), 8159) + 33, 8191)
    exponent = _exponents(magnitude) - 5
    code = exponent << 4 | (magnitude >> (exponent + 1) & 0x0F)
    table: _Table = np.where(sample < 0, code ^ 0x7F, code ^ 0xFF).astype(np.uint8)
    return table


def _alaw_table() -> _Table:
    """G.711 table 1 on 13-bit samples, negative ones by one's complement; even bits of the code are inverted."""
    sample = _EVERY_SAMPLE >> 3
    magnitude = np.where(sample < 0, ~sample, sample)
    exponent = np.maximum(_exponents(np.maximum(magnitude, 1)) - 4, 0)
    code = exponent << 4 | (magnitude >> np.maximum(exponent, 1) & 0x0F)
    table: _Table = np.where(sample < 0, code ^ 0x55, code ^ 0xD5).astype(np.uint8)
    return table


class _Companded(Immediate):
    """One byte per sample."""

    _table: ClassVar[_Table]

    def __init__(self, rate_hz: int) -> None:
        """Accept any rate: the codes do not depend on it."""

    def feed(self, pcm: bytes) -> bytes:
        """Encode PCM and return one byte per sample. Raises ValueError on half a sample."""
        encoded: _Table = self._table[samples_of(pcm).view("<u2")]
        return encoded.tobytes()


class Mulaw(_Companded):
    """G.711 mu-law, the code of telephones in North America and Japan."""

    _table = _mulaw_table()


class Alaw(_Companded):
    """G.711 A-law, the code of telephones elsewhere."""

    _table = _alaw_table()
