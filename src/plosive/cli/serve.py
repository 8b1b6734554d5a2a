"""`plosive serve`: starts the server and says how to try it."""

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from plosive.cli.log import configure_log
from plosive.settings import load_settings
from plosive.web.addresses import own_address

if TYPE_CHECKING:
    from plosive.web.server import Ready

_out = Console(highlight=False)

_WYOMING = "127.0.0.1:10200"

_REACHED_AT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - an address to listen on is none to go to


def serve(
    host: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Address to listen on; anything but loopback needs keys.")
    ] = None,
    port: Annotated[int | None, typer.Option(metavar="NUMBER", help="Port to listen on; 0 takes a free one.")] = None,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The TLS certificate with its chain, PEM; needs --tls-key.")
    ] = None,
    tls_key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The certificate's private key, PEM; SIGHUP reads both again.")
    ] = None,
    dictionary: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A pronunciation dictionary for every session: PLS XML, or word=alias lines."
        ),
    ] = None,
    wyoming: Annotated[
        bool, typer.Option("--wyoming", help="Listen for Home Assistant too, at 127.0.0.1:10200; see docs/wyoming.md.")
    ] = False,
) -> None:
    """Start the server.

    Every other setting comes from the environment, PLOSIVE_API_KEYS for example: see docs/settings.md.
    SIGTERM or Ctrl-C lets open sessions finish first; a second one stops at once.
    """
    from plosive.web.server import serve as run_server  # noqa: PLC0415 - a quarter of a second that only this needs

    settings = load_settings(
        host=host,
        port=port,
        tls_cert=tls_cert,
        tls_key=tls_key,
        dictionary=dictionary,
        wyoming=_WYOMING if wyoming else None,
    )
    configure_log(settings, never_blocks=True)
    if not run_server(settings, lambda ready: _announce(settings.host, settings.scheme, ready)):
        sys.exit(1)


def _announce(host: str, scheme: str, ready: "Ready") -> None:
    from plosive.web.websocket import PATH  # noqa: PLC0415 - see serve

    here = _REACHED_AT.get(host, host)
    at = f"{f'[{here}]' if ':' in here else here}:{ready.port}"
    asked = "it asks for a key; plosive keys create --name NAME makes one"
    keys = asked if ready.wants_key else "it needs no key on this machine"
    lines = [
        ("Try it in a browser", f"{scheme}://{at}/   ({keys})"),
        ("Speech socket", f"{scheme.replace('http', 'ws')}://{at}{PATH}"),
        ("OpenAI base URL", f"{scheme}://{at}/v1"),
        ("Voice", ready.voice),
    ]
    if here != host:
        told = "encrypted" if scheme == "https" else "not encrypted: for TLS see docs/operating.md"
        lines.insert(1, ("On other machines", f"{scheme}://{_reached_at()}:{ready.port}/   ({told})"))
    if ready.wyoming_port is not None:
        lines.insert(-1, ("Home Assistant", f"Wyoming port {ready.wyoming_port}"))
    if ready.metrics_port is not None:
        lines.insert(-1, ("Metrics", f"port {ready.metrics_port}"))
    for name, value in lines:
        _out.print(f"{name:20}{value}", soft_wrap=True, markup=False)
    sys.stdout.flush()


def _reached_at() -> str:
    """Return the address at which other machines reach this one, or its name if it has no way out."""
    try:
        return own_address()
    except OSError:
        return socket.gethostname()
