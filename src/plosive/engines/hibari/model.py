"""A hibari voice: its network, which turns all tokens of a sentence into all its frames. docs/hibari.md has its inputs."""

from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from plosive.engines.engine import Interrupted
from plosive.engines.hibari.signal import Frames
from plosive.engines.onnx_session import open_session, with_output
from plosive.errors import EngineFailed

_INPUTS: Final = ("ids", "speed")
_OUTPUTS: Final = ("lh", "theta", "ln", "lr", "phi", "f0")
_DURATIONS: Final = "/Clip_output_0"
"""The frames of each token, in pairs: rounded and at least one. The graph computes them and does not name them as an output."""

_MOST_FRAMES_PER_TOKEN: Final = 160
"""Two seconds, where speech takes 0.07 s: a broken voice must not ask for all memory."""


class Spoken(NamedTuple):
    """Frames of a sentence, and the first frame of each token, of the padding and of the end."""

    frames: Frames
    starts: npt.NDArray[np.int64]


class HibariModel:
    """A loaded voice."""

    def __init__(self, file: Path, gpu: int | None = None) -> None:
        """Load it. Raises `EngineFailed` if the file is missing or is no hibari voice."""
        try:
            model = file.read_bytes()
            self._session = open_session(with_output(model, _DURATIONS), gpu)
        except Exception as error:  # onnxruntime has a class for each kind of failure and no common one
            raise EngineFailed(f"{file} cannot be loaded: {_first_line(error)}") from error
        inputs = tuple(each.name for each in self._session.get_inputs())
        outputs = tuple(each.name for each in self._session.get_outputs())
        if inputs != _INPUTS or outputs != (*_OUTPUTS, _DURATIONS):
            raise EngineFailed(
                f"{file} is not a hibari voice: it takes {', '.join(inputs)} and gives {', '.join(outputs)}"
            )
        self.memory_bytes = len(model)

    def run(self, tokens: list[int], speed: float, options: onnxruntime.RunOptions) -> Spoken:
        """Make the frames of some tokens. Raises `EngineFailed`, and `Interrupted` if `options.terminate` is set meanwhile."""
        given = {"ids": np.array([[0, *tokens, 0]], np.int64), "speed": np.array([speed], np.float32)}
        try:
            outputs = self._session.run(None, given, options)
        except Exception as error:  # onnxruntime has a class for each kind of failure and no common one
            if options.terminate:
                raise Interrupted from None
            raise EngineFailed(f"hibari did not say {len(tokens)} tokens: {_first_line(error)}") from error
        frames = Frames(*(output[0] for output in outputs[:-1]))
        pairs = outputs[-1].reshape(-1)
        if not np.isfinite(frames.pitch_hz).all() or not 0 < pairs.sum() < _MOST_FRAMES_PER_TOKEN * len(pairs):
            raise EngineFailed("hibari gave frames that are no speech")
        return Spoken(frames, np.concatenate([[0], np.cumsum(2 * pairs.astype(np.int64))]))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
