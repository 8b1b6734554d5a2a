"""`plosive serve`: starts the server and says how to try it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import structlog
import typer
from rich.console import Console

from plosive.cli.log import configure_log
from plosive.settings import Settings, doubts, load_settings

if TYPE_CHECKING:
    from plosive.web.auth import Keyring

_out = Console(highlight=False)

_WYOMING = "127.0.0.1:10200"


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
    configure_log(settings)
    for doubt in doubts():
        structlog.get_logger().warning("probably a mistake", setting=doubt)
    if not run_server(settings, lambda port, keyring, wyoming: _announce(settings, port, keyring, wyoming)):
        sys.exit(1)


def _announce(settings: Settings, port: int, keyring: "Keyring", wyoming_port: int | None) -> None:
    from plosive.web.websocket import PATH  # noqa: PLC0415 - see serve

    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = f"ws://{host}:{port}{PATH}"
    _out.print(f"Plosive speaks at [bold]{url}[/bold]", soft_wrap=True)
    if wyoming_port is not None:
        _out.print(f"Home Assistant finds it at Wyoming port [bold]{wyoming_port}[/bold]", soft_wrap=True)
    if keyring.open_to_all:
        _out.print(
            "No keys are configured: on this loopback address none is needed, and no page of another site may use it."
        )
    client = [".venv/bin/python", "examples/speak.py", '"Hello from Plosive."', "hello.mp3", "--url", url]
    if not keyring.open_to_all:
        client += ["--key", "YOUR_KEY"]
    _out.print("Try it from another terminal:\n  " + " ".join(client), markup=False, soft_wrap=True)
    sys.stdout.flush()
