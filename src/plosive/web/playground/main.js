// The page: joins the text, the speech, the voices and the settings.

import { keepKey, key, Refused, request, speech } from "./api.js";
import { toClipboard } from "./clipboard.js";
import { CLIENTS, ending } from "./code.js";
import { wireControls } from "./controls.js";
import { wireDialog } from "./dialog.js";
import { PronunciationDictionary } from "./dictionary.js";
import { showFigures } from "./figures.js";
import { Frames } from "./frames.js";
import { DECODED } from "./pcm.js";
import { Player } from "./player.js";
import { paint } from "./reading.js";
import { keep, link, settings } from "./settings.js";
import { Speaking } from "./speaking.js";
import { Strip } from "./strip.js";
import { makeTabs } from "./tabs.js";
import { SENTENCES, sentence, STARTS } from "./texts.js";
import { wireTheme } from "./theme.js";
import { fetchVoices, VoiceList } from "./voices.js";

const FIRST_RETRY_S = 2;
const LONGEST_RETRY_S = 30;

const $ = (id) => document.getElementById(id);
$("voice-column").append($("voice-template").content);

const strip = new Strip($("strip"));
const frames = new Frames({ details: $("frames"), rows: $("frame-rows"), empty: $("no-frames"), copy: $("copy-frames") });
frames.onCopy = (text) => copy(text, "The frames are copied.");
const dictionary = new PronunciationDictionary(
  {
    details: $("dictionary"), form: $("word-form"), word: $("word"), said: $("said"), saidBy: $("said-by"),
    tryWord: $("try-word"), list: $("words"), noWords: $("no-words"), note: $("words-note"),
  },
  () => settings.voice,
  () => changed(),
);
const voices = new VoiceList(
  {
    search: $("search"), byLanguage: $("by-language"), byGender: $("by-gender"), byEngine: $("by-engine"), list: $("list"),
    rows: $("rows"), loading: $("loading"), noVoice: $("no-voice"), noNeural: $("no-neural"), clear: $("clear"), count: $("voice-count"),
  },
  chooseVoice,
  fail,
);

let voice = null;
let speaking = null; // the last text, also when it is over
let replay = null;
let drawing = null;
let client = Object.keys(CLIENTS)[0]; // whose code is shown

// --- what is seen ---

const say = (text) => {
  if ($("status").textContent !== text) $("status").textContent = text;
};

const isSpeaking = () => Boolean(speaking && !speaking.outcome);

function show() {
  const active = isSpeaking();
  $("speak-word").textContent = active ? "Interrupt" : "Speak";
  $("speak-key").textContent = active ? "Esc" : navigator.platform.startsWith("Mac") ? "⌘ ↵" : "Ctrl ↵";
  $("speak").classList.toggle("sounding", active);
  $("text").readOnly = active;
  $("during").hidden = !active;
  $("after").hidden = active;
  $("flush").disabled = $("end").disabled = !speaking?.isWriting;
  const isPlayable = !active && Boolean(speaking?.pcm.length);
  $("again").disabled = !isPlayable;
  $("again").textContent = replay ? "Stop" : "Play again";
  $("place").disabled = !isPlayable;
  $("place").max = strip.end.toFixed(1);
  $("track-note").hidden = strip.peaks.length > 0 || strip.ticks.length > 0;
  showFigures(speaking);
  paint($("layer"), settings.text, speaking && !speaking.isStale ? speaking.places : null);
  strip.draw();
}

// Pictures follow one another only while something sounds.
function animate() {
  drawing ??= requestAnimationFrame(() => {
    drawing = null;
    speaking?.step();
    if (replay) stepReplay();
    show();
    follow();
    if (isSpeaking() || replay) animate();
  });
}

// Keep the sentence in sight, until the reader scrolls.
function follow() {
  const lit = $("layer").querySelector(".now");
  if (!lit || !isSpeaking() || speaking.isScrolled) return;
  const [paper, at] = [$("paper").getBoundingClientRect(), lit.getBoundingClientRect()];
  if (at.bottom > paper.bottom) $("paper").scrollTop += at.bottom - paper.bottom + 40;
}

// --- speaking ---

/** Whether there is a text. If there is none, ask for it. */
function isWritten() {
  if (settings.text.trim()) return true;
  $("hint").textContent = "Write something to say first.";
  $("text").focus();
  return false;
}

