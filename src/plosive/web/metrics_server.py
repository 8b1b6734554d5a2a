"""Who may read `/metrics`: with an address of its own the network decides, at the server's address a key, if one is set."""

import contextlib
import hmac
from collections.abc import Iterator

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest, start_http_server
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plosive.errors import Refused, SetupError
from plosive.settings import Settings
from plosive.web.addresses import address_and_port
from plosive.web.credentials import presented_keys


@contextlib.contextmanager
def metrics_server(settings: Settings) -> Iterator[int | None]:
    """Serve the metrics, if the settings give them an address, on a thread. Yields the port. Raises `SetupError`."""
    if settings.metrics is None:
        yield None
        return
    if settings.metrics_key is not None:
        raise SetupError("PLOSIVE_METRICS_KEY protects the server's own address: leave it out, or PLOSIVE_METRICS")
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


def metrics_routes(settings: Settings) -> list[Route]:
    """Return the route of the metrics at the server's own address, or none if they have another."""
    if settings.metrics is not None:
        return []
    key = settings.metrics_key and settings.metrics_key.get_secret_value().encode()

    async def metrics(request: Request) -> Response:
        presented = presented_keys(request.scope)
        if key and not (len(presented) == 1 and hmac.compare_digest(presented.pop(), key)):
            raise Refused(401, "The metrics need the key of PLOSIVE_METRICS_KEY: send Authorization: Bearer <key>")
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics)]
