"""Counts the GPUs that neural voices may run on."""

from pathlib import Path
from typing import Final, Literal

from plosive.errors import SetupError

_DRIVER: Final = Path("/proc/driver/nvidia/gpus")
"""NVIDIA's driver for Linux has a folder for each GPU here."""


def count_gpus(device: Literal["auto", "cpu", "cuda"], driver: Path = _DRIVER) -> int:
    """Return the number of GPUs to speak on; 0 means the CPU. Raises `SetupError` for `cuda` without a provider."""
    found = len(list(driver.glob("*")))
    if device == "cpu" or (device == "auto" and not found):
        return 0
    import onnxruntime  # noqa: PLC0415 - the server itself does not need it

    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        return max(1, found)  # not every system shows the driver's folder
    if device == "cuda":
        raise SetupError(
            "PLOSIVE_DEVICE=cuda: this ONNX Runtime has no CUDA; replace it: "
            "pip uninstall onnxruntime, then pip install onnxruntime-gpu"
        )
    return 0
