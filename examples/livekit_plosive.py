"""A plugin for LiveKit Agents: AgentSession(tts=TTS(voice="af_heart"), use_tts_aligned_transcript=True).

It sends tokens as the model writes them, hears the first sentence at once, and knows when each word is spoken.
"""

import asyncio
import base64
from typing import Any

import aiohttp
from livekit.agents import APIConnectionError, APIConnectOptions, APIError, APIStatusError, tts, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, TimedString

RATE_HZ = 24_000


class TTS(tts.TTS[Any]):
    def __init__(
        self, voice: str, url: str = "ws://127.0.0.1:8080/v2/text-to-speech/speech", api_key: str = "any"
    ) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True, aligned_transcript=True),
            sample_rate=RATE_HZ,
            num_channels=1,
        )
        self.voice, self.url, self.api_key = voice, url, api_key

    @property
    def model(self) -> str:
        return self.voice

    @property
    def provider(self) -> str:
        return "plosive"

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return self._synthesize_with_stream(text, conn_options=conn_options)

    def stream(self, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS) -> "Stream":
        return Stream(self, conn_options)


class Stream(tts.SynthesizeStream):
    def __init__(self, plugin: TTS, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=plugin, conn_options=conn_options)
        self.plugin = plugin

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=utils.shortuuid(), sample_rate=RATE_HZ, num_channels=1, mime_type="audio/pcm", stream=True
        )
        async with aiohttp.ClientSession() as http:
            async for first in self._input_ch:
                if isinstance(first, str):
                    await self._speak_segment(http, first, output_emitter)

    async def _speak_segment(self, http: aiohttp.ClientSession, first: str, emitter: tts.AudioEmitter) -> None:
        """Speak what comes up to the next flush. When the user interrupts, LiveKit cancels this, which hangs up."""
        emitter.start_segment(segment_id=utils.shortuuid())
        headers = {"Authorization": f"Bearer {self.plugin.api_key}"}
        query = {"audio_format": "linear16", "sample_rate": str(RATE_HZ), "timestamps": "words"}
        asked: dict[str, Any] = {"headers": headers, "params": {**query, "voice": self.plugin.voice}}
        opened = http.ws_connect(self.plugin.url, **asked)
        try:
            socket = await asyncio.wait_for(opened, self._conn_options.timeout)
            async with socket:
                writing = asyncio.create_task(self._write(socket, first))
                try:
                    await self._read(socket, emitter)
                    await writing
                finally:
                    await utils.aio.cancel_and_wait(writing)
        except aiohttp.WSServerHandshakeError as refused:
            # aiohttp drops the reason. A plain request has the same answer.
            async with http.get(self.plugin.url.replace("ws", "http", 1), **asked) as answer:
                raise APIStatusError(await answer.text(), status_code=refused.status) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise APIConnectionError(f"no server answers at {self.plugin.url}: {error}") from None
        emitter.end_segment()

    async def _write(self, socket: aiohttp.ClientWebSocketResponse, first: str) -> None:
        await socket.send_json({"text": " "})  # the handshake
        self._mark_started()
        await socket.send_json({"text": first})
        async for text in self._input_ch:
            if not isinstance(text, str):
                break
            await socket.send_json({"text": text})
        await socket.send_json({"text": ""})  # the end of input

    async def _read(self, socket: aiohttp.ClientWebSocketResponse, emitter: tts.AudioEmitter) -> None:
        async for message in socket:
            frame = message.json()
            if frame["type"] == "error":
                raise APIError(frame["error"])
            if frame["type"] == "words":  # they come before the audio in which they begin
                for word in frame["words"]:
                    start_s = (frame["offset_ms"] + word["start_ms"]) / 1000
                    emitter.push_timed_transcript(TimedString(word["text"] + " ", start_time=start_s))
            if frame["audio"]:
                emitter.push(base64.b64decode(frame["audio"]))
