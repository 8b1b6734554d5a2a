// What the page speaks and how: kept in this tab, and shared by a link whose fragment no server sees. Never the key.

import { HELLO } from "./texts.js";

const KEPT = "plosive.settings";
const LONGEST_LINK = 6000;

export const FORMATS = ["mp3", "linear16", "wav", "mulaw", "alaw", "opus", "ogg_vorbis", "flac"];
const RATES = [8000, 16000, 22050, 24000, 44100, 48000];

const DEFAULTS = { text: HELLO, voice: "", speed: 1, format: "mp3", rate: 24000, llm: true, tokens: 50, words: false };

/** The sample rates that a format can have. */
export function ratesOf(format) {
  if (format === "opus") return [8000, 16000, 24000, 48000];
  return RATES;
}

/** The rate that a format has if nobody chooses one. */
export const usualRate = (format) => ({ mulaw: 8000, alaw: 8000, opus: 48000 })[format] ?? 24000;

export const settings = { ...DEFAULTS, ...checked(read(sessionStorage.getItem(KEPT))), ...checked(fromLink(location.hash)) };

/** Keep the settings for a reload of this tab. */
export const keep = () => sessionStorage.setItem(KEPT, JSON.stringify(settings));

/** The link to this text with these settings, or null if it is too long. */
export function link() {
  const changed = Object.entries(settings).filter(([name, value]) => name === "voice" || value !== DEFAULTS[name]);
  const url = new URL(location.href);
  url.hash = new URLSearchParams(changed);
  return url.href.length > LONGEST_LINK ? null : url.href;
}

function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function fromLink(hash) {
  const given = Object.fromEntries(new URLSearchParams(hash.slice(1)));
  for (const name of ["speed", "rate", "tokens"]) if (name in given) given[name] = Number(given[name]);
  for (const name of ["llm", "words"]) if (name in given) given[name] = given[name] === "true";
  return given;
}

// A link may say anything: only values that the page itself could have are taken.
function checked(given) {
  const fits = {
    text: (value) => typeof value === "string" && value.length <= 100000,
    voice: (value) => typeof value === "string" && value.length <= 200,
    speed: (value) => value >= 0.5 && value <= 2,
    format: (value) => FORMATS.includes(value),
    rate: (value) => RATES.includes(value),
    llm: (value) => typeof value === "boolean",
    tokens: (value) => value >= 5 && value <= 200,
    words: (value) => typeof value === "boolean",
  };
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => fits[name]?.(value)));
}
