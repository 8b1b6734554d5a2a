// The list of voices: search, filters that count one another's rows, and rows that exist only while they are in sight.

import { request, speech } from "./api.js";
import { sentence } from "./texts.js";

const ROW = 56;
const ENGINES = { espeak: "espeak-ng", hibari: "hibari", kokoro: "Kokoro", piper: "Piper" };
const QUALITY = ["high", "medium", "low", "x_low"];
const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** The voices that the server has, for the socket. Throws `Refused`. */
export async function fetchVoices() {
  const { voices, default: preset } = await (await request("v2/text-to-speech/voices")).json();
  return { voices: voices.filter((voice) => voice.socket).map(described).sort(byRank), preset };
}

function described(voice) {
  const language = voice.language ? languageName(voice.language) : "language unknown";
  const base = (voice.language ?? "").split("-")[0];
  const isPublic = Boolean(voice.spoken_by);
  const engine = ENGINES[voice.engine] ?? voice.engine;
  const speaker = isPublic ? `spoken by ${voice.spoken_by}` : [engine, voice.quality].filter(Boolean).join(" ");
  return {
    ...voice,
    base,
    baseName: languageName(base) === base ? voice.name : languageName(base), // browsers know fewer languages than espeak-ng
    family: isPublic ? "Telnyx ids" : engine,
    isNeural: voice.engine !== "espeak",
    line: [language, voice.gender, speaker].filter(Boolean).join(" · "),
    found: `${voice.name} ${voice.voice_id} ${language} ${voice.language} ${voice.gender ?? ""}`.toLowerCase(),
  };
}

// A dialect has its name already, so language, script and region will do. Some tags are not well formed.
function languageName(tag) {
  try {
    const { language, script, region } = new Intl.Locale(tag);
    return names.of([language, script, region].filter(Boolean).join("-"));
  } catch {
    return tag.split("-").length > 2 ? languageName(tag.split("-").slice(0, 2).join("-")) : tag;
  }
}

