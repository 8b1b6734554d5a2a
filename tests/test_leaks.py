"""The fixture that finds what a test leaves behind."""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent

LEAVING = {
    "children": "subprocess.Popen(['sleep', '9'])",
    "threads": "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
    "open files": "os.open('/dev/null', os.O_RDONLY)",
    "temporary files": "tempfile.mkdtemp()",
}


def test_what_is_left_fails_the_test(tmp_path: Path) -> None:
    tests = (f"def test_{number}() -> None:\n    {code}\n" for number, code in enumerate(LEAVING.values()))
    (tmp_path / "conftest.py").write_text("from leaks import leaves_nothing_behind\n")
    (tmp_path / "test_leaving.py").write_text(
        "\n\n".join(("import os, subprocess, tempfile, threading, time\n", *tests))
    )
    (tmp_path / "leaks.py").write_text(
        (TESTS / "leaks.py").read_text().replace("_PATIENCE_S = 3.0", "_PATIENCE_S = 0.1")
    )
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", ".", "."],
        cwd=tmp_path, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path)}, check=False,
    ).stdout  # fmt: skip
    for kind in LEAVING:
        assert f"the test left behind: {{'{kind}'" in told
