"""The page for everybody: axe-core finds nothing, a phone never scrolls sideways, and the keyboard reaches everything."""

import os
from pathlib import Path
from urllib.parse import quote

import pytest

from clients.client_process import not_installed
from playground.chromium import Chromium, Page
from plosive_server import PlosiveServer

AXE = Path(__file__).parents[1] / "clients/node_modules/axe-core/axe.min.js"
TEXT = "#tokens=20&text=" + quote(
    "The kettle is on the stove. It whistles when the water boils, and that takes four minutes. Then we have tea."
)


def check(page: Page, state: str) -> None:
    """Fails with what axe-core finds. PLOSIVE_SCREENSHOTS names a folder for pictures of what it looked at."""
    if folder := os.environ.get("PLOSIVE_SCREENSHOTS"):
        page.screenshot(Path(folder) / f"{state}.png")
    found = page.run(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
        ".then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`))"
    )
    assert found == [], state
    assert page.run("document.documentElement.scrollWidth <= innerWidth"), f"{state} scrolls sideways"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 800, 320])
def test_axe_finds_nothing(chromium: Chromium, server: PlosiveServer, width: int, dark: bool) -> None:
    if not AXE.is_file():
        not_installed("needs axe-core: `npm ci` in tests/clients")
    name = f"{width}-{'dark' if dark else 'light'}"
    page = chromium.page(f"{server.http}/{TEXT}", width=width, height=844, dark=dark)
    page.until_text("#status", "Ready.")
    page.run(AXE.read_text(encoding="utf-8"))
    page.run("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    check(page, f"{name}-ready")
    if width <= 1120:
        page.click("#chip")
        check(page, f"{name}-voices")
        page.press("Escape")
    page.run("window.scrollTo(0, 0)")
    page.click("#speak")
    page.until("document.querySelector('#layer .now') !== null")
    check(page, f"{name}-speaking")
    page.press("Escape")
    page.until_text("#status", "Interrupted")
    check(page, f"{name}-interrupted")
    page.write("#text", " ")
    page.click("#speak")
    page.run("document.getElementById('fault').textContent = 'It stopped before the end. The engine failed.'")
    page.run("for (const id of ['outage', 'key-form', 'trouble']) document.getElementById(id).hidden = false")
    page.run("document.getElementById('outage-text').textContent = 'The server does not answer. Trying again in 4 s.'")
    check(page, f"{name}-faults")


def test_no_width_scrolls_sideways(chromium: Chromium, server: PlosiveServer) -> None:
    page = chromium.page(f"{server.http}/{TEXT}")
    page.until_text("#status", "Ready.")
    page.click("#speak")
    page.until_text("#status", "Speaking.")
    for width in (320, 390, 640, 641, 700, 800, 1120, 1121, 1180):
        page.size(width, 844)
        assert page.run("document.documentElement.scrollWidth <= innerWidth"), width
        lines = page.run("document.getElementById('status').getClientRects()[0].height / 21")
        assert lines < 1.5, f"{width}: what is told takes {lines:.1f} lines"


def test_the_keyboard_alone_reaches_everything(chromium: Chromium, server: PlosiveServer) -> None:
    page = chromium.page(f"{server.http}/{TEXT}")
    page.until_text("#status", "Ready.")
    reached = []
    for _ in range(60):
        page.press("Tab")
        reached.append(page.run("document.activeElement.id || document.activeElement.textContent.trim()"))
        if len(reached) > 2 and reached[-1] == reached[0]:
            break
    wanted = {
        "share", "reference", "socket-reference", "theme", "Hello", "text", "speak", "llm", "tokens", "download", "tab-Python",
        "code-panel", "copy-code", "The code that does this", "Pronunciation", "Frames",
        "search", "by-language", "by-gender", "by-engine",
        "list", "copy-id", "speed", "format", "rate",
    }  # fmt: skip
    assert wanted <= set(reached), wanted - set(reached)
    page.run("document.activeElement.blur()")
    page.press(" ")
    page.until_text("#status", "Speaking.")
    page.press("Escape")
    page.until_text("#status", "Interrupted")