// Neural first, then the browser's own language and region, then quality.
function byRank(one, other) {
  const own = navigator.language;
  const rank = (voice) => [
    voice.spoken_by ? 1 : 0,
    voice.isNeural ? 0 : 1,
    voice.language === own ? 0 : voice.base === own.split("-")[0] ? 1 : 2,
    voice.quality ? QUALITY.indexOf(voice.quality) : QUALITY.length,
  ];
  const [left, right] = [rank(one), rank(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? one.line.localeCompare(other.line) || one.name.localeCompare(other.name) : left[at] - right[at];
}

export class VoiceList {
  /** `parts` are the elements of the panel, `choose(voice)` is told what was chosen, `fail(error)` why a sample is not heard. */
  constructor(parts, choose, fail) {
    Object.assign(this, parts);
    this.choose = choose;
    this.fail = fail;
    this.voices = [];
    this.shown = [];
    this.samples = new Map();
    for (const each of [this.search, this.byLanguage, this.byGender, this.byEngine]) {
      each.addEventListener("input", () => this.filter());
    }
    this.clear.addEventListener("click", () => {
      for (const each of [this.search, this.byLanguage, this.byGender, this.byEngine]) each.value = "";
      this.filter();
      this.search.focus();
    });
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        this.list.focus();
      }
    });
    this.list.addEventListener("scroll", () => this.draw());
    this.list.addEventListener("keydown", (event) => this.#press(event));
    this.list.addEventListener("click", (event) => this.#click(event));
    new ResizeObserver(() => this.draw()).observe(this.list);
  }

  set(voices) {
    this.voices = voices;
    this.languages = new Map(voices.map((voice) => [voice.base, voice.baseName]));
    this.loading.hidden = true;
    this.list.removeAttribute("aria-busy");
    this.noNeural.hidden = voices.some((voice) => voice.isNeural);
    this.filter();
  }

  get installed() {
    return this.voices.filter((voice) => !voice.spoken_by).length;
  }

  select(id) {
    this.chosen = id;
    this.active = Math.max(0, this.shown.findIndex((voice) => voice.voice_id === id));
    this.draw();
  }

  filter() {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const tests = {
      words: (voice) => words.every((word) => voice.found.includes(word)),
      byLanguage: (voice) => !this.byLanguage.value || voice.base === this.byLanguage.value,
      byGender: (voice) => !this.byGender.value || (voice.gender ?? "unknown") === this.byGender.value,
      byEngine: (voice) => this.#isOfEngine(voice),
    };
    const passing = (but) =>
      this.voices.filter((voice) => Object.entries(tests).every(([name, test]) => name === but || test(voice)));
    this.shown = passing();
    this.#offer(this.byLanguage, "Language", passing("byLanguage"), (voice) => voice.base, (base) => this.languages.get(base) ?? base);
    this.#offer(this.byGender, "Gender", passing("byGender"), (voice) => voice.gender ?? "unknown", (gender) => gender);
    this.#offer(this.byEngine, "Installed", passing("byEngine"), (voice) => voice.family, (family) => family);
    this.noVoice.hidden = this.shown.length > 0 || !this.loading.hidden;
    this.list.hidden = !this.noVoice.hidden;
    this.count.textContent = this.voices.length ? `${this.shown.length} of ${this.voices.length}` : "";
    this.active = Math.max(0, this.shown.findIndex((voice) => voice.voice_id === this.chosen));
    this.list.scrollTop = 0;
    this.draw();
  }

  // Without a choice the public ids are left out: they are other names of installed voices. A search finds them too.
  #isOfEngine(voice) {
    const wanted = this.byEngine.value;
    return wanted ? voice.family === wanted : !voice.spoken_by || this.search.value.trim() !== "";
  }

  #offer(select, title, voices, of, name) {
    const counts = new Map();
    for (const voice of voices) if (of(voice)) counts.set(of(voice), (counts.get(of(voice)) ?? 0) + 1);
    if (select.value && !counts.has(select.value)) counts.set(select.value, 0);
    const value = select.value;
    const options = [...counts].map(([each, count]) => new Option(`${name(each)} (${count})`, each));
    options.sort((one, other) => one.text.localeCompare(other.text));
    select.replaceChildren(new Option(title, ""), ...options);
    select.value = value;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.list.scrollTop / ROW) - 1);
    const last = Math.min(this.shown.length, first + Math.ceil(this.list.clientHeight / ROW) + 3);
    this.rows.style.height = `${this.shown.length * ROW}px`;
    this.list.setAttribute("aria-rowcount", this.shown.length);
    this.rows.replaceChildren(...this.shown.slice(first, last).map((voice, index) => this.#row(voice, first + index)));
    const isDrawn = this.active >= first && this.active < last;
    if (isDrawn) this.list.setAttribute("aria-activedescendant", `voice-${this.active}`);
    else this.list.removeAttribute("aria-activedescendant");
  }

  #row(voice, index) {
    const row = document.createElement("div");
    row.className = index === this.active ? "voice active" : "voice";
    row.id = `voice-${index}`;
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", index + 1);
    row.setAttribute("aria-selected", voice.voice_id === this.chosen);
    row.style.top = `${index * ROW}px`;
    const [sample, about] = [0, 1].map(() => {
      const cell = document.createElement("div");
      cell.setAttribute("role", "gridcell");
      row.append(cell);
      return cell;
    });
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    const sounds = this.sounding === voice.voice_id;
    button.textContent = sounds ? "■" : "▶";
    button.classList.toggle("sounding", sounds);
    button.setAttribute("aria-label", `${sounds ? "Stop" : "Hear"} ${voice.name}`);
    sample.append(button);
    const name = document.createElement("b");
    name.textContent = voice.name;
    const line = document.createElement("small");
    line.textContent = voice.line;
    about.append(name, line);
    return row;
  }

  #click(event) {
    const row = event.target.closest(".voice");
    if (!row) return;
    const index = Number(row.id.slice("voice-".length));
    if (event.target.closest("button")) this.sample(this.shown[index]);
    else this.#chooseAt(index);
  }

  #chooseAt(index) {
    const voice = this.shown[index];
    if (!voice) return;
    this.active = index;
    this.chosen = voice.voice_id;
    this.draw();
    this.choose(voice);
  }

  #press(event) {
    const page = Math.max(1, Math.floor(this.list.clientHeight / ROW) - 1);
    const last = this.shown.length - 1;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -last, End: last };
    if (event.key in steps) {
      this.active = Math.min(last, Math.max(0, this.active + steps[event.key]));
      const top = this.active * ROW;
      if (top < this.list.scrollTop) this.list.scrollTop = top;
      if (top + ROW > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = top + ROW - this.list.clientHeight;
      this.draw();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) this.#chooseAt(this.active);
    else if (event.key === " ") this.sample(this.shown[this.active]);
    else return;
    event.preventDefault();
  }

  /** Play a sentence of a voice, made once and kept; or stop it. */
  async sample(voice) {
    if (!voice) return;
    if (this.sounding === voice.voice_id) {
      this.hush();
      return;
    }
    this.#setSounding(voice.voice_id);
    try {
      if (!this.samples.has(voice.voice_id)) {
        const settings = { response_format: "wav" };
        const answer = await speech({ text: sentence(voice.language), voice: voice.voice_id, voice_settings: settings });
        this.samples.set(voice.voice_id, await answer.arrayBuffer());
      }
      if (this.sounding !== voice.voice_id) return;
      this.context ??= new AudioContext();
      const buffer = await this.context.decodeAudioData(this.samples.get(voice.voice_id).slice(0));
      if (this.sounding !== voice.voice_id) return;
      this.source = this.context.createBufferSource();
      this.source.buffer = buffer;
      this.source.connect(this.context.destination);
      this.source.onended = () => this.sounding === voice.voice_id && this.#setSounding(null);
      this.source.start();
    } catch (error) {
      this.#setSounding(null);
      this.fail(error);
    }
  }

  /** Stop the sample that plays. */
  hush() {
    this.#setSounding(null);
  }

  #setSounding(id) {
    this.source?.stop();
    this.source = null;
    this.sounding = id;
    this.draw();
  }
}
