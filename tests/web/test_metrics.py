"""The metrics of a running server: those of the page, labels that clients cannot multiply, queries that name them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from plosive_command import plosive
from plosive_server import PATH, PlosiveServer, metric, until

ROOT = Path(__file__).parents[2]
OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
DASHBOARD = json.loads((ROOT / "deploy/grafana.json").read_text(encoding="utf-8"))
ALERTS = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text(encoding="utf-8"))
ENGLISH = "Plosive.Espeak.en-us"


@pytest.fixture(scope="module")
def measured() -> Iterator[PlosiveServer]:
    """A server that has spoken, was interrupted, and speaks still."""
    with PlosiveServer(workers=1, unknown_voice="default") as server, server.client(voice="Nobody.Knows.me") as client:
        client.handshake()
        client.send(text="This is heard to its end.", flush=True)
        client.until_final()
        client.send(text="This is interrupted. " * 100)
        client.frame()
        client.send(text="Wait!", force=True, flush=True)
        until(lambda: client.frame()["isFinal"])
        yield server


def series(server: PlosiveServer) -> dict[str, list[dict[str, str]]]:
    """The labels of each series, by its name."""
    found: dict[str, list[dict[str, str]]] = {}
    for family in text_string_to_metric_families(httpx.get(server.http + "/metrics").text):
        found.setdefault(family.name, [])
        for sample in family.samples:
            found.setdefault(sample.name, []).append(sample.labels)
    return found


def test_the_page_lists_what_a_server_shows(measured: PlosiveServer) -> None:
    page = set(re.findall(r"^\| `(plosive_\w+)` \|", OPERATING, re.MULTILINE))
    text = httpx.get(measured.http + "/metrics").text
    shown = {name for name in re.findall(r"^# HELP (plosive_\w+)", text, re.MULTILINE) if not name.endswith("_created")}
    assert shown == page


def test_what_happened_is_counted(measured: PlosiveServer) -> None:
    assert metric(measured, "plosive_sessions") == 1
    until(lambda: metric(measured, "plosive_session_states", state="open") == 1, 8)
    until(lambda: metric(measured, "plosive_workers") == 1, 3)
    assert metric(measured, "plosive_barge_in_seconds_count") == metric(measured, "plosive_interruptions_total") == 1
    assert metric(measured, "plosive_barge_in_seconds_sum") < 1
    assert metric(measured, "plosive_first_audio_seconds_count") >= 3
    assert metric(measured, "plosive_characters_total", engine="espeak", voice=ENGLISH) > 30
    assert metric(measured, "plosive_audio_seconds_total", engine="espeak", voice=ENGLISH) > 1
    assert metric(measured, "plosive_underruns_total") == 0


def test_clients_cannot_multiply_labels(measured: PlosiveServer) -> None:
    for name in ("Nobody.Knows.him", "plosive.espeak.EN-US", ENGLISH):
        httpx.post(measured.http + PATH, json={"text": "Hi.", "voice": name}).raise_for_status()
    with measured.client() as client:
        client.socket.close(4321)
    until(lambda: metric(measured, "plosive_closes_total", code="others") == 1)
    found = series(measured)
    assert {labels["voice"] for labels in found["plosive_characters_total"]} == {ENGLISH}
    assert all(labels["code"] in {"1000", "1005", "1006", "others"} for labels in found["plosive_closes_total"])


def queries() -> Iterator[str]:
    for panel in DASHBOARD["panels"]:
        yield from (target["expr"] for target in panel["targets"])
    for group in ALERTS["groups"]:
        yield from (rule["expr"] for rule in group["rules"])


def test_the_dashboard_and_the_alerts_name_what_there_is(measured: PlosiveServer) -> None:
    found = series(measured)
    named = {name for query in queries() for name in re.findall(r"\b(?:plosive|process)_\w+", query)}
    assert len(named) > 15
    assert named <= set(found), named - set(found)
    for query in queries():
        for labels, name in re.findall(r"sum by \(([\w, ]+)\) \(?[a-z_]*\(?(plosive_\w+)", query):
            known = {label for each in found[name] for label in each} | {"instance"}
            assert not found[name] or set(labels.split(", ")) <= known, query


def test_an_address_of_their_own() -> None:
    with PlosiveServer(workers=1, metrics="127.0.0.1:0") as server:
        port = re.findall(r"^Metrics +port (\d+)$", server.output, re.MULTILINE)[0]
        assert "plosive_sessions 0.0" in httpx.get(f"http://127.0.0.1:{port}/metrics").text
        assert httpx.get(server.http + "/metrics").status_code == 404
        done = plosive("serve", "--port", "0", PLOSIVE_METRICS=f"127.0.0.1:{port}")
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "PLOSIVE_METRICS: cannot listen" in done.stderr


def test_a_key_of_their_own(tmp_path: Path) -> None:
    with PlosiveServer(workers=1, metrics_key="for-metrics", api_keys="speaker", data_dir=tmp_path) as server:

        def status(*keys: str) -> int:
            headers = [("Authorization", f"Bearer {key}") for key in keys]
            return httpx.get(server.http + "/metrics", headers=headers).status_code

        assert [status(*keys) for keys in ((), ("speaker",), ("for-metric",), ("for-metrics", "x"))] == 4 * [401]
        assert status("for-metrics") == 200
        refused = httpx.get(server.http + "/metrics")
        assert "PLOSIVE_METRICS_KEY" in refused.json()["errors"][0]["detail"]
        done = plosive("top", "--once", PLOSIVE_DATA_DIR=str(tmp_path), PLOSIVE_METRICS_KEY="for-metrics")
        assert (done.returncode, "sessions" in done.stdout) == (0, True)


def test_either_an_address_or_a_key() -> None:
    done = plosive("serve", "--port", "0", PLOSIVE_METRICS="127.0.0.1:0", PLOSIVE_METRICS_KEY="k")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "PLOSIVE_METRICS_KEY" in done.stderr
