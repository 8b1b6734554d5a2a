"""What the OpenAPI document says that FastAPI does not find out by itself: errors, and bodies read by hand."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class ErrorSource(BaseModel):
    """What was wrong: a parameter, or a JSON pointer into the body."""

    parameter: str | None = None
    pointer: str | None = None


class Error(BaseModel):
    """One thing that was wrong; `detail` says what would be right."""

    code: str
    title: str
    detail: str
    source: ErrorSource | None = None


class Errors(BaseModel):
    """The body of every answer that is not a success."""

    errors: list[Error]


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an operation that needs a key and the store, and may answer with these too."""
    return {
        status: {"model": Errors, "description": HTTPStatus(status).phrase}
        for status in sorted({401, 403, 429, 500, 503, *statuses})
    }


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """The `openapi_extra` of an operation that reads a JSON body of this model by hand."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


def openapi(app: FastAPI) -> dict[str, Any]:
    """The document, without the 422 that FastAPI adds to every operation: it is written where one is given."""
    if app.openapi_schema is None:
        document = FastAPI.openapi(app)
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for path in document["paths"].values():
            for operation in path.values():
                if "HTTPValidationError" in str(operation["responses"].get("422")):
                    del operation["responses"]["422"]
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        _hoist(document, schemas)
        app.openapi_schema = document
    return app.openapi_schema


def _hoist(part: Any, schemas: dict[str, Any]) -> None:
    """Move the definitions of schemas that stand by themselves to where the document has all of them."""
    if isinstance(part, dict):
        for name, schema in part.pop("$defs", {}).items():
            schemas.setdefault(name, schema)
            _hoist(schema, schemas)
        for key, value in part.items():
            if isinstance(value, str) and value.startswith("#/$defs/"):
                part[key] = value.replace("#/$defs/", "#/components/schemas/")
            else:
                _hoist(value, schemas)
    elif isinstance(part, list):
        for each in part:
            _hoist(each, schemas)
