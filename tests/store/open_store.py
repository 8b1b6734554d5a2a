"""Runs a test's coroutine with an open store."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from plosive.store.store import Store

T = TypeVar("T")


def with_store(url: str, body: Callable[[Store], Awaitable[T]]) -> T:
    async def run() -> T:
        store = Store(url, Path("/nowhere"))
        await store.open()
        try:
            return await body(store)
        finally:
            await store.close()

    return asyncio.run(run())
