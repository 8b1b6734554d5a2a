"""`/docs` without a network: every file that the page asks for comes from the server itself."""

import re

import httpx

from plosive_server import PlosiveServer


def test_the_page_and_its_files_come_from_the_server() -> None:
    with PlosiveServer(workers=1) as server:
        page = httpx.get(f"{server.http}/docs")
        assert page.status_code == 200
        asked = re.findall(r"(?:src|href)=\"([^\"]+)\"", page.text) + re.findall(r"url: '([^']+)'", page.text)
        assert len(asked) >= 4
        for url in asked:
            assert "//" not in url
            answer = httpx.get(f"{server.http}/{url}")
            assert answer.status_code == 200, url
            assert len(answer.content) > 1000
