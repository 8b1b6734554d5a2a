"""Announces the Wyoming server to the local network by multicast DNS, so that Home Assistant finds it."""

import socket
from typing import Final

from plosive.errors import SetupError
from plosive.web.addresses import own_address

_KIND: Final = "_wyoming._tcp.local."
_LONGEST_LABEL: Final = 63


class Announcement:
    """One announced server. Open it after the server, close it before. Raises `SetupError` without the zeroconf package."""

    def __init__(self) -> None:
        try:
            from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf  # noqa: PLC0415 - an extra
        except ImportError:
            raise SetupError(
                "PLOSIVE_WYOMING_ZEROCONF needs the zeroconf package: .venv/bin/pip install -e '.[zeroconf]'"
            ) from None
        self._new_service = AsyncServiceInfo
        self._new_zeroconf = AsyncZeroconf
        self._zeroconf: AsyncZeroconf | None = None

    async def open(self, host: str, port: int) -> None:
        """Announce an address and port; an unspecified address is that of the local network. Raises `SetupError`."""
        name = f"plosive-{socket.gethostname().partition('.')[0]}"[:_LONGEST_LABEL]
        try:
            reached_at = host if host not in ("0.0.0.0", "::") else own_address()  # noqa: S104 - an address to compare
            self._zeroconf = self._new_zeroconf()
            service = self._new_service(
                _KIND, f"{name}.{_KIND}", port, parsed_addresses=[reached_at], server=f"{name}.local."
            )
            await self._zeroconf.async_register_service(service, allow_name_change=True)
        except OSError as error:
            raise SetupError(f"PLOSIVE_WYOMING_ZEROCONF: there is no network to announce to: {error}") from None

    async def close(self) -> None:
        """Take the announcement back."""
        if self._zeroconf is not None:
            await self._zeroconf.async_unregister_all_services()
            await self._zeroconf.async_close()
