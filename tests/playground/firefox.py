"""Headless Firefox, driven by WebDriver BiDi, with a sound device that nobody hears. Both processes end with the test."""

import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from playground.browser import TAP, AnyPage
from plosive_server import until


class Firefox(AnyPage):
    """Context manager: starts the browser with one page at an address."""

    def __init__(self, url: str, width: int = 1440, height: int = 900) -> None:
        self._program = shutil.which("firefox-esr") or shutil.which("firefox")
        if self._program is None or shutil.which("pulseaudio") is None:
            pytest.skip("needs Firefox and PulseAudio (apt-get install firefox-esr pulseaudio)")
        self._url = url
        self._viewport = {"width": width, "height": height}

    def __enter__(self) -> "Firefox":
        with ExitStack() as stack:
            folder = Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True))
            )
            folder.chmod(0o700)
            # Without a device Firefox's audio clock stands still; Chromium's does not.
            device = folder / "sound"
            sound = ["pulseaudio", "-n", "--exit-idle-time=-1", "--load=module-null-sink"]
            stack.enter_context(_running([*sound, f"--load=module-native-protocol-unix socket={device}"], folder))
            until(device.exists, 10)
            told = folder / "told"
            command = [
                str(self._program),
                "--headless",
                "--no-remote",
                "--profile",
                str(folder),
                "--remote-debugging-port",
                "0",
            ]
            stack.enter_context(_running(command, folder, told, PULSE_SERVER=f"unix:{device}"))
            until(lambda: "BiDi listening on" in told.read_text(), 60)
            address = re.findall(r"BiDi listening on (ws://\S+)", told.read_text())[0]
            self._socket = stack.enter_context(connect(f"{address}/session", max_size=None, compression=None))
            self._ids = itertools.count(1)
            self.events: list[dict[str, Any]] = []
            self._open()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _open(self) -> None:
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded"])
        self.command("script.addPreloadScript", functionDeclaration=f"() => {{ {TAP} }}")
        self._page = self.command("browsingContext.create", type="tab")["context"]
        self.command("browsingContext.setViewport", context=self._page, viewport=self._viewport)
        self.command("browsingContext.navigate", context=self._page, url=self._url, wait="complete")

    def command(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command and return its answer; events that come before it are kept."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(30))
            if message.get("id") == number:
                assert message["type"] == "success", (method, message)
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)

    def run(self, javascript: str) -> Any:
        """The value of an expression, awaited if it is a promise."""
        answer = self.command(
            "script.evaluate", expression=f"(async () => JSON.stringify((await ({javascript})) ?? null))()",
            target={"context": self._page}, awaitPromise=True,
        )  # fmt: skip
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def click(self, selector: str) -> None:
        """Click in the middle of an element, as a mouse does."""
        x, y = self.middle(selector)
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "actions": [*moves, {"type": "pointerUp", "button": 0}]}
        self.command("input.performActions", context=self._page, actions=[mouse])

    def faults(self) -> list[str]:
        """Errors on the console, and exceptions that nothing caught."""
        return [event["params"]["text"] for event in self.events if event["params"].get("level") == "error"]


@contextmanager
def _running(command: list[str], home: Path, told: Path | None = None, **environment: str) -> Iterator[None]:
    """Run a program whose files are all in one folder. `told` gets its standard error."""
    folders = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), **environment}
    with (told or Path(os.devnull)).open("w") as errors:
        process = subprocess.Popen(
            command, env={**os.environ, **folders}, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)
