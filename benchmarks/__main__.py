"""The benchmarks' command line (docs/benchmark.md): `python -m benchmarks --help`."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import embedded_voice, piper_voice
from benchmarks.cache_cost import cache
from benchmarks.kokoro_first_audio import kokoro
from benchmarks.listening.command import listen
from benchmarks.listening.loudness import loudness
from benchmarks.livekit_plugins import livekit
from benchmarks.peers import chosen
from benchmarks.piper_speed import piper_speed
from benchmarks.releases import releases
from benchmarks.reliability.command import reliability
from benchmarks.rest_first_byte import rest
from benchmarks.schedule_simulation import schedule
from benchmarks.text_share import text_share
from benchmarks.text_speed import text_speed
from benchmarks.word_starts import words
from plosive.errors import BadParameter, PlosiveError
from plosive.voices.hibari import DEFAULT_VOICE

app = typer.Typer(
    help="Measure Plosive on this machine: through its socket, beside other servers and beside its own engines.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

PIPER_PARTS = ("first-audio", "sentence-length", "paced", "barge-in", "socket-vs-bare")

_Out = Annotated[Path, typer.Option(help="The folder for results.json and plots; made if it is not there.")]
_Only = Annotated[str | None, typer.Option(help="Only these parts, with commas between.")]
_Reps = Annotated[int, typer.Option(min=1, help="Repetitions of each measurement.")]
_PacedS = Annotated[float, typer.Option(min=5, help="How long each number of real-time listeners is tried, in s.")]
_Runs = Annotated[int, typer.Option(min=1, help="Barge-ins, and first audios beside the engine's own.")]


@app.command()
def piper(
    model: Annotated[Path, typer.Argument(help="A Piper voice: the .onnx with its .onnx.json beside it.")],
    length_scale: Annotated[
        float | None, typer.Option(min=0.1, help="How slowly everybody speaks. Default: as the voice's JSON says.")
    ] = None,
    peers: Annotated[
        str, typer.Option(help="Servers to measure beside Plosive, with commas between, or none.")
    ] = "piper-http,wyoming-piper,wyoming-stream,sherpa-server",
    peers_python: Annotated[
        Path | None, typer.Option(help="The interpreter that has the peers' packages: see docs/benchmark.md.")
    ] = None,
    reps: _Reps = 3,
    paced_s: _PacedS = 25.0,
    runs: _Runs = 50,
    only: _Only = None,
    out: _Out = Path("bench-piper"),
) -> None:
    """A Piper voice through Plosive and through other servers, on the same texts, in turns."""
    names = chosen(peers)
    if names and peers_python is None:
        raise BadParameter("peers", f"{', '.join(names)} need --peers-python VENV/bin/python, or say --peers none")
    piper_voice.run(
        piper_voice.Options(
            model, length_scale, names, peers_python, reps, paced_s, runs, _parts(only, PIPER_PARTS), _folder(out)
        ),
        Console(highlight=False),
    )


@app.command()
def embedded(
    voice: Annotated[
        str, typer.Option(help="The voice, which needs no files: the goals are those of the default one.")
    ] = DEFAULT_VOICE,
    reps: _Reps = 12,
    paced_s: _PacedS = 20.0,
    runs: _Runs = 50,
    only: _Only = None,
    out: _Out = Path("bench-embedded"),
) -> None:
    """The embedded voice: first audio, throughput and listeners, beside its engine alone and the package hibari."""
    embedded_voice.run(
        embedded_voice.Options(voice, reps, paced_s, runs, _parts(only, embedded_voice.PARTS), _folder(out)),
        Console(highlight=False),
    )


app.command()(releases)
app.command()(reliability)
app.command()(text_share)
app.command()(text_speed)
app.command()(rest)
app.command()(cache)
app.command()(kokoro)
app.command()(livekit)
app.command()(piper_speed)
app.command()(schedule)
app.command()(listen)
app.command()(loudness)
app.command()(words)


def _parts(only: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if only is None:
        return known
    wanted = tuple(name.strip() for name in only.split(","))
    for name in wanted:
        if name not in known:
            raise BadParameter("only", f"There is no part {name!r}: known are {', '.join(known)}")
    return wanted


def _folder(out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    return out


def main() -> None:
    """Errors are one line on stderr and exit status 1."""
    try:
        app(prog_name="python -m benchmarks")
    except (PlosiveError, OSError) as error:
        Console(stderr=True, highlight=False).print(
            f"benchmarks: {error}", style="bold red", soft_wrap=True, markup=False
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
