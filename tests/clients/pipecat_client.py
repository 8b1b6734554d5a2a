"""A bot on Pipecat: `pipecat_client.py <flow> <origin>`, texts as JSON on stdin, what it spoke as JSON on stdout.

The texts may have `code` beside them, which makes the service `tts`.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from loguru import logger
from pipecat.frames.frames import (
    EndFrame,
    Frame,
    InterruptionFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    TTSAudioRawFrame,
    TTSSpeakFrame,
    TTSStoppedFrame,
    TTSTextFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineWorker
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.workers.runner import WorkerRunner

SERVICE = """
from pipecat.services.openai.tts import OpenAITTSService

settings = OpenAITTSService.Settings(voice="alloy")
tts = OpenAITTSService(base_url="{origin}/v1", api_key="any", settings=settings)
"""


class Ear(FrameProcessor):  # type: ignore[misc]  # not installed where the types are checked
    """Hears what the service speaks, at once, where a transport would play it."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0
        self.words: list[tuple[str, int]] = []
        self.hears = asyncio.Event()
        self.stopped = asyncio.Event()

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        await super().process_frame(frame, direction)
        if isinstance(frame, TTSAudioRawFrame):
            self.seconds += len(frame.audio) / 2 / frame.sample_rate
            self.hears.set()
        if isinstance(frame, TTSTextFrame):
            self.words.append((frame.text, frame.pts or 0))
        if isinstance(frame, (TTSStoppedFrame, InterruptionFrame)):
            self.stopped.set()
        await self.push_frame(frame, direction)

    def begin(self) -> float:
        """Return the seconds of the turn that is over, and hear the next one."""
        seconds, self.seconds = self.seconds, 0.0
        self.hears.clear()
        self.stopped.clear()
        return seconds


async def answer(worker: PipelineWorker, tokens: list[str]) -> None:
    """Queue an answer as a language model's service writes it."""
    frames = [LLMTextFrame(text=token) for token in tokens]
    await worker.queue_frames([LLMFullResponseStartFrame(), *frames, LLMFullResponseEndFrame()])


async def speak(worker: PipelineWorker, ear: Ear, said: Any) -> list[float]:
    await worker.queue_frame(TTSSpeakFrame(said["greeting"]))
    await ear.stopped.wait()
    greeting = ear.begin()
    await answer(worker, said["tokens"])
    await ear.stopped.wait()
    return [greeting, ear.begin()]


async def greet(worker: PipelineWorker, ear: Ear, said: Any) -> list[float]:
    await worker.queue_frame(TTSSpeakFrame(said["greeting"]))
    await ear.stopped.wait()
    return [ear.begin()]


async def interrupt(worker: PipelineWorker, ear: Ear, said: Any) -> list[float]:
    await answer(worker, said["story"])
    await ear.hears.wait()
    await worker.queue_frame(InterruptionFrame())
    await ear.stopped.wait()
    begun = ear.begin()
    await worker.queue_frame(TTSSpeakFrame(said["greeting"]))
    await ear.stopped.wait()
    return [begun, ear.begin()]


FLOWS: dict[str, Callable[[PipelineWorker, Ear, Any], Awaitable[list[float]]]] = {
    "greet": greet,
    "speak": speak,
    "interrupt": interrupt,
}


async def main(flow: str, origin: str, said: Any) -> dict[str, object]:
    complaints: list[str] = []
    logger.remove()
    logger.add(complaints.append, level="WARNING", format="{message}")
    names: dict[str, Any] = {}
    exec(said.get("code") or SERVICE.format(origin=origin), names)
    tts = names["tts"]
    ear = Ear()
    worker = PipelineWorker(Pipeline([tts, ear]))
    started = asyncio.Event()

    @worker.event_handler("on_pipeline_started")  # type: ignore[untyped-decorator]
    async def _(_worker: PipelineWorker, _frame: Frame) -> None:
        started.set()

    seconds: list[float] = []

    async def converse() -> None:
        await started.wait()
        seconds.extend(await FLOWS[flow](worker, ear, said))
        await worker.queue_frame(EndFrame())

    runner = WorkerRunner()
    await runner.add_workers(worker)
    await asyncio.gather(runner.run(), converse())
    return {"seconds": seconds, "words": ear.words, "complaints": complaints}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(asyncio.wait_for(main(sys.argv[1], sys.argv[2], json.load(sys.stdin)), 60))))
