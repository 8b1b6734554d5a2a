// One text that is being spoken: what was sent, what has arrived, what was heard, and the figures of it.

import { decode } from "./pcm.js";
import { Player } from "./player.js";
import { guess, locate, tokens } from "./reading.js";
import { SpeechSocket } from "./socket.js";

const LONG_WAIT_MS = 1200;
const LONGEST_STOP_MS = 3000;
const SILENT_MS = 2000;

export class Speaking {
  /**
   * Make it in the handler of a touch or key. `how` has text, voice, speed, format, rate, llm, tokens and dictionary.
   * `tell` is told: `frame(way, frame)`, `change()` after each, `waiting()`, `silent()`, `ended(outcome, detail)` once.
   */
  constructor(how, strip, tell) {
    Object.assign(this, how);
    this.strip = strip;
    this.tell = tell;
    this.player = new Player(this.rate);
    this.pcm = [];
    this.sentFrames = []; // {end, at}: how much of the text was sent until when
    this.sent = 0;
    this.sentences = []; // {from, to} in seconds of audio, {place} in the text
    this.words = []; // {from, place}
    this.cursor = 0;
    this.wordCursor = 0;
    this.chunks = []; // {from, seconds, x}: seconds of audio, and where they are on the strip
    this.figures = { gaps: 0 };
    const query = { voice: this.voice, audio_format: this.format, sample_rate: this.rate, timestamps: "words" };
    if (this.dictionary) query.pronunciation_dict_id = this.dictionary;
    this.query = query;
    this.socket = new SpeechSocket(query, { voice_speed: this.speed }, {
      sent: (frame) => tell.frame("out", frame),
      heard: (frame) => this.#take(frame),
      closed: (code, reason) => this.#closed(code, reason),
    });
    this.#begin();
  }

