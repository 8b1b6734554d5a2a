"""What `plosive voices` shows and does: lists the voices that are here and that could be, installs and removes them.

The installer is imported where it is used: it loads an HTTP client that no other command needs.
"""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.filesize import decimal
from rich.markup import escape
from rich.table import Table

from plosive.errors import BadParameter, SetupError
from plosive.voices.catalog import Catalog
from plosive.voices.languages import canonical, contains
from plosive.voices.voice import Voice

_TITLES = {"hibari": "hibari", "kokoro": "Kokoro", "piper": "Piper", "espeak": "espeak-ng"}


def list_installed(out: Console, catalog: Catalog, language: str | None) -> None:
    """Print the voices that can speak now, by engine, and which public ids they stand in for."""
    found = catalog.voices(language)
    if not found:
        raise BadParameter("language", f"No installed voice speaks {language!r}; plosive voices lists them all")
    for engine, voices in groupby(found, lambda voice: voice.engine_voice.engine):
        _print_engine(out, catalog, engine, list(voices))
    shown = {voice.id for voice in found}
    aliases = _table("Public id", "is spoken by")
    for alias in catalog.aliases():
        voice = catalog.resolve(alias.id).voice
        if voice.id in shown or voice.id.partition("+")[0] in shown:
            aliases.add_row(alias.id, voice.id)
    if aliases.row_count:
        out.print(aliases)


def list_available(out: Console, catalog: Catalog, language: str | None) -> None:
    """Print the voices that could be installed, and which are. Raises SetupError when the hub cannot be asked."""
    from plosive.voices import hub  # noqa: PLC0415

    # Asks for the language as the list of installed voices does, so that both refuse the same.
    catalog.voices(language)
    offered = [*hub.hibari_voices().values(), *hub.piper_voices().values()]
    unlisted = None
    try:
        offered.insert(0, hub.kokoro())
    except SetupError as error:
        unlisted = error
    here = {hub.KOKORO if voice.engine_voice.engine == "kokoro" else voice.id for voice in catalog.voices()}
    table = _table("Name", "Language", "Quality", "Size", "Voices", "Installed")
    for voice in offered:
        if language and not any(contains(canonical(language), canonical(each)) for each in voice.languages):
            continue
        installed = "yes" if here & {voice.voice_id, voice.name} else ""
        languages = ", ".join(voice.languages)
        table.add_row(voice.name, languages, voice.quality, decimal(voice.size_bytes), str(voice.speakers), installed)
    if not table.row_count:
        raise BadParameter(
            "language", f"No voice that speaks {language!r} is published; leave out --language to see all"
        )
    out.print(table)
    if unlisted:
        out.print(f"\nKokoro is not in the list: {escape(str(unlisted))}", soft_wrap=True)
    out.print("\nInstall one with: plosive voices install NAME")


def install(out: Console, names: Sequence[str], voices_dir: Path) -> None:
    """Install voices by their published names. Raises UnknownVoice before anything is downloaded, or SetupError."""
    from plosive.voices import installer  # noqa: PLC0415

    for voice in [installer.published(name) for name in names]:
        if installer.install(voice, voices_dir):
            where = voices_dir / voice.name
            out.print(f"{voice.name} is installed in {where} ({voice.licence})", markup=False, soft_wrap=True)
        else:
            out.print(f"{voice.name} is installed already, as published", markup=False, soft_wrap=True)
    out.print("A server that runs sees new voices when it is started again.")


def remove(out: Console, names: Sequence[str], voices_dir: Path) -> None:
    """Remove installed voices by name. Raises UnknownVoice for one that is not installed."""
    from plosive.voices import installer  # noqa: PLC0415

    for name in names:
        installer.remove(name, voices_dir)
        out.print(f"{name} is removed", markup=False, soft_wrap=True)


def _print_engine(out: Console, catalog: Catalog, engine: str, voices: list[Voice]) -> None:
    table = _table(_TITLES[engine], "Language", "Name", *([] if engine == "espeak" else ["Gender", "Quality"]))
    for voice in voices:
        speakers = f" ({len(voice.speakers)} speakers)" if voice.speakers else ""
        known = [] if engine == "espeak" else [voice.gender or "", voice.quality or ""]
        table.add_row(voice.id, voice.language, voice.name + speakers, *known)
    out.print(table)
    out.print()
    first = voices[0].id
    if engine == "kokoro":
        second = voices[1 % len(voices)].id.rpartition(".")[2]
        out.print(f"Blend them with +, {first}+{second} for example.\n", markup=False)
    elif engine == "piper" and (many := next((voice for voice in voices if voice.speakers), None)):
        out.print(f"Name a speaker after a dot, {many.id}.{many.speakers[-1]} for example.\n", markup=False)
    elif engine == "espeak":
        variants = ", ".join(f"+{variant.name}" for variant in catalog.variants())
        out.print(f"Each also in these variants, {first}+f3 for example:\n{variants}\n", markup=False)


def _table(*headings: str) -> Table:
    return Table(*headings, box=None, header_style="bold")
