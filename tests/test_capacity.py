"""Places for clients: their number, and the wait for the last one."""

import asyncio
from contextlib import suppress

import pytest

from plosive import metrics
from plosive.capacity import FULL, LONGEST_WAIT_S, Capacity, Reason, reason_to_refuse
from plosive.errors import Refused


def nobody_waits() -> float:
    return 0.0


@pytest.mark.parametrize(
    ("stops", "is_full", "memory_is_full", "newcomers_wait_s", "load", "reason"),
    [
        (False, False, False, 0.0, 0.5, None),
        (False, False, False, LONGEST_WAIT_S, 0.5, None),
        (False, False, False, LONGEST_WAIT_S + 0.1, 0.5, Reason.BUSY),
        (False, False, False, 0.0, FULL, None),
        (False, False, False, 0.0, FULL + 0.1, Reason.BUSY),
        (False, True, False, 0.0, 0.5, Reason.FULL),
        (False, True, False, 60.0, 0.5, Reason.FULL),
        (False, False, True, 0.0, 0.5, Reason.MEMORY),
        (True, False, True, 0.0, 0.5, Reason.STOPPING),
        (True, True, False, 60.0, 0.5, Reason.STOPPING),
    ],
)
def test_who_is_refused(
    stops: bool, is_full: bool, memory_is_full: bool, newcomers_wait_s: float, load: float, reason: Reason | None
) -> None:
    found = reason_to_refuse(
        stops=stops, is_full=is_full, memory_is_full=memory_is_full, newcomers_wait_s=newcomers_wait_s, load=load
    )
    assert found is reason


def test_nobody_is_let_in_while_newcomers_wait() -> None:
    waits_s = 0.0
    capacity = Capacity(10, lambda: waits_s, nobody_waits)
    capacity.check("sessions")
    waits_s = 3.0
    with pytest.raises(Refused, match="would wait too long; try again") as error:
        capacity.check("sessions")
    assert (error.value.status, error.value.retry_after_s) == (503, 2)


def test_each_of_ten_thousand_refusals_is_counted_with_its_reason() -> None:
    def counted() -> dict[str, float]:
        return {reason: metrics.turned_away.labels(reason)._value.get() for reason in ("busy", "full", "stopping")}

    before = counted()
    busy = Capacity(1, nobody_waits, lambda: 1.0)
    for _ in range(10_000):
        with suppress(Refused):
            busy.check("sessions")
    with busy.place(), suppress(Refused):
        busy.check("speech")
    assert {reason: number - before[reason] for reason, number in counted().items()} == {
        "busy": 10_000,
        "full": 1,
        "stopping": 0,
    }


def test_no_more_than_there_are_places() -> None:
    capacity = Capacity(1, nobody_waits, nobody_waits)
    capacity.check("speech")
    with capacity.place(), pytest.raises(Refused, match="no room for more speech; try again") as refusal:
        capacity.check("speech")
    assert (refusal.value.status, refusal.value.retry_after_s) == (503, 2)
    capacity.check("speech")


def test_a_server_that_stops_refuses_everybody() -> None:
    capacity = Capacity(1, nobody_waits, nobody_waits)
    capacity.draining = True
    with pytest.raises(Refused, match="The server is stopping; try again"):
        capacity.check("sessions")


def test_a_place_is_given_back_after_a_failure_too() -> None:
    capacity = Capacity(1, nobody_waits, nobody_waits)
    with pytest.raises(ValueError, match="wrong"), capacity.place():
        raise ValueError("wrong")
    assert capacity.taken == 0


def test_waiting_ends_with_the_last_client_or_at_the_deadline() -> None:
    async def run() -> None:
        capacity = Capacity(2, nobody_waits, nobody_waits)
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
