"""The ear of a LiveKit session that has no room."""

import asyncio

from livekit import rtc
from livekit.agents.voice.io import AudioOutput, AudioOutputCapabilities


class Ear(AudioOutput):
    """Hears each turn at once, where a room would play it. `heard` has the turns' frames, the last one's too."""

    def __init__(self) -> None:
        super().__init__(label="ear", capabilities=AudioOutputCapabilities(pause=True))
        self.turns: list[list[rtc.AudioFrame]] = []
        self.hears = asyncio.Event()
        self._open = False

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        if not self._open:
            self.turns.append([])
            self._open = True
        self.turns[-1].append(frame)
        self.hears.set()

    def flush(self) -> None:
        super().flush()
        self._finish(interrupted=False)

    def clear_buffer(self) -> None:
        self._finish(interrupted=True)

    def _finish(self, *, interrupted: bool) -> None:
        if self._open:
            self._open = False
            seconds = sum(frame.duration for frame in self.turns[-1])
            self.on_playback_finished(playback_position=seconds, interrupted=interrupted)
