"""Limits of request bodies: who may send one, of which type, how large and in what time. FastAPI reads, checks and
documents the body itself."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, Final

import orjson
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from plosive.errors import BadBody, BadText
from plosive.text.encodings import decoded
from plosive.web.auth import Admission

_DEADLINE_S: Final = 20.0
"""At 1 Mbit/s the longest body, 2 MiB, takes 17 s. A very slow client must not hold a connection for ever."""


class BodyRoute(APIRoute):
    """A route that checks the key and the media type before it reads the body, and refuses too large or slow bodies."""

    max_bytes: ClassVar[int] = 2 << 20
    """The longest text, every character of it a pair of escaped surrogates (12 bytes), and the rest of the request."""

    media_types: ClassVar[tuple[str, ...]] = ("application/json",)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return FastAPI's handler for a request with limits. The route must depend on an `Admission`."""
        answer = super().get_route_handler()
        if self.body_field is None:
            return answer
        [admit] = [each.call for each in self.dependant.dependencies if isinstance(each.call, Admission)]

        async def limited(request: Request) -> Response:
            await admit(request, None)
            if (found := media_type(request)) not in self.media_types:
                wanted = " or ".join(self.media_types)
                raise BadBody(f"The body is {found[:100] or 'of no type'}; send Content-Type: {wanted}", status=415)
            return await answer(_JsonRequest(request.scope, _limited(request.receive, self.max_bytes)))

        return limited


def media_type(request: Request) -> str:
    """Return the media type of the body in small letters, without its parameters. Empty if the request names none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


class _JsonRequest(Request):
    async def json(self) -> Any:
        # Python's own decoder accepts lone surrogates and NaN, which a JSON answer cannot contain.
        body = await self.body()
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError:
            try:
                text = decoded(body)
            except BadText as error:
                raise HTTPException(400, str(error)) from None
            return orjson.loads(text)


def _limited(receive: Receive, max_bytes: int) -> Receive:
    """Limit the size and time of the messages. Raises HTTPException, because FastAPI answers 400 to other errors."""
    deadline = asyncio.get_running_loop().time() + _DEADLINE_S
    taken = 0

    async def receive_limited() -> Message:
        nonlocal taken
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, f"The body did not come within {_DEADLINE_S:g} s") from None
        taken += len(message.get("body", b""))
        if taken > max_bytes:
            raise HTTPException(413, f"The body has more than {max_bytes} bytes; send at most as many")
        return message

    return receive_limited
