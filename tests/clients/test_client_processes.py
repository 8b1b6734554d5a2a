"""Clients in a process of their own: Node's `ws`, on which the JavaScript clients stand, and the Python `websockets` before 14,
whose `websockets.connect` takes `extra_headers`."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clients.client_process import ClientProcess, not_installed
from clients.heard import Spoke
from plosive_server import PlosiveServer

HERE = Path(__file__).parent


def ws() -> ClientProcess:
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        not_installed("needs node, and `npm ci` in tests/clients")
    return ClientProcess([node, HERE / "node_client.mjs"], os.environ)


def websockets13() -> ClientProcess:
    installed = Path(sys.prefix, "websockets13")
    if not installed.is_dir():
        not_installed("needs websockets 13.1 beside this environment's own, see the Makefile")
    return ClientProcess(
        [sys.executable, HERE / "websockets13_client.py"], {**os.environ, "PYTHONPATH": str(installed)}
    )


@pytest.fixture(scope="module", params=[ws, websockets13], ids=lambda client: client.__name__)
def client(request: pytest.FixtureRequest) -> ClientProcess:
    start: Callable[[], ClientProcess] = request.param
    return start()


def test_text_is_spoken_and_the_socket_closes_after_the_end(
    client: ClientProcess, server: PlosiveServer, spoken: Spoke
) -> None:
    client.check_basic(server, spoken)


def test_a_conversation_ends_each_turn_with_final_and_can_be_interrupted(
    client: ClientProcess, server: PlosiveServer, spoken: Spoke
) -> None:
    client.check_conversation(server, spoken)


def test_tokens_are_spoken_as_the_sentences_they_make(
    client: ClientProcess, server: PlosiveServer, spoken: Spoke
) -> None:
    client.check_tokens(server, spoken)
