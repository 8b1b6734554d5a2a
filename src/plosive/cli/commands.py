"""The command line: serve, say, voices, keys, usage."""

import asyncio
import codecs
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import structlog
import typer
from rich.console import Console

from plosive.audio.encoders import FORMATS, AudioFormat
from plosive.cli import keys
from plosive.cli import voices as voices_shown
from plosive.cli.explain import explain
from plosive.errors import PlosiveError
from plosive.order import Order, load_dictionary
from plosive.protocol.options import VoiceSettings, find_format
from plosive.say import NoSoundDevice, say_to_device, say_to_file
from plosive.settings import Settings, load_settings
from plosive.voices.catalog import Catalog
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

if TYPE_CHECKING:
    from plosive.web.auth import Keyring

app = typer.Typer(
    help="Plosive speaks: a self-hosted streaming text-to-speech server with the Telnyx TTS WebSocket protocol.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
_out = Console(highlight=False)
_err = Console(stderr=True, highlight=False)


def main() -> None:
    """Entry point of the `plosive` command: errors are one line on stderr and exit status 1."""
    try:
        app()
    except BrokenPipeError:
        sys.exit(141)
    except (PlosiveError, OSError) as error:
        _fail(str(error))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; anything but loopback needs keys.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    dictionary: Annotated[
        Path | None, typer.Option(help="A pronunciation dictionary for every session: PLS XML, or word=alias lines.")
    ] = None,
) -> None:
    """Start the server.

    Every other setting comes from the environment, PLOSIVE_API_KEYS for example: see docs/settings.md.
    SIGTERM or Ctrl-C lets open sessions finish first; a second one stops at once.
    """
    from plosive.web.server import serve as run_server  # noqa: PLC0415 - a quarter of a second that only this needs

    settings = load_settings(host=host, port=port, dictionary=dictionary)
    _configure_log(settings)
    if not run_server(settings, lambda port, keyring: _announce(settings, port, keyring)):
        sys.exit(1)


@app.command()
def say(
    text: Annotated[
        str | None, typer.Argument(help="The text; without it, or with -, standard input is spoken as it comes.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write audio to this file (- is standard output) instead of playing."),
    ] = None,
    voice: Annotated[str | None, typer.Option(help="A voice id: see `plosive voices`.")] = None,
    audio_format: Annotated[
        str | None, typer.Option("--format", help=f"{', '.join(FORMATS)}. Default: by the file's suffix, else mp3.")
    ] = None,
    rate: Annotated[int | None, typer.Option(help="Sample rate in Hz. Default: 24000, or the format's own.")] = None,
    speed: Annotated[float, typer.Option(min=0.5, max=2.0, help="1 is normal.")] = 1.0,
    ssml: Annotated[bool, typer.Option("--ssml", help="The text is SSML, not plain text or Markdown.")] = False,
    dictionary: Annotated[
        Path | None, typer.Option(help="A pronunciation dictionary: PLS XML, or word=alias lines.")
    ] = None,
    explaining: Annotated[
        bool, typer.Option("--explain", help="Do not speak; show the output of each stage of the text.")
    ] = False,
) -> None:
    """Say something without a server: to the sound device, or to a file.

    Examples: `plosive say "Hello there."`, `plosive say "Hi." -o hi.mp3`, `llm | plosive say`
    """
    settings = load_settings(dictionary=dictionary)
    _configure_log(settings)
    order = Order(
        Catalog.load(settings.voices_dir).resolve(voice or settings.default_voice).voice,
        VoiceSettings(speed),
        is_ssml=ssml,
        markdown=settings.markdown,
        code=settings.code,
        pronunciations=load_dictionary(settings.dictionary),
    )
    deltas = _standard_input() if text is None or text == "-" else iter((text,))
    if explaining:
        explain("".join(deltas), order, _out)
        return
    pool = WorkerPool(1, WorkerSettings(settings.voice_memory_mb, settings.sentence_silence_ms))
    if output is None:
        if audio_format or rate:
            _fail("--format and --rate are for files: add -o FILE")
        try:
            asyncio.run(say_to_device(deltas, order, pool))
        except NoSoundDevice as error:
            _fail(f"There is no sound device to play on ({error}): write a file with -o hello.mp3")
    else:
        chosen = find_format(audio_format) if audio_format else _format_of(output)
        order = order.with_settings(VoiceSettings(speed, audio_format=chosen, sample_rate_hz=rate))
        seconds = asyncio.run(say_to_file(deltas, order, output, pool))
        if output != Path("-"):
            written, rate_hz = order.audio
            _err.print(f"{output}: {seconds:.1f} s of {written.name} at {rate_hz} Hz")


