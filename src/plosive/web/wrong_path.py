"""Answers of requests to a path that nothing has, or with a method that it does not take: they say what would be right."""

from collections.abc import Collection
from difflib import get_close_matches
from http import HTTPStatus

from starlette.exceptions import HTTPException

_LONGEST = 100
_ALIKE = 0.75


def explained(error: Exception, method: str, path: str, known: Collection[str]) -> Exception:
    """Return the error to answer with. `known` are the paths of the server; every other error is returned as it is."""
    if not isinstance(error, HTTPException) or error.detail != HTTPStatus(error.status_code).phrase:
        return error
    shown = path[:_LONGEST]
    match error.status_code:
        case HTTPStatus.NOT_FOUND:
            near = _near(shown, known)
            way = f"did you mean {near}? " if near else ""
            return HTTPException(error.status_code, f"There is nothing at {shown}; {way}/docs lists every path")
        case HTTPStatus.METHOD_NOT_ALLOWED if error.headers and "Allow" in error.headers:
            detail = f"{shown} takes {error.headers['Allow']}, not {method}"
            return HTTPException(error.status_code, detail, dict(error.headers))
    return error


def _near(path: str, known: Collection[str]) -> str | None:
    """Return the path that a client meant which left out its beginning ("/audio/speech") or mistyped it."""
    whole = [each for each in known if "{" not in each]
    longer = sorted(each for each in whole if path.count("/") > 1 and each.endswith(path.rstrip("/")))
    return next(iter(longer or get_close_matches(path, whole, 1, _ALIKE)), None)
