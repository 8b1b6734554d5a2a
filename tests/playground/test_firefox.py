"""The playground in Firefox: what it plays, how soon it is silent, and that nothing is out of sight on a phone."""

from urllib.parse import quote

import pytest

from playground.browser import retry
from playground.firefox import Firefox
from playground.pages import TEXT, spoken
from plosive_server import PlosiveServer


@pytest.mark.slow
def test_a_text_is_heard_whole_and_an_interruption_is_silence(server: PlosiveServer) -> None:
    with Firefox(f"{server.http}/#tokens=50&text={quote(TEXT)}") as page:
        page.until_text("#status", "Ready.")
        page.click("#speak")
        page.until("document.querySelector('#layer .now') !== null")
        page.until_text("#status", "Finished.")
        whole, sounding = spoken(server, TEXT)
        heard = page.heard()
        assert 0.85 * sounding < heard.seconds < 1.15 * whole
        assert 0.2 < heard.peak <= 1
        assert page.text("#gaps") == "0"

        def interrupt() -> None:
            page.run("(window.heard.length = 0)")
            page.run("addEventListener('click', (event) => (window.pressed = event.timeStamp), true)")
            page.click("#speak")
            page.until("heard.filter((block) => block.peak > 0.1).length > 20")
            page.click("#speak")
            page.until_text("#status", "Interrupted")
            page.run("new Promise((resolve) => setTimeout(resolve, 400))")
            assert page.heard().last_at_ms - page.run("pressed") < 100

        retry(interrupt)
        assert page.faults() == []


@pytest.mark.slow
def test_a_phone_never_scrolls_sideways(server: PlosiveServer) -> None:
    with Firefox(f"{server.http}/#text={quote(TEXT)}", width=390, height=844) as page:
        page.until_text("#status", "Ready.")
        page.run("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert page.run("document.documentElement.scrollWidth <= innerWidth")
        assert page.run("innerWidth") == 390
