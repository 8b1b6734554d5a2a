"""`plosive serve`: starts the server and says how to try it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import structlog
import typer
from rich.console import Console

from plosive.cli.log import configure_log
from plosive.settings import doubts, load_settings

if TYPE_CHECKING:
    from plosive.web.server import Ready

_out = Console(highlight=False)

_WYOMING = "127.0.0.1:10200"

_REACHED_AT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - an address to listen on is none to go to


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; anything but loopback needs keys.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    dictionary: Annotated[
        Path | None, typer.Option(help="A pronunciation dictionary for every session: PLS XML, or word=alias lines.")
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

    settings = load_settings(host=host, port=port, dictionary=dictionary, wyoming=_WYOMING if wyoming else None)
    configure_log(settings, never_blocks=True)
    for doubt in doubts():
        structlog.get_logger().warning("probably a mistake", setting=doubt)
    if not run_server(settings, lambda ready: _announce(settings.host, ready)):
        sys.exit(1)


def _announce(host: str, ready: "Ready") -> None:
    from plosive.web.websocket import PATH  # noqa: PLC0415 - see serve

    host = _REACHED_AT.get(host, host)
    at = f"{f'[{host}]' if ':' in host else host}:{ready.port}"
    keys = "it asks for a key" if ready.wants_key else "no key: none is needed on this machine"
    lines = [
        ("Try it in a browser", f"http://{at}/   ({keys})"),
        ("Speech socket", f"ws://{at}{PATH}"),
        ("OpenAI base URL", f"http://{at}/v1"),
        ("Voice", ready.voice),
    ]
    if ready.wyoming_port is not None:
        lines.insert(-1, ("Home Assistant", f"Wyoming port {ready.wyoming_port}"))
    for name, value in lines:
        _out.print(f"{name:20}{value}", soft_wrap=True, markup=False)
    sys.stdout.flush()
