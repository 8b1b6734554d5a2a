"""Headless Chromium, driven by its DevTools protocol: a browser of its own for each test module, ended by pid."""

import base64
import itertools
import json
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from playground.browser import TAP, AnyPage
from plosive_server import until


def program() -> str:
    """The browser's path. Skips the test where there is none, but not in CI."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI tries the page in a browser: install chromium")
        pytest.skip("needs chromium (apt-get install chromium)")
    return found


class Chromium:
    """Context manager: starts the browser. `rules` say where host names lead, as `--host-resolver-rules` has it."""

    def __init__(self, rules: str = "") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._command = [
            program(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--remote-debugging-port=0", f"--user-data-dir={self._folder.name}", "--mute-audio",
            *([f"--host-resolver-rules={rules}"] if rules else []), "about:blank",
        ]  # fmt: skip

    def __enter__(self) -> "Chromium":
        with ExitStack() as stack:
            stack.callback(self._folder.cleanup)
            self._process = subprocess.Popen(
                self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            stack.callback(self._end)
            told = Path(self._folder.name, "DevToolsActivePort")
            until(lambda: (told.is_file() and told.read_text().count("\n")) or self._process.poll() is not None, 30)
            port, path = told.read_text().split()
            self._socket = stack.enter_context(connect(f"ws://127.0.0.1:{port}{path}", max_size=None, compression=None))
            self._stack = stack.pop_all()
        self._ids = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _end(self) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(20)

    def command(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """Send a command of the protocol and return its answer; events that come before it are kept."""
        number = next(self._ids)
        asked = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps({**asked, "sessionId": session} if session else asked))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(30))
            if message.get("id") == number:
                assert "error" not in message, (method, message)
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)

    def page(self, url: str, *, width: int = 1440, height: int = 900, dark: bool = False) -> "Page":
        """A new page in a context of its own: nothing is kept from others."""
        context = self.command("Target.createBrowserContext")["browserContextId"]
        target = self.command("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.command(f"{domain}.enable")
        page.size(width, height)
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        page.command("Emulation.setEmulatedMedia", features=[theme])
        page.command("Page.addScriptToEvaluateOnNewDocument", source=TAP)
        page.go(url)
        return page


class Page(AnyPage):
    """One page: what somebody in front of it can do and see."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser = browser
        self._session = session

    def command(self, method: str, **parameters: object) -> dict[str, Any]:
        return self._browser.command(method, self._session, **parameters)

    def size(self, width: int, height: int) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700
        )

    def go(self, url: str) -> None:
        self.command("Page.navigate", url=url)
        self.until("document.readyState === 'complete'")

    def run(self, javascript: str) -> Any:
        """The value of an expression, awaited if it is a promise."""
        answer = self.command(
            "Runtime.evaluate", expression=javascript, awaitPromise=True, returnByValue=True, userGesture=False
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Click in the middle of an element, as a mouse does."""
        x, y = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def press(self, key: str, *, control: bool = False) -> None:
        """Press a key and let it go."""
        codes = {"Enter": 13, "Escape": 27, " ": 32, "Tab": 9, "ArrowDown": 40, "ArrowRight": 39, "End": 35}
        text = {"Enter": "\r", " ": " "}.get(key) if not control else None
        for kind in ("keyDown", "keyUp"):
            self.command(
                "Input.dispatchKeyEvent", type=kind, key=key, code="Space" if key == " " else key,
                windowsVirtualKeyCode=codes[key], modifiers=2 if control else 0,
                **({"text": text} if text and kind == "keyDown" else {}),
            )  # fmt: skip

    def type(self, text: str) -> None:
        """Write into whatever has the focus."""
        self.command("Input.insertText", text=text)

    def write(self, selector: str, text: str) -> None:
        """Replace what is written in a field."""
        self.run(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)}); one.focus(); one.select() }})()"
        )
        self.type(text)

    def screenshot(self, path: Path) -> None:
        """Write a picture of what is seen."""
        path.write_bytes(base64.b64decode(self.command("Page.captureScreenshot", format="png")["data"]))

    def faults(self) -> list[str]:
        """Errors on the console, and exceptions that nothing caught."""
        return [
            json.dumps(event["params"])
            for event in self._browser.events
            if event.get("sessionId") == self._session
            and (
                event["method"] == "Runtime.exceptionThrown"
                or (event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error")
            )
        ]
