"""The proxies of docs/operating.md, run as the page shows them: TLS, the socket, audio while it is made, no metrics."""

import os
import re
import secrets
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from plosive_server import PATH, PlosiveServer, until

PAGE = (Path(__file__).parents[2] / "docs/operating.md").read_text(encoding="utf-8")
KEY = "a-key"


def program(name: str, package: str) -> str:
    """The path of a proxy. Skips where there is none."""
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
    found = os.environ.get(name.upper()) or shutil.which(name, path=path)
    if found is None:
        pytest.skip(f"needs {name} (apt-get install {package})")
    return found


def configuration(name: str, changes: dict[str, str]) -> str:
    """The block of the page, with the addresses and files of this test."""
    block: str
    [block] = re.findall(rf"```{name}\n(.*?)```", PAGE, re.DOTALL)
    for written, here in changes.items():
        assert written in block
        block = block.replace(written, here)
    return block


def nginx(folder: Path, port: int, server: str) -> list[str]:
    """Write the configuration, and return the command."""
    block = configuration(
        "nginx",
        {
            "listen 443": f"listen 127.0.0.1:{port}",
            "/etc/ssl/speech.example.pem": str(folder / "pem"),
            "/etc/ssl/speech.example.key": str(folder / "key"),
            "http://127.0.0.1:8080": server,
        },
    )
    paths = "".join(f"{name}_temp_path {folder};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;"
        f"events {{}} http {{ access_log off; {paths} {block} }}",
        encoding="utf-8",
    )
    return [program("nginx", "nginx-light"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, port: int, server: str) -> list[str]:
    """Write the configuration, and return the command. Its certificate is ours, as nobody here signs one."""
    block = configuration(
        "caddyfile",
        {
            "speech.example {": f"https://speech.example:{port} {{\nbind 127.0.0.1\ntls {folder}/pem {folder}/key",
            "127.0.0.1:8080": server.removeprefix("http://"),
        },
    )
    options = f"{{\nadmin off\nauto_https off\ndefault_sni speech.example\nstorage file_system {folder}\n}}\n"
    (folder / "Caddyfile").write_text(options + block, encoding="utf-8")
    return [program("caddy", "caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


@pytest.fixture(scope="module")
def behind() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, api_keys=KEY) as running:
        yield running


@pytest.fixture(scope="module", params=[nginx, caddy])
def proxy(
    behind: PlosiveServer, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The proxy's host and port."""
    folder = tmp_path_factory.mktemp("proxy")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = request.param(folder, port, behind.http)
    certificate = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -keyout key -out pem -subj /CN=speech.example"
    names = "-addext subjectAltName=DNS:speech.example"
    subprocess.run(f"{certificate} {names}".split(), cwd=folder, check=True, capture_output=True)
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stderr=log, env=os.environ | {"HOME": str(folder)}) as process,
    ):

        def listens() -> bool:
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0 or process.poll() is not None

        until(listens, 10)
        yield f"127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(scope="module")
def client(proxy: str) -> Iterator[httpx.Client]:
    headers = {"Host": "speech.example", "Authorization": f"Bearer {KEY}"}
    with httpx.Client(base_url=f"https://{proxy}", verify=False, headers=headers) as made:
        yield made


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def test_a_session_goes_through(proxy: str) -> None:
    host, port = proxy.split(":")
    url = f"wss://speech.example{PATH}?audio_format=linear16"
    with (
        socket.create_connection((host, int(port))) as there,
        connect(url, sock=there, ssl=trusting(), additional_headers={"Authorization": f"Bearer {KEY}"}) as speech,
    ):
        for frame in ('{"text": " "}', '{"text": "Hello there."}', '{"text": ""}'):
            speech.send(frame)
        received = list(speech)
    assert any('"audio":"' in str(frame) for frame in received)
    assert '"isFinal":true' in str(received[-1])
    assert speech.close_code == 1000


def test_audio_comes_while_it_is_made(client: httpx.Client) -> None:
    text = "This text is long enough for a difference. " * 100
    begun = time.monotonic()
    with client.stream("POST", PATH, json={"text": text}) as answer:
        assert answer.status_code == 200
        chunks = answer.iter_raw()
        next(chunks)
        first_s = time.monotonic() - begun
        for _ in chunks:
            pass
    assert first_s < (time.monotonic() - begun) / 2


def test_the_proxy_says_who_asks_and_by_which_scheme(client: httpx.Client, behind: PlosiveServer) -> None:
    request_id = secrets.token_hex(8)
    answer = client.get("/v2/nowhere", headers={"X-Forwarded-For": "9.9.9.9", "X-Request-Id": request_id})
    assert answer.status_code == 404
    until(lambda: request_id in behind.log)
    [line] = [line for line in behind.log.splitlines() if request_id in line]
    assert "client=127.0.0.1" in line
    recorded = client.post(PATH, json={"text": "Hello.", "output_type": "audio_id"}).json()
    assert recorded["audio_url"].startswith("https://speech.example/")


def test_the_page_is_served_and_metrics_are_not(client: httpx.Client) -> None:
    assert "<title>Plosive playground</title>" in client.get("/").text
    assert client.get("/metrics").status_code == 403
    assert client.get("/readyz").status_code == 200