function speak() {
  if (!isWritten()) return;
  stopReplay();
  voices.hush();
  $("hint").textContent = "";
  showFault("");
  strip.clear();
  frames.clear();
  $("paper").scrollTop = 0;
  const heardAs = DECODED.includes(settings.format) ? settings.format : "linear16";
  const how = { ...settings, format: heardAs, rate: settings.rate, dictionary: settings.words ? dictionary.id : null };
  const mine = new Speaking(how, strip, {
    frame: (way, frame) => frames.add(way, frame),
    change: () => {
      if (mine === speaking && mine.firstAt !== undefined && !mine.isTold) {
        mine.isTold = true;
        say(`Speaking. First audio after ${Math.round(mine.figures.first)} ms.`);
      }
      animate();
    },
    waiting: () => say(`Waiting for ${voice?.name ?? "the voice"}. A voice is loaded when it first speaks.`),
    silent: () => say("The browser plays no sound. Has this machine a sound device?"),
    ended: (outcome, detail) => mine === speaking && over(outcome, detail),
  });
  speaking = mine;
  say("Connecting.");
  animate();
}

async function over(outcome, detail) {
  if (outcome === "interrupted") say(`Interrupted after ${Math.round(speaking.figures.barge)} ms.`);
  if (outcome === "finished") say(speaking.sentences.length ? "Finished." : "There is nothing to say in this text.");
  if (outcome === "failed") {
    say("Stopped.");
    showFault(`It stopped before the end. ${detail}`);
    check();
  }
  show();
  if (outcome !== "refused") return;
  say("");
  try {
    await request(`v2/text-to-speech/speech?${new URLSearchParams(speaking.query)}`); // says why, as a browser does not
  } catch (error) {
    const isFine = error instanceof Refused && error.status === 426;
    fail(isFine ? new Refused(426, "The connection did not open. Try again.") : error);
  }
}

/** Show an error where it belongs: a wanted key, a server that is gone, or a text that was refused. */
function fail(error) {
  if ($("voice-dialog").open) $("voice-dialog").close(); // it would hide what is wrong
  if (error.status === 401) askForKey(key() ? "This key is wrong, expired or revoked." : "");
  else if (error.status === 0) outage();
  else showFault(error.message);
}

function showFault(text) {
  $("fault").textContent = text;
  $("trouble").hidden = !text;
  if (text) $("trouble").scrollIntoView({ block: "nearest" });
}

function toggle(event) {
  if (isSpeaking()) {
    speaking.interrupt(event.timeStamp);
    animate();
  } else speak();
}

// --- playing again, and download ---

function play(fromSeconds) {
  stopReplay();
  const samples = speaking.samples.subarray(Math.floor(fromSeconds * speaking.rate));
  if (!samples.length) return;
  const player = new Player(speaking.rate);
  replay = { player, from: fromSeconds };
  player.ready.then(() => {
    player.add(samples, false);
    animate();
  });
}

function stepReplay() {
  const { player, from } = replay;
  const seconds = from + player.heard;
  const chunk = speaking.chunks.findLast((each) => each.from <= seconds);
  strip.head = chunk.x + Math.min(seconds - chunk.from, chunk.seconds);
  if (player.chunks.length && player.isDry) stopReplay();
}

function stopReplay() {
  replay?.player.stop();
  replay = null;
}

