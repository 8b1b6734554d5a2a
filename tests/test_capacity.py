"""Places for clients: their number, and the wait for the last one."""

import asyncio

import pytest

from plosive.capacity import Capacity
from plosive.errors import Refused


def test_no_more_than_there_are_places() -> None:
    capacity = Capacity(1)
    capacity.check("speech")
    with capacity.place(), pytest.raises(Refused, match="no room for more speech; try again") as refusal:
        capacity.check("speech")
    assert (refusal.value.status, refusal.value.retry_after_s) == (503, 2)
    capacity.check("speech")


def test_a_server_that_stops_refuses_everybody() -> None:
    capacity = Capacity(1)
    capacity.draining = True
    with pytest.raises(Refused, match="The server is stopping; try again"):
        capacity.check("sessions")


def test_a_place_is_given_back_after_a_failure_too() -> None:
    capacity = Capacity(1)
    with pytest.raises(ValueError, match="wrong"), capacity.place():
        raise ValueError("wrong")
    assert capacity.taken == 0


def test_waiting_ends_with_the_last_client_or_at_the_deadline() -> None:
    async def run() -> None:
        capacity = Capacity(2)
        loop = asyncio.get_running_loop()
        with capacity.place():
            with capacity.place():
                pass
            await capacity.wait_until_empty(loop.time())
            waiting = asyncio.create_task(capacity.wait_until_empty(loop.time() + 60))
            await asyncio.sleep(0)
            assert not waiting.done()
        async with asyncio.timeout(10):
            await waiting

    asyncio.run(run())
