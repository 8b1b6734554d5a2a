// The npm packages `telnyx` and `openai` as published: `node node_rest.mjs <flow> <origin>`, results as JSON on stdout.
import OpenAI from "openai";
import Telnyx from "telnyx";

const TEXT = "Hello, and welcome to the show. Today we talk about rivers.";

const inBase64 = async (response) => Buffer.from(await response.arrayBuffer()).toString("base64");

// The class, status and first words of the error that a call ends with.
const failure = async (call) => {
  try {
    await call();
  } catch (error) {
    return { name: error.constructor.name, status: error.status, message: error.message };
  }
  return null;
};

const flows = {
  async telnyx(origin) {
    const client = new Telnyx({ apiKey: "test", baseURL: `${origin}/v2`, maxRetries: 0 });
    const speech = client.textToSpeech;
    const encoded = await speech.generateSpeech({ text: TEXT, output_type: "base64_output", voice: "Telnyx.NaturalHD.astra" });
    const binary = await speech.generateSpeech({ text: TEXT, telnyx: { voice_speed: 1.0 } }).asResponse();
    const recorded = await speech.generateSpeech({ text: TEXT, output_type: "audio_id" });
    const fetched = await fetch(recorded.audio_url, { headers: { Authorization: "Bearer test" } });
    const voices = await speech.listVoices({ provider: "telnyx" });
    return {
      audio: [encoded.base64_audio, await inBase64(binary), await inBase64(fetched)],
      voices: voices.voices.map((voice) => voice.voice_id),
      failures: [
        await failure(() => speech.generateSpeech({ text: TEXT, voice: "Telnyx.NaturalHD.astar" })),
        await failure(() => speech.generateSpeech({ text: "" })),
        await failure(() => speech.retrieveSpeech({ voice: "Telnyx.NaturalHD.astra" })),
      ],
    };
  },

  async dictionaries(origin) {
    const dictionaries = new Telnyx({ apiKey: "test", baseURL: `${origin}/v2`, maxRetries: 0 }).pronunciationDicts;
    const names = ["from node", "another from node"];
    const items = [{ text: "Plosive", type: "alias", alias: "ploh siv" }];
    const made = [];
    for (const name of names) made.push((await dictionaries.create({ name, items })).data);
    const updated = (
      await dictionaries.update(made[0].id, {
        items: [...items, { text: "GIF", type: "phoneme", phoneme: "dʒɪf", alphabet: "ipa" }],
      })
    ).data;
    const retrieved = (await dictionaries.retrieve(made[0].id)).data;
    const listed = [];
    for await (const dictionary of dictionaries.list({ "page[size]": 1 })) listed.push(dictionary.id);
    const failures = [
      await failure(() => dictionaries.create({ name: names[0], items })),
      await failure(() => dictionaries.create({ name: "empty", items: [] })),
      await failure(() => dictionaries.retrieve("00000000-0000-4000-8000-000000000000")),
    ];
    for (const dictionary of made) await dictionaries.delete(dictionary.id);
    failures.push(await failure(() => dictionaries.retrieve(made[0].id)));
    return { made, updated, retrieved, listed, failures };
  },

  async openai(origin) {
    const client = new OpenAI({ apiKey: "test", baseURL: `${origin}/v1`, maxRetries: 0 });
    const audio = {};
    for (const response_format of ["mp3", "opus", "aac", "flac", "wav", "pcm"]) {
      audio[response_format] = await inBase64(
        await client.audio.speech.create({ model: "tts-1", voice: "nova", input: TEXT, response_format }),
      );
    }
    const streamed = await client.audio.speech.create({ model: "tts-1", voice: "nova", input: TEXT });
    let chunks = 0;
    for await (const _ of streamed.body) chunks += 1;
    const events = await client.audio.speech.create({
      model: "gpt-4o-mini-tts", voice: "nova", input: TEXT, stream_format: "sse",
    });
    const models = [];
    for await (const model of client.models.list()) models.push(model.id);
    return {
      audio,
      chunks,
      models,
      events: (await events.text()).split("\n\n").filter(Boolean).map((event) => JSON.parse(event.replace("data: ", "")).type),
      failures: [
        await failure(() => client.audio.speech.create({ model: "tts-1", voice: "nobody", input: TEXT })),
        await failure(() => client.models.retrieve("gpt-9")),
      ],
    };
  },
};

const [flow, origin] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await flows[flow](origin)));
