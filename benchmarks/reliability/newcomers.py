"""First audio of clients who come one after the other, while somebody else does harm."""

import asyncio
import itertools
from collections.abc import Coroutine
from typing import Any

from benchmarks.reliability.hearing import Hearing, hear

_TEXT = "This is newcomer number {}, who would like to hear something."


async def newcomers(url: str, clients: int, during: Coroutine[Any, Any, None]) -> list[Hearing]:
    """Let `clients` clients ask for short texts all the time while `during` runs."""
    numbers, heard, stop = itertools.count(), list[Hearing](), asyncio.Event()

    async def ask() -> None:
        while not stop.is_set():
            heard.append(await hear(url, _TEXT.format(next(numbers))))
            await asyncio.sleep(0.05)

    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(ask())
        try:
            await during
        finally:
            stop.set()
    return heard


def first_s(heard: list[Hearing]) -> list[float]:
    """Return the waits for first audio; who was not served has waited to the end. Who was refused is not among them."""
    return [each.total_s if each.first_s is None else each.first_s for each in heard if not each.refused]
