"""Readers that stop, beside healthy clients: when they are gone, what they cost, and what the others notice."""

import asyncio
import socket
import time
from contextlib import ExitStack
from typing import Final

from benchmarks.playback import percentile
from benchmarks.processes import PlosiveServer
from benchmarks.raw_sockets import stopped_reader
from benchmarks.reliability.newcomers import first_s, newcomers
from benchmarks.reliability.run import Run
from benchmarks.report import Goal
from plosive.errors import SetupError

_TEXT: Final = "This goes on and on, and nobody listens to it. " * 1000
_HEALTHY: Final = 5
_GIVEN_UP_S: Final = 90.0
_FORMAT: Final = {"audio_format": "wav", "sample_rate": 96_000}
"""Few texts fill the buffers of the kernel sooner."""
_AGAIN_S: Final = 0.1
"""Filling the buffers of many at once is overload, which the server refuses: a refused reader comes again after this time."""


async def measure(run: Run) -> None:
    """Healthy clients alone, then beside the stopped ones until all of these are gone."""
    deadline_s = run.seconds(20)
    with run.server("stopped", send_deadline_s=deadline_s) as server, ExitStack() as stack:
        url = run.address(server)
        await newcomers(url, _HEALTHY, asyncio.sleep(1))
        alone = first_s(await newcomers(url, _HEALTHY, asyncio.sleep(run.seconds(20))))
        memory, fds = server.process.memory_info().rss, server.process.num_fds()
        gone_s: list[float] = []
        rss: list[int] = [memory]
        number = run.number(200, 2)

        async def stop_reading() -> None:
            begun: dict[int, float] = {}
            for _ in range(number):
                client = stack.enter_context(await _admitted(run.address(server, **_FORMAT)))
                begun[client.getsockname()[1]] = time.monotonic()
            await _watch(server, begun, gone_s, rss)

        heard = await newcomers(url, _HEALTHY, stop_reading())
        beside, refused = first_s(heard), sum(each.refused for each in heard)
        left = server.process.num_fds() - fds
    each_mb = (max(rss) - memory) / 1e6 / number
    run.keep(
        "stopped", number=number, alone_s=alone, beside_s=beside, gone_s=gone_s, rss=rss, fds_left=left, refused=refused
    )
    ratio = percentile(beside, 0.95) / percentile(alone, 0.95)
    run.console.print(
        f"{number} stopped readers: {each_mb:.2f} MB each at most, the server at most {max(rss) / 1e6:.0f} MB; "
        f"{refused} of {len(heard)} texts of the healthy were refused while they came"
    )
    run.goals += [
        Goal("stopped readers: p95 first audio of the healthy, over alone", ratio, 1.2, "times",
             first_release="1.06 and 1.14 times"),
        Goal("stopped readers: those gone", len(gone_s), number, "", at_least=True, first_release="192 of 200 after 21 s"),
        Goal("stopped readers: the last one gone after", max(gone_s, default=float("nan")), deadline_s + 5, "s",
             first_release="60 s"),
        Goal("stopped readers: the first one gone after", min(gone_s, default=float("nan")), deadline_s, "s", at_least=True),
        Goal("stopped readers: file descriptors left", left, 2 * _HEALTHY, ""),
    ]  # fmt: skip


async def _admitted(url: str) -> socket.socket:
    until = time.monotonic() + _GIVEN_UP_S
    while True:
        try:
            return await stopped_reader(url, _TEXT)
        except SetupError:
            if time.monotonic() > until:
                raise
            await asyncio.sleep(_AGAIN_S)


async def _watch(server: PlosiveServer, begun: dict[int, float], gone_s: list[float], rss: list[int]) -> None:
    """Note when each of these ports is no longer among the server's sockets, until none is left or 90 s have passed."""
    last = max(begun.values())
    while begun and time.monotonic() - last < _GIVEN_UP_S:
        await asyncio.sleep(0.2)
        open_ports = {each.raddr.port for each in server.process.net_connections("tcp") if each.raddr}
        gone_s += [time.monotonic() - begun.pop(port) for port in begun.keys() - open_ports]
        rss.append(server.process.memory_info().rss)
