"""The objects of a server process, without its workers and its store."""

import asyncio
import importlib
import re
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plosive.callers import NOBODY
from plosive.protocol.options import parse_query
from plosive.runtime import Runtime
from plosive.settings import Settings
from plosive.text import reading

SENTENCE = "Dr. Novák platí 5 Kč 3. května 1998 v 14:30, tel. +420 601 123 456, kód 4471, 10 km."


def test_the_readers_of_a_language_are_compiled_off_the_event_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client that asks for a language first stops no other."""
    compiler: Any = importlib.import_module("re._compiler")
    compile_ = compiler.compile
    chars_by_thread: Counter[int] = Counter()

    def watched(pattern: str, *others: Any) -> Any:
        chars_by_thread[threading.get_ident()] += len(pattern)
        return compile_(pattern, *others)

    monkeypatch.setattr(compiler, "compile", watched)
    runtime = Runtime(Settings(data_dir=tmp_path, voices_dir=tmp_path))
    options = parse_query([("voice", "Plosive.Espeak.cs")], "Plosive.Espeak.cs")

    async def first_sessions() -> None:
        orders = await asyncio.gather(*(runtime.order(options, NOBODY) for _ in range(3)))
        front_end = orders[0].new_front_end()
        assert front_end.feed(SENTENCE) + front_end.flush()

    reading._normalizer.cache_clear()
    re.purge()
    asyncio.run(first_sessions())
    on_the_loop = chars_by_thread.pop(threading.get_ident(), 0)
    assert on_the_loop < 1000, "more than the expressions of one telephone number and of one date"
    (compiled,) = chars_by_thread.values()  # one client compiles, two wait for it
    assert compiled > 20_000
