// Plays PCM by Web Audio, chunk after chunk. Works without https, which an AudioWorklet does not.

const CUSHION_S = 0.06;
const CUSHION_AFTER_GAP_S = 0.12;
const FADE_S = 0.004;

// iOS: sound also with the silent switch on.
if (navigator.audioSession) navigator.audioSession.type = "playback";

export class Player {
  /** Make it in the handler of a touch or key: browsers allow no sound before one. */
  constructor(rate) {
    this.rate = rate;
    this.context = new AudioContext({ sampleRate: rate });
    this.gain = this.context.createGain();
    this.gain.connect(this.context.destination);
    this.chunks = [];
    this.seconds = 0; // of audio that has arrived
    this.gaps = 0;
    this.next = 0;
    this.cushion = CUSHION_S;
    const allowed = new Promise((resolve) => setTimeout(resolve, 1000));
    /** The clock runs, so that what is heard has a time. */
    this.ready = Promise.race([this.context.resume(), allowed]);
  }

  /** Schedule samples. Returns when they are heard, on the clock of `performance.now()`. */
  add(samples, insideSentence) {
    const buffer = this.context.createBuffer(1, samples.length, this.rate);
    buffer.copyToChannel(samples, 0);
    const now = this.context.currentTime;
    if (this.next < now + 0.005) {
      if (insideSentence) {
        this.gaps += 1;
        this.cushion = CUSHION_AFTER_GAP_S;
      }
      this.next = now + this.cushion;
    }
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.gain);
    source.start(this.next);
    const chunk = { from: this.seconds, at: this.next, seconds: buffer.duration, source };
    this.chunks.push(chunk);
    this.next += buffer.duration;
    this.seconds += buffer.duration;
    return performance.now() + (chunk.at - now + this.latency) * 1000;
  }

  get latency() {
    return this.context.outputLatency || 0;
  }

  /** Seconds of the audio that were heard. */
  get heard() {
    if (this.stoppedAt !== undefined) return this.stoppedAt;
    const now = this.context.currentTime - this.latency;
    const chunk = this.chunks.findLast((each) => each.at <= now);
    return chunk ? chunk.from + Math.min(now - chunk.at, chunk.seconds) : 0;
  }

  /** Whether all that has arrived was heard. */
  get isDry() {
    return this.context.currentTime - this.latency >= this.next;
  }

  /** Fade out and forget the rest. Returns when it is silent, on the clock of `performance.now()`. */
  stop() {
    const now = this.context.currentTime;
    this.stoppedAt = this.heard;
    this.gain.gain.setValueAtTime(1, now);
    this.gain.gain.linearRampToValueAtTime(0, now + FADE_S);
    const silent = now + FADE_S;
    for (const { source } of this.chunks) source.stop(silent);
    this.close(300);
    return performance.now() + (FADE_S + this.latency) * 1000;
  }

  /** Give the sound device back after the last sample. */
  close(delayMs = 0) {
    this.stoppedAt ??= this.heard;
    setTimeout(() => this.context.state !== "closed" && this.context.close(), delayMs);
  }
}
