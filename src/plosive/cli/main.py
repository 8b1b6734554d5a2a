"""The `plosive` command: serve, say, doctor, top, voices, keys, usage."""

import sys
from importlib import metadata
from typing import Annotated

import typer
from rich.console import Console

from plosive.cli import keys, voices
from plosive.cli.doctor import doctor
from plosive.cli.say import say
from plosive.cli.serve import serve
from plosive.cli.top import top
from plosive.errors import PlosiveError
from plosive.settings import doubts

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"plosive {metadata.version('plosive')}")
        raise typer.Exit


@app.callback()
def plosive(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Plosive speaks: a self-hosted streaming text-to-speech server with the Telnyx TTS WebSocket protocol."""
    if context.invoked_subcommand != "doctor":  # it says them itself
        for doubt in doubts():
            typer.secho(f"plosive: {doubt}", err=True, fg="yellow")


app.command()(serve)
app.command()(say)
app.command()(doctor)
app.command()(top)
app.add_typer(voices.app, name="voices")
app.add_typer(keys.app, name="keys")
app.command()(keys.usage)


def main() -> None:
    """Entry point of the `plosive` command: errors are one line on stderr and exit status 1."""
    try:
        app()
    except BrokenPipeError:
        sys.exit(141)
    except (PlosiveError, OSError) as error:
        detail = str(error)
        if isinstance(error, OSError) and error.filename and error.strerror:
            detail = f"{error.filename}: {error.strerror}"  # without "[Errno 2]"
        Console(stderr=True, highlight=False).print(
            f"plosive: {detail}", style="bold red", soft_wrap=True, markup=False
        )
        sys.exit(1)
