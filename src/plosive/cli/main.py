"""The `plosive` command: serve, say, voices, keys, usage."""

import sys

import typer
from rich.console import Console

from plosive.cli import keys, voices
from plosive.cli.say import say
from plosive.cli.serve import serve
from plosive.errors import PlosiveError

app = typer.Typer(
    help="Plosive speaks: a self-hosted streaming text-to-speech server with the Telnyx TTS WebSocket protocol.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
app.command()(serve)
app.command()(say)
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
        Console(stderr=True, highlight=False).print(f"plosive: {error}", style="bold red", soft_wrap=True, markup=False)
        sys.exit(1)
