"""Folders of voices as they are published, without what a test of names does not need: their models are empty."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np


def piper_config(code: str | None = "en_US", quality: str = "medium", speakers: dict[str, int] | None = None) -> bytes:
    config: dict[str, Any] = {
        "audio": {"sample_rate": 22050, "quality": quality},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_map": {},
        "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [14]},
        "num_symbols": 256,
        "num_speakers": max(1, len(speakers or {})),
        "speaker_id_map": speakers or {},
    }
    if code is not None:
        config["language"] = {"code": code, "family": code[:2], "region": code[3:]}
    return json.dumps(config).encode()


def piper_voice(folder: Path, name: str, config: bytes | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    model.touch()
    Path(f"{model}.json").write_bytes(piper_config(name.split("-", maxsplit=1)[0]) if config is None else config)
    return model


def styles(rows: int = 3) -> "np.ndarray[Any, np.dtype[np.float32]]":
    return np.zeros((rows, 1, 256), np.float32)


def kokoro_of_the_hub(folder: Path, *names: str) -> Path:
    for part in ("onnx", "voices"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "onnx/model.onnx").touch()
    for name in names:
        (folder / f"voices/{name}.bin").write_bytes(styles().tobytes())
    return folder


def kokoro_release(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kokoro-v1.0.onnx").touch()
    archive = io.BytesIO()
    np.savez(archive, **{name: styles() for name in names})  # type: ignore[arg-type]
    (folder / "voices-v1.0.bin").write_bytes(archive.getvalue())
    return folder
