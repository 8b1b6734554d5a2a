"""`/asyncapi`: a page without script or network that shows all of the document, and the document itself."""

import re

import httpx
import yaml

from plosive_server import PlosiveServer


def test_the_page_shows_the_whole_document_and_asks_nobody(server: PlosiveServer) -> None:
    page = httpx.get(f"{server.http}/asyncapi")
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    links = re.findall(r"(?:src|href)=\"([^\"]+)\"", page.text)
    assert set(links) == {"asyncapi.yaml", "docs", ".", "playground/mark.svg"}
    assert all(
        httpx.get(f"{server.http}/{link.strip('.')}").status_code == 200 for link in links if link != "asyncapi.yaml"
    )
    assert "<script" not in page.text
    answer = httpx.get(f"{server.http}/asyncapi.yaml")
    assert answer.headers["content-type"].startswith("application/yaml")
    document = yaml.safe_load(answer.text)
    channel = document["channels"]["speech"]
    names = [*channel["bindings"]["ws"]["query"]["properties"], *document["components"]["messages"]]
    for message in document["components"]["messages"].values():
        names += message["payload"]["properties"]
    for close in channel["x-close-codes"]:
        names += [str(close["code"]), *([close["reason"]] if "reason" in close else [])]
    assert len(names) > 60
    shown = page.text.replace("&#x27;", "'")
    assert [name for name in names if name not in shown] == []
    assert "voice_settings.voice_speed" in shown
    assert "words[].text" in shown


def test_the_other_pages_lead_to_it(server: PlosiveServer) -> None:
    assert 'href="asyncapi"' in httpx.get(server.http + "/").text
    assert "(asyncapi)" in httpx.get(server.http + "/openapi.json").json()["info"]["description"]
