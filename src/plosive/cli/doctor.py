"""`plosive doctor`: checks what usually goes wrong, and says how to mend it."""

import asyncio
import contextlib
import datetime as dt
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import aclosing
from importlib import metadata
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple

import typer
from packaging.requirements import Requirement
from rich.filesize import decimal
from structlog.testing import capture_logs

from plosive.cli.ports import listener
from plosive.cli.sound_device import open_device
from plosive.errors import PlosiveError, SetupError, StoreUnavailable
from plosive.running import running_servers
from plosive.settings import Settings, doubts, load_settings
from plosive.utterance import EngineVoice, Span, Utterance
from plosive.voices.catalog import Catalog
from plosive.workers.gpus import count_gpus
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

_SPARE_BYTES: Final = 200_000_000
"""Recordings of an hour, a few hundred users and the log of the database: a day's worth of a busy server."""

_SLOW_CLOCK: Final = dt.timedelta(hours=1)
_NAMES: Final = {"espeak": "espeak-ng", "hibari": "hibari", "kokoro": "Kokoro", "piper": "Piper"}


class Finding(NamedTuple):
    """One line. A `note` is worth knowing and no fault of a server."""

    state: Literal["ok", "note", "problem"]
    subject: str
    said: str


def doctor() -> None:
    """Check this installation and say how to mend it.

    The exit status is 1 if there is a problem. Settings are those of the environment, as for plosive serve.
    """
    found = []
    for finding in _check():
        found.append(finding.state)
        typer.secho(f"{finding.state:9}", nl=False, fg={"ok": "green", "problem": "red"}.get(finding.state))
        typer.echo(f"{finding.subject:15}{finding.said}")
        sys.stdout.flush()
    problems = found.count("problem")
    typer.echo(f"\n{problems} problem{'' if problems == 1 else 's'}." if problems else "\nNo problem found.")
    if problems:
        raise typer.Exit(1)


def _check() -> Iterator[Finding]:
    yield _versions()
    try:
        settings = load_settings()
    except SetupError as error:
        yield Finding("problem", "settings", str(error))
        return
    wrong = doubts()
    yield Finding("problem", "settings", "; ".join(wrong)) if wrong else Finding("ok", "settings", "all are known")
    yield clock(dt.datetime.now(dt.UTC))
    folder = _data_folder(settings)
    yield folder
    if folder.state == "ok":
        yield _disk(settings)
        yield asyncio.run(_keys(settings))
    yield _port(settings)
    yield from _voices(settings)
    yield _gpu(settings)
    yield _sound_device()


def _versions() -> Finding:
    wrong = []
    for line in metadata.requires("plosive") or ():
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            try:
                version = metadata.version(wanted.name)
            except metadata.PackageNotFoundError:
                version = "missing"
            if version == "missing" or not wanted.specifier.contains(version, prereleases=True):
                wrong.append(f"{wanted.name} is {version}, wanted is {wanted.specifier}")
    if wrong:
        return Finding("problem", "versions", f"{'; '.join(wrong)}. Install them: make setup")
    return Finding("ok", "versions", f"plosive {metadata.version('plosive')}, Python {platform.python_version()}")


def _data_folder(settings: Settings) -> Finding:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"plosive")
    except OSError as error:
        mend = "Make it writable, or set PLOSIVE_DATA_DIR to another folder."
        return Finding("problem", "data folder", f"{folder} cannot be written: {error.strerror}. {mend}")
    return Finding("ok", "data folder", str(folder))


def _disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.data_dir).free
    wanted = _SPARE_BYTES + 1_000_000 * settings.cache_disk_mb
    if free >= wanted:
        return Finding("ok", "disk", f"{decimal(free)} are free")
    cache = " or lower PLOSIVE_CACHE_DISK_MB" if settings.cache_disk_mb else ""
    detail = f"{decimal(free)} are free, and Plosive may need {decimal(wanted)}. Free some{cache}."
    return Finding("problem", "disk", detail)


def clock(now: dt.datetime) -> Finding:
    """Judge the time that this machine's clock shows: it is behind if Plosive was installed later."""
    installed = dt.datetime.fromtimestamp(Path(__file__).stat().st_mtime, dt.UTC)
    if now < installed - _SLOW_CLOCK:
        detail = (
            f"It is {now:%Y-%m-%d %H:%M} UTC here, before Plosive was installed: keys do not expire in time and voices "
            "cannot be downloaded. Set it: timedatectl set-ntp true"
        )
        return Finding("problem", "clock", detail)
    return Finding("ok", "clock", f"{now:%Y-%m-%d %H:%M} UTC")


