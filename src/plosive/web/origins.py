"""Who may use a server that needs no key: this machine alone, and no page of another site. PURE.

A browser lets any page send requests to loopback. So a server without keys looks at `Host`, against DNS rebinding, and at
`Origin`.
"""

import ipaddress
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

_CONTAINER_HOSTS: Final = ("host.docker.internal", "host.containers.internal")
_PORT: Final = re.compile(r":[0-9]{1,5}$")


class Origins:
    """The rules of one server. `hosts` and `origins` are the operator's; "*" allows any."""

    def __init__(self, hosts: tuple[str, ...], origins: tuple[str, ...]) -> None:
        self._hosts = tuple(host.lower() for host in hosts)
        self._origins = tuple(origin.lower().rstrip("/") for origin in origins)

    def host_refusal(self, headers: Mapping[str, str]) -> str | None:
        """Return why a request to a keyless server is refused for its `Host`. None: it is not."""
        host = _PORT.sub("", headers.get("host", "").lower())
        if "*" in self._hosts or host in self._hosts or host in _CONTAINER_HOSTS or _is_loopback(host):
            return None
        return (
            f"Without keys only this machine may use the server, and {host[:100]!r} is another host. "
            "Name it in PLOSIVE_ALLOWED_HOSTS, or make a key with plosive keys create --name NAME."
        )

    def origin_refusal(self, headers: Mapping[str, str]) -> str | None:
        """Return why a request to a keyless server is refused for the page that sent it. None: it is not."""
        origin = headers.get("origin")
        if origin is None:
            crossing = headers.get("sec-fetch-site") == "cross-site"
            return "Without keys no page of another site may use the server" if crossing else None
        if self.allows(origin, headers, keyless=True):
            return None
        return (
            f"Without keys no page of another site may use the server, and this one is of {origin[:100]!r}. "
            "Name it in PLOSIVE_CORS_ORIGINS, or make a key with plosive keys create --name NAME."
        )

    def allows(self, origin: str, headers: Mapping[str, str], *, keyless: bool) -> bool:
        """Whether a page of this origin may read answers: the operator's, and on a keyless server loopback's and its own."""
        lowered = origin.lower()
        if "*" in self._origins or lowered in self._origins:
            return True
        parts = urlsplit(lowered)
        if not keyless or parts.scheme not in ("http", "https"):
            return False
        return parts.netloc == headers.get("host", "").lower() or _is_loopback(_PORT.sub("", parts.netloc))


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
