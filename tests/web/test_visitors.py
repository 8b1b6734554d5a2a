"""One address: how many connections it may have, and how its wrong keys are slowed while right ones are not."""

import asyncio
import socket
import time
from collections import Counter
from contextlib import ExitStack

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from plosive.web.visitors import OpenConnections, WrongKeys
from plosive_server import HEADERS, PlosiveServer, until
from raw_client import RawClient


@pytest.mark.parametrize(
    ("addresses", "last"),
    [
        (["192.0.2.1"] * 2, True),
        (["192.0.2.1"] * 3, False),
        (["192.0.2.1", "192.0.2.2", "192.0.2.1"], True),
        (["2001:db8::1", "2001:db8::2", "2001:db8::3"], False),
        (["2001:db8::1", "2001:db8:0:1::1", "2001:db8::3"], True),
        (["fe80::1%eth0", "fe80::2%eth0", "fe80::3%eth1"], False),
        (["", "", "no address"], True),
    ],
)
def test_connections_of_an_address(addresses: list[str], last: bool) -> None:
    connections = OpenConnections(2)
    *_, is_welcome = [connections.enter(address) for address in addresses]
    assert is_welcome is last
    for address in addresses:
        connections.leave(address)
    assert connections.enter(addresses[0])


def test_no_limit_of_connections() -> None:
    connections = OpenConnections(None)
    assert all(connections.enter("192.0.2.1") for _ in range(10_000))


def test_wrong_keys_are_slowed_by_address() -> None:
    keys = WrongKeys()
    pauses = [keys.pause_s("192.0.2.1", 100.0) for _ in range(40)]
    assert pauses[:20] == [0] * 20
    assert pauses[20:31] == [0.5 * number for number in range(1, 11)] + [None]
    assert keys.pause_s("192.0.2.2", 100.0) == 0
    assert keys.pause_s("192.0.2.1", 101.0) == 4.5  # those that were refused do not count
    assert keys.pause_s("192.0.2.1", 200.0) == 0


def test_wrong_keys_of_any_number_of_addresses_take_little_memory() -> None:
    keys = WrongKeys()
    for number in range(20_000):
        assert keys.pause_s(f"10.0.{number // 256}.{number % 256}", 0.0) == 0
    assert len(keys._due_at) == 10_000


@pytest.mark.slow
def test_many_wrong_keys_keep_nobody_else_waiting() -> None:
    with PlosiveServer(workers=1, api_keys="right") as server:

        async def ask(client: httpx.AsyncClient, key: str) -> tuple[int, float]:
            begun = time.monotonic()
            answer = await client.get("/v1/models", headers={"Authorization": f"Bearer {key}"}, timeout=20)
            return answer.status_code, time.monotonic() - begun

        async def guess_and_ask() -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
            async with httpx.AsyncClient(base_url=server.http) as client:
                guesses = [asyncio.create_task(ask(client, f"wrong{number}")) for number in range(60)]
                await asyncio.wait(guesses, return_when=asyncio.FIRST_COMPLETED)
                right = [await ask(client, "right") for _ in range(10)]
                return [await guess for guess in guesses], right

        guesses, right = asyncio.run(guess_and_ask())
        answers = Counter(status for status, _ in guesses)
        assert answers[401] + answers[429] == 60
        assert 28 < answers[401] < 45
        assert 3 < max(seconds for _, seconds in guesses) < 10
        assert {status for status, _ in right} == {200}
        assert sorted(seconds for _, seconds in right)[5] < 0.2


def test_too_many_connections_of_an_address() -> None:
    with PlosiveServer(workers=1, address_connections=3) as server:
        with ExitStack() as stack:
            for _ in range(3):
                stack.enter_context(server.client()).handshake()
            with RawClient(server) as fourth:
                status, headers, body = fourth.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer()
            assert (status, headers["retry-after"]) == (429, "1")
            assert "too many connections" in body["errors"][0]["detail"]
            with pytest.raises(InvalidStatus) as refused, connect(server.url(), additional_headers=HEADERS):
                pass
            assert refused.value.response.status_code == 429
            with socket.create_connection(("127.0.0.1", server.port), 5) as silent:
                assert silent.recv(1) == b""
        for _ in range(5):  # each connection is counted until it ends, and no longer

            def is_welcome() -> bool:
                return httpx.get(server.http + "/healthz").status_code == 200

            until(is_welcome)