async def _keys(settings: Settings) -> Finding:
    # Load SQLAlchemy and the web server, which the other commands do without.
    from plosive.store.store import open_store  # noqa: PLC0415
    from plosive.web.auth import Keyring  # noqa: PLC0415

    servers = running_servers(settings.data_dir)
    try:
        keyring = Keyring(settings)
        store = await open_store(settings)
        try:
            await keyring.open(store.api_keys, store.usage.note)
            now = dt.datetime.now(dt.UTC)
            stored = await store.api_keys.all()
            working = [key for key in stored if not key.revoked_at and (not key.expires_at or key.expires_at > now)]
        finally:
            await keyring.close()
            await store.close()
    except (SetupError, StoreUnavailable) as error:
        return Finding("problem", "keys", str(error))
    configured = bool(settings.api_keys or settings.api_keys_file)
    locked = f" These servers want one: {', '.join(servers)}" if servers else ""
    if stored and not working and not configured:
        detail = (
            f"There are {len(stored)} in the store and none works, so servers refuse everybody. "
            f"Make one: plosive keys create --name NAME.{locked}"
        )
        return Finding("problem", "keys", detail)
    if stored or configured:
        more = " and those of the settings" if configured else ""
        return Finding("ok", "keys", f"{len(working)} of {len(stored)} in the store{more} work.{locked}")
    return Finding("ok", "keys", "none was ever made: this machine needs none")


def _port(settings: Settings) -> Finding:
    from plosive.web.server import listen  # noqa: PLC0415 - see _keys

    place = f"{settings.host}:{settings.port}"
    try:
        listen(settings.host, settings.port).close()
    except SetupError as error:
        if f"{settings.scheme}://{place}" in running_servers(settings.data_dir):
            return Finding("ok", "port", f"Plosive runs at {settings.scheme}://{place}")
        who = listener(settings.port)
        return Finding("problem", "port", f"{error}" + (f" It is taken by {who}." if who else ""))
    return Finding("ok", "port", f"{place} is free")


def _voices(settings: Settings) -> Iterator[Finding]:
    try:
        with capture_logs() as logged:
            catalog = Catalog.load(settings.voices_dir, settings.voice_aliases)
        chosen = catalog.resolve(settings.default_voice).voice
    except PlosiveError as error:
        yield Finding("problem", "voices", str(error))
        return
    for line in logged:
        yield Finding("problem", "voices", f"{line.get('file')} is left out: {line.get('reason')}. Install it again.")
    voices = [voice.engine_voice for voice in catalog.voices()]
    for engine, of_engine in groupby(voices, lambda voice: voice.engine):
        installed = list(of_engine)
        # One of each model: a voice of Kokoro or espeak-ng differs from its neighbour by a table.
        tried = list({voice.model if engine != "espeak" else "": voice for voice in reversed(installed)}.values())
        began = time.monotonic()
        silent = asyncio.run(_silent(tried, settings))
        if silent:
            detail = "; ".join(f"{Path(voice.model).name} does not speak: {reason}" for voice, reason in silent)
            yield Finding("problem", _NAMES[engine], f"{detail}. Install it again.")
        else:
            seconds = time.monotonic() - began
            many = f"{len(installed)} voice{'s' if len(installed) > 1 else ''}"
            yield Finding("ok", _NAMES[engine], f"{many}, spoke after {seconds:.1f} s with the start of a worker")
    yield Finding("ok", "default voice", f"{settings.default_voice} is spoken by {chosen.id}")


async def _silent(voices: list[EngineVoice], settings: Settings) -> list[tuple[EngineVoice, str]]:
    """Return the voices that do not speak, with the reasons."""
    found: list[tuple[EngineVoice, str]] = []
    pool = WorkerPool(1, WorkerSettings(settings.voice_memory_mb, gpu=_first_gpu(settings)))
    try:
        await pool.open()
        for voice in voices:
            try:
                async with aclosing(pool.speak(Utterance((Span("1"),), voice))) as chunks:
                    if not sum([len(chunk.pcm) async for chunk in chunks]):
                        found.append((voice, "it makes no sound"))
            except PlosiveError as error:
                found.append((voice, str(error)))
    except SetupError as error:
        found.append((voices[0], str(error)))
    finally:
        await pool.close()
    return found


def _first_gpu(settings: Settings) -> int | None:
    with contextlib.suppress(SetupError):
        return 0 if count_gpus(settings.device) else None
    return None


def _gpu(settings: Settings) -> Finding:
    try:
        gpus = count_gpus(settings.device)
    except SetupError as error:
        return Finding("problem", "GPU", str(error))
    where = f"on {gpus} GPU{'s' if gpus > 1 else ''}" if gpus else "on the CPU"
    return Finding("ok", "GPU", f"PLOSIVE_DEVICE is {settings.device}: neural voices run {where}")


def _sound_device() -> Finding:
    try:
        open_device().close()
    except SetupError:
        return Finding("note", "sound device", "there is none here: plosive say needs -o FILE, and a server needs none")
    return Finding("ok", "sound device", "plosive say can play on it")
