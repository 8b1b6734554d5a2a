"""The parts of the OpenAPI document that FastAPI cannot know: errors in the form of this API."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class ErrorSource(BaseModel):
    """The place of the fault: a parameter, or a JSON pointer into the body."""

    parameter: str | None = None
    pointer: str | None = None


class Error(BaseModel):
    """One fault; `detail` says what was expected."""

    code: str
    title: str
    detail: str
    source: ErrorSource | None = None


class Errors(BaseModel):
    """The body of every error answer."""

    errors: list[Error]


def refusals(*statuses: int, model: type[BaseModel] = Errors) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of an operation that needs a key and the store, and of these further statuses."""
    return {
        status: {"model": model, "description": HTTPStatus(status).phrase}
        for status in sorted({401, 403, 429, 500, 503, *statuses})
    }


def openapi(app: FastAPI) -> dict[str, Any]:
    """Return the document without the 422 that FastAPI adds, in its own form, to operations with a parameter or body."""
    document = FastAPI.openapi(app)
    for path in document["paths"].values():
        for operation in path.values():
            if "HTTPValidationError" in str(operation["responses"].get("422")):
                del operation["responses"]["422"]
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document
