"""Traces as a collector gets them from a real server: spans in their order, with ids, and never a text."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect

from faults.faulty_server import FaultyServer, voice
from plosive_server import PATH, PlosiveServer, until

TRACE = "0af7651916cd43dd8448eb211c80319c"
SECRET = "Aubergine"


class Collector(ThreadingHTTPServer):
    """Takes spans as OTLP over HTTP."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taker)
        self.bodies: list[bytes] = []

    @property
    def spans(self) -> list[Span]:
        requests = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        return [
            span
            for request in requests
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]

    def named(self, name: str) -> list[Span]:
        return [span for span in self.spans if span.name == name]


class Taker(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        assert self.path == "/v1/traces"
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def traced(server: PlosiveServer) -> Iterator[Collector]:
    with Collector() as collector:
        thread = threading.Thread(target=collector.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{collector.server_port}"
            server._environment |= {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "OTEL_BSP_SCHEDULE_DELAY": "50"}
            with server:
                yield collector
        finally:
            collector.shutdown()
            thread.join()


def attributes(span: Span) -> dict[str, object]:
    return {each.key: getattr(each.value, str(each.value.WhichOneof("value"))) for each in span.attributes}


def events(span: Span) -> list[str]:
    assert all(span.start_time_unix_nano <= event.time_unix_nano <= span.end_time_unix_nano for event in span.events)
    return [event.name for event in span.events]


@pytest.fixture(scope="module")
def server() -> FaultyServer:
    return FaultyServer(workers=1, api_keys="a-key", cache_memory_mb=0)


@pytest.fixture(scope="module")
def collector(server: FaultyServer) -> Iterator[Collector]:
    with traced(server) as running:
        headers = {
            "Authorization": "Bearer a-key",
            "X-Request-Id": "request-7",
            "traceparent": f"00-{TRACE}-b7ad6b7169203331-01",
        }
        with connect(server.url(socket_id="socket-7"), additional_headers=headers) as client:
            for frame in ('{"text": " "}', f'{{"text": "{SECRET} one. {SECRET} two."}}', '{"text": ""}'):
                client.send(frame)
            assert list(client)
        httpx.post(server.http + PATH, json={"text": f"{SECRET} three."}, headers=headers).raise_for_status()
        with connect(server.url(voice=voice("crash")), additional_headers=headers) as client:
            for frame in ('{"text": " "}', f'{{"text": "{SECRET} four.", "flush": true}}'):
                client.send(frame)
            with pytest.raises(ConnectionClosedError):
                list(client)
        until(lambda: len(running.named("session")) == 2)
        yield running


def test_a_session_has_its_segments_and_these_their_work(collector: Collector) -> None:
    session = next(each for each in collector.named("session") if attributes(each)["plosive.close_code"] == 1000)
    assert session.trace_id.hex() == TRACE
    assert session.parent_span_id.hex() == "b7ad6b7169203331"
    known = attributes(session)
    assert known["plosive.request_id"] == "request-7"
    assert known["plosive.socket_id"] == "socket-7"
    assert str(known["plosive.key"]).startswith("env-")
    assert known["plosive.voice"] == "Plosive.Espeak.en-us"
    segments = [each for each in collector.named("segment") if each.parent_span_id == session.span_id]
    assert [attributes(each)["plosive.characters"] for each in segments] == [14, 14]
    for segment in segments:
        assert events(segment) == ["first audio"]
        assert attributes(segment)["plosive.cached"] is False
        assert 0.3 < float(str(attributes(segment)["plosive.audio_s"])) < 3
        [work] = [each for each in collector.named("worker") if each.parent_span_id == segment.span_id]
        assert events(work) == ["turned to", "first audio"]
        assert attributes(work)["plosive.pid"]


def test_a_text_over_http_too(collector: Collector) -> None:
    [narration] = collector.named("narration")
    assert attributes(narration)["plosive.request_id"] == "request-7"
    assert str(attributes(narration)["plosive.key"]).startswith("env-")
    [segment] = [each for each in collector.named("segment") if each.parent_span_id == narration.span_id]
    assert [each for each in collector.named("worker") if each.parent_span_id == segment.span_id]


def test_failures_are_named_and_no_text_is_told(collector: Collector) -> None:
    session = next(each for each in collector.named("session") if attributes(each)["plosive.close_code"] == 1011)
    [segment] = [each for each in collector.named("segment") if each.parent_span_id == session.span_id]
    assert (segment.status.code, segment.status.message) == (Status.STATUS_CODE_ERROR, "EngineCrashed")
    assert not any(SECRET.encode() in body for body in collector.bodies)
    assert not any(b"a-key" in body for body in collector.bodies)
    assert all(b"plosive" in body for body in collector.bodies)


def test_without_a_collector_nothing_is_imported() -> None:
    """FastAPI itself imports the interface of OpenTelemetry, where it is installed, but none of the SDK."""
    program = (
        "import sys, plosive.runtime, plosive.tracing\n"
        "with plosive.tracing.exported(wanted=False), plosive.tracing.span('segment', characters=1) as span:\n"
        "    span.event('first audio')\n"
        "assert not [name for name in sys.modules if name.startswith('opentelemetry')]"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
