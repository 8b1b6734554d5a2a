"""Which GPUs neural voices run on. No machine of the tests has one: onnxruntime's answer and the driver's folder stand in."""

import asyncio
from pathlib import Path
from typing import Literal

import onnxruntime
import pytest

from plosive.errors import SetupError, SynthesisError
from plosive.utterance import Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.workers.gpus import count_gpus
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

CPU = ["CPUExecutionProvider"]
CUDA = ["CUDAExecutionProvider", *CPU]


@pytest.mark.parametrize(
    ("device", "offered", "cards", "gpus"),
    [
        ("cpu", CUDA, 2, 0),
        ("auto", CUDA, 2, 2),
        ("auto", CUDA, 0, 0),
        ("auto", CPU, 2, 0),
        ("cuda", CUDA, 2, 2),
        ("cuda", CUDA, 0, 1),
    ],
)
def test_gpus_are_counted(
    device: Literal["auto", "cpu", "cuda"],
    offered: list[str],
    cards: int,
    gpus: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for card in range(cards):
        (tmp_path / f"0000:{card:02}:00.0").mkdir()
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    assert count_gpus(device, tmp_path) == gpus


def test_cuda_without_a_provider_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="pip install onnxruntime-gpu"):
        count_gpus("cuda", tmp_path)


def test_each_worker_has_a_gpu_of_its_own() -> None:
    """Without the provider each worker refuses, and names its GPU."""
    utterance = Utterance((Span("Hello."),), Catalog.load().resolve("Plosive.Hibari.heart").voice.engine_voice)

    async def speak(pool: WorkerPool) -> str:
        try:
            async for _ in pool.speak(utterance):
                pass
        except SynthesisError as error:
            return str(error)
        return "spoken"

    async def both() -> list[str]:
        pool = WorkerPool(2, WorkerSettings(1000, gpu=0))
        await pool.open()
        try:
            return sorted(await asyncio.gather(speak(pool), speak(pool)))
        finally:
            await pool.close()

    errors = asyncio.run(both())
    assert ["cannot use GPU 0" in errors[0], "cannot use GPU 1" in errors[1]] == [True, True], errors
    assert all(error.endswith("set PLOSIVE_DEVICE=cpu") for error in errors)
