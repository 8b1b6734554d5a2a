"""`plosive voices`: lists installed and available voices, installs and removes them.

The functions import the installer themselves: it loads an HTTP client that no other command needs.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.filesize import decimal
from rich.markup import escape
from rich.table import Table

from plosive.cli.log import configure_log
from plosive.errors import BadParameter, SetupError
from plosive.loudness import Gains
from plosive.settings import Settings, load_settings
from plosive.utterance import Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.voices.languages import canonical, contains
from plosive.voices.names import bare_name
from plosive.voices.voice import Voice
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

app = typer.Typer(help="List, install and remove voices.")
# A pipe has no width: its lines are not cut.
_out = Console(highlight=False, width=None if sys.stdout.isatty() else 250)

_Language = Annotated[str | None, typer.Option(metavar="TAG", help="Only voices of this language: en, pt-BR.")]
_Json = Annotated[bool, typer.Option("--json", help="A line of JSON for each voice.")]
_All = Annotated[bool, typer.Option("--all", help="Every public id and variant, too.")]
_Names = Annotated[
    list[str], typer.Argument(metavar="NAME", help="Such as en_US-lessac-medium; kokoro is all of Kokoro's.")
]

_TITLES = {"hibari": "hibari", "kokoro": "Kokoro", "piper": "Piper", "espeak": "espeak-ng"}


@app.callback(invoke_without_command=True)
def voices(context: typer.Context, language: _Language = None, as_json: _Json = False, every: _All = False) -> None:
    """List the installed voices and the public Telnyx ids that use them; install others and remove them."""
    configure_log(load_settings())
    if context.invoked_subcommand is None:
        list_voices(language, as_json=as_json, every=every)
    elif language:
        raise SetupError(
            f"Put --language after {context.invoked_subcommand}: plosive voices list --language {language}"
        )


@app.command("list")
def list_voices(
    language: _Language = None,
    available: Annotated[bool, typer.Option("--available", help="Those that could be installed.")] = False,
    as_json: _Json = False,
    every: _All = False,
) -> None:
    """List installed voices, or those to install."""
    settings = load_settings()
    catalog = Catalog.load(settings.voices_dir, settings.voice_aliases)
    if available:
        _list_available(catalog, language)
    elif as_json:
        for voice in _checked(catalog, language):
            typer.echo(msgspec.json.encode(_as_object(voice)).decode())
    else:
        _list_installed(catalog, language, every)


@app.command()
def install(names: _Names) -> None:
    """Install published voices.

    Piper's by name, or kokoro. The names are in plosive voices list --available.
    """
    from plosive.voices import hub, installer  # noqa: PLC0415

    settings = load_settings()
    voices_dir = settings.voices_dir
    for voice in [installer.published(name) for name in names]:
        if installer.install(voice, voices_dir):
            where = voices_dir / voice.name
            _out.print(f"{voice.name} is installed in {where} ({voice.licence})", markup=False, soft_wrap=True)
            if voice.name != hub.KOKORO and (complaint := asyncio.run(_try(voice.voice_id, settings))):
                _out.print(f"But it does not speak: {complaint}", markup=False, soft_wrap=True)
        else:
            _out.print(f"{voice.name} is installed already, as published", markup=False, soft_wrap=True)


@app.command()
def remove(names: _Names) -> None:
    """Remove installed voices."""
    from plosive.voices import installer  # noqa: PLC0415

    voices_dir = load_settings().voices_dir
    for name in names:
        installer.remove(name, voices_dir)
        _out.print(f"{name} is removed", markup=False, soft_wrap=True)


def _checked(catalog: Catalog, language: str | None) -> Sequence[Voice]:
    found = catalog.voices(language)
    if not found:
        detail = (
            f"No installed voice speaks {language!r}; write a tag such as en or pt-BR. plosive voices lists them all"
        )
        raise BadParameter("language", detail)
    return found


def _as_object(voice: Voice) -> dict[str, object]:
    return {
        "id": voice.id, "name": bare_name(voice.id), "engine": voice.engine_voice.engine, "language": voice.language,
        "gender": voice.gender, "quality": voice.quality, "speakers": voice.speakers,
    }  # fmt: skip


def _list_installed(catalog: Catalog, language: str | None, every: bool) -> None:
    """Print the installed voices by engine, and the public ids that they stand in for: all, or how many of each model."""
    found = _checked(catalog, language)
    for engine, voices in groupby(found, lambda voice: voice.engine_voice.engine):
        _print_engine(catalog, engine, list(voices), every)
    shown = {voice.id for voice in found}
    spoken = [(alias.id, catalog.resolve(alias.id).voice.id) for alias in catalog.aliases()]
    spoken = [(alias, voice) for alias, voice in spoken if voice.partition("+")[0] in shown]
    if not spoken:
        return
    aliases = _table("Public id", "is spoken by")
    if every:
        for alias, voice in spoken:
            aliases.add_row(alias, voice)
    else:
        groups = Counter((alias.rpartition(".")[0], voice) for alias, voice in spoken)
        for (model, voice), count in groups.items():
            aliases.add_row(f"{model}.*: {count} id{'s' if count > 1 else ''}", voice)
    _out.print(aliases)
    if not every:
        _out.print("\nplosive voices --all shows every id.")


def _list_available(catalog: Catalog, language: str | None) -> None:
    """Print the published voices, and mark the installed ones. Raises SetupError if the hub does not answer."""
    from plosive.voices import hub  # noqa: PLC0415

    # Check the language like the list of installed voices, so that both refuse the same ones.
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
    _out.print(table)
    if unlisted:
        _out.print(f"\nKokoro is not in the list: {escape(str(unlisted))}", soft_wrap=True)
    _out.print("\nInstall one with: plosive voices install NAME")


async def _try(voice_id: str, settings: Settings) -> str:
    """Have a voice speak: the pieces of its graph are then made, and its loudness is known. Returns the error, or ""."""
    voice = Catalog.load(settings.voices_dir).resolve(voice_id).voice
    pool = WorkerPool(1, WorkerSettings(0), Utterance((Span("1"),), voice.engine_voice))
    try:
        await pool.open()
    except SetupError as error:
        return str(error)
    try:
        if settings.equal_loudness:
            await Gains(pool, settings.data_dir).of(voice.engine_voice)
    finally:
        await pool.close()
    return ""


def _print_engine(catalog: Catalog, engine: str, voices: list[Voice], every: bool) -> None:
    table = _table(_TITLES[engine], "Language", "Name", *([] if engine == "espeak" else ["Gender", "Quality"]))
    for voice in voices:
        speakers = f" ({len(voice.speakers)} speakers)" if voice.speakers else ""
        known = [] if engine == "espeak" else [voice.gender or "", voice.quality or ""]
        table.add_row(voice.id, voice.language, voice.name + speakers, *known)
    _out.print(table)
    _out.print()
    first = voices[0].id
    if engine == "kokoro":
        second = voices[1 % len(voices)].id.rpartition(".")[2]
        _out.print(f"Blend them with +, {first}+{second} for example.\n", markup=False)
    elif engine == "piper" and (many := next((voice for voice in voices if voice.speakers), None)):
        _out.print(f"Name a speaker after a dot, {many.id}.{many.speakers[-1]} for example.\n", markup=False)
    elif engine == "espeak" and every:
        variants = ", ".join(f"+{variant.name}" for variant in catalog.variants())
        _out.print(f"Each also in these variants, {first}+f3 for example:\n{variants}\n", markup=False)
    elif engine == "espeak":
        _out.print(f"Each also in {len(catalog.variants())} variants, {first}+f3 for example.\n", markup=False)


def _table(*headings: str) -> Table:
    table = Table(box=None, header_style="bold")
    for number, heading in enumerate(headings):
        table.add_column(heading, no_wrap=number == 0, overflow="fold")  # an id can be copied
    return table
