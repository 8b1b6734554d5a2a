"""Request bodies: read no further than their limit, checked against their model, or refused with `BadBody`."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.formparsers import MultiPartException, MultiPartParser

from plosive.errors import BadBody

_DEADLINE_S: Final = 20.0
"""The longest body, 2 MiB, at 1 Mbit/s takes 17 s; one that trickles must not hold a connection for ever."""

_Model = TypeVar("_Model", bound=BaseModel)


def media_type(request: Request, *expected: str) -> str:
    """The media type of the body, which has to be one of these."""
    found = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found not in expected:
        raise BadBody(
            f"The body is {found[:100] or 'of no type'}; send Content-Type: {' or '.join(expected)}", status=415
        )
    return found


async def read_json(request: Request, model: type[_Model], most_bytes: int) -> _Model:
    """A JSON body as its model."""
    async with _deadline():
        body = b"".join([chunk async for chunk in _limited(request, most_bytes)])
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise _first_fault(error) from None


async def read_form(request: Request, model: type[_Model], most_bytes: int) -> _Model:
    """A multipart form as its model; a file is bytes there."""
    parser = MultiPartParser(request.headers, _limited(request, most_bytes), max_files=1, max_fields=15)
    try:
        async with _deadline():
            form = await parser.parse()
    except (MultiPartException, UnicodeError, LookupError) as error:
        # A charset that does not exist is a LookupError, a form without a boundary a KeyError.
        raise BadBody(f"The form cannot be read: {str(error)[:200]}", status=400) from None
    try:
        fields = {name: value if isinstance(value, str) else await value.read() for name, value in form.items()}
    finally:
        await form.close()
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _first_fault(error) from None


@asynccontextmanager
async def _deadline() -> AsyncGenerator[None, None]:
    try:
        async with asyncio.timeout(_DEADLINE_S):
            yield
    except TimeoutError:
        raise BadBody(f"The body did not come within {_DEADLINE_S:g} s", status=408) from None


async def _limited(request: Request, most_bytes: int) -> AsyncGenerator[bytes, None]:
    taken = 0
    async for chunk in request.stream():
        taken += len(chunk)
        if taken > most_bytes:
            raise BadBody(f"The body has more than {most_bytes} bytes", status=413)
        yield chunk


def _first_fault(error: ValidationError) -> BadBody:
    fault = error.errors(include_url=False)[0]
    if fault["type"] == "json_invalid":
        return BadBody(fault["msg"], status=400)
    # In a union the second word after an index is the name of the variant, which the body does not have.
    path = [part for index, part in enumerate(fault["loc"]) if not (index and isinstance(fault["loc"][index - 1], int))]
    pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
    wrong = fault["msg"].removeprefix("Value error, ")
    return BadBody(f"{wrong} at {pointer or 'the body'}", pointer)
