"""`plosive top`: a live view of the servers that run here, read from their metrics."""

import ssl
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Annotated, Final

import typer
from prometheus_client.parser import text_string_to_metric_families
from rich.console import Console
from rich.live import Live
from rich.table import Table

from plosive.errors import SetupError
from plosive.running import running_servers
from plosive.settings import load_settings

Samples = list[tuple[str, dict[str, str], float]]
"""The name, the labels and the value of each sample of one server."""

_TIMEOUT_S: Final = 2.0
_MOST: Final = 5
"""Voices and statuses that are shown, those with most speech and answers."""


def top(
    once: Annotated[bool, typer.Option("--once", help="Show it once, with rates over one interval, and end.")] = False,
    every: Annotated[float, typer.Option(min=0.2, metavar="SECONDS", help="Time between two looks.")] = 2.0,
) -> None:
    """Show what the servers that run here do, live.

    It reads the metrics of all servers on this data folder, or those at PLOSIVE_METRICS. Ctrl-C ends it.
    """
    earlier: dict[str, Samples] = {}
    console = Console(highlight=False)
    with suppress(KeyboardInterrupt), Live(console=console, auto_refresh=False) as live:
        while True:
            now = {address: _read(address) for address in _addresses()}
            live.update(view(now, earlier, every), refresh=True)
            if earlier and (once or not console.is_terminal):  # a pipe shows nothing before the end
                return
            earlier = now
            time.sleep(every)


def view(now: dict[str, Samples], earlier: dict[str, Samples], seconds: float) -> Table:
    """Return the table, a column for each server. `earlier` was read so many seconds before; what is a rate counts from it."""
    table = Table("", *now)
    columns = [_column(samples, earlier.get(address, []), seconds) for address, samples in now.items()]
    for name in columns[0]:
        table.add_row(name, *(column[name] for column in columns))
    return table


def _column(now: Samples, earlier: Samples, seconds: float) -> dict[str, str]:
    def total(name: str) -> float:
        return sum(_by(now, name, "").values())

    def rates(name: str, label: str) -> str:
        before = _by(earlier, name, label)
        found = {key: (value - before[key]) / seconds for key, value in _by(now, name, label).items()}
        most = sorted(found.items(), key=lambda each: -each[1])[:_MOST]
        return _listed(most, ".1f") if earlier else "..."

    first, count = total("plosive_first_audio_seconds_sum"), total("plosive_first_audio_seconds_count")
    deaths = _by(now, "plosive_worker_deaths_total", "cause")
    return {
        "sessions": _listed(_by(now, "plosive_session_states", "state").items(), ".0f"),
        "texts over HTTP": f"{total('plosive_narrations'):.0f}",
        "segments": _listed(_by(now, "plosive_jobs", "state").items(), ".0f"),
        "newcomers wait": f"{total('plosive_newcomers_wait_seconds'):.1f} s",
        "first audio": f"{1000 * first / count:.0f} ms on average" if count else "none yet",
        "gaps": f"{total('plosive_underruns_total'):.0f}, {total('plosive_underrun_seconds_total'):.1f} s together",
        "workers": f"{total('plosive_workers'):.0f}, died: {_listed(deaths.items(), '.0f')}",
        "speech, s a second": rates("plosive_audio_seconds_total", "voice"),
        "answers a second": rates("plosive_http_answers_total", "status"),
        "held by clients": f"{total('plosive_held_bytes') / 1e6:.1f} MB",
        "memory": f"{total('process_resident_memory_bytes') / 1e6:.0f} MB without workers",
    }


def _by(samples: Samples, name: str, label: str) -> dict[str, float]:
    """Return the values of a metric by one of its labels, those of the other labels together."""
    found: dict[str, float] = defaultdict(float)
    for each, labels, value in samples:
        if each == name:
            found[labels.get(label, "")] += value
    return found


def _listed(values: Iterable[tuple[str, float]], form: str) -> str:
    return ", ".join(f"{value:{form}} {name}" for name, value in values if value) or "none"


def _addresses() -> list[str]:
    settings = load_settings()
    if settings.metrics is not None:
        return [f"http://{settings.metrics}"]
    if not (addresses := running_servers(settings.data_dir)):
        raise SetupError(f"No server runs on the data folder {settings.data_dir}; plosive serve starts one.")
    return addresses


def _read(address: str) -> Samples:
    """Read the metrics of one server. Raises `SetupError`."""
    # A server's certificate is for another name than this address, and nothing is secret.
    unverified = ssl.create_default_context()
    unverified.check_hostname, unverified.verify_mode = False, ssl.CERT_NONE
    direct = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=unverified)
    )
    if (key := load_settings().metrics_key) is not None:
        direct.addheaders.append(("Authorization", f"Bearer {key.get_secret_value()}"))
    try:
        with direct.open(f"{address}/metrics", timeout=_TIMEOUT_S) as answer:
            text = answer.read().decode()
    except urllib.error.HTTPError as error:
        raise SetupError(
            f"{address} has no metrics ({error.code}): give PLOSIVE_METRICS or PLOSIVE_METRICS_KEY as its server has it."
        ) from None
    except OSError as error:
        raise SetupError(f"{address} does not answer: {error}") from None
    families = text_string_to_metric_families(text)
    return [(sample.name, sample.labels, sample.value) for family in families for sample in family.samples]
