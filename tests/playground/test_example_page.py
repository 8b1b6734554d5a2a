"""The example of a page that speaks, in a browser."""

import http.server
import threading
from functools import partial
from pathlib import Path

from playground.chromium import Chromium
from plosive_server import PlosiveServer

EXAMPLES = Path(__file__).parents[2] / "examples"


class Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_the_page_speaks(server: PlosiveServer, chromium: Chromium, nobody: str) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=EXAMPLES)) as files:
        serving = threading.Thread(target=files.serve_forever, args=(0.05,))
        serving.start()
        try:
            url = f"http://127.0.0.1:{files.server_port}/page.html?server="
            page = chromium.page(url + f"127.0.0.1:{server.port}")
            page.click("#speak")
            page.until("heard.filter((block) => block.peak > 0.01).length > 20")
            assert page.faults() == []
            lonely = chromium.page(url + nobody)
            lonely.click("#speak")
            lonely.until_text("#note", "start one with plosive serve")
        finally:
            files.shutdown()
            serving.join()
