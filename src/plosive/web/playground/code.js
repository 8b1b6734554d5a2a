// Programs that do what the page does, with the present settings. The key comes from the environment, never from the page.

import { address } from "./socket.js";

const ENDINGS = { linear16: "pcm", mulaw: "ulaw", alaw: "al", ogg_vorbis: "ogg" };
const OPENAI_FORMATS = { linear16: "pcm", ogg_vorbis: "opus" };

export const ending = (format) => ENDINGS[format] ?? format;

const py = (value) => JSON.stringify(value); // a JSON string is a Python and a JavaScript string too
const base = () => new URL("v1", document.baseURI).href;
const rest = () => new URL("v2/text-to-speech/speech", document.baseURI).href;
const shell = (value) => `'${value.replaceAll("'", `'\\''`)}'`;
const socket = (s) => address({ voice: s.voice, audio_format: s.format, sample_rate: s.rate }).href;
const file = (s) => `speech.${ending(s.format)}`;

export const CLIENTS = {
  Python: (s, keyed) => `# pip install websockets
import asyncio, base64, json, os
from websockets.asyncio.client import connect

URL = ${py(socket(s))}
TEXT = ${py(s.text)}


async def main():
    ${keyed ? `headers = {"Authorization": "Bearer " + os.environ["PLOSIVE_API_KEY"]}` : "headers = {}  # this server wants no key"}
    async with connect(URL, additional_headers=headers) as socket:
        await socket.send(json.dumps({"text": " ", "voice_settings": {"voice_speed": ${s.speed}}}))${
          s.llm
            ? `

        async def write():  # as an LLM does
            for at in range(0, len(TEXT), 5):
                await socket.send(json.dumps({"text": TEXT[at : at + 5]}))
                await asyncio.sleep(1 / ${s.tokens})
            await socket.send(json.dumps({"text": ""}))

        writing = asyncio.create_task(write())`
            : `
        await socket.send(json.dumps({"text": TEXT}))
        await socket.send(json.dumps({"text": ""}))`
        }
        with open(${py(file(s))}, "wb") as file:
            async for message in socket:
                frame = json.loads(message)
                if frame["type"] == "error":
                    raise SystemExit(frame["error"])
                file.write(base64.b64decode(frame.get("audio") or ""))


asyncio.run(main())
`,

  JavaScript: (s, keyed) => `// npm install ws; node speak.mjs
import { writeFileSync } from "node:fs";
import WebSocket from "ws";

const text = ${py(s.text)};
const socket = new WebSocket(${py(socket(s))}${
    keyed ? `, {\n  headers: { Authorization: \`Bearer \${process.env.PLOSIVE_API_KEY}\` },\n}` : ""
  });
const audio = [];

socket.on("open", async () => {
  const send = (frame) => socket.send(JSON.stringify(frame));
  send({ text: " ", voice_settings: { voice_speed: ${s.speed} } });
${
  s.llm
    ? `  for (const token of text.match(/\\s*\\S{1,5}/gu)) {
    send({ text: token }); // as an LLM writes it
    await new Promise((resolve) => setTimeout(resolve, 1000 / ${s.tokens}));
  }`
    : "  send({ text });"
}
  send({ text: "" });
});
socket.on("message", (message) => {
  const frame = JSON.parse(message);
  if (frame.type === "error") throw new Error(frame.error);
  if (frame.audio) audio.push(Buffer.from(frame.audio, "base64"));
});
socket.on("close", () => writeFileSync(${py(file(s))}, Buffer.concat(audio)));
`,

  curl: (s, keyed) => `curl ${rest()} \\
  -H 'Content-Type: application/json' \\
${keyed ? `  -H "Authorization: Bearer $PLOSIVE_API_KEY" \\\n` : ""}  -d ${shell(
    JSON.stringify(
      {
        text: s.text,
        voice: s.voice,
        voice_settings: { voice_speed: s.speed, response_format: s.format, sampling_rate: s.rate },
      },
      null,
      2,
    ),
  )} \\
  -o ${file(s)}
`,

  "OpenAI SDK": (s, keyed) => `# pip install openai
import os
from openai import OpenAI

client = OpenAI(base_url=${py(base())}, api_key=${keyed ? `os.environ["PLOSIVE_API_KEY"]` : `"any"`})
with client.audio.speech.with_streaming_response.create(
    model="tts-1",
    voice=${py(s.voice)},
    input=${py(s.text)},
    response_format=${py(OPENAI_FORMATS[s.format] ?? s.format)},
    speed=${s.speed},
    extra_body={"sample_rate": ${s.rate}},
) as speech:
    speech.stream_to_file(${py(`speech.${ending(OPENAI_FORMATS[s.format] ?? s.format)}`)})
`,

  LiveKit: (s, keyed) => `# pip install livekit-agents livekit-plugins-openai
import os
from livekit.agents import AgentSession
from livekit.plugins import openai

session = AgentSession(
    tts=openai.TTS(
        base_url=${py(base())},
        api_key=${keyed ? `os.environ["PLOSIVE_API_KEY"]` : `"any"`},
        model="tts-1",
        voice=${py(s.voice)},
        speed=${s.speed},
    ),
)
`,

  Pipecat: (s, keyed) => `# pip install "pipecat-ai[openai]"
# Pipecat sends only OpenAI's names of voices. A line in the file of PLOSIVE_VOICE_ALIASES makes "nova" yours:
#   nova = ${s.voice}
import os
from pipecat.services.openai.tts import OpenAITTSService

tts = OpenAITTSService(
    base_url=${py(base())},
    api_key=${keyed ? `os.environ["PLOSIVE_API_KEY"]` : `"any"`},
    settings=OpenAITTSService.Settings(voice="nova", speed=${s.speed}),
)
`,
};
