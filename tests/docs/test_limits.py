"""The table of limits in docs/operating.md says what the code does."""

from pathlib import Path

import h11._connection
import websockets.http11

from plosive import callers, capacity, memory
from plosive.connection import _BARGE_INS, _BARGE_INS_S, _UNSENT_EFFECTS
from plosive.protocol import waiting_text
from plosive.protocol.doors.telnyx import MAX_CLIENT_FRAME_BYTES
from plosive.protocol.waiting_text import Waits
from plosive.settings import Settings
from plosive.store.records import MAX_DICTIONARIES
from plosive.text.pronunciation.dictionary import MAX_ITEMS
from plosive.text.pronunciation.lexicon_files import MAX_BYTES
from plosive.web import bodies, protocols, server, visitors, websocket
from plosive.web.speech_request import MAX_TEXT_CHARS
from plosive.workers import blame, child, hangs, limits

PAGE = (Path(__file__).parents[2] / "docs/operating.md").read_text(encoding="utf-8")


def default(name: str) -> str:
    value = Settings.model_fields[name].default
    return f"`PLOSIVE_{name.upper()}`, " + ("none by default" if value is None else f"{value:g}")


def kib(size: int) -> str:
    assert size % 1024 == 0
    return f"{size >> 10} KiB" if size < 1 << 20 else f"{size >> 20} MiB"


def spaced(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")


# The first cell of a row to its second.
LIMITS = {
    "share of the workers' measured speed that listeners need": f"{capacity.FULL:g}",
    "time that newcomers wait for their first audio in every worker": f"{capacity.LONGEST_WAIT_S:g} s",
    "open sessions and texts over HTTP together": default("max_sessions"),
    "memory for waiting text, unsent audio and encoders of all clients": default("session_memory_mb") + " MB",
    "sessions, requests and characters of one key": "set with `plosive keys create`, none by default",
    "connections of one address, or of one IPv6 /64": default("address_connections"),
    "wrong keys of one address": f"{visitors._FREE_KEYS} at once, then {1 / visitors._PAUSE_S:g} a second",
    "a TLS handshake, a request's head, a body that goes on after the answer": f"{protocols.REQUEST_DEADLINE_S:g} s each",
    "the handshake frame": default("handshake_timeout_s") + " s",
    "the line and the headers of an upgrade": f"{kib(websockets.http11.MAX_LINE_LENGTH)} each, "
    f"{websockets.http11.MAX_NUM_HEADERS} headers",
    "the head of another request": kib(h11._connection.DEFAULT_MAX_INCOMPLETE_EVENT_SIZE),
    "parameters of a query": f"{websocket._MAX_PARAMETERS}",
    "the body of a request": f"{kib(bodies.BodyRoute.max_bytes)}, {bodies._DEADLINE_S:g} s",
    "a frame": kib(MAX_CLIENT_FRAME_BYTES),
    "frames of a socket": f"{spaced(protocols._BURST_FRAMES)} at once, "
    f"then {spaced(protocols._BURST_FRAMES / protocols._BURST_S)} a second",
    "interruptions whose next text is spoken at once while others are spoken to": f"{_BARGE_INS} in {_BARGE_INS_S:g} s",
    "unspoken text of a session": f"{waiting_text._MAX_CHARS >> 20} Mi characters",
    "segments of a session in the workers": "1",
    "audio of a session that waits to be sent": f"{_UNSENT_EFFECTS} chunks, 2 s, and as much again in the kernel",
    "a text over HTTP": f"{spaced(MAX_TEXT_CHARS)} characters",
    "a pronunciation dictionary": f"{kib(MAX_BYTES)}, {MAX_ITEMS} items",
    "dictionaries of one organization": f"{MAX_DICTIONARIES}",
    "a quiet session": f"{Waits().inactivity_s:g} s, or its `inactivity_timeout`",
    "an idle HTTP connection": f"{server.KEEP_ALIVE_S} s",
    "a client that accepts no data": default("send_deadline_s") + " s",
    "a step of an engine": f"{hangs.STALL_S:g} s and {hangs.STALL_S_PER_CHAR:g} s a character, "
    f"{hangs.LOADING_S:g} s more while it loads a voice",
    "speech of one segment": f"{child._LONGEST_S:g} s and {child._LONGEST_S_PER_CHAR:g} s a character",
    "workers that the texts of one key kill": f"{callers._FREE_DEATHS} in a minute",
    "workers that one voice kills": f"{blame.DEATHS} in a minute",
    "memory that a worker may write": f"{limits.VOICES} times `PLOSIVE_VOICE_MEMORY_MB` and {limits.OTHER_MB} MB, together "
    f"{limits.VOICES * Settings.model_fields['voice_memory_mb'].default + limits.OTHER_MB} MB",
    "open files of a worker": f"{limits.MOST_FILES}",
    "core files of a worker": "none",
    "an address that is not loopback": "only with keys",
}


def test_the_table_of_limits_says_what_the_code_does() -> None:
    rows = PAGE.split("| limit | value |")[1].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]
    assert {name: value for name, value, *_ in cells} == LIMITS


def test_what_clients_get_beyond_a_limit_has_its_numbers_too() -> None:
    assert f"held back up to {visitors._LONGEST_PAUSE_S:g} s" in PAGE
    assert f"up to {kib(memory.FREE_BYTES)} of text" in PAGE
    assert f"each further text waits {callers._PENALTY_S:g} s" in PAGE
    assert f"the voice is out for {blame.OUT_S:g} s" in PAGE
    assert f"a step may take up to {hangs.MOST_BY_THE_CLOCK} times as long" in PAGE
    assert limits._TOO_MUCH == 0.75
    assert "three quarters" in PAGE
