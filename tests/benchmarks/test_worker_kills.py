"""The benchmark that kills workers, with one death."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_it_counts_what_was_lost() -> None:
    options = ("--listeners", "2", "--deaths", "1", "--every-s", "0", "--voice", "Plosive.Espeak.en-us")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "worker-kills", *options],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "texts heard whole" in done.stdout
