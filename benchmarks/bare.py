"""An engine and an encoder without a server, in a process of their own. The server is compared with them.

`python -m benchmarks.bare VOICE VOICE_MEMORY_MB` answers each line of JSON on standard input with one on standard output.
`VOICE` is an `EngineVoice` in JSON, or null for the package `hibari` and its own voice.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from types import TracebackType

import msgspec
from websockets.frames import Frame, Opcode

from plosive.audio.stream import AudioStream
from plosive.protocol.doors import AudioChunk
from plosive.protocol.doors.telnyx import TelnyxDoor
from plosive.protocol.options import VoiceSettings
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.workers.child import Engines
from plosive.workers.messages import WorkerSettings


class BareProcess:
    """The process, as an async context manager. Without a voice it is the package `hibari`."""

    def __init__(self, voice: EngineVoice | None, voice_memory_mb: int) -> None:
        self._arguments = (msgspec.json.encode(voice).decode(), str(voice_memory_mb))

    async def __aenter__(self) -> "BareProcess":
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.bare", *self._arguments,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()

    async def ask(self, question: str, *texts: str) -> dict[str, float]:
        """Call the method of `Bare` with that name and return its answer. Raises `RuntimeError` if the process died."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the process has no pipes")
        self._process.stdin.write(json.dumps([question, texts]).encode() + b"\n")
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the bare loop of {self._arguments[0]} died: see above")
        answer: dict[str, float] = json.loads(line)
        return answer


class Bare:
    """An engine in this process."""

    def __init__(self, voice: EngineVoice, voice_memory_mb: int) -> None:
        self._engine = Engines(WorkerSettings(voice_memory_mb)).engine(voice.engine)
        self._voice = voice

    def first(self, text: str) -> dict[str, float]:
        """Return the seconds from the request to the first PCM."""
        start = time.perf_counter()
        steps = self._engine.speak(self._utterance(text))
        while not next(steps).pcm:
            pass
        taken_s = time.perf_counter() - start
        steps.close()
        return {"first_s": taken_s}

    def speak(self, *texts: str) -> dict[str, float]:
        """Speak all texts one after the other. As nobody waits, the engine takes its largest steps."""
        start, start_cpu = time.perf_counter(), time.process_time()
        audio_s = sum(chunk.seconds for text in texts for chunk in self._chunks(text))
        return {
            "audio_s": audio_s,
            "wall_s": time.perf_counter() - start,
            "cpu_s": time.process_time() - start_cpu,
        }

    def stages(self, audio_format: str, *texts: str) -> dict[str, float]:
        """Return the CPU seconds of each stage: engine, encoder, framing (JSON, base64, WebSocket), at the engine's rate."""
        start = time.process_time()
        spoken = [list(self._chunks(text)) for text in texts]
        engine_s = time.process_time() - start

        rate_hz = spoken[0][0].rate_hz
        start = time.process_time()
        stream = AudioStream(audio_format, rate_hz)
        encoded: list[bytes] = []
        for chunks in spoken:
            for chunk in chunks:
                encoded += stream.feed(chunk.pcm, rate_hz)
            encoded += stream.end_segment()
        encoded += stream.drain(last=True)
        encoder_s = time.process_time() - start

        start = time.process_time()
        door = TelnyxDoor(VoiceSettings())
        for piece in encoded:
            Frame(Opcode.TEXT, door.encode(AudioChunk(piece)).encode()).serialize(mask=False)
        framing_s = time.process_time() - start
        audio_s = sum(chunk.seconds for chunks in spoken for chunk in chunks)
        return {"audio_s": audio_s, "engine_s": engine_s, "encoder_s": encoder_s, "framing_s": framing_s}

    def _utterance(self, text: str) -> Utterance:
        return Utterance((Span(text),), self._voice)

    def _chunks(self, text: str) -> Iterator[PcmChunk]:
        steps = self._engine.speak(self._utterance(text), ahead=True)
        with closing(steps), suppress(StopIteration):
            yield next(steps)
            while True:
                yield steps.send(False)


class BareHibari:
    """The package `hibari`, called as its documentation says. It reads the text itself and makes whole sentences."""

    def __init__(self) -> None:
        from hibari import Hibari  # noqa: PLC0415 - no other process needs its reader

        self._hibari = Hibari()

    def first(self, text: str) -> dict[str, float]:
        """Return the seconds from the request to the first sentence."""
        start = time.perf_counter()
        next(self._hibari.stream(text))
        return {"first_s": time.perf_counter() - start}

    def speak(self, *texts: str) -> dict[str, float]:
        """Speak all texts one after the other."""
        start, start_cpu = time.perf_counter(), time.process_time()
        samples = sum(len(sentence) for text in texts for sentence in self._hibari.stream(text))
        return {
            "audio_s": samples / self._hibari.sample_rate,
            "wall_s": time.perf_counter() - start,
            "cpu_s": time.process_time() - start_cpu,
        }


def main() -> None:
    """Answer until standard input ends."""
    voice = msgspec.json.decode(sys.argv[1], type=EngineVoice | None)
    bare = BareHibari() if voice is None else Bare(voice, int(sys.argv[2]))
    for line in sys.stdin:
        question, arguments = json.loads(line)
        answer: Callable[..., dict[str, float]] = getattr(bare, question)
        print(json.dumps(answer(*arguments)), flush=True)


if __name__ == "__main__":
    main()
