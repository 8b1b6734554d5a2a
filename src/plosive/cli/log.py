"""Sets up the log: its level and format."""

import logging
import sys

import structlog

from plosive.settings import Settings


def configure_log(settings: Settings) -> None:
    """Send the log to standard error, as text or JSON lines, as the settings say."""
    level = getattr(logging, settings.log_level.upper())
    renderer = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    # uvicorn logs every upgrade with its query string. Plosive's own log has the important facts.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # It also logs a traceback for client text that is not UTF-8. That is no crash: the client gets close code 1007.
    logging.getLogger("uvicorn.error").addFilter(lambda record: "Invalid UTF-8" not in record.getMessage())
