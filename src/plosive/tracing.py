"""Traces by OpenTelemetry: a span for each session and narration, for their segments, and for the work of a worker on one.

Spans have ids, numbers and names of voices, and never a text. Without a collector (`settings.wants_traces`) nothing of
OpenTelemetry is imported. Its own variables, OTEL_..., say where spans go and which.
"""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import structlog

if TYPE_CHECKING:
    from opentelemetry import trace
    from opentelemetry.context import Context

_log = structlog.get_logger()

# Not OpenTelemetry's own variable: that is reset by tokens, which generators cannot do that another task closes.
_parent: ContextVar["Context | None"] = ContextVar("parent", default=None)
_tracers: list["trace.Tracer"] = []  # one or none


class Span:
    """A span; without a collector it records nothing."""

    def __init__(self, recorded: "trace.Span | None" = None) -> None:
        self._recorded = recorded

    def event(self, name: str) -> None:
        """Note that this happened now."""
        if self._recorded is not None:
            self._recorded.add_event(name)

    def note(self, **attributes: str | float | bool) -> None:
        """Add attributes."""
        if self._recorded is not None:
            self._recorded.set_attributes({f"plosive.{name}": value for name, value in attributes.items()})


NO_SPAN: Final = Span()


@contextmanager
def span(name: str, **attributes: str | float | bool) -> Generator[Span, None, None]:
    """Record a span, whose parent is the one around it. Generators may use it too."""
    if not _tracers:
        yield NO_SPAN
        return
    from opentelemetry import trace  # noqa: PLC0415 - see above

    around = _parent.get()
    recorded = _tracers[0].start_span(name, around)
    made = Span(recorded)
    made.note(**attributes)
    _parent.set(trace.set_span_in_context(recorded))
    try:
        yield made
    except (asyncio.CancelledError, GeneratorExit):
        made.event("cancelled")
        raise
    except BaseException as error:
        # Its message may have what a client sent.
        recorded.set_status(trace.StatusCode.ERROR, type(error).__name__)
        raise
    finally:
        recorded.end()
        _parent.set(around)


def ids() -> dict[str, str]:
    """Return the ids that the log has here: of the request, the socket and the key."""
    known = structlog.contextvars.get_contextvars()
    return {name: str(known[name]) for name in ("request_id", "socket_id", "key") if name in known}


def join(traceparent: str | None) -> None:
    """The spans of this task belong to the trace of the client that sent this header (W3C Trace Context)."""
    if _tracers and traceparent:
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

        _parent.set(TraceContextTextMapPropagator().extract({"traceparent": traceparent}))


@contextmanager
def exported(*, wanted: bool) -> Generator[None, None, None]:
    """Send spans to the collector until the end, and then the last ones. Without the extra a warning says so."""
    if not wanted:
        yield
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError as error:
        _log.warning("no traces: install the extra otel", missing=error.name)
        yield
        return
    resource = Resource.create({"service.version": version("plosive")})
    if str(resource.attributes["service.name"]).startswith("unknown_service"):  # OTEL_SERVICE_NAME comes first
        resource = resource.merge(Resource({"service.name": "plosive"}))
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _tracers.append(provider.get_tracer("plosive"))
    try:
        yield
    finally:
        _tracers.clear()
        provider.shutdown()
