"""Sets up the log: what is shown, and how."""

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
    # uvicorn logs every upgrade with its query string; what matters of that is logged here.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # It also logs a traceback for a client's text that is not UTF-8, which ends in close 1007 and is nobody's crash.
    logging.getLogger("uvicorn.error").addFilter(lambda record: "Invalid UTF-8" not in record.getMessage())
