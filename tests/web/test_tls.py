"""TLS of the server itself: https and wss with the certificate of its two files, read again on SIGHUP."""

import json
import re
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from plosive.errors import SetupError
from plosive.settings import Settings
from plosive.web.certificate import certificate_of
from plosive_command import plosive
from plosive_server import PATH, PlosiveServer, client_frame, until, upgrade_request


def make_certificate(folder: Path, kind: str = "rsa:2048") -> tuple[Path, Path]:
    """Write a certificate for this machine, signed by itself, and its key. Returns their paths."""
    folder.mkdir(exist_ok=True)
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subject = "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"
    curve = ["-pkeyopt", "ec_paramgen_curve:prime256v1"] if kind == "ec" else []
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", kind, *curve, "-nodes", *subject, "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    make_certificate(folder)
    return folder


@pytest.fixture(scope="module")
def encrypted(folder: Path) -> Iterator[PlosiveServer]:
    arguments = "--tls-cert", str(folder / "certificate.pem"), "--tls-key", str(folder / "key.pem")
    with PlosiveServer(*arguments, workers=1, send_deadline_s=1) as running:
        yield running


def trusting(folder: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=folder / "certificate.pem")


def shown_certificate(server: PlosiveServer) -> str:
    return ssl.get_server_certificate(("127.0.0.1", server.port), timeout=5)


def test_https_and_wss(encrypted: PlosiveServer, folder: Path) -> None:
    page, speech, openai, _ = encrypted.output.splitlines()
    context = trusting(folder)
    assert "<title>Plosive playground</title>" in httpx.get(page.split()[5], verify=context).text
    assert httpx.get(openai.split()[-1] + "/models", verify=context).status_code == 200
    assert speech.split()[-1].startswith("wss://")
    with connect(speech.split()[-1], ssl=context) as client:
        for text in (" ", "Hello there.", ""):
            client.send(json.dumps({"text": text}))
        *_, final = map(json.loads, client)
    assert final["isFinal"]
    assert client.close_code == 1000


def test_addresses_of_recordings_are_encrypted_too(encrypted: PlosiveServer, folder: Path) -> None:
    asked = {"text": "Hello.", "output_type": "audio_id"}
    context = trusting(folder)
    answer = httpx.post(f"https://localhost:{encrypted.port}{PATH}", json=asked, verify=context).json()
    assert answer["audio_url"].startswith(f"https://localhost:{encrypted.port}/")


def test_plain_http_and_silence_are_closed_without_a_traceback(encrypted: PlosiveServer) -> None:
    with socket.create_connection(("127.0.0.1", encrypted.port), 5) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while plain.recv(1 << 16):
            pass  # an alert
    with socket.create_connection(("127.0.0.1", encrypted.port), 12) as silent:
        begun = time.monotonic()
        assert silent.recv(1) == b""
        assert 9 < time.monotonic() - begun < 11.5
    assert "Traceback" not in encrypted.log


def test_a_client_that_stops_reading_is_gone(encrypted: PlosiveServer, folder: Path) -> None:
    with socket.create_connection(("127.0.0.1", encrypted.port), 10) as tcp:
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)
        with trusting(folder).wrap_socket(tcp, server_hostname="localhost") as stopped:
            stopped.sendall(upgrade_request("?audio_format=wav&sample_rate=96000"))
            assert b" 101 " in stopped.recv(1 << 10)
            for text in (" ", "This goes on and on. " * 1000):
                stopped.sendall(client_frame(text=text))
            until(lambda: "client stopped reading" in encrypted.log, 20)


def test_a_new_certificate_is_read_on_sighup_and_a_bad_one_is_not(folder: Path, tmp_path: Path) -> None:
    old = make_certificate(tmp_path)
    with PlosiveServer(workers=1, tls_cert=old[0], tls_key=old[1]) as server:
        context = trusting(tmp_path)
        old_text = old[0].read_text()
        url = f"wss://localhost:{server.port}{PATH}"
        with connect(url, ssl=context) as before:
            assert shown_certificate(server) == old_text
            make_certificate(tmp_path, "ec")
            server.process.send_signal(signal.SIGHUP)
            until(lambda: "certificate loaded anew" in server.log)
            assert shown_certificate(server) == old[0].read_text() != old_text
            for text in (" ", "It still speaks."):
                before.send(json.dumps({"text": text}))
            assert json.loads(before.recv(10))["type"] == "audio_chunk"
        good = old[0].read_text()
        old[0].write_text((folder / "certificate.pem").read_text())
        server.process.send_signal(signal.SIGHUP)
        until(lambda: "certificate not loaded anew" in server.log)
        assert any(str(old[1]) in line for line in server.log.splitlines() if "certificate not loaded anew" in line)
        assert shown_certificate(server) == good


def test_files_that_cannot_be_used_end_the_start_in_one_line_that_names_them(folder: Path, tmp_path: Path) -> None:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    _, other_key = make_certificate(tmp_path / "other")
    no_pem, absent, secret = tmp_path / "no.pem", tmp_path / "absent.pem", tmp_path / "secret.pem"
    no_pem.write_text("none\n")
    subprocess.run(
        ["openssl", "pkcs8", "-topk8", "-in", key, "-out", secret, "-passout", "pass:word"],
        check=True,
        capture_output=True,
    )
    for given, named in (
        ((absent, key), absent),
        ((certificate, absent), absent),
        ((no_pem, key), no_pem),
        ((key, key), key),
        ((certificate, no_pem), no_pem),
        ((certificate, secret), secret),
        ((certificate, other_key), other_key),
        ((certificate, tmp_path), tmp_path),
        ((certificate, None), "PLOSIVE_TLS_KEY"),
        ((None, key), "PLOSIVE_TLS_CERT"),
    ):
        with pytest.raises(SetupError, match=re.escape(str(named))):
            certificate_of(Settings(tls_cert=given[0], tls_key=given[1]))
    done = plosive("serve", "--port", "0", "--tls-cert", str(certificate), "--tls-key", str(other_key))
    assert done.returncode == 1
    assert done.stderr == f"plosive: The TLS private key {other_key} is not that of the certificate {certificate}.\n"
