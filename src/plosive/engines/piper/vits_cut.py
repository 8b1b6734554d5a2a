"""`python -m plosive.engines.piper.vits_cut MODEL FOLDER`: cuts a graph, tries its pieces against the whole, writes them.

It runs once for a voice, in its own process: the memory it takes (some 400 MB) goes away with it. If the file is no model it
exits with 1 and a line; a graph that cannot be cut, for whatever reason, gets a manifest that says why.
"""

import hashlib
import sys
import traceback
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import onnx
import onnxruntime
from google.protobuf.message import DecodeError

from plosive.engines.onnx_session import open_session, providers
from plosive.engines.piper.vits_graph import NotVits, cut, with_noise_inputs
from plosive.engines.piper.vits_layout import as_images
from plosive.engines.piper.vits_model import (
    MANIFEST,
    PARTS,
    Floats,
    Interruptible,
    Manifest,
    Signal,
    VitsModel,
)
from plosive.engines.piper.windows import next_length, next_stop
from plosive.errors import EngineFailed

_TRIAL_IDS: Final = 40
_TRIAL_FRAMES: Final = 300
"""Enough for windows in the middle that depend on neither end: usual are 32 + 11 frames of context on each side."""

_TOLERANCE: Final = 1e-4
"""Largest error, as a part of the loudest sample. Rounding makes 1e-6, a context too short by a few frames 1e-3."""


def main() -> None:
    """Entry point."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        model = onnx.load(source)
    except (OSError, DecodeError) as error:
        sys.exit(f"{source} is not an ONNX model: {error}")
    try:
        manifest = write_pieces(model, folder)
    except (MemoryError, OSError) as error:  # of this machine, not of the voice: the next try may succeed
        sys.exit(f"{source} cannot be cut here: {error!r}")
    except (NotVits, EngineFailed) as refusal:
        manifest = Manifest(refusal=str(refusal))
    except Exception as error:  # exporters write more than is known here, and every voice shall speak
        place = traceback.extract_tb(error.__traceback__)[-1]
        manifest = Manifest(refusal=f"{error!r} in {Path(place.filename).name}, line {place.lineno}")
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))


def write_pieces(model: onnx.ModelProto, folder: Path) -> Manifest:
    """Write the pieces, optimised by ONNX Runtime. Raises `NotVits`, also if they do not sound like the whole."""
    pieces = cut(model)
    for part, piece in zip(PARTS, (pieces.encoder, pieces.flow, pieces.decoder), strict=True):
        as_images(piece)
        _write_optimised(piece, folder / f"{part}.onnx")
    manifest = Manifest(
        hop=pieces.hop,
        channels=pieces.channels,
        flow_context=pieces.flow_context,
        decoder_context=pieces.decoder_context,
        sha256={part: hashlib.sha256((folder / f"{part}.onnx").read_bytes()).hexdigest() for part in PARTS},
    )
    try_pieces(model, folder, manifest)
    return manifest


def _write_optimised(piece: onnx.ModelProto, path: Path) -> None:
    """Write an optimised piece, which opens in half the time. Optimisations for one processor are left to the opening."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    options.log_severity_level = 3
    try:
        onnxruntime.InferenceSession(piece.SerializeToString(), options, providers=providers(None))
    except Exception as error:  # ONNX Runtime's own exceptions derive from it alone
        raise NotVits(f"ONNX Runtime takes no {path.stem} cut from it: {error}") from error


def try_pieces(model: onnx.ModelProto, folder: Path, manifest: Manifest) -> None:
    """Speak random ids in windows and at once. Raises `NotVits` if the samples differ."""
    random = np.random.default_rng(0)
    ids = random.integers(0, _vocabulary(model), _TRIAL_IDS)
    noise_durations = random.standard_normal((2, _TRIAL_IDS), np.float32)
    scale, scale_durations = 0.5, 0.7
    run = Interruptible()
    pieces = VitsModel(manifest, *(open_session(folder / f"{part}.onnx") for part in PARTS))
    encoding = pieces.encode(ids, noise_durations, scale_durations, 0, run)
    length_scale = np.float32(_TRIAL_FRAMES / max(float(encoding.durations.sum()), 1e-3))
    durations = np.ceil(encoding.durations * length_scale).astype(np.int64)
    signal = Signal(pieces, np.random.default_rng(1), scale, 0)
    signal.add(encoding, durations, is_last=True)
    noise = np.random.default_rng(1).standard_normal((signal.total, encoding.means.shape[1]), np.float32)
    whole = _whole(
        model,
        {
            "input": ids[None],
            "input_lengths": np.array([_TRIAL_IDS]),
            "scales": np.array([scale, length_scale, scale_durations], np.float32),
            "sid": np.array([0]),
            "noise_durations": noise_durations[None],
            "noise": noise.T[None],
        },
        run,
    )
    windowed = _windowed(signal, run)
    if len(whole) != len(windowed):
        raise NotVits(f"its pieces make {len(windowed)} samples where it makes {len(whole)}")
    error, peak = float(np.abs(whole - windowed).max()), float(np.abs(whole).max())
    if not error <= _TOLERANCE * peak:
        raise NotVits(f"its pieces speak differently: {error:.2g} where the loudest sample is {peak:.2g}")


def _windowed(signal: Signal, run: Interruptible) -> Floats:
    made, start, length = [], 0, 0
    while start < signal.total:
        length = next_length(length, crowded=False)
        stop = next_stop(start, length, signal.total)
        while signal.flow(stop, run, ahead=start > 0):
            pass
        made.append(signal.decode(start, stop, run))
        start = stop
    return np.concatenate(made)


def _whole(model: onnx.ModelProto, feeds: dict[str, np.ndarray], run: Interruptible) -> Floats:
    session = onnxruntime.InferenceSession(with_noise_inputs(model)[0].SerializeToString(), providers=providers(None))
    return run(session, feeds)[0].reshape(-1)


def _vocabulary(model: onnx.ModelProto) -> int:
    """Number of ids that the model knows."""
    # A folded constant may be a scalar, without dimensions.
    tables = {weight.name: weight.dims[0] for weight in model.graph.initializer if weight.dims}
    for node in model.graph.node:
        if node.op_type == "Gather" and node.input[1] == "input" and node.input[0] in tables:
            return int(tables[node.input[0]])
    raise NotVits("it does not look its ids up")


if __name__ == "__main__":
    main()
