"""`plosive keys` and `plosive usage`: the keys in the store and their usage."""

import asyncio
import datetime as dt
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from plosive.callers import new_key
from plosive.errors import SetupError
from plosive.running import running_servers
from plosive.settings import load_settings
from plosive.store.records import DEFAULT_ORGANIZATION, MAX_NAME, SCOPES, ApiKey, KeyLimits

if TYPE_CHECKING:
    from plosive.store.store import Store

T = TypeVar("T")

app = typer.Typer(help="Make, list and revoke API keys.", no_args_is_help=True)

# No column is cut to the width of a terminal, which breaks long lines by itself.
_out = Console(highlight=False, width=500)
_err = Console(stderr=True, highlight=False)

_DURATION: Final = re.compile(r"(\d{1,5})([hdw])")
_UNITS: Final = {"h": dt.timedelta(hours=1), "d": dt.timedelta(days=1), "w": dt.timedelta(weeks=1)}

_Limit = Annotated[int | None, typer.Option(metavar="NUMBER", min=1, show_default="no limit")]


@app.command()
def create(
    name: Annotated[str, typer.Option(metavar="TEXT", help="A name for the list of keys.")],
    organization: Annotated[
        str, typer.Option(metavar="TEXT", help="Whose dictionaries, audio and usage it sees.")
    ] = DEFAULT_ORGANIZATION,
    expires: Annotated[
        str | None, typer.Option(metavar="TIME", help="12h, 30d or 8w from now.", show_default="never")
    ] = None,
    concurrent_sessions: _Limit = None,
    requests_per_minute: _Limit = None,
    characters_per_minute: _Limit = None,
    scope: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=f"Repeat it for several of {', '.join(SCOPES)}.", show_default="all"),
    ] = None,
) -> None:
    """Make a key and print it. This is the only time that it is shown."""
    scopes = frozenset(scope or SCOPES)
    if unknown := scopes - set(SCOPES):
        raise SetupError(f"There is no scope {', '.join(sorted(unknown))}; expected {', '.join(SCOPES)}")
    for option, value in (("--name", name), ("--organization", organization)):
        if not value.strip() or len(value) > MAX_NAME or not value.isprintable():
            raise SetupError(f"{option} takes 1 to {MAX_NAME} characters, and none that cannot be printed")
    limits = KeyLimits(concurrent_sessions, requests_per_minute, characters_per_minute)
    sent, key = new_key(name, organization, scopes, limits, _duration(expires) if expires else None)
    is_first = not _with_store(lambda store: store.api_keys.all())
    _with_store(lambda store: store.api_keys.add(key))
    _err.print(f"Key {key.id} of {organization}. Keep it: it is not shown again.", markup=False)
    if is_first:
        servers = ", ".join(running_servers(load_settings().data_dir)) or "all that use this data folder"
        _err.print(f"Within 2 s these servers want a key: {servers}", markup=False, soft_wrap=True)
    typer.echo(sent)


@app.command("list")
def list_keys() -> None:
    """List all keys, also revoked and expired ones, without the secrets."""
    keys = _with_store(lambda store: store.api_keys.all())
    if not keys:
        _err.print("There are no keys; make one with plosive keys create --name NAME")
        return
    table = Table("Id", "Name", "Organization", "Scopes", "Limits", "Made", "State", box=None, header_style="bold")
    for key in keys:
        made = f"{key.created_at:%Y-%m-%d}"
        table.add_row(key.id, key.name, key.organization, " ".join(sorted(key.scopes)), _limits(key), made, _state(key))
    _out.print(table, markup=False)


@app.command()
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID", help="See plosive keys list.")]) -> None:
    """Revoke a key: it is refused from now on."""
    if not _with_store(lambda store: store.api_keys.revoke(key_id)):
        raise SetupError(f"There is no working key {key_id[:100]!r}; plosive keys list shows them")
    _err.print(f"Key {key_id} is revoked.")
    if not any(_state(key).startswith("works") for key in _with_store(lambda store: store.api_keys.all())):
        _err.print(
            "No key of the store works any more. Servers without a key in their settings now refuse everybody: "
            "a server that had a key does not become open again. Make another one with plosive keys create --name NAME.",
            soft_wrap=True,
        )


def usage(
    days: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="How many days, today included.")] = 30,
    key: Annotated[str | None, typer.Option(metavar="ID", help="Only this key.")] = None,
) -> None:
    """Show what each key used, by day (UTC)."""
    since = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days - 1)
    found = _with_store(lambda store: store.usage.days(since, key_id=key))
    if not found:
        whose = f" with the key {key}; plosive keys list has the ids" if key else ""
        _err.print(f"Nothing was spoken in that time{whose}.", markup=False, soft_wrap=True)
        return
    table = Table("Day", "Organization", "Key", box=None, header_style="bold")
    for heading in ("Requests", "Characters", "Audio"):
        table.add_column(heading, justify="right")
    for day in found:
        audio = f"{day.audio_s:.1f} s"
        table.add_row(str(day.day), day.organization, day.key_id, str(day.requests), str(day.characters), audio)
    _out.print(table, markup=False)


def _with_store(ask: "Callable[[Store], Awaitable[T]]") -> T:
    # Loads SQLAlchemy, which the other commands do without.
    from plosive.store.store import open_store  # noqa: PLC0415

    async def run() -> T:
        store = await open_store(load_settings())
        try:
            return await ask(store)
        finally:
            await store.close()

    return asyncio.run(run())


def _duration(text: str) -> dt.timedelta:
    if not (found := _DURATION.fullmatch(text)) or not int(found[1]):
        raise SetupError(f"--expires takes a number of hours, days or weeks such as 12h, 30d or 8w, not {text[:40]!r}")
    return int(found[1]) * _UNITS[found[2]]


def _limits(key: ApiKey) -> str:
    limits = key.limits
    each = (
        (limits.concurrent_sessions, "sessions"),
        (limits.requests_per_minute, "requests/min"),
        (limits.characters_per_minute, "characters/min"),
    )
    return ", ".join(f"{most} {what}" for most, what in each if most is not None)


def _state(key: ApiKey) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at:%Y-%m-%d}"
    if key.expires_at is None:
        return "works"
    expired = key.expires_at <= dt.datetime.now(dt.UTC)
    return f"{'expired' if expired else 'works until'} {key.expires_at:%Y-%m-%d %H:%M} UTC"
