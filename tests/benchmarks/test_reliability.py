"""The benchmark of reliability, with numbers that are small enough for a test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.reliability.poison import poison

ROOT = Path(__file__).parents[2]


def measured(out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", "reliability", *arguments, "--out", str(out)],
        capture_output=True, text=True, timeout=280, check=False, cwd=ROOT,
    )  # fmt: skip


def test_a_poison_has_160_bytes_and_is_never_the_same() -> None:
    poisons = {poison(number) for number in range(3000)}
    assert len(poisons) == 3000
    assert {len(each.encode()) for each in poisons} == {160}


def test_an_unknown_part_is_one_line(tmp_path: Path) -> None:
    done = measured(tmp_path, "--only", "kills,peace")
    assert done.returncode == 1
    assert "There is no part 'peace': known are kills, stopped, forces, idle, overload, soak, poison" in done.stderr


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_part_measures_something(tmp_path: Path) -> None:
    done = measured(tmp_path, "--share", "0.01", "--soak-min", "0.05", "--voice", "Plosive.Espeak.en-us")
    assert done.returncode == 0, done.stderr
    results = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert results["kills"]["kills"] == 1
    assert results["kills"]["texts"] >= 2
    assert len(results["kills"]["all_killed_back_s"]) == 1
    assert results["stopped"]["number"] == len(results["stopped"]["gone_s"]) == 2
    assert min(results["stopped"]["gone_s"]) > 1  # they were served until they stopped reading
    assert results["forces"]["number"] == 100
    assert results["forces"]["lost"] == []
    assert results["idle"]["number"] == 100
    assert results["idle"]["rss"] > results["idle"]["rss_before"]
    assert results["overload"]["arrivals"] >= results["overload"]["accepted"] > 0
    assert results["overload"]["capacity"] > 0
    assert results["soak"]["spoken"] > 0
    assert results["soak"]["lost"] == []
    assert results["poison"]["worker_deaths"] >= 1
    assert results["poison"]["lost"] == []
    for part in ("kills", "stopped", "forces", "idle", "overload", "soak", "poison"):
        assert 0 <= results[part]["processor"]["others_of_the_machine"] <= 1
    goals = {goal["figure"].split(":")[0].split(",")[0] for goal in results["goals"]}
    assert goals == {"kills", "stopped readers", "forces", "idle sockets", "overload", "soak", "poison"}
