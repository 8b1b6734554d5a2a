"""Which bearer keys are accepted. Keys are kept and compared as digests, so that timing tells nothing about them."""

import hashlib
import hmac
import ipaddress
from collections.abc import Iterable

from plosive.errors import SetupError
from plosive.settings import Settings


class Keyring:
    """The accepted keys; `open_to_all` when there are none and the server is on loopback."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._digests = {_digest(key.encode()) for key in keys}

    @classmethod
    def load(cls, settings: Settings) -> "Keyring":
        """Read the keys of the settings. Raises `SetupError` if there are none on an address that others can reach."""
        keys = list(settings.api_keys)
        if settings.api_keys_file is not None:
            try:
                lines = settings.api_keys_file.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise SetupError(f"PLOSIVE_API_KEYS_FILE cannot be read: {error}") from None
            keys += [key for line in lines if (key := line.partition("#")[0].strip())]
            if not keys:
                raise SetupError(f"PLOSIVE_API_KEYS_FILE {settings.api_keys_file} has no key: write one a line")
        if not keys and not _is_loopback(settings.host):
            raise SetupError(
                f"Refusing to listen on {settings.host} without keys: anyone who reaches it could use it. "
                "Set PLOSIVE_API_KEYS=key1,key2 or PLOSIVE_API_KEYS_FILE=path, or listen on 127.0.0.1."
            )
        return cls(keys)

    @property
    def open_to_all(self) -> bool:
        """Whether any bearer key will do."""
        return not self._digests

    def accepts(self, authorization: list[bytes]) -> bool:
        """Whether these Authorization header values (there must be one) carry an accepted `Bearer` key."""
        if len(authorization) != 1:
            return False
        scheme, _, key = authorization[0].strip().partition(b" ")
        key = key.strip()
        if scheme.lower() != b"bearer" or not key:
            return False
        digest = _digest(key)
        # Every comparison is made, whatever the result of the others.
        matches = [hmac.compare_digest(digest, known) for known in self._digests]
        return self.open_to_all or any(matches)


def _digest(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
