"""`python -m benchmarks reliability`: the server under faults, abuse and overload, each figure beside its goal."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer
import uvloop
from rich.console import Console

from benchmarks import report
from benchmarks.reliability import forces, idle_sockets, kills, overload, poison, soak, stopped_readers
from benchmarks.reliability.run import Run
from plosive.errors import BadParameter
from plosive.voices.hibari import DEFAULT_VOICE

_SCENARIOS: Final = {
    "kills": kills.measure,
    "stopped": stopped_readers.measure,
    "forces": forces.measure,
    "idle": idle_sockets.measure,
    "overload": overload.measure,
    "soak": soak.measure,
    "poison": poison.measure,
}


def reliability(
    voice: Annotated[str, typer.Option(help="The voice of all clients.")] = DEFAULT_VOICE,
    only: Annotated[
        str | None, typer.Option(help=f"Only these parts, with commas between: {', '.join(_SCENARIOS)}.")
    ] = None,
    share: Annotated[
        float, typer.Option(min=0.001, max=1, help="Make all numbers and times smaller; the goals are for 1.")
    ] = 1.0,
    soak_min: Annotated[
        float, typer.Option(min=0.05, help="How long the soak takes, in minutes; the goal is for 30.")
    ] = 2.0,
    out: Annotated[Path, typer.Option(help="The folder for results.json; made if it is not there.")] = Path(
        "bench-reliability"
    ),
) -> None:
    """Kill workers, stop reading, force, idle, overload, soak and poison: what is lost, and what the others notice."""
    names = [name.strip() for name in only.split(",")] if only else list(_SCENARIOS)
    for name in names:
        if name not in _SCENARIOS:
            raise BadParameter("only", f"There is no part {name!r}: known are {', '.join(_SCENARIOS)}")
    out.mkdir(parents=True, exist_ok=True)
    console = Console(highlight=False)
    run = Run(voice, share, soak_min, console)
    results: dict[str, Any] = {"machine": report.machine(), "share": share, "voice": voice}
    try:
        for name in names:
            uvloop.run(_SCENARIOS[name](run))
    finally:  # keep the results so far even if a later part fails
        report.finish(results | run.results, run.goals, out, console)
