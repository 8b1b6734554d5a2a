"""A voice's pieces: the folder that keeps them, and new pieces if they are stale or damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engines.piper_voices import STILL, copy_voice, engine, spoken, utterance
from plosive.engines.piper.vits_pieces import Pieces, find_or_make

TEXT = "Hello there."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copy_voice("single", tmp_path, **STILL)


def pieces(path: Path) -> tuple[Pieces, int]:
    """The pieces, and how often others had the worker while they were found or made."""
    steps, waits = find_or_make(path), 0
    try:
        while True:
            next(steps)
            waits += 1
    except StopIteration as found:
        return found.value, waits


def test_they_are_made_once_beside_the_voice(path: Path) -> None:
    made, waits = pieces(path)
    assert waits > 1
    assert made.path("flow").is_relative_to(path.with_name("single.onnx.plosive"))
    found, waits = pieces(path)
    assert waits == 0
    assert found.path("flow") == made.path("flow")


@pytest.mark.parametrize("damage", ["flip", "truncate", "remove", "manifest", "no manifest"])
def test_damaged_ones_are_made_anew(path: Path, damage: str) -> None:
    expected = spoken(engine(), utterance(path, TEXT)).pcm
    made, _ = pieces(path)
    flow, manifest = made.path("flow"), made.path("flow").with_name("manifest.json")
    data = bytearray(flow.read_bytes())
    match damage:
        case "flip":
            data[len(data) // 2] ^= 1
            flow.write_bytes(data)
        case "truncate":
            flow.write_bytes(data[:-1])
        case "remove":
            flow.unlink()
        case "manifest":
            manifest.write_text('{"hop": "many"}')
        case "no manifest":
            manifest.unlink()
    assert spoken(engine(), utterance(path, TEXT)).pcm == expected
    assert pieces(path)[1] == 0


def test_another_voice_in_the_same_file_gets_its_own(path: Path) -> None:
    first, _ = pieces(path)
    os.utime(path, ns=(0, 0))
    second, waits = pieces(path)
    assert waits > 1
    assert first.path("flow") != second.path("flow")
    assert not first.path("flow").exists()


def test_several_processes_may_make_them_at_once(path: Path) -> None:
    code = "\n".join(
        [
            "import sys; from pathlib import Path; from plosive.engines.piper.vits_pieces import find_or_make",
            "for _ in find_or_make(Path(sys.argv[1])): pass",
        ]
    )
    running = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert pieces(path)[1] == 0
    assert [folder.name[:7] for folder in path.with_name("single.onnx.plosive").iterdir()].count("making-") == 0


def test_where_nothing_can_be_written_beside_the_voice_the_users_cache_is(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    path.with_name("single.onnx.plosive").write_text("in the way")
    assert pieces(path)[0].path("flow").is_relative_to(home / ".cache" / "plosive")
    assert pieces(path)[1] == 0


def test_where_nothing_can_be_written_at_all_they_are_kept_in_memory(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("HOME", str(path))  # a file
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    path.with_name("single.onnx.plosive").write_text("in the way")
    assert spoken(engine(), utterance(path, TEXT)).pcm
    assert list(temporary.iterdir()) == []
