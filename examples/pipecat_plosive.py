"""A service for Pipecat: PlosiveTTSService(voice="af_heart") stands in a pipeline where other TTS services do.

It takes any voice, and pushes each word as text when it is spoken: the context of the model ends where the user interrupted.
"""

import base64
import json
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import urlencode

from pipecat.frames.frames import ErrorFrame, Frame, TTSAudioRawFrame
from pipecat.services.settings import TTSSettings
from pipecat.services.tts_service import TTSService
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

RATE_HZ = 24_000
BYTES_S = 2 * RATE_HZ


class PlosiveTTSService(TTSService):
    def __init__(
        self,
        *,
        voice: str,
        url: str = "ws://127.0.0.1:8080/v2/text-to-speech/speech",
        api_key: str = "any",
        **others: Any,
    ) -> None:
        super().__init__(
            push_text_frames=False,  # the words are pushed one by one instead
            push_start_frame=True,
            push_stop_frames=True,
            sample_rate=RATE_HZ,
            settings=TTSSettings(model="plosive", voice=voice, language=None),
            **others,
        )
        self._url, self._key = url, api_key
        self._turn, self._turn_s = "", 0.0

    def can_generate_metrics(self) -> bool:
        return True

    async def run_tts(self, text: str, context_id: str) -> AsyncGenerator[Frame, None]:
        """Speak a sentence. When the user interrupts, Pipecat cancels this, which hangs up."""
        if context_id != self._turn:
            self._turn, self._turn_s = context_id, 0.0
        query = {
            "audio_format": "linear16",
            "sample_rate": RATE_HZ,
            "timestamps": "words",
            "voice": self._settings.voice,
        }
        headers = {"Authorization": f"Bearer {self._key}"}
        try:
            async with connect(f"{self._url}?{urlencode(query)}", additional_headers=headers) as socket:
                for part in (" ", text, ""):  # the handshake, the text, the end of input
                    await socket.send(json.dumps({"text": part}))
                await self.start_tts_usage_metrics(text)
                begun_s = self._turn_s
                async for message in socket:
                    frame = json.loads(message)
                    if frame["type"] == "error":
                        yield ErrorFrame(error=frame["error"])
                    if frame["type"] == "words":  # they come before the audio in which they begin
                        at_s = begun_s + frame["offset_ms"] / 1000
                        words = [(word["text"], at_s + word["start_ms"] / 1000) for word in frame["words"]]
                        await self.add_word_timestamps(words, context_id)
                    if frame["audio"]:
                        audio = base64.b64decode(frame["audio"])
                        self._turn_s += len(audio) / BYTES_S
                        await self.stop_ttfb_metrics()
                        yield TTSAudioRawFrame(audio, RATE_HZ, 1, context_id=context_id)
        except InvalidStatus as refused:  # the body says what is wrong with the voice or the key
            yield ErrorFrame(error=json.loads(refused.response.body or b"{}")["errors"][0]["detail"])
        except (OSError, WebSocketException) as error:
            yield ErrorFrame(error=f"no server answers at {self._url}: {error}")