async function download() {
  if (!isWritten()) return;
  $("download").disabled = true;
  say("Making the file.");
  try {
    const body = {
      text: settings.text,
      voice: settings.voice,
      voice_settings: { voice_speed: settings.speed, response_format: settings.format, sampling_rate: settings.rate },
    };
    if (settings.words && dictionary.id) body.pronunciation_dict_id = dictionary.id;
    const url = URL.createObjectURL(await (await speech(body)).blob());
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = `speech.${ending(settings.format)}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say("The file is downloaded.");
  } catch (error) {
    say("");
    fail(error);
  }
  $("download").disabled = false;
}

// --- server and key ---

let retryS = FIRST_RETRY_S;
let nextCheck = null;

async function check() {
  clearTimeout(nextCheck);
  try {
    const { voices: found, preset } = await fetchVoices();
    voices.set(found);
    $("outage").hidden = $("key-form").hidden = true;
    retryS = FIRST_RETRY_S;
    const chosen = found.find(({ voice_id: id }) => id === settings.voice) ?? found.find(({ voice_id: id }) => id === preset) ?? found[0];
    const asked = settings.voice;
    takeVoice(chosen);
    voices.select(chosen.voice_id);
    if (asked && asked !== chosen.voice_id) say(`There is no voice ${asked} here: ${chosen.name} speaks instead.`);
    else if (!speaking || $("status").textContent === "Not connected.") say("Ready.");
    if (settings.words) dictionary.load();
  } catch (error) {
    fail(error instanceof Refused ? error : new Refused(-1, String(error)));
  }
}

function outage() {
  clearTimeout(nextCheck);
  say("Not connected.");
  $("outage-text").textContent = `The server does not answer. Trying again in ${retryS} s.`;
  $("outage").hidden = false;
  nextCheck = setTimeout(check, retryS * 1000);
  retryS = Math.min(LONGEST_RETRY_S, retryS * 2);
}

function askForKey(why) {
  $("key-form").hidden = false;
  $("key-why").textContent = why;
  changed(); // the code has a key too
  say("A key is wanted.");
  $("key").focus();
}

// --- settings ---

function changed() {
  keep();
  $("count").textContent = `${settings.text.length} character${settings.text.length === 1 ? "" : "s"}`;
  $("tokens-shown").textContent = `${settings.tokens} tokens/s`;
  $("speed-shown").textContent = `${settings.speed.toFixed(2)}×`;
  $("format-note").textContent = DECODED.includes(settings.format) ? "" : "Heard here as linear16, which every browser plays at once.";
  for (const button of $("start-buttons").children) {
    button.setAttribute("aria-pressed", STARTS[button.textContent] === settings.text);
  }
  $("code").textContent = CLIENTS[client](settings, Boolean(key()) || !$("key-form").hidden);
  show();
}

function setText(text) {
  settings.text = $("text").value = text;
  if (speaking) speaking.isStale = true;
  changed();
}

function takeVoice(chosen) {
  voice = chosen;
  settings.voice = chosen.voice_id;
  $("voice-id").textContent = chosen.voice_id;
  $("chip").textContent = chosen.name;
  $("chip").setAttribute("aria-label", `Voice: ${chosen.name}`);
  for (const id of ["text", "layer"]) $(id).lang = chosen.language ?? "";
  changed();
}

function chooseVoice(chosen) {
  const isUntouched = [...Object.values(STARTS), ...Object.values(SENTENCES)].includes(settings.text);
  const isOther = chosen.base !== voice?.base;
  takeVoice(chosen);
  if (isUntouched && isOther && !isSpeaking()) setText(chosen.base === "en" ? STARTS.Hello : sentence(chosen.language));
  if ($("voice-dialog").open) $("voice-dialog").close();
}

const copy = async (text, told) => {
  await toClipboard(text);
  say(told);
};

// --- wiring ---

const on = (id, kind, act) => $(id).addEventListener(kind, act);

for (const name of Object.keys(STARTS)) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", () => !isSpeaking() && setText(STARTS[name]));
  $("start-buttons").append(button);
}
$("text").value = settings.text;

on("text", "input", () => {
  const isFull = $("text").value.length === $("text").maxLength; // the browser cuts what is pasted
  $("hint").textContent = isFull ? "100,000 characters are the most: what follows is left out." : "";
  setText($("text").value);
});
on("paper", "wheel", () => speaking && (speaking.isScrolled = true));
on("paper", "touchmove", () => speaking && (speaking.isScrolled = true));
on("speak", "click", toggle);
on("speak-again", "click", () => !isSpeaking() && speak());
on("flush", "click", () => speaking.flush());
on("end", "click", () => speaking.end());
on("again", "click", () => {
  if (replay) stopReplay();
  else play(0);
  animate();
});
const playFromPlace = () => play(speaking.secondsAt(Number($("place").value)));
on("place", "change", playFromPlace);
on("place", "keydown", (event) => event.key === "Enter" && !event.ctrlKey && !event.metaKey && playFromPlace());
on("download", "click", download);
wireControls(changed);
on("use-words", "change", () => settings.words && dictionary.load());
on("key-form", "submit", (event) => {
  event.preventDefault();
  const given = $("key").value.trim();
  if (!/^[\x21-\x7e]+$/.test(given)) {
    askForKey("A key has only letters, digits and signs, without blanks.");
    return;
  }
  keepKey(given);
  $("key").value = "";
  check();
});
on("try-now", "click", () => {
  retryS = FIRST_RETRY_S;
  check();
});
on("share", "click", () => {
  const url = link();
  if (url) copy(url, "The link is copied. It holds text and settings, never the key.");
  else say("The text is too long for a link.");
});
on("copy-code", "click", () => copy($("code").textContent, "The code is copied."));
on("copy-id", "click", () => copy(settings.voice, "The id is copied."));
on("copy-install", "click", () => copy("plosive voices install en_US-lessac-medium", "The command is copied."));
wireDialog(() => voices.draw());
wireTheme($("theme"), () => strip.draw());

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.isComposing) return;
  const isNowhere = document.activeElement === document.body;
  const isCombined = event.ctrlKey || event.metaKey;
  if ((event.key === "Enter" && isCombined) || (event.key === " " && isNowhere && !isCombined)) {
    event.preventDefault();
    toggle(event);
  } else if (event.key === "Escape" && isSpeaking()) {
    event.preventDefault();
    toggle(event);
  }
});

makeTabs($("code-tabs"), $("code-panel"), Object.keys(CLIENTS), (name) => {
  client = name;
  changed();
});
say("Connecting.");
check();
