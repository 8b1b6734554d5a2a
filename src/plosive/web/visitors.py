"""Each address that visits the server: its open connections, and its wrong keys. PURE: callers pass the time, in seconds.

An IPv6 address counts with all others of its /64, which one client may choose from as it likes.
"""

import ipaddress
from collections import Counter
from typing import Final

_FREE_KEYS: Final = 20
_PAUSE_S: Final = 0.5
"""Number of wrong keys that an address may send at once. Further ones are answered `_PAUSE_S` apart."""

_LONGEST_PAUSE_S: Final = 5.0
"""Longest time that the answer to a wrong key is held back. A key that would wait longer is refused at once, unseen."""

_MOST_ADDRESSES: Final = 10_000
"""Addresses whose wrong keys are remembered, about 2 MB. Of more the first is forgotten."""


class OpenConnections:
    """Counts the connections of each address. `most` an address may have; None: any number."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Count a connection until `leave`. False: the address has more than it may."""
        if self._most is None:
            return True
        network = _network(address)
        self._open[network] += 1
        return self._open[network] <= self._most

    def leave(self, address: str) -> None:
        """Stop counting a connection."""
        if self._most is None:
            return
        network = _network(address)
        self._open[network] -= 1
        if self._open[network] <= 0:
            del self._open[network]


class WrongKeys:
    """Says how long the answer to a wrong key is held back. Right keys are never held back: clients may share an address."""

    def __init__(self) -> None:
        self._due_at: dict[str, float] = {}
        """By address: when the pauses of all its wrong keys are over."""

    def pause_s(self, address: str, now: float) -> float | None:
        """Count a wrong key. Returns the time to hold its answer back; None: refuse it, and count nothing."""
        network = _network(address)
        due_at = max(self._due_at.get(network, now), now)
        pause_s = max(0.0, due_at - now - (_FREE_KEYS - 1) * _PAUSE_S)
        if pause_s > _LONGEST_PAUSE_S:
            return None
        self._due_at.pop(network, None)
        self._due_at[network] = due_at + _PAUSE_S
        if len(self._due_at) > _MOST_ADDRESSES:
            del self._due_at[next(iter(self._due_at))]
        return pause_s


def _network(address: str) -> str:
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(ip) if ip.version == 4 else str(ipaddress.IPv6Network((ip, 64), strict=False))