app.add_typer(keys.app, name="keys")
app.command()(keys.usage)

voices_app = typer.Typer(help="List the voices that can speak now; install others and remove them.")
app.add_typer(voices_app, name="voices")

_Language = Annotated[str | None, typer.Option(help="Only voices of this language, such as en or pt-BR.")]
_Names = Annotated[list[str], typer.Argument(help="Such as en_US-lessac-medium; kokoro is all of Kokoro's.")]


@voices_app.callback(invoke_without_command=True)
def voices(context: typer.Context, language: _Language = None) -> None:
    """List the installed voices and the public Telnyx ids that use them; install others and remove them."""
    _configure_log(load_settings())
    if context.invoked_subcommand is None:
        list_voices(language)
    elif language:
        _fail(f"Put --language after {context.invoked_subcommand}: plosive voices list --language {language}")


@voices_app.command("list")
def list_voices(
    language: _Language = None,
    available: Annotated[bool, typer.Option("--available", help="Those that could be installed.")] = False,
) -> None:
    """List the installed voices and the public Telnyx ids that use them, or the voices that can be installed."""
    catalog = Catalog.load(load_settings().voices_dir)
    if available:
        voices_shown.list_available(_out, catalog, language)
    else:
        voices_shown.list_installed(_out, catalog, language)


@voices_app.command()
def install(names: _Names) -> None:
    """Install published voices: Piper's by name, or kokoro. The names are in `plosive voices list --available`."""
    voices_shown.install(_out, names, load_settings().voices_dir)


@voices_app.command()
def remove(names: _Names) -> None:
    """Remove installed voices."""
    voices_shown.remove(_out, names, load_settings().voices_dir)


def _fail(message: str) -> NoReturn:
    _err.print(f"plosive: {message}", style="bold red", soft_wrap=True, markup=False)
    sys.exit(1)


def _configure_log(settings: Settings) -> None:
    level = getattr(logging, settings.log_level.upper())
    renderer = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    # uvicorn logs every upgrade with its query string. Plosive's own log has the important facts.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # It also logs a traceback for client text that is not UTF-8. That is no crash: the client gets close code 1007.
    logging.getLogger("uvicorn.error").addFilter(lambda record: "Invalid UTF-8" not in record.getMessage())


def _announce(settings: Settings, port: int, keyring: "Keyring") -> None:
    from plosive.web.websocket import PATH  # noqa: PLC0415 - see serve

    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = f"ws://{host}:{port}{PATH}"
    _out.print(f"Plosive speaks at [bold]{url}[/bold]", soft_wrap=True)
    if keyring.open_to_all:
        _out.print("No keys are configured: on this loopback address any bearer key is accepted.")
    client = [".venv/bin/python", "examples/speak.py", '"Hello from Plosive."', "hello.mp3", "--url", url]
    if not keyring.open_to_all:
        client += ["--key", "YOUR_KEY"]
    _out.print("Try it from another terminal:\n  " + " ".join(client), markup=False, soft_wrap=True)
    sys.stdout.flush()


def _standard_input() -> Iterator[str]:
    """Yield text as it arrives, so that a sentence is spoken while the next one is still being written."""
    if sys.stdin.isatty():
        _err.print("Type what to say, end with Ctrl-D.")
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    while data := os.read(sys.stdin.fileno(), 1 << 16):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def _format_of(output: Path) -> AudioFormat:
    if not output.suffix or output == Path("-"):
        return FORMATS["mp3"]
    for audio_format in FORMATS.values():
        if output.suffix.lower() == audio_format.suffix:
            return audio_format
    known = ", ".join(sorted({audio_format.suffix for audio_format in FORMATS.values()}))
    _fail(f"No format has the suffix {output.suffix}: use one of {known}, or say --format")
