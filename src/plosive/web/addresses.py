"""Addresses in settings, such as 127.0.0.1:10200, and this machine's own address."""

import contextlib
import ipaddress
import socket
from typing import Final

from plosive.errors import SetupError

_ANYWHERE: Final = ("192.0.2.1", 9)
"""An address of no machine (RFC 5737): a UDP socket "connected" to it sends nothing, and knows its own address."""


def address_and_port(setting: str, written: str) -> tuple[str, int]:
    """Return the IP address and the port of a setting's value. Raises `SetupError`, which names the setting."""
    host, colon, port = written.rpartition(":")
    host = "127.0.0.1" if host == "localhost" else host.strip("[]")
    with contextlib.suppress(ValueError):
        ipaddress.ip_address(host)
        if colon and 0 <= int(port) <= 65535:
            return host, int(port)
    raise SetupError(f"{setting}={written} is no address and port, such as 127.0.0.1:10200")


def own_address() -> str:
    """Return the address at which other machines reach this one. Raises OSError if it has no way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as unsent:
        unsent.connect(_ANYWHERE)
        return str(unsent.getsockname()[0])
