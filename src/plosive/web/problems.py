"""Errors as the public API writes them: `{"errors": [{"code", "title", "detail", "source"}]}` (docs/protocol.md)."""

from collections.abc import Mapping
from http import HTTPStatus

import orjson
from starlette.responses import Response

_CODES = {
    400: "10015",
    401: "10009",
    403: "10010",
    404: "10005",
    405: "10006",
    426: "10426",
    429: "10011",
    503: "10503",
}
"""Stable codes by status: those of the public API where it has one, 10000 + status where it has not."""


def problem(
    status: int, detail: str, *, parameter: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """A JSON error answer; `detail` says what was wrong and what would be right."""
    error: dict[str, object] = {
        "code": _CODES.get(status, str(10000 + status)),
        "title": HTTPStatus(status).phrase,
        "detail": detail,
    }
    if parameter is not None:
        error["source"] = {"parameter": parameter}
    return Response(orjson.dumps({"errors": [error]}), status, dict(headers or {}), "application/json")
