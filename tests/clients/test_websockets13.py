"""The Python `websockets` package before 14, whose `websockets.connect` takes `extra_headers`: in a process of its own."""

import os
import sys
from pathlib import Path

import pytest

from clients.client_process import ClientProcess, not_installed
from clients.heard import Spoke
from plosive_server import PlosiveServer

SCRIPT = Path(__file__).with_name("websockets13_client.py")
INSTALLED = Path(sys.prefix, "websockets13")


@pytest.fixture(scope="module")
def client() -> ClientProcess:
    if not INSTALLED.is_dir():
        not_installed("needs websockets 13.1 beside this environment's own, see the Makefile")
    return ClientProcess([sys.executable, SCRIPT], {**os.environ, "PYTHONPATH": str(INSTALLED)})


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
