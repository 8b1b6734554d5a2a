"""Requests of several servers side by side: each repetition of each text goes to every server, one server at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.clients import Client
from benchmarks.listeners import Heard, ask_together
from benchmarks.playback import median
from benchmarks.processes import Server, Usage


@dataclass(frozen=True)
class System:
    """A running server and its client."""

    name: str
    server: Server
    client: Client


@dataclass
class Cell:
    """One server, one text, one number of clients: all requests of all repetitions, and the memory after the last."""

    system: str
    text: str
    clients: int
    heard: list[Heard] = field(default_factory=list)
    wall_s: float = 0.0
    cpu_s: float = 0.0
    usage: Usage | None = None

    @property
    def first_s(self) -> list[float]:
        """Seconds from dialling to the first audio, of every request."""
        return [one.dialled_first_s for one in self.heard]

    @property
    def open_first_s(self) -> list[float]:
        """Seconds from the request on an open connection to the first audio, of every request."""
        return [one.first_s for one in self.heard]

    @property
    def audio_s(self) -> float:
        """Seconds of audio of all requests together."""
        return sum(one.audio_s for one in self.heard)

    @property
    def times_real_time(self) -> float:
        """Seconds of audio per second."""
        return self.audio_s / self.wall_s

    @property
    def cpu_s_per_audio_s(self) -> float:
        """CPU seconds of the server's whole process tree per second of audio."""
        return self.cpu_s / self.audio_s

    def summary(self) -> dict[str, object]:
        """Return the figures for results.json."""
        return {
            "system": self.system,
            "text": self.text,
            "clients": self.clients,
            "requests": len(self.heard),
            "audio_s": median([one.audio_s for one in self.heard]),
            "first_audio_ms": [round(1000 * value, 2) for value in self.first_s],
            "first_audio_on_open_connection_ms": [round(1000 * value, 2) for value in self.open_first_s],
            "total_ms": [round(1000 * one.total_s, 1) for one in self.heard],
            "audio_s_per_s": self.times_real_time,
            "cpu_s_per_audio_s": self.cpu_s_per_audio_s,
            "memory_after": self.usage,
        }


async def warm_up(systems: Sequence[System], text: str, clients: int) -> None:
    """Send requests so that every server does its one-time work before the measurement."""
    for system in systems:
        await ask_together(system.client, text, clients)


async def measure(
    systems: Sequence[System],
    texts: Mapping[str, str],
    clients: Sequence[int],
    reps: int,
    done: Callable[[], None],
) -> list[Cell]:
    """Measure every text with every number of clients, `reps` times. The servers take turns in each repetition."""
    cells: list[Cell] = []
    for name, text in texts.items():
        for number in clients:
            row = [Cell(system.name, name, number) for system in systems]
            turns = list(zip(systems, row, strict=True))
            for _ in range(reps):
                turns.reverse()  # the first in a round is slower: it follows a pause
                for system, cell in turns:
                    before = system.server.usage()
                    heard, wall_s = await ask_together(system.client, text, number)
                    cell.usage = system.server.usage()
                    cell.cpu_s += cell.usage.cpu_s - before.cpu_s
                    cell.wall_s += wall_s
                    cell.heard += heard
                    done()
            cells += row
    return cells


def cell(cells: Sequence[Cell], system: str, text: str, clients: int) -> Cell:
    """Return the cell of this system, text and number of clients. Raises `KeyError` if it was not measured."""
    for each in cells:
        if (each.system, each.text, each.clients) == (system, text, clients):
            return each
    raise KeyError((system, text, clients))


def first_by_length(cells: Sequence[Cell], system: str) -> list[tuple[float, float]]:
    """Return (seconds of audio, seconds to the first audio) of each text of a system: medians, short texts first."""
    own = [each for each in cells if each.system == system]
    return sorted((median([one.audio_s for one in each.heard]), median(each.first_s)) for each in own)


def first_at(points: Sequence[tuple[float, float]], audio_s: float) -> float | None:
    """Return the seconds to the first audio of a text of `audio_s` seconds, interpolated between the two nearest measured
    texts. None if it is not between two."""
    for (left_s, left), (right_s, right) in pairwise(points):
        if left_s <= audio_s <= right_s and right_s > left_s:
            return left + (right - left) * (audio_s - left_s) / (right_s - left_s)
    return None
