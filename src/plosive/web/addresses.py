"""Addresses in settings, such as 127.0.0.1:10200. PURE."""

import contextlib
import ipaddress

from plosive.errors import SetupError


def address_and_port(setting: str, written: str) -> tuple[str, int]:
    """Return the IP address and the port of a setting's value. Raises `SetupError`, which names the setting."""
    host, colon, port = written.rpartition(":")
    host = "127.0.0.1" if host == "localhost" else host.strip("[]")
    with contextlib.suppress(ValueError):
        ipaddress.ip_address(host)
        if colon and 0 <= int(port) <= 65535:
            return host, int(port)
    raise SetupError(f"{setting}={written} is no address and port, such as 127.0.0.1:10200")
