"""Who may use the playground: keys, a server that restarts, and pages of other sites."""

import http.server
import json
import threading
from collections.abc import Iterator

import pytest

from playground.chromium import Chromium
from playground.conftest import EVIL
from playground.pages import TEXT, opened
from plosive_server import PATH, PlosiveServer, metric


@pytest.fixture(scope="module")
def keyed() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, api_keys="right-key") as running:
        yield running


def test_a_key_is_asked_for_and_never_in_a_url(chromium: Chromium, keyed: PlosiveServer) -> None:
    page = chromium.page(f"{keyed.http}/#text=Hello.")
    page.until("document.activeElement.id === 'key'")
    assert page.text("#key-why") == ""
    assert "PLOSIVE_API_KEY" in page.text("#code")
    page.type("wrong-key")
    page.press("Enter")
    page.until_text("#key-why", "wrong, expired or revoked")
    page.type("ключ")
    page.press("Enter")
    page.until_text("#key-why", "only letters, digits and signs")
    page.write("#key", "right-key")
    page.press("Enter")
    page.until_text("#status", "Ready.")
    assert not page.run("document.getElementById('key-form').checkVisibility()")
    page.click("#speak")
    page.until_text("#status", "Finished.")
    assert page.heard().peak > 0.2
    asked = page.run("performance.getEntriesByType('resource').map((one) => one.name).join(' ') + location.href")
    assert "key" not in asked.replace("right-key", "KEY!").lower() or "KEY!" not in asked
    code = page.text("#code")
    assert "right-key" not in asked + keyed.log + code
    assert "PLOSIVE_API_KEY" in code


def test_a_revoked_key_is_asked_for_again(chromium: Chromium, keyed: PlosiveServer) -> None:
    page = chromium.page(f"{keyed.http}/")
    page.until("document.activeElement.id === 'key'")
    page.type("right-key")
    page.press("Enter")
    page.until_text("#status", "Ready.")
    page.run("sessionStorage.setItem('plosive.key', 'revoked')")
    page.click("#speak")
    page.until_text("#key-why", "wrong, expired or revoked")


def test_a_server_that_restarts_is_found_again(chromium: Chromium) -> None:
    with PlosiveServer(workers=1) as first:
        page = opened(chromium, first, TEXT, "&tokens=10")
        port = first.port
        page.click("#speak")
        page.until_text("#status", "Speaking.")
        first.process.kill()
        page.until_text("#fault", "It stopped before the end.")
        page.until("document.getElementById('outage').checkVisibility()")
        assert "The server does not answer. Trying again in" in page.text("#outage")
    with PlosiveServer("--port", str(port), workers=1):
        page.until("document.getElementById('outage').hidden")
        page.click("#speak")
        page.until_text("#status", "Speaking.")
        assert page.text("#fault") == ""
        page.press("Escape")
        page.until_text("#status", "Interrupted")


def test_a_page_of_another_site_can_neither_speak_nor_read(chromium: Chromium, server: PlosiveServer) -> None:
    class Evil(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>evil</title>")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Evil) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        page = chromium.page(f"http://{EVIL}:{site.server_address[1]}/")
        assert page.run("document.title + location.hostname") == f"evil{EVIL}"
        url = json.dumps(server.http)
        socket = json.dumps(server.url())
        spoken = metric(server, "plosive_characters_total")
        tried = page.run(
            f"""Promise.all([
              new Promise((done) => {{
                const socket = new WebSocket({socket});
                socket.onopen = () => done("opened");
                socket.onclose = () => done("refused");
              }}),
              fetch({url} + "/v2/text-to-speech/voices").then((answer) => answer.text(), () => "unread"),
              fetch({url} + "{PATH}", {{ method: "POST", body: '{{"text": "Hi."}}' }})
                .then((answer) => answer.text(), () => "unread"),
              // What needs no preflight is sent, also where its answer cannot be read.
              fetch({url} + "{PATH}", {{ method: "POST", mode: "no-cors", body: '{{"text": "Hi."}}' }})
                .then((answer) => answer.text(), () => "unread"),
              new Promise((done) => {{
                document.body.insertAdjacentHTML("beforeend", "<iframe name=answer></iframe><form target=answer></form>");
                const [frame] = document.getElementsByName("answer"), form = document.querySelector("form");
                form.method = "post";
                form.enctype = "text/plain";
                form.action = {url} + "/v1/audio/speech";
                form.innerHTML = `<input name='{{"input":"Hi.","x":"' value='"}}'>`;
                frame.onload = () => done(frame.contentDocument ? "blank" : "unread");
                form.submit();
              }}),
              fetch({url} + "/").then((answer) => answer.text(), () => "unread"),
              new Promise((done) => {{
                const frame = document.body.appendChild(document.createElement("iframe"));
                frame.onload = () => done(frame.contentDocument ? "blank" : "kept out");
                frame.src = {url} + "/";
              }}),
            ])"""
        )
        assert tried == ["refused", "unread", "unread", "", "unread", "unread", "kept out"]
        assert metric(server, "plosive_characters_total") == spoken
        assert any("frame-ancestors" in fault or "ERR_BLOCKED" in fault for fault in page.faults())
        # The server's own name is not enough either: a name that leads to this machine is another host.
        page.go(f"http://{EVIL}:{server.port}/")
        assert "Plosive playground" not in page.run("document.title")
        page.run(f"location.href = {url} + '/'")  # a link may lead here
        page.until("document.title === 'Plosive playground'")
        site.shutdown()
