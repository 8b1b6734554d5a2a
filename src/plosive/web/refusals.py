"""Logs who was refused and why: at most ten lines a minute of one client and reason. The others are told in one line.

One process has one log, so this is a function of the process, like its metrics.
"""

import time
from typing import Final

import structlog

_WINDOW_S: Final = 60.0
_MOST_LINES: Final = 10
_MOST_KINDS: Final = 1000

_log = structlog.get_logger()
_kinds: dict[tuple[str, str], tuple[float, int]] = {}
"""The last clients and reasons: when their minute began, and how often they came since."""


def tell_refusal(reason: str, *, client: object, **more: object) -> None:
    """Log a refusal, or count it. `client` is an address; `more` are further fields of the line."""
    now = time.monotonic()
    kind = str(client), reason
    begun, count = _kinds.get(kind, (now, 0))
    if now - begun > _WINDOW_S:
        if count > _MOST_LINES:
            _log.warning("refused", client=client, refused=reason, more=count - _MOST_LINES)
        begun, count = now, 0
    if kind not in _kinds and len(_kinds) >= _MOST_KINDS:
        _kinds.pop(next(iter(_kinds)))
    _kinds[kind] = begun, count + 1
    if count < _MOST_LINES:
        _log.warning("refused", refused=reason, client=client, **more)