  async #begin() {
    const [isOpen] = await Promise.all([this.socket.open, this.player.ready]);
    if (!isOpen || this.outcome || this.isInterrupted) return;
    this.origin = performance.now();
    this.waiting = setTimeout(() => this.tell.waiting(), LONG_WAIT_MS);
    if (this.llm) this.#write(tokens(this.text), 0);
    else this.#send(this.text);
    if (!this.llm) this.#finishText();
  }

  // Pieces that are due by now: a timer of a page in the background comes late.
  #write(pieces, done) {
    if (this.isInterrupted || this.textEnded || this.outcome) return;
    const due = Math.min(pieces.length, 1 + Math.floor(((performance.now() - this.origin) / 1000) * this.tokens));
    for (const piece of pieces.slice(done, due)) this.#send(piece);
    if (due === pieces.length) this.#finishText();
    else setTimeout(() => this.#write(pieces, due), 1000 / this.tokens);
  }

  #send(text) {
    this.sent += text.length;
    this.sentFrames.push({ end: this.sent, at: performance.now() });
    this.strip.ticks.push((performance.now() - this.origin) / 1000);
    this.socket.send({ text });
  }

  #finishText() {
    this.textEnded = true;
    this.socket.end();
    this.tell.change();
  }

  /** Whether text is still being sent. */
  get isWriting() {
    return !this.textEnded && !this.outcome && !this.isInterrupted;
  }

  flush() {
    this.socket.flush();
  }

  /** Send no more text; what was sent is spoken. */
  end() {
    if (this.isWriting) this.#finishText();
  }

  /** Fall silent first, then tell the server. `at` is the event's time. */
  interrupt(at) {
    if (this.isInterrupted || this.outcome) return;
    this.isInterrupted = true;
    this.late = 0;
    this.askedAt = at;
    const heard = this.player.heard;
    this.silentAt = this.player.stop();
    this.unheard = this.player.seconds - heard;
    this.hadFinished = this.isComplete || !this.socket.isOpen;
    clearTimeout(this.waiting);
    if (this.socket.isOpen) this.socket.interrupt(Math.round(heard * 1000));
    setTimeout(() => this.socket.close(), this.socket.isOpen ? LONGEST_STOP_MS : 0);
    this.strip.cut = this.strip.head;
    if (this.hadFinished) this.#acknowledged();
    this.tell.change();
  }

  #acknowledged() {
    if (this.figures.barge !== undefined) return;
    const now = performance.now();
    this.figures.barge = Math.max(this.silentAt, this.hadFinished ? 0 : now) - this.askedAt;
    const late = this.late ? `${this.late} old frames were on their way` : "no old frame came after it";
    const server = this.hadFinished ? "the server had finished" : `the server stopped after ${Math.round(now - this.askedAt)} ms, ${late}`;
    this.figures.bargeNote = `${this.unheard.toFixed(1)} s of speech dropped; ${server}`;
    this.#end("interrupted");
  }

  #take(frame) {
    this.tell.frame("in", frame);
    if (frame.type === "error") this.failure = frame.error;
    else if (this.isInterrupted) this.#takeOld(frame);
    else if (frame.audio) this.#hear(frame);
    else if (frame.type === "words") this.#time(frame);
    else if (frame.isFinal) this.#complete();
    else if (frame.text) this.#spoken(frame.text);
    this.tell.change();
  }

  #takeOld(frame) {
    if (frame.audio) this.late += 1;
    if (frame.isFinal || frame.type === "interrupted") this.#acknowledged();
  }

  #hear(frame) {
    const samples = decode(frame.audio, this.format);
    if (!samples.length) return;
    clearTimeout(this.waiting);
    const begun = this.sentences.at(-1)?.to ?? 0;
    const from = this.player.seconds;
    const x = (this.player.add(samples, from > begun) - this.origin) / 1000;
    this.pcm.push(samples);
    this.chunks.push({ from, seconds: samples.length / this.rate, x });
    this.strip.add(samples, this.rate, x);
    this.figures.seconds = this.player.seconds;
    this.figures.gaps = this.player.gaps;
    if (this.firstAt !== undefined) return;
    this.firstAt = performance.now();
    this.figures.server = frame.timeToFirstAudioFrameMs;
    this.figures.cached = frame.cached;
    this.figures.sinceToken = this.firstAt - this.sentFrames[0].at;
    this.#measureFirst(guess(this.text, 0)[1]);
  }

  // From the frame that completed the first sentence. In a stream of tokens the server waits for the next one as well.
  #measureFirst(end) {
    const completed = this.sentFrames.find((each) => each.end >= end) ?? this.sentFrames.at(-1);
    this.figures.first = this.firstAt - Math.min(completed.at, this.firstAt);
  }

  #spoken(text) {
    const from = this.sentences.at(-1)?.to ?? 0;
    const to = this.player.seconds;
    const place = locate(this.text, text, this.cursor) ?? guess(this.text, this.cursor);
    if (!this.sentences.length && this.firstAt !== undefined) this.#measureFirst(place[1]);
    this.cursor = place[1];
    this.sentences.push({ from, to, place });
    if (to > from) this.strip.sentences.push([this.#xOf(from), this.#xOf(to - 0.001)]);
    this.figures.sentences = this.sentences.length;
  }

  #time({ offset_ms: offset, words }) {
    for (const { text, start_ms: start } of words) {
      const place = locate(this.text, text, this.wordCursor);
      if (!place) continue;
      this.wordCursor = place[1];
      this.words.push({ from: (offset + start) / 1000, place });
    }
  }

  #complete() {
    if (!this.textEnded) return; // a `final` of a pause in the text
    this.isComplete = true;
    clearTimeout(this.waiting);
    this.figures.complete = (performance.now() - this.origin) / 1000;
    this.figures.sentences = this.sentences.length;
    this.figures.seconds = this.player.seconds;
  }

  #closed(code, reason) {
    clearTimeout(this.waiting);
    if (this.isInterrupted) this.#acknowledged();
    if (this.isComplete || this.outcome) return;
    this.player.close(300);
    if (!this.socket.wasOpen) this.#end("refused");
    else {
      this.strip.failed = this.strip.head || this.strip.end;
      this.#end("failed", this.failure ?? (reason || `The connection was lost (${code}).`));
    }
  }

  #end(outcome, detail) {
    if (this.outcome) return;
    this.outcome = outcome;
    this.tell.ended(outcome, detail);
  }

  #xOf(seconds) {
    const chunk = this.chunks.findLast((each) => each.from <= seconds) ?? this.chunks[0];
    return chunk ? chunk.x + Math.min(seconds - chunk.from, chunk.seconds) : 0;
  }

  /** Seconds of audio at a place of the strip, for playing again from there. */
  secondsAt(x) {
    const chunk = this.chunks.findLast((each) => each.x <= x);
    return chunk ? chunk.from + Math.min(x - chunk.x, chunk.seconds) : 0;
  }

  /** Move the playhead. Call it for each picture; ends the speaking when all was heard. */
  step() {
    if (this.outcome || this.origin === undefined || this.isInterrupted) return;
    const heard = this.player.heard;
    if (heard === 0 && performance.now() - this.firstAt > SILENT_MS) this.tell.silent();
    if (heard > 0) this.strip.head = Math.max(this.strip.head, this.#xOf(heard));
    if (this.isComplete && this.player.isDry) {
      this.strip.head = this.strip.end;
      this.player.close();
      this.#end("finished");
    }
  }

  /** Where the reading is in the text, for the layer. */
  get places() {
    const heard = this.player.heard;
    const isOver = this.outcome === "finished";
    const sentence = this.sentences.find(({ from, to }) => from <= heard && heard < to);
    const last = this.sentences.findLast(({ to }) => to <= heard);
    const word = this.words.findLast(({ from }) => from <= heard && heard > 0)?.place;
    const before = sentence ? sentence.place[0] : (last?.place[1] ?? 0);
    if (isOver) return { heard: Math.max(before, this.sent), sent: this.sent };
    if (this.isInterrupted || this.outcome) {
      const to = word && word[1] > before ? word[1] : before;
      return { heard: to, sent: to };
    }
    const isGuessed = !sentence && heard > 0 && this.player.seconds > (this.sentences.at(-1)?.to ?? 0);
    const now = sentence?.place ?? (isGuessed && heard > 0 ? guess(this.text, before) : null);
    const isIn = now && word && word[0] >= now[0] && word[1] <= now[1];
    return { heard: before, sent: this.sent, now, word: isIn ? word : null };
  }

  /** All samples that have arrived. */
  get samples() {
    const whole = new Float32Array(this.pcm.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.pcm) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
