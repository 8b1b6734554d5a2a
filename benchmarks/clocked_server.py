"""`plosive serve` with a clock on the text front end: `python -m benchmarks.clocked_server REPORT serve ...`.

When the server has ended, REPORT holds the CPU seconds that its event loop spent in the front end, without the clock's own.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plosive.cli.main import main
from plosive.text.front_end import front_end
from plosive.text.pipeline import TextPipeline


class Clock:
    """Adds up the CPU time of the outermost calls of the wrapped functions."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.calls = 0
        self._is_running = False

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with a timer."""

        def timed(*arguments: Any) -> Any:
            if self._is_running:
                return function(*arguments)
            self._is_running = True
            time.thread_time()  # fetches the clock itself into the CPU's caches, which the server's other work has emptied
            began = time.thread_time()
            try:
                return function(*arguments)
            finally:
                self.seconds += time.thread_time() - began
                self.calls += 1
                self._is_running = False

        return timed


def serve_clocked(report: Path) -> None:
    """Run the command line with the clock on the front end. Write the report at the end."""
    clock = Clock()
    # Loads the tables that are loaded once: it takes 0.2 s, more than all of a short run.
    warm_up = front_end("en")
    for answers in sorted((Path(__file__).parent / "answers").glob("*.md")):
        _ = warm_up.feed(answers.read_text(encoding="utf-8")), warm_up.flush()
    for name in ("feed", "settle", "flush"):
        setattr(TextPipeline, name, clock.wrap(getattr(TextPipeline, name)))
    for name in ("ending", "holds_text"):
        setattr(TextPipeline, name, property(clock.wrap(getattr(TextPipeline, name).fget)))
    try:
        main()
    finally:
        report.write_text(f"{clock.seconds - clock.calls * _cost_of_a_call()}\n", encoding="ascii")


def _cost_of_a_call() -> float:
    """CPU seconds that the clock counts for a call of nothing."""
    clock = Clock()
    nothing = clock.wrap(lambda: None)
    for _ in range(10_000):
        nothing()
    return clock.seconds / clock.calls


if __name__ == "__main__":
    path = Path(sys.argv.pop(1))
    serve_clocked(path)
