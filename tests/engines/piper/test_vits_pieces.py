"""A voice's pieces: the folder that keeps them, and new pieces if they are stale or damaged."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import onnx
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


def opening(path: Path) -> "subprocess.Popen[str]":
    """A process that finds or makes the pieces, and says when it begins to cut."""
    code = """
import sys
from pathlib import Path
from plosive.engines.piper import vits_pieces

def told(*given, cut=vits_pieces._cut):
    print("cuts", flush=True)
    yield from cut(*given)

vits_pieces._cut = told
for _ in vits_pieces.find_or_make(Path(sys.argv[1])):
    pass
"""
    return subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)


def test_of_several_processes_one_makes_them_and_the_others_wait(path: Path) -> None:
    running = [opening(path) for _ in range(3)]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sorted(said) == ["", "", "cuts\n"]
    assert pieces(path)[1] == 0
    assert [folder.name[:7] for folder in path.with_name("single.onnx.plosive").iterdir()].count("making-") == 0


def test_a_process_that_is_killed_while_it_cuts_holds_nobody_up(path: Path) -> None:
    with opening(path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "cuts\n"
        process.kill()
    assert pieces(path)[0].path("flow").exists()


def test_who_leaves_while_a_voice_is_cut_holds_nobody_up(path: Path) -> None:
    piper = engine()
    steps, others = (piper.speak(utterance(path, TEXT)) for _ in range(2))
    lock = path.with_name("single.onnx.plosive") / "lock"
    for each in (steps, others):
        while not next(each).waits or not lock.exists():
            pass
    with lock.open("w") as file:
        steps.close()
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        others.close()
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert spoken(piper, utterance(path, TEXT)).pcm


def test_an_exception_of_the_cutter_is_a_refusal(path: Path) -> None:
    """A Gather with one input is no ONNX, and nothing that the cutter looks for."""
    model = onnx.load(path)
    looked_up = next(node for node in model.graph.node if node.op_type == "Gather" and "input" in node.input)
    strange = onnx.NodeProto.FromString(looked_up.SerializeToString())
    del strange.input[1:]
    strange.output[0] = "unused"
    model.graph.node.insert(0, strange)
    onnx.save(model, path)
    made, _ = pieces(path)
    assert made.manifest.refusal is not None
    assert "IndexError" in made.manifest.refusal
    assert "vits_cut.py, line " in made.manifest.refusal


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
