"""What WebSocket clients show of a refused upgrade, and where they keep its reason: the table of docs/troubleshooting.md."""

import asyncio
import re
import shutil
import subprocess
from pathlib import Path

import aiohttp
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from clients.client_process import not_installed
from plosive_server import PlosiveServer

REASON = "No voice is called 'nobody'"
CLIENTS = Path(__file__).parent
PAGE = (CLIENTS.parents[1] / "docs/troubleshooting.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^\| `([\w-]+)`[^|]* \| `([^`]+)` \|", PAGE.split("## What a client shows")[1], re.MULTILINE))


def test_websockets(server: PlosiveServer) -> None:
    with pytest.raises(InvalidStatus, match=SHOWN["websockets"]) as refused, connect(server.url(voice="nobody")):
        pass
    assert REASON in (refused.value.response.body or b"").decode()


def test_aiohttp(server: PlosiveServer) -> None:
    async def dial() -> None:
        async with aiohttp.ClientSession() as session:
            await session.ws_connect(server.url(voice="nobody"))

    with pytest.raises(aiohttp.WSServerHandshakeError, match=SHOWN["aiohttp"]) as refused:
        asyncio.run(dial())
    assert REASON not in str(refused.value)


def test_ws(server: PlosiveServer) -> None:
    node = shutil.which("node")
    if node is None or not (CLIENTS / "node_modules").is_dir():
        not_installed("needs node, and `npm ci` in tests/clients")
    script = f"""
      const url = {server.url(voice="nobody")!r};
      new WebSocket(url).on("error", (error) => console.log(error.message));
      new WebSocket(url).on("unexpected-response", (_, answer) => answer.pipe(process.stdout));
    """
    done = subprocess.run(
        [node, "-e", f"const WebSocket = require('ws');{script}"],
        cwd=CLIENTS, capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    assert SHOWN["ws"] in done.stdout
    assert REASON in done.stdout
