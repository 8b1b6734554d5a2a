"""Speech of a bot on Vision Agents: `vision_client.py <plugins> <origin>`, texts as JSON on stdin, seconds on stdout."""

import asyncio
import json
import sys
from typing import Any

from openai import AsyncOpenAI
from vision_agents.plugins import openai, telnyx


def telnyx_tts(origin: str) -> Any:
    # The plugin has no setting for it.
    telnyx.tts.WS_TTS_URL = f"{origin.replace('http', 'ws')}/v2/text-to-speech/speech"
    return telnyx.TTS(api_key="any", voice="de")


def openai_tts(origin: str) -> Any:
    return openai.TTS(api_key="any", client=AsyncOpenAI(base_url=f"{origin}/v1", api_key="any"), voice="de")


async def seconds(tts: Any, text: str) -> float:
    spoken = await tts.stream_audio(text)
    if not hasattr(spoken, "__aiter__"):
        return float(spoken.duration)
    return float(sum([chunk.duration async for chunk in spoken]))


async def interrupted(tts: Any, text: str) -> float:
    """Say a long text until something is heard, then stop, as an agent does when its user speaks."""
    heard = 0.0
    async for chunk in await tts.stream_audio(text):
        heard += chunk.duration
        await tts.stop_audio()
    return heard


async def converse(plugin: str, origin: str, said: Any) -> dict[str, float]:
    tts = {"telnyx": telnyx_tts, "openai": openai_tts}[plugin](origin)
    before = await seconds(tts, said["greeting"])
    # The plugin for OpenAI has nothing to stop: it returns when all is spoken.
    begun = await interrupted(tts, "".join(said["story"])) if plugin == "telnyx" else 0.0
    after = await seconds(tts, said["greeting"])
    await tts.close()
    return {"before": before, "begun": begun, "after": after}


async def main(plugins: str, origin: str, said: Any) -> dict[str, dict[str, float]]:
    return {plugin: await converse(plugin, origin, said) for plugin in plugins.split(",")}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(asyncio.wait_for(main(sys.argv[1], sys.argv[2], json.load(sys.stdin)), 60))))
