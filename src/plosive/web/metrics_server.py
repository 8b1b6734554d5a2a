"""`/metrics` on an address of its own, so that the network decides who may read it."""

import contextlib
from collections.abc import Iterator

from prometheus_client import start_http_server

from plosive.errors import SetupError
from plosive.settings import Settings
from plosive.web.addresses import address_and_port


@contextlib.contextmanager
def metrics_server(settings: Settings) -> Iterator[int | None]:
    """Serve the metrics, if the settings give them an address, on a thread. Yields the port. Raises `SetupError`."""
    if settings.metrics is None:
        yield None
        return
    host, port = address_and_port("PLOSIVE_METRICS", settings.metrics)
    try:
        server, thread = start_http_server(port, host)
    except OSError as error:
        raise SetupError(f"PLOSIVE_METRICS: cannot listen on {settings.metrics}: {error.strerror or error}") from None
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
