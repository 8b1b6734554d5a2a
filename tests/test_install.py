"""`scripts/install`, which `make serve` installs with: it ends with pip's exit status."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKED = (ROOT / "requirements/serve.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("package", "status"), [("idna", 0), ("idna==0.0.1", 1)])
def test_it_ends_as_pip_does(tmp_path: Path, package: str, status: int) -> None:
    [entry] = re.findall(r"^idna==.*?(?=^\w)", LOCKED, re.MULTILINE | re.DOTALL)
    file = tmp_path / "requirements.txt"
    file.write_text(re.sub(r"^idna==[^ ]+", package, entry) if status else entry, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/install", file], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == status, done.stderr
    assert ("all are there" in done.stdout) == (not status)
    assert ("No matching distribution" in done.stderr) == bool(status)
