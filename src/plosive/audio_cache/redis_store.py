"""RedisStore: entries of the audio cache in Redis, for several servers. A slow or unavailable Redis is a miss.

Redis itself limits the size: set its `maxmemory` and the policy `allkeys-lru`.
"""

import asyncio
import time
from typing import Any, Final

import structlog

from plosive import metrics
from plosive.errors import SetupError

_PATIENCE_S: Final = 0.05
"""Longest wait of a segment for an answer. espeak-ng has its first audio much earlier, Piper at about this time."""

_KEPT_S: Final = 7 * 24 * 3600
"""Entries expire after a week, also if Redis has no memory limit."""

_PAUSE_S: Final = 1.0
_LONGEST_PAUSE_S: Final = 30.0
"""Longest pause after a failure, in which segments do not wait for Redis. Each pause is twice as long as the one before."""

_log = structlog.get_logger()


class RedisStore:
    """A Redis by its URL. It connects at the first command. Raises `SetupError` for a malformed URL."""

    name = "redis"

    def __init__(self, url: str) -> None:
        try:
            from redis.asyncio import Redis  # noqa: PLC0415 - an extra
            from redis.asyncio.retry import Retry  # noqa: PLC0415
            from redis.backoff import NoBackoff  # noqa: PLC0415
            from redis.exceptions import RedisError  # noqa: PLC0415
        except ImportError:
            raise SetupError("PLOSIVE_REDIS_URL needs the redis package: .venv/bin/pip install -e '.[redis]'") from None
        try:
            self._redis = Redis.from_url(
                url, socket_timeout=_PATIENCE_S, socket_connect_timeout=_PATIENCE_S, retry=Retry(NoBackoff(), 0)
            )
        except ValueError as error:
            raise SetupError(f"PLOSIVE_REDIS_URL: {error}; right is redis://host:6379/0") from None
        self._faults = (RedisError, OSError, TimeoutError)
        self._pause_s = _PAUSE_S
        self._asks_again_at = 0.0
        self._running: set[asyncio.Task[Any]] = set()

    async def get(self, key: bytes) -> bytes | None:
        """See `Store`."""
        answer = await self._ask("GET", _name(key))
        return answer if isinstance(answer, bytes) else None

    async def put(self, key: bytes, data: bytes) -> None:
        """See `Store`."""
        await self._ask("SET", _name(key), data, "EX", _KEPT_S)

    async def remove(self, key: bytes) -> None:
        """See `Store`."""
        await self._ask("DEL", _name(key))

    async def close(self) -> None:
        """Close the connections."""
        await asyncio.gather(*self._running, return_exceptions=True)  # their sockets have deadlines
        await self._redis.aclose()

    async def _ask(self, *command: Any) -> Any:
        if time.monotonic() < self._asks_again_at:
            return None
        # A cancelled command would leave its answer on the connection for the next command. So each command runs in its own
        # task until its end or its socket's deadline, and only the wait for it is cancelled.
        task = asyncio.create_task(self._redis.execute_command(*command))  # type: ignore[no-untyped-call]
        self._running.add(task)
        task.add_done_callback(self._finished)
        try:
            async with asyncio.timeout(_PATIENCE_S):
                answer = await asyncio.shield(task)
        except self._faults as error:
            self._leave_alone(error)
            return None
        self._pause_s = _PAUSE_S
        return answer

    def _finished(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # marks the exception as seen

    def _leave_alone(self, error: Exception) -> None:
        metrics.cache_failures.labels(self.name).inc()
        if time.monotonic() < self._asks_again_at:
            return  # another segment noticed the failure before
        self._asks_again_at = time.monotonic() + self._pause_s
        _log.warning("redis does not answer", error=str(error) or type(error).__name__, next_try_s=self._pause_s)
        self._pause_s = min(_LONGEST_PAUSE_S, 2 * self._pause_s)


def _name(key: bytes) -> str:
    return f"plosive:audio:{key.hex()}"
