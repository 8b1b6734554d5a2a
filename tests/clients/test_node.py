"""Node's `ws`, on which the JavaScript clients stand: in a process of its own."""

import os
import shutil
from pathlib import Path

import pytest

from clients.client_process import ClientProcess, not_installed
from clients.heard import Spoke
from plosive_server import PlosiveServer

SCRIPT = Path(__file__).with_name("node_client.mjs")


@pytest.fixture(scope="module")
def client() -> ClientProcess:
    node = shutil.which("node")
    if node is None or not SCRIPT.with_name("node_modules").is_dir():
        not_installed("needs node, and `npm ci` in tests/clients")
    return ClientProcess([node, SCRIPT], os.environ)


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
