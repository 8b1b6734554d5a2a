"""Opens the ONNX models of all neural voices: on one thread of the CPU, or on a GPU."""

from pathlib import Path
from typing import Any

import onnxruntime

from plosive.errors import EngineFailed

_CUDA = "CUDAExecutionProvider"
_CPU = "CPUExecutionProvider"


def open_session(model: Path | bytes, gpu: int | None = None) -> onnxruntime.InferenceSession:
    """Open a model from a file or its content. `gpu` is the number of the GPU, None the CPU.

    Raises the errors of ONNX Runtime, and `EngineFailed` if that GPU cannot be used.
    """
    options = onnxruntime.SessionOptions()
    # There is a worker for each core: one thread, and none that waits by spinning (docs/piper.md).
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_mem_pattern = False  # it would keep a plan of the memory for every length of input
    options.log_severity_level = 4  # what it would log, it raises
    session = onnxruntime.InferenceSession(model, options, providers=providers(gpu))
    # It would keep a second copy of the weights, for a change of providers that never comes.
    session._model_bytes = None
    if gpu is not None and _CUDA not in session.get_providers():
        # ONNX Runtime goes on without a provider that it cannot load.
        raise EngineFailed(f"ONNX Runtime cannot use GPU {gpu}: look for CUDA and cuDNN, or set PLOSIVE_DEVICE=cpu")
    return session


def with_output(model: bytes, name: str) -> bytes:
    """Return a model that also gives a value which its graph computes and does not name as an output.

    A Protocol Buffers message behind another one of its type adds to it. This one is a ModelProto with an output of its graph.
    """
    info = _field(1, name.encode())
    return model + _field(7, _field(12, info))


def _field(number: int, content: bytes) -> bytes:
    """A field of a Protocol Buffers message, shorter than 128 bytes."""
    return bytes([number << 3 | 2, len(content)]) + content


def providers(gpu: int | None) -> list[Any]:
    """ONNX Runtime's execution providers for a GPU, or for the CPU if it is None. Operators unknown to CUDA run on the CPU."""
    return [_CPU] if gpu is None else [(_CUDA, {"device_id": gpu}), _CPU]
