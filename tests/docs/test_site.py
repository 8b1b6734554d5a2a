"""The documentation site: it builds without a warning, its links lead somewhere, and it loads nothing from elsewhere."""

import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from playground.chromium import Chromium

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(str(path.relative_to(DOCS).with_suffix("")) for path in DOCS.rglob("*.md"))
LOADED = {"script": "src", "link": "href", "img": "src", "source": "src", "audio": "src", "iframe": "src"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(DOCS, folder / "docs")
    (folder / "zensical.toml").write_text((ROOT / "zensical.toml").read_text(encoding="utf-8"), encoding="utf-8")
    command = Path(sys.executable).with_name("zensical")
    built = subprocess.run(
        [command, "build", "--strict"], check=False, cwd=folder, capture_output=True, text=True, timeout=60
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


class Html(HTMLParser):
    """One page: what it loads, where it links to, and the ids to link to."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids |= {value for name in ("id", "name") if (value := found.get(name))}
        if (name := LOADED.get(tag)) and (url := found.get(name)) and found.get("rel") != "canonical":
            self.loads.append(url)
        if tag == "a" and (url := found.get("href")):
            self.links.append(url)


def file_of(site: Path, page: str) -> Path:
    return site / (page.removesuffix("index")) / "index.html"


def test_every_page_is_on_the_site_and_in_its_navigation(site: Path) -> None:
    linked = {urlsplit(urljoin("http://site/", link)).path.strip("/") for link in Html(site / "index.html").links}
    for page in PAGES:
        assert file_of(site, page).is_file(), page
        assert page.removesuffix("index").strip("/") in linked, f"{page} is not in docs/.nav.yml"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path, page: str) -> None:
    file = file_of(site, page)
    html = Html(file)
    base = f"http://site/{file.parent.relative_to(site)}/".replace("/./", "/")
    for url in html.loads:
        assert urlsplit(urljoin(base, url)).netloc == "site", f"loads {url}"
    for url in html.loads + html.links:
        target = urlsplit(urljoin(base, url))
        if target.netloc != "site" or target.scheme != "http":
            continue
        path = site / unquote(target.path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        assert path.is_file(), f"{url} leads nowhere"
        if target.fragment and path.suffix == ".html":
            assert unquote(target.fragment) in Html(path).ids, url


def test_style_sheets_and_pictures_load_nothing_from_elsewhere(site: Path) -> None:
    sheets = [*site.rglob("*.css"), *site.rglob("*.svg")]
    assert {sheet.suffix for sheet in sheets} == {".css", ".svg"}
    for sheet in sheets:
        found = re.findall(r"(?:url\(|@import\s*)[\"']?((?:https?:)?//[^\"')]+)", sheet.read_text(encoding="utf-8"))
        assert found == [], sheet


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of a server of the site."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()


def test_a_browser_asks_nobody_else_and_a_phone_never_scrolls_sideways(address: str) -> None:
    with Chromium() as chromium:
        page = chromium.page(address, width=390, height=844)
        for name in PAGES:
            page.go(address + name.removesuffix("index"))
            assert page.run("document.querySelector('article h1') !== null"), name
            assert page.run("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
        asked = [
            event["params"]["request"]["url"]
            for event in chromium.events
            if event["method"] == "Network.requestWillBeSent"
        ]
        assert len(asked) > len(PAGES)
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
        assert page.faults() == []
