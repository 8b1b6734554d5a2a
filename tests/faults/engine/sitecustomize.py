"""Engines at fault: in a server whose PYTHONPATH has this folder, some voices of espeak-ng misbehave, each in its way.

Python imports this at its start, in the server and in each of its workers. The server's waits for an engine become short.
"""

import sys

if any("plosive" in argument for argument in sys.orig_argv):
    import os
    import random
    import signal
    import time
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    import numpy as np

    from plosive.audio.stream import AudioStream
    from plosive.engines.engine import Steps
    from plosive.engines.espeak.engine import EspeakEngine
    from plosive.errors import EngineFailed
    from plosive.utterance import PcmChunk, Utterance
    from plosive.workers import hangs

    for name, seconds in {
        "STALL_S": 1.0,
        "STALL_S_PER_CHAR": 0.0,
        "LOADING_S": 0.5,
        "CANCEL_GRACE_S": 0.5,
        "CANCEL_GRACE_LOADING_S": 0.5,
    }.items():
        setattr(hangs, name, seconds)

    _RATE_HZ = 22050
    _TENTH = b"\x10\x27\xf0\xd8" * (_RATE_HZ // 20)
    """A tenth of a second of a loud tone."""

    _loaded: set[str] = set()

    def _sound(pcm: bytes = _TENTH, rate_hz: int = _RATE_HZ) -> PcmChunk:
        return PcmChunk(pcm, rate_hz)

    def _crash(_: Utterance) -> Iterator[PcmChunk]:
        os.kill(os.getpid(), signal.SIGSEGV)
        yield _sound()

    def _hang(_: Utterance) -> Iterator[PcmChunk]:
        time.sleep(1e6)
        yield _sound()

    def _hang_later(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound()
        while True:
            pass

    def _computes(_: Utterance) -> Iterator[PcmChunk]:
        done_at_s = time.thread_time() + 0.6
        while time.thread_time() < done_at_s:
            pass
        yield _sound()

    def _late(_: Utterance) -> Iterator[PcmChunk]:
        time.sleep(0.7)
        yield _sound()

    def _loads_slowly(_: Utterance) -> Iterator[PcmChunk]:
        if not _loaded:
            time.sleep(2)
            _loaded.add("it")
        yield _sound()

    def _slow(_: Utterance) -> Iterator[PcmChunk]:
        for _tenth in range(5):
            time.sleep(0.1)
            yield _sound()

    def _endless(_: Utterance) -> Iterator[PcmChunk]:
        while True:
            yield _sound(_TENTH * 50)

    def _nothing(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound(b"")

    def _noise(_: Utterance) -> Iterator[PcmChunk]:
        for _tenth in range(5):
            yield _sound(random.randbytes(len(_TENTH)))

    def _fails_later(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound(_TENTH * 5)
        raise EngineFailed("the model /srv/voices of ours/en/broken.onnx ended early")

    def _wrong_rate(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound(rate_hz=10**9)

    def _half_a_sample(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound(_TENTH + b"\0")

    _BROKEN_RATE_HZ = 12345

    def _breaks_the_encoder(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound()
        yield _sound(rate_hz=_BROKEN_RATE_HZ)

    _feed = AudioStream.feed

    def _feed_or_fail(stream: AudioStream, pcm: bytes, rate_hz: int) -> list[bytes]:
        if rate_hz == _BROKEN_RATE_HZ:
            raise OSError("the encoder has failed")
        return _feed(stream, pcm, rate_hz)

    setattr(AudioStream, "feed", _feed_or_fail)  # noqa: B010 - mypy takes an assignment for a mistake

    def _bug(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound(Path("/srv/voices/secret.onnx").read_bytes())

    _taken: list[object] = []

    def _take_memory() -> None:
        """Take 100 MB, which nobody writes to: the machine gives them only to whoever does."""
        _taken.append(np.empty(100_000_000, np.uint8))

    def _hungry(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound()
        while True:
            _take_memory()

    def _leaks(_: Utterance) -> Iterator[PcmChunk]:
        yield _sound()
        for _piece in range(31):
            _take_memory()

    def _short_of_memory(_: Utterance) -> Iterator[PcmChunk]:
        """Needs 1 GB, which the first worker has no more: a leak took it."""
        leak = Path(os.environ["PLOSIVE_DATA_DIR"], "leak")
        if not leak.exists():
            leak.touch()
            for _piece in range(31):
                _take_memory()
        np.empty(1_000_000_000, np.uint8)
        yield _sound()

    _FAULTS: dict[str, Callable[[Utterance], Iterator[PcmChunk]]] = {
        "art/qya": _crash,
        "art/piqd": _hang,
        "art/sjn": _hang_later,
        "map/haw": _computes,
        "art/ia": _late,
        "art/io": _slow,
        "azc/nci": _loads_slowly,
        "art/jbo": _endless,
        "art/lfn": _nothing,
        "art/qdb": _noise,
        "art/py": _fails_later,
        "art/eo": _wrong_rate,
        "itc/la": _half_a_sample,
        "esx/kl": _bug,
        "bat/ltg": _hungry,
        "cus/om": _leaks,
        "miz/mto": _short_of_memory,
        "sem/ti": _breaks_the_encoder,
    }

    _speak = EspeakEngine.speak

    def _speak_badly(engine: EspeakEngine, utterance: Utterance, *, ahead: bool = False) -> Steps:
        fault = _FAULTS.get(utterance.voice.model)
        if fault is None:
            yield from _speak(engine, utterance, ahead=ahead)
        else:
            yield from fault(utterance)

    setattr(EspeakEngine, "speak", _speak_badly)  # noqa: B010 - mypy takes an assignment for a mistake

    if "JUMPING_CLOCK" in os.environ:
        _now = time.time
        setattr(time, "time", lambda: _now() + random.choice((-86_400, 0, 86_400)))  # noqa: B010

    if "BROKEN_DRAIN" in os.environ:
        from plosive.runtime import Runtime

        async def _fail(_: Runtime) -> None:
            raise OSError("the drain has failed")

        setattr(Runtime, "drain", _fail)  # noqa: B010

    if "FAST_PINGS" in os.environ:
        import uvicorn

        _configure = uvicorn.Config.__init__

        def _ping_often(config: uvicorn.Config, *arguments: Any, **options: Any) -> None:
            _configure(config, *arguments, **options)
            config.ws_ping_interval = config.ws_ping_timeout = 0.3

        setattr(uvicorn.Config, "__init__", _ping_often)  # noqa: B010
