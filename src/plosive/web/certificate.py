"""The server's TLS certificate: read at start, and anew on SIGHUP without a break for anybody."""

import ssl
from pathlib import Path

import structlog

from plosive.errors import SetupError
from plosive.settings import Settings

_log = structlog.get_logger()


class Certificate:
    """A certificate with its chain, and its private key, from two PEM files. Raises `SetupError`, which names the file."""

    def __init__(self, certificate: Path, key: Path) -> None:
        self._files = certificate, key
        self._current = self.context = _read(certificate, key)
        """`context` is the listener's for good. Each handshake takes the current one: a context cannot forget a certificate."""
        self.context.sni_callback = self._choose

    def reload(self) -> None:
        """Read the files again, for connections that come from now on. If they cannot be used the old certificate stays."""
        try:
            self._current = _read(*self._files)
        except SetupError as error:
            _log.error("certificate not loaded anew", error=str(error))
        else:
            _log.info("certificate loaded anew")

    def _choose(self, connection: ssl.SSLObject, _name: str | None, _context: ssl.SSLContext) -> None:
        connection.context = self._current


def certificate_of(settings: Settings) -> Certificate | None:
    """Return the certificate of these settings. None: the server speaks plain HTTP. Raises `SetupError`."""
    if settings.tls_cert is None and settings.tls_key is None:
        return None
    if settings.tls_cert is None or settings.tls_key is None:
        missing = "PLOSIVE_TLS_CERT" if settings.tls_cert is None else "PLOSIVE_TLS_KEY"
        raise SetupError(f"TLS needs a certificate and its private key, and {missing} is not set.")
    return Certificate(settings.tls_cert, settings.tls_key)


def _read(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    for name, file in (("certificate", certificate), ("private key", key)):
        try:
            file.read_bytes()
        except OSError as error:
            raise SetupError(f"Cannot read the TLS {name} {file}: {error.strerror or error}.") from None
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(certificate)
    except (ssl.SSLError, ValueError):
        raise SetupError(f"There is no certificate in {certificate}: give a PEM file with BEGIN CERTIFICATE.") from None
    try:
        context.load_cert_chain(certificate, key, password=lambda: "")  # else OpenSSL asks the terminal for a password
    except (ssl.SSLError, ValueError) as error:
        if getattr(error, "reason", None) == "KEY_VALUES_MISMATCH":
            raise SetupError(f"The TLS private key {key} is not that of the certificate {certificate}.") from None
        detail = "give a PEM file with BEGIN PRIVATE KEY, without a password"
        raise SetupError(f"There is no usable private key in {key}: {detail}.") from None
    return context
