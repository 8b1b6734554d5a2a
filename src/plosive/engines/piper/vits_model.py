"""A VITS model in three pieces, run by ONNX Runtime on one thread: ids to durations and a prior, latents, frames, samples.

It owns the sessions. Callers decide on the text and on the windows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from plosive.engines.engine import Interrupted
from plosive.engines.piper.windows import Context, flow_block, window
from plosive.errors import EngineFailed

Floats: TypeAlias = npt.NDArray[np.float32]
Ids: TypeAlias = npt.NDArray[np.int64]

PARTS: Final = ("encoder", "flow", "decoder")
MANIFEST: Final = "manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """Facts about a voice's pieces, with the digest of each part's file; or the refusal: why there are none."""

    refusal: str | None = None
    hop: int = 0
    channels: int = 0
    flow_context: Context = Context(0, 0)
    decoder_context: Context = Context(0, 0)
    sha256: Mapping[str, str] = {}


class Interruptible:
    """Runs sessions so that another thread can end the current run."""

    def __init__(self) -> None:
        self._options = onnxruntime.RunOptions()

    def begin(self) -> None:
        """Begin a step: earlier interruptions are forgotten, later ones end it."""
        self._options = onnxruntime.RunOptions()

    def interrupt(self) -> None:
        """End the current run of the step, and any later ones: they raise `Interrupted`."""
        self._options.terminate = True

    def __call__(self, session: onnxruntime.InferenceSession, feeds: Mapping[str, npt.NDArray[Any]]) -> list[Floats]:
        """Run the session on the feeds that it takes. Raises `EngineFailed` and `Interrupted`."""
        taken = {value.name: feeds[value.name] for value in session.get_inputs()}
        try:
            outputs: list[Floats] = session.run(None, taken, self._options)
        except Exception as error:  # ONNX Runtime's own exceptions derive from it alone
            if self._options.terminate:
                raise Interrupted from None
            raise EngineFailed(f"the voice's model failed: {error}") from error
        return outputs


@dataclass(frozen=True)
class Encoding:
    """Output of the encoder for T ids: durations (T) in frames, not rounded up, and a prior of C channels, (T, C) each."""

    durations: Floats
    means: Floats
    log_deviations: Floats

    def ids(self, start: int, stop: int) -> "Encoding":
        """The part for ids start to stop."""
        return Encoding(self.durations[start:stop], self.means[start:stop], self.log_deviations[start:stop])


class VitsModel:
    """The three sessions, and the contexts of their windows."""

    def __init__(self, manifest: Manifest, encoder: Any, flow: Any, decoder: Any) -> None:
        self.hop = manifest.hop
        self.channels = manifest.channels
        self.flow_context = manifest.flow_context
        self.decoder_context = manifest.decoder_context
        self._encoder = encoder
        self._flow = flow
        self._decoder = decoder

    def encode(self, ids: Ids, noise: Floats, noise_scale: float, speaker: int, run: Interruptible) -> Encoding:
        """Encode T ids at length scale 1. `noise` (2, T) times `noise_scale` varies the durations."""
        durations, means, log_deviations = _ordered(
            self._encoder,
            run(
                self._encoder,
                {
                    "input": ids[None],
                    "input_lengths": np.array([len(ids)]),
                    "scales": np.array([0.0, 1.0, noise_scale], np.float32),
                    "noise_durations": noise[None],
                    "sid": np.array([speaker]),
                },
            ),
        )
        return Encoding(durations[0, 0], means[0], log_deviations[0])

    def flow(self, latents: Floats, speaker: int, run: Interruptible) -> Floats:
        """Latents (C, F) to frames (C, F)."""
        frames: Floats = run(self._flow, {"latents": latents[None], "sid": np.array([speaker])})[0][0]
        return frames

    def decode(self, frames: Floats, speaker: int, run: Interruptible) -> Floats:
        """Frames (C, F) to F * hop samples."""
        return run(self._decoder, {"frames": frames[None], "sid": np.array([speaker])})[0].reshape(-1)


def _ordered(session: Any, outputs: list[Floats]) -> list[Floats]:
    by_name = dict(zip((value.name for value in session.get_outputs()), outputs, strict=True))
    return [by_name[name] for name in ("durations", "means", "log_deviations")]


class Signal:
    """The samples of a sentence, made in windows from left to right, equal to those made at once.

    Its ids may come in several encodings. `noise` gives the latents' noise in the order of the frames, so that it does not
    depend on the windows.
    """

    def __init__(self, model: VitsModel, noise: np.random.Generator, noise_scale: float, speaker: int) -> None:
        self.is_whole = False
        self._model = model
        self._noise = noise
        self._noise_scale = np.float32(noise_scale)
        self._speaker = speaker
        self._latents = np.empty((model.channels, 0), np.float32)
        self._frames = np.empty((model.channels, 0), np.float32)
        self._flowed = 0

    @property
    def total(self) -> int:
        """Number of frames that have latents."""
        return self._latents.shape[1]

    @property
    def sure(self) -> int:
        """Frames whose samples can be made: they must not depend on frames that are still to come."""
        if self.is_whole:
            return self.total
        return self.total - self._model.decoder_context.after - self._model.flow_context.after

    def add(self, encoding: Encoding, durations: npt.NDArray[np.int64], *, is_last: bool) -> None:
        """Add the next ids, with the number of frames of each."""
        means, log_deviations = (
            np.repeat(per_id, durations, axis=0) for per_id in (encoding.means, encoding.log_deviations)
        )
        noise = self._noise.standard_normal(means.shape, np.float32)
        latents = (means + noise * np.exp(log_deviations) * self._noise_scale).T
        self._latents = np.concatenate([self._latents, latents], axis=1)
        self._frames = np.concatenate([self._frames, np.empty_like(latents)], axis=1)
        self.is_whole = is_last

    def flow(self, stop: int, run: Interruptible, *, ahead: bool) -> bool:
        """Make some of the frames that samples up to frame `stop` need, and some `ahead`. False: there are enough."""
        needed = min(stop + self._model.decoder_context.after, self.total)
        block = flow_block(self._flowed, needed, self.total, self._model.flow_context, ahead=ahead)
        if block is None:
            return False
        made = self._model.flow(self._latents[:, block.low : block.high], self._speaker, run)
        self._frames[:, block.start : block.stop] = made[:, block.start - block.low : block.stop - block.low]
        self._flowed = block.stop
        return True

    def decode(self, start: int, stop: int, run: Interruptible) -> Floats:
        """Samples of frames start to stop; `flow` must have made their frames."""
        part = window(start, stop - start, self.total, self._model.decoder_context)
        samples = self._model.decode(self._frames[:, part.low : part.high], self._speaker, run)
        return samples[(start - part.low) * self._model.hop : (part.stop - part.low) * self._model.hop]
