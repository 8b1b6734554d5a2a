"""Draws a worker's schedule on a simulated clock.

Eight listeners want 12 s of speech each from one worker that makes 9.5 s of audio per second, in steps of 40 ms. A block is
a step; the lines below show how much audio each listener has left.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from matplotlib.figure import Figure

from plosive.workers.schedule import Schedule


@dataclass
class Heard:
    """The results of one listener of the simulation."""

    came_at: float
    first_s: float = -1.0
    gap_s: float = 0.0
    dry_at: float = 0.0
    made_s: float = 0.0
    ended_at: float = -1.0
    steps: list[tuple[float, float, float]] = field(default_factory=list)
    """Start and end of each step, and the audio that its listener then had left, in seconds."""


def simulate(
    arrivals: list[float],
    audio_s: float,
    *,
    step_s: float = 0.04,
    first_step_s: float = 0.06,
    times_real_time: float = 9.5,
) -> list[Heard]:
    """Serve utterances of `audio_s` that arrive at these times with one worker; each listener plays from its first audio on."""
    schedule, now, waiting = Schedule(), 0.0, sorted(enumerate(arrivals), key=lambda arrival: arrival[1])
    heard = [Heard(at) for at in arrivals]
    while waiting or len(schedule):
        while waiting and (waiting[0][1] <= now or not len(schedule)):
            number, at = waiting.pop(0)
            now = max(now, at)
            schedule.add(number, None, now)
        job = schedule.next(now)
        if job is None:
            raise RuntimeError("the schedule has jobs and names none")
        listener = heard[job]
        taken_s = first_step_s if listener.first_s < 0 else step_s
        audio = min(audio_s - listener.made_s, step_s * times_real_time)
        now += taken_s
        if listener.first_s < 0:
            listener.first_s = now - listener.came_at
            listener.dry_at = now
        listener.gap_s += max(0.0, now - listener.dry_at)
        listener.dry_at = max(now, listener.dry_at) + audio
        listener.made_s += audio
        listener.steps.append((now - taken_s, now, listener.dry_at - now))
        schedule.made(job, audio, now)
        if listener.made_s >= audio_s - 1e-9:
            listener.ended_at = now
            schedule.remove(job)
    return heard


def draw(heard: list[Heard], out: Path) -> None:
    """Draw two panels over one time: the steps of each listener, and the audio that each has left to hear."""
    figure = Figure(figsize=(11, 7), layout="constrained")
    above, below = figure.subplots(2, sharex=True, height_ratios=(3, 2))
    for row, listener in enumerate(heard):
        colour = f"C{row}"
        above.broken_barh([(start, end - start) for start, end, _ in listener.steps], (row - 0.3, 0.6), color=colour)
        above.plot([listener.came_at], [row], marker=">", color="black", clip_on=False)
        below.plot(*zip(*((end, left_s) for _, end, left_s in listener.steps), strict=True), color=colour, linewidth=1)
    above.set_yticks(range(len(heard)), [f"listener {row + 1}" for row in range(len(heard))])
    above.invert_yaxis()
    above.set_title("One worker, eight listeners: a block is a window of speech being made, a triangle is an arrival")
    below.set_xlim(0, max(listener.ended_at for listener in heard) * 1.02)
    below.set_ylim(bottom=0)
    below.set_ylabel("audio left to hear, s")
    below.set_xlabel("time, s")
    figure.savefig(out, dpi=110)


def schedule(
    out: Annotated[Path, typer.Option(help="The picture to write.")] = Path("docs/schedule.png"),
) -> None:
    """Draw whom one worker serves when, for eight listeners, on a simulated clock."""
    heard = simulate([0, 0, 0, 0, 1.0, 1.5, 4.0, 6.0], 12.0)
    draw(heard, out)
    for row, listener in enumerate(heard):
        print(
            f"listener {row + 1} came at {listener.came_at:.1f} s, had first audio {listener.first_s * 1000:.0f} ms later, "
            f"ran dry for {listener.gap_s:.2f} s, had everything at {listener.ended_at:.1f} s"
        )
