// The pronunciation dictionary "Playground" of this server: try a word, add it, remove it.

import { request, speech } from "./api.js";

const PATH = "v2/pronunciation_dicts";
const NAME = "Playground";
const SAVE_AFTER_MS = 900;

const escaped = (text) => text.replace(/[<&>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

function ssml({ text, type, alias, phoneme }) {
  const said =
    type === "alias"
      ? `<sub alias="${escaped(alias)}">${escaped(text)}</sub>`
      : `<phoneme alphabet="ipa" ph="${escaped(phoneme)}">${escaped(text)}</phoneme>`;
  return `<speak>${escaped(text)}. <break time="400ms"/> ${said}.</speak>`;
}

export class PronunciationDictionary {
  /** `parts` are its elements; `voice()` is the id of the chosen voice, `changed()` is told after each save. */
  constructor(parts, voice, changed) {
    Object.assign(this, parts);
    this.voice = voice;
    this.changed = changed;
    this.items = [];
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const item = this.#written();
      this.items = [...this.items.filter(({ text }) => text !== item.text), item];
      this.form.reset();
      this.word.focus();
      this.draw();
      this.#saveSoon();
    });
    this.tryWord.addEventListener("click", () => this.form.reportValidity() && this.hear(this.#written()));
    this.details.addEventListener("toggle", () => this.details.open && this.load());
  }

  /** Get the words that the server has. */
  load() {
    this.loaded ??= this.#load();
    return this.loaded;
  }

  async #load() {
    try {
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const { data, meta } = await (await request(`${PATH}?page[number]=${page}&page[size]=250`)).json();
        pages = meta.total_pages;
        const found = data.find(({ name }) => name === NAME);
        if (found) {
          this.id = found.id;
          const added = this.items.map(({ text }) => text);
          this.items = [...found.items.filter(({ text }) => !added.includes(text)), ...this.items];
        }
      }
      this.note.textContent = "";
    } catch (error) {
      this.loaded = null;
      this.note.textContent = error.message;
    }
    this.draw();
    this.changed();
  }

  #written() {
    const [text, said, type] = [this.word.value.trim(), this.said.value.trim(), this.saidBy.value];
    return type === "alias" ? { text, type, alias: said } : { text, type, phoneme: said, alphabet: "ipa" };
  }

  draw() {
    this.noWords.hidden = this.items.length > 0;
    this.list.replaceChildren(
      ...this.items.map((item) => {
        const line = document.createElement("li");
        const text = document.createElement("span");
        text.textContent = `${item.text} → ${item.alias ?? `/${item.phoneme}/`}`;
        line.append(text, this.#button("Try", item, () => this.hear(item)), this.#button("Remove", item, () => this.#remove(item)));
        return line;
      }),
    );
  }

  #button(word, item, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = word;
    button.setAttribute("aria-label", `${word} ${item.text}`);
    button.addEventListener("click", act);
    return button;
  }

  #remove(item) {
    this.items = this.items.filter((each) => each !== item);
    this.draw();
    this.#saveSoon();
    this.word.focus();
  }

  /** Say a word as it is, then as it will be. Nothing is saved for it. */
  async hear(item) {
    this.note.textContent = "";
    try {
      const body = { text: ssml(item), text_type: "ssml", voice: this.voice(), voice_settings: { response_format: "wav" } };
      this.context ??= new AudioContext();
      const buffer = await this.context.decodeAudioData(await (await speech(body)).arrayBuffer());
      this.source?.stop();
      this.source = this.context.createBufferSource();
      this.source.buffer = buffer;
      this.source.connect(this.context.destination);
      this.source.start();
    } catch (error) {
      this.note.textContent = error.message;
    }
  }

  #saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#save(), SAVE_AFTER_MS);
  }

  async #save() {
    try {
      await this.load();
      if (!this.items.length && this.id) {
        await request(`${PATH}/${this.id}`, { method: "DELETE" });
        this.id = null;
      } else if (this.items.length) {
        const body = { name: NAME, items: this.items };
        const answer = await request(this.id ? `${PATH}/${this.id}` : PATH, { method: this.id ? "PATCH" : "POST", body });
        this.id = (await answer.json()).data.id;
      }
      this.note.textContent = "Saved.";
      this.changed();
    } catch (error) {
      this.note.textContent = `Not saved. ${error.message}`;
    }
  }
}
