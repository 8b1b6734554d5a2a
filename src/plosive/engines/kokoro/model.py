"""A Kokoro model and the styles of its voices, loaded from a folder in either published layout.

One session speaks all voices. docs/kokoro.md has the files and the graph's inputs and outputs.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime

from plosive.engines.engine import Interrupted
from plosive.engines.kokoro.runs import MOST_TOKENS
from plosive.engines.malloc import give_back
from plosive.engines.misaki.vocabulary import Vocabulary, read_vocabulary
from plosive.engines.onnx_session import open_session, with_output
from plosive.errors import EngineFailed
from plosive.voices.kokoro import MODELS, STYLE, model_files, style_archives, style_tables

_PADDING: Final = 0

_TYPES: Final = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(int32)": np.int32,
    "tensor(int64)": np.int64,
}

# Names of the outputs in exports: the audio, and the number of frames of each token.
_AUDIO: Final = ("waveform", "audio")
_DURATIONS: Final = ("durations", "pred_dur", "duration")


class Spoken(NamedTuple):
    """Audio of a run, float32 in -1..1 at `RATE_HZ`, and the frames of each token and the padding, if the model gives them."""

    audio: npt.NDArray[np.float32]
    frames: npt.NDArray[np.float64] | None


class KokoroModel:
    """A loaded model."""

    def __init__(self, folder: Path, gpu: int | None = None) -> None:
        """Load it. Raises `EngineFailed` if the folder has no model, or one that is not Kokoro's."""
        self._folder = folder
        file = _model_file(folder)
        try:
            durations = _computed_durations(file)
            self._session = open_session(with_output(file.read_bytes(), durations) if durations else file, gpu)
        except Exception as error:  # onnxruntime has a class for each kind of failure and no common one
            raise EngineFailed(f"{file} cannot be loaded: {_first_line(error)}") from error
        give_back()
        inputs = {each.name: _TYPES.get(each.type, np.float32) for each in self._session.get_inputs()}
        outputs = [each.name for each in self._session.get_outputs()]
        self._tokens = next((name for name in ("input_ids", "tokens") if name in inputs), "")
        self._audio = next((name for name in _AUDIO if name in outputs), "")
        self._durations = next((name for name in (durations, *_DURATIONS) if name in outputs), None)
        if set(inputs) != {self._tokens, "style", "speed"} or not self._audio:
            raise EngineFailed(
                f"{file} is not a Kokoro model: it takes {', '.join(inputs)} and gives {', '.join(outputs)}, instead of"
                " input_ids (or tokens), style and speed, and waveform (or audio)"
            )
        self._types = inputs
        self.vocabulary: Vocabulary = read_vocabulary(folder)
        self._file_bytes = sum(each.stat().st_size for each in file.parent.glob(f"{file.name}*"))
        self._styles: dict[str, npt.NDArray[np.float32]] = {}

    @property
    def memory_bytes(self) -> int:
        """Memory of the weights, about their file's size, and of the styles of the voices used so far."""
        return self._file_bytes + sum(styles.nbytes for styles in self._styles.values())

    def style(self, blend: Mapping[str, float], tokens: int) -> npt.NDArray[np.float32]:
        """The style for a text of so many tokens, 1 x 256. `blend` has the voices' weights, which need not add up to one.

        Raises `EngineFailed` for a voice that is missing or cannot be read.
        """
        total = sum(blend.values())
        # The last row is for the longest text. Some files begin with a row for no token, others with one for one token.
        rows = [
            self._voice(name)[tokens - MOST_TOKENS - 1] * np.float32(weight / total) for name, weight in blend.items()
        ]
        return np.sum(rows, axis=0, dtype=np.float32).reshape(1, STYLE)

    def run(
        self, tokens: list[int], style: npt.NDArray[np.float32], speed: float, options: onnxruntime.RunOptions
    ) -> Spoken:
        """Speak 1 to 510 tokens. Raises `EngineFailed`, and `Interrupted` if `options.terminate` is set meanwhile."""
        numbers = {
            self._tokens: [[_PADDING, *tokens, _PADDING]],
            "style": style,
            # Some exports take whole numbers only.
            "speed": [speed if np.issubdtype(self._types["speed"], np.floating) else max(1, round(speed))],
        }
        names = [self._audio, *([self._durations] if self._durations else [])]
        try:
            audio, *frames = self._session.run(
                names, {name: np.asarray(value, self._types[name]) for name, value in numbers.items()}, options
            )
        except Exception as error:  # onnxruntime has a class for each kind of failure and no common one
            if options.terminate:
                raise Interrupted from None
            raise EngineFailed(f"Kokoro did not say {len(tokens)} tokens: {_first_line(error)}") from error
        return Spoken(
            np.asarray(audio, np.float32).reshape(-1),
            np.asarray(frames[0], np.float64).reshape(-1) if frames else None,
        )

    def _voice(self, name: str) -> npt.NDArray[np.float32]:
        if name not in self._styles:
            self._styles[name] = self._read_voice(name)
        return self._styles[name]

    def _read_voice(self, name: str) -> npt.NDArray[np.float32]:
        """Styles of a voice, a row for each number of tokens."""
        alone = [file for file in style_tables(self._folder) if file.stem == name]
        for file in alone or style_archives(self._folder):
            try:
                numbers = np.fromfile(file, np.float32) if alone else _from_archive(file, name)
                styles = None if numbers is None else np.asarray(numbers, np.float32).reshape(-1, STYLE)
            except (OSError, ValueError, zipfile.BadZipFile) as error:
                raise EngineFailed(f"{file} has no voice {name} that can be read: {error}") from error
            if styles is None:
                continue
            if len(styles) < MOST_TOKENS or not np.isfinite(styles).all():
                raise EngineFailed(
                    f"Voice {name} in {file} has {len(styles)} styles, instead of {MOST_TOKENS} rows of numbers"
                )
            return styles
        raise EngineFailed(f"{self._folder} has no voice {name}")


def _from_archive(file: Path, name: str) -> npt.NDArray[np.float32] | None:
    # NumPy would leave a file that is no archive open.
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
        numbers: npt.NDArray[np.float32] | None = archive.get(name)
        return numbers


def _model_file(folder: Path) -> Path:
    """The model in a folder. Of several, that with the shortest name: the others have fewer bits."""
    models = model_files(folder)
    if not models:
        raise EngineFailed(f"{folder} has no Kokoro model: none of {', '.join(MODELS)}")
    return min(models, key=lambda file: (len(file.name), file.name))


def _computed_durations(file: Path) -> str | None:
    """The name of the durations in a graph that computes them and does not give them, as all published ones do.

    They are its only rounded numbers that are then limited (to one at least). None if there is no such place, and for
    weights in files of their own, which a changed model would not find.
    """
    model = onnx.load(file, load_external_data=False)
    if any(weights.data_location == onnx.TensorProto.EXTERNAL for weights in model.graph.initializer):
        return None
    rounded = {node.output[0] for node in model.graph.node if node.op_type == "Round"}
    limited = [
        str(node.output[0])
        for node in model.graph.node
        if node.op_type in {"Clip", "Max"} and rounded.intersection(node.input)
    ]
    return limited[0] if len(limited) == 1 else None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
