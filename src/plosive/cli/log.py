"""Sets up the log: its level and format, and a thread that writes it, so that a log that blocks does not stop the speech."""

import atexit
import contextlib
import logging
import queue
import re
import sys
import threading
from typing import Final, TextIO, cast

import structlog

from plosive import metrics
from plosive.settings import Settings

_MOST_LINES: Final = 10_000
"""Lines that may wait for a log that does not take them, about 2 MB. Further ones are dropped and counted."""

_LAST_LINES_S: Final = 0.5
"""Time for the lines that wait when the process ends."""


_QUOTES_TEXT: Final = re.compile(r"(SSML line \d+, column \d+), at .*", re.DOTALL)
"""The client's answer quotes the text at a mistake (text/ssml/xml_stream.py)."""


class LogWriter:
    """A stream whose `write` never blocks and never fails. A thread passes the lines on to `target`."""

    def __init__(self, target: TextIO) -> None:
        self._target = target
        self._lines: queue.Queue[str | None] = queue.Queue(_MOST_LINES)
        self._thread = threading.Thread(target=self._pass_on, name="log", daemon=True)
        self._thread.start()

    def write(self, line: str) -> None:
        """Take a line, or drop it if too many wait."""
        try:
            self._lines.put_nowait(line)
        except queue.Full:
            metrics.log_lines_dropped.inc()

    def flush(self) -> None:
        """Do nothing: the thread flushes."""

    def close(self) -> None:
        """Pass the last lines on, if that does not take long."""
        with contextlib.suppress(queue.Full):
            self._lines.put_nowait(None)
            self._thread.join(_LAST_LINES_S)

    def _pass_on(self) -> None:
        while (line := self._lines.get()) is not None:
            try:
                self._target.write(line)
                self._target.flush()
            except (OSError, ValueError):  # a full disk, a closed pipe, a closed file
                metrics.log_lines_dropped.inc()


def _without_text(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Leave out what a reason quotes of a client's text."""
    for name in ("refused", "error"):
        if isinstance(reason := event.get(name), str):
            event[name] = _QUOTES_TEXT.sub(r"\1", reason)
    return event


def configure_log(settings: Settings, *, never_blocks: bool = False) -> None:
    """Send the log to standard error, as text or JSON lines, as the settings say. `never_blocks`: on a thread."""
    stream: TextIO = sys.stderr
    if never_blocks:
        writer = LogWriter(sys.stderr)
        atexit.register(writer.close)
        stream = cast(TextIO, writer)  # which is written and flushed, no more
    level = getattr(logging, settings.log_level.upper())
    renderer = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), sort_keys=False)
    )
    shared: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, _without_text, *shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(stream),
    )
    # Lines of libraries have the same form: a reader of JSON lines would stumble over any other.
    of_libraries = logging.StreamHandler(stream)
    of_libraries.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[of_libraries])
    # uvicorn logs every upgrade with its query string, and warns of requests. Plosive's own log has the important facts.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
