"""Errors in the form of the public API: `{"errors": [{"code", "title", "detail", "source"}]}` (docs/protocol.md).

Owns the HTTP status of each error.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from plosive.errors import (
    BadBody,
    BadParameter,
    ClientError,
    DictionaryConflict,
    EngineUnavailable,
    KeyBarred,
    PlosiveError,
    Refused,
    StoreUnavailable,
    TooManyDictionaries,
    UnknownDictionary,
    UnknownRecording,
    UnknownVoice,
    WorkerLost,
)

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
"""Stable error codes by HTTP status: those of the public API; where it has none, 10000 + status."""

_STATUSES: Mapping[type[PlosiveError], int] = {
    UnknownDictionary: 404,
    UnknownRecording: 404,
    DictionaryConflict: 409,
    TooManyDictionaries: 422,
    ClientError: 400,
    KeyBarred: 429,
    EngineUnavailable: 503,
    WorkerLost: 503,
    StoreUnavailable: 503,
    PlosiveError: 500,
}
"""The first class that an error is an instance of decides."""

_RETRY_AFTER_S = "2"


class Problem:
    """The fault of a request, before it gets the form of one of the APIs."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        parameter: str | None = None,
        pointer: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`parameter` is the name of a query parameter, `pointer` (RFC 6901) a place in the body."""
        self.status = status
        self.detail = detail
        self.parameter = parameter
        self.pointer = pointer
        self.headers = dict(headers or {})

    @classmethod
    def of(cls, error: Exception) -> "Problem":
        """Return the problem to show for an error. An unexpected error shows no details."""
        match error:
            case RequestValidationError():
                return _invalid(error)
            case HTTPException():
                return cls(error.status_code, error.detail, headers=error.headers)
            case Refused(status=401):
                return cls(401, error.detail, headers={"WWW-Authenticate": "Bearer"})
            case Refused():
                retry = {} if error.retry_after_s is None else {"Retry-After": str(error.retry_after_s)}
                return cls(error.status, error.detail, headers=retry)
            case BadBody():
                return cls(error.status, error.detail, pointer=error.pointer)
            case BadParameter():
                return cls(error.status, error.detail, parameter=error.parameter)
            case UnknownVoice():
                return cls(400, str(error), parameter="voice")
            case PlosiveError():
                status = next(status for kind, status in _STATUSES.items() if isinstance(error, kind))
                return cls(
                    status, str(error), headers={"Retry-After": _RETRY_AFTER_S} if status in (429, 503) else None
                )
        return cls(500, "Internal error; the server's log has more")

    def response(self) -> Response:
        """Return the answer in the public API's form."""
        error: dict[str, object] = {
            "code": _CODES.get(self.status, str(10000 + self.status)),
            "title": HTTPStatus(self.status).phrase,
            "detail": self.detail,
        }
        if self.pointer is not None:
            error["source"] = {"pointer": self.pointer}
        elif self.parameter is not None:
            error["source"] = {"parameter": self.parameter}
        return Response(orjson.dumps({"errors": [error]}), self.status, self.headers, "application/json")


def problem(
    status: int, detail: str, *, parameter: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a JSON error answer; `detail` says what was wrong and what was expected."""
    return Problem(status, detail, parameter=parameter, headers=headers).response()


def answer_bytes(status: int, detail: str, headers: Mapping[str, str] | None = None) -> bytes:
    """Return a JSON error answer as the bytes of HTTP, to a request that reaches no application. The connection closes."""
    response = problem(status, detail, headers={**(headers or {}), "Connection": "close"})
    head = b"".join(b"%s: %s\r\n" % header for header in response.raw_headers)
    return b"HTTP/1.1 %d %s\r\n%s\r\n%s" % (status, HTTPStatus(status).phrase.encode(), head, bytes(response.body))


def refusal(error: Exception) -> Response:
    """Return the answer to an error of Plosive, FastAPI or Starlette."""
    return Problem.of(error).response()


_SHAPES: Final = {
    "model_attributes_type": "Input should be an object",
    "dict_type": "Input should be an object",
    "list_type": "Input should be an array",
}
"""Words of JSON for pydantic's types of Python."""


def _invalid(error: RequestValidationError) -> Problem:
    """Return the first fault of a request that does not fit its model."""
    fault = error.errors()[0]
    where, *path = fault["loc"]
    if fault["type"] == "json_invalid":
        return Problem(400, f"Invalid JSON: {fault['ctx']['error']}")
    if where != "body":
        name = ".".join(map(str, path))
        return Problem(400, f"{fault['msg']} at {name or 'the ' + str(where)}", parameter=name)
    if not path and fault["type"] == "missing":
        return Problem(400, "The body is empty")
    # In a union pydantic puts the name of the variant after the index; the body has no such member.
    path = [part for index, part in enumerate(path) if not (index and isinstance(path[index - 1], int))]
    said = _SHAPES.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
    return Problem(422, f"{said} at {pointer or 'the body'}", pointer=pointer)
