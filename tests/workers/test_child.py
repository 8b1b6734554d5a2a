"""What the process of a worker is made of."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("engine", ["espeak", "piper", "kokoro", "hibari"])
def test_a_worker_has_no_logger_of_the_server(engine: str) -> None:
    """structlog brings rich and asyncio: 12 MB of each worker, and 40 ms of its start."""
    code = (
        f"import sys, plosive.workers.child, plosive.engines.{engine}.engine\n"
        "sys.exit(', '.join({'structlog', 'rich', 'asyncio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr.strip() == ""
