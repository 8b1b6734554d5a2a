"""The `plosive` command in a process of its own, with a data folder of the tests."""

import os
import subprocess
import sys
import tempfile

DATA = tempfile.TemporaryDirectory(prefix="plosive-")


def plosive(*arguments: str, stdin: str | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLOSIVE_")}
    return subprocess.run(
        [sys.executable, "-m", "plosive", *arguments],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        env={**kept, "COLUMNS": "200", "PLOSIVE_DATA_DIR": DATA.name, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def plosive_bytes(*arguments: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "plosive", *arguments]
    environment = {**os.environ, "COLUMNS": "200", "PLOSIVE_DATA_DIR": DATA.name}
    return subprocess.run(command, input=stdin, env=environment, capture_output=True, timeout=60, check=False)
