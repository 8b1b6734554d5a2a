"""The store of one test with its keys, and what a client with a key is answered."""

import asyncio
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from plosive.callers import new_key
from plosive.settings import Settings
from plosive.store.records import SCOPES, KeyLimits, Scope
from plosive.store.store import Store, open_store
from plosive_server import Client, PlosiveServer

T = TypeVar("T")

DICTS = "/v2/pronunciation_dicts"
ITEMS = [{"text": "SQL", "type": "alias", "alias": "sequel"}]


class Place:
    """A database for one test, with the command that makes keys in it."""

    def __init__(self, **settings: object) -> None:
        self.settings = settings

    def run(self, *arguments: str, status: int = 0) -> str:
        done = self.done(*arguments, status=status)
        return done.stdout if status == 0 else done.stderr

    def done(self, *arguments: str, status: int = 0) -> "subprocess.CompletedProcess[str]":
        settings = {f"PLOSIVE_{name.upper()}": str(value) for name, value in self.settings.items()}
        done = subprocess.run(
            [sys.executable, "-m", "plosive", *arguments],
            check=False,
            env={**settings, "COLUMNS": "200"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == status, done.stderr
        return done

    def key(
        self,
        organization: str = "default",
        scopes: tuple[Scope, ...] = SCOPES,
        expires_in_s: float | None = None,
        **limits: int,
    ) -> str:
        """A new key, made as the command does it."""
        expires_in = None if expires_in_s is None else dt.timedelta(seconds=expires_in_s)
        sent, record = new_key("test", organization, frozenset(scopes), KeyLimits(**limits), expires_in)
        self.ask(lambda store: store.api_keys.add(record))
        return sent

    def revoke(self, key: str) -> None:
        assert self.ask(lambda store: store.api_keys.revoke(key.split("_")[1]))

    def ask(self, question: Callable[[Store], Awaitable[T]]) -> T:
        async def run() -> T:
            store = await open_store(Settings(**self.settings))  # type: ignore[arg-type]
            try:
                return await question(store)
            finally:
                await store.close()

        return asyncio.run(run())


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def status_of(server: PlosiveServer, key: str, path: str = DICTS, method: str = "GET", **request: Any) -> int:
    return httpx.request(method, server.http + path, headers=bearer(key), timeout=20, **request).status_code


def refusal(server: PlosiveServer, key: str, **query: object) -> tuple[int, dict[str, Any], Any]:
    with pytest.raises(InvalidStatus) as refused, connect(server.url(**query), additional_headers=bearer(key)):
        pass
    [error] = json.loads(bytes(refused.value.response.body or b""))["errors"]
    return refused.value.response.status_code, error, refused.value.response.headers


def open_client(server: PlosiveServer, key: str, **query: object) -> Client:
    client = Client(connect(server.url(**query), additional_headers=bearer(key), compression=None).__enter__())
    client.handshake()
    return client
