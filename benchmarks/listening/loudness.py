"""`python -m benchmarks loudness`: how loud the voices are through the socket, and how near their peaks come to full scale."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import typer
from babel import Locale, UnknownLocaleError
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from benchmarks.clients import PlosiveClient
from benchmarks.listening.sound import peak_dbfs
from benchmarks.listening.spoken import RATE_HZ, sentences_of, spoken
from benchmarks.processes import PlosiveServer
from plosive.audio.loudness import loudness_lufs
from plosive.settings import load_settings
from plosive.voices.catalog import Catalog, Voice

_TARGET_LUFS: Final = -22.0
_WITHIN_LU: Final = 1.0
_FIGURES: Final = "58, 61, 70, 2364, 9, 18."
"""For languages whose words CLDR does not have."""


def loudness(
    voice: Annotated[
        list[str] | None, typer.Option(help="A voice; may be given again. Default: every installed voice.")
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, max=60, help="Sentences of each English voice.")] = 3,
    own: Annotated[bool, typer.Option("--own", help="As the engines speak, without a gain.")] = False,
) -> None:
    """How loud the voices are: every one is to be at -22 LUFS, within 1 LU."""
    console = Console(highlight=False)
    settings = load_settings()
    catalog = Catalog.load(settings.voices_dir)
    voices = [catalog.resolve(each).voice for each in voice] if voice else catalog.voices()
    table = Table("voice", "LUFS", "sd", "peak, dBFS", box=None, header_style="bold")
    means = []
    with (
        tempfile.TemporaryDirectory(prefix="plosive-loudness-") as folder,
        PlosiveServer(
            Path(folder), settings.voices_dir, settings.default_voice, cache_memory_mb=0, equal_loudness=not own
        ) as server,
    ):
        for each in track(voices, "Listening", console=console, transient=True):
            client = PlosiveClient(server.url, each.id, "linear16", RATE_HZ)
            recordings = [spoken(client, text) for text in _texts(each, sentences)]
            lufs = np.array([loudness_lufs(samples, RATE_HZ) for samples in recordings])
            if not np.isfinite(lufs).all():
                table.add_row(escape(each.id), "silent")
                continue
            means.append(lufs.mean())
            peak = max(peak_dbfs(samples) for samples in recordings)
            table.add_row(escape(each.id), f"{lufs.mean():.1f}", f"{lufs.std():.1f}", f"{peak:.1f}")
    console.print(table)
    within = int((np.abs(np.array(means) - _TARGET_LUFS) <= _WITHIN_LU).sum())
    console.print(f"{within} of {len(means)} voices that speak are within {_WITHIN_LU:g} LU of {_TARGET_LUFS:g} LUFS")


def _texts(voice: Voice, sentences: int) -> Sequence[str]:
    """Sentences for an English voice; for another the names of days and months in its language, said in one go."""
    if voice.language.split("-")[0] == "en":
        return sentences_of("main")[:sentences]
    try:
        locale = Locale.parse(voice.language, sep="-")
    except (UnknownLocaleError, ValueError):
        return (_FIGURES,)
    names = (locale.days, locale.months)
    # Babel gives Chinese stand-alone names for other languages once it has given those for Chinese.
    return [" ".join(str(name) for name in each["format"]["wide"].values()) + "." for each in names]
