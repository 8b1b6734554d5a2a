"""The fixture that finds what a test leaves behind."""

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

LEAVING = {
    "children": "subprocess.Popen(['sleep', '9'])",
    "threads": "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
    "open files": "os.open('/dev/null', os.O_RDONLY)",
    "temporary files": "tempfile.mkdtemp()",
}


@pytest.mark.parametrize("kind", LEAVING)
def test_what_is_left_fails_the_test(kind: str, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from leaks import leaves_nothing_behind\n")
    (tmp_path / "test_leaving.py").write_text(
        f"import os, subprocess, tempfile, threading, time\n\n\ndef test() -> None:\n    {LEAVING[kind]}\n"
    )
    (tmp_path / "leaks.py").write_text(
        (TESTS / "leaks.py").read_text().replace("_PATIENCE_S = 3.0", "_PATIENCE_S = 0.1")
    )
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", ".", "."],
        cwd=tmp_path, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path)}, check=False,
    ).stdout  # fmt: skip
    assert f"the test left behind: {{'{kind}'" in told
