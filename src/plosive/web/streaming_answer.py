"""An HTTP answer that is sent while its speech is made. If it is cut off, the client can see that.

The work stops at once if the client leaves or stops receiving.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Final, Protocol

import structlog
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from plosive import metrics
from plosive.errors import BadText, PlosiveError, SynthesisError
from plosive.narration import Narration
from plosive.standstill import while_taken

_LINGER_S: Final = 20.0
"""Time for a client to receive the rest of an answer that was cut off. Then its connection is dropped."""

_log = structlog.get_logger()


class AnswerTransport(Protocol):
    """Three operations without ASGI messages. The server's protocol puts this into the scope's extensions."""

    def taken(self) -> int:
        """Return a count that grows while the client receives the sent data."""
        ...

    def close(self) -> None:
        """Close the connection after the sent data, even if the answer is not whole."""
        ...

    def abort(self) -> None:
        """Drop the connection at once."""
        ...


class StreamingAnswer(Response):
    """Sends `body` as it comes. An error before its first byte, or an empty body, becomes an error answer."""

    def __init__(
        self,
        body: AsyncGenerator[bytes, None],
        media_type: str,
        *,
        send_deadline_s: float,
        narration: Narration | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """The header `X-Cache` says whether the narration's first audio came from the cache, `X-Voice` who speaks."""
        super().__init__(status_code=status)
        self._body = body
        self._further_headers = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        self._content_type = media_type
        self._send_deadline_s = send_deadline_s
        self._narration = narration
        self._is_started = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer. Raises the error that stopped it before the first byte."""
        scope["state"]["narration"] = self._narration  # for the log
        transport: AnswerTransport = scope["extensions"]["plosive.transport"]["transport"]
        sending = asyncio.create_task(self._send_body(send, transport))
        leaving = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not sending.done():
                _log.info("client left before its speech was over")
            elif not self._is_started:
                sending.result()
            elif error := sending.exception():
                await self._cut_off(error, transport, leaving)
        finally:
            for task in (sending, leaving):
                task.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)

    async def _send_body(self, send: Send, transport: AnswerTransport) -> None:
        async with aclosing(self._body):
            async for data in self._body:
                if not self._is_started:
                    await self._start(send)
                await self._send_data(send, transport, data)
        if not self._is_started:
            raise BadText("There is nothing in this text that can be spoken")
        await send({"type": "http.response.body"})

    async def _start(self, send: Send) -> None:
        headers = [(b"content-type", self._content_type.encode()), *self._further_headers]
        if self._narration is not None:
            headers.append((b"x-cache", b"hit" if self._narration.is_cached else b"miss"))
            headers.append((b"x-voice", self._narration.order.voice.id.encode()))
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
        self._is_started = True

    async def _send_data(self, send: Send, transport: AnswerTransport, data: bytes) -> None:
        """Send while the client receives data. Raises TimeoutError if it receives nothing for too long."""

        async def try_to_send() -> None:  # as long as it waits for room, none of this data was sent
            await send({"type": "http.response.body", "body": data, "more_body": True})

        await while_taken(try_to_send, transport.taken, self._send_deadline_s)

    async def _cut_off(self, error: BaseException, transport: AnswerTransport, leaving: "asyncio.Task[None]") -> None:
        """Close the connection without ending the answer: a client must not mistake a part for the whole."""
        if isinstance(error, TimeoutError):
            _log.info("client stopped reading", deadline_s=self._send_deadline_s)
            transport.abort()
        else:
            if isinstance(error, SynthesisError):
                metrics.synthesis_errors.labels(type(error).__name__).inc()
            if isinstance(error, PlosiveError):
                _log.warning("speech cut off", error=str(error))
            else:
                _log.error("speaking failed", exc_info=error)
            transport.close()
        try:
            async with asyncio.timeout(_LINGER_S):
                await leaving
        except TimeoutError:
            transport.abort()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
