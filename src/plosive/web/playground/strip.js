// The strip: sent text, arriving and heard audio on one line of seconds since the first text was sent.

const SLOTS = 100; // peaks a second
const PITCH = 3; // two pixels of bar, one between

export class Strip {
  constructor(canvas) {
    this.canvas = canvas;
    new ResizeObserver(() => this.draw()).observe(canvas);
    this.clear();
  }

  clear() {
    this.ticks = []; // seconds at which text was sent
    this.peaks = []; // loudest sample of each hundredth of a second; a hole: no audio
    this.sentences = []; // [from, to] in seconds
    this.head = 0;
    this.cut = null; // seconds of the interruption
    this.failed = null; // seconds of an error
    this.draw();
  }

  get end() {
    return this.peaks.length / SLOTS;
  }

  /** Add samples heard from `seconds` on. */
  add(samples, rate, seconds) {
    const step = rate / SLOTS;
    for (let at = 0, slot = Math.round(seconds * SLOTS); at < samples.length; at += step, slot += 1) {
      let peak = 0;
      for (let index = Math.floor(at); index < Math.min(at + step, samples.length); index += 1) {
        peak = Math.max(peak, Math.abs(samples[index]));
      }
      this.peaks[slot] = Math.max(this.peaks[slot] ?? 0, peak);
    }
  }

  /** Seconds that the strip is wide. */
  get span() {
    const needed = Math.max(this.end, this.head, this.ticks.at(-1) ?? 0);
    let span = this.canvas.clientWidth < 560 ? 6 : 10;
    for (let grown = 0; span < needed; grown += 1) span *= grown % 2 ? 4 / 3 : 1.5;
    return span;
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const ratio = devicePixelRatio || 1;
    if (this.canvas.width !== width * ratio || this.canvas.height !== height * ratio) {
      this.canvas.width = width * ratio;
      this.canvas.height = height * ratio;
    }
    const pen = this.canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const style = getComputedStyle(this.canvas);
    const colour = (name) => style.getPropertyValue(`--${name}`);
    const scale = width / this.span;
    this.#drawAxis(pen, width, height, scale, colour);
    pen.fillStyle = colour("ink-3");
    for (const tick of this.ticks) pen.fillRect(tick * scale, 0, 1, 10);
    this.#drawBars(pen, height, scale, colour);
    for (const [from, to] of this.sentences) {
      pen.fillStyle = colour(from <= this.head && this.head < to ? "live" : "edge");
      pen.fillRect(from * scale, height - 28, Math.max(1, (to - from) * scale - 2), 3);
    }
    if (this.head > 0) mark(this.head, colour("live"));
    if (this.cut !== null) mark(this.cut, colour("ink"));
    if (this.failed !== null) {
      mark(this.failed, colour("bad"));
      pen.fillText("stopped", this.failed * scale + 7, 22);
    }

    function mark(seconds, shade) {
      pen.fillStyle = shade;
      pen.fillRect(seconds * scale, 12, 2, height - 34);
    }
  }

  #drawAxis(pen, width, height, scale, colour) {
    pen.fillStyle = colour("edge");
    pen.fillRect(0, height - 20, width, 1);
    pen.fillStyle = colour("ink-3");
    pen.font = "11px system-ui, sans-serif";
    const step = [1, 2, 5, 10, 20, 60, 120, 300, 600].find((each) => each * scale >= 42) ?? 1800;
    for (let second = 0; second * scale < width - 20; second += step) {
      pen.fillRect(second * scale, height - 20, 1, 4);
      pen.fillText(second === 0 ? "0 s" : second, second * scale + 3, height - 5);
    }
  }

  #drawBars(pen, height, scale, colour) {
    const middle = (height - 20) / 2;
    const tall = middle - 16;
    const heardTo = this.cut ?? this.head;
    const [live, edge] = [colour("live"), colour("edge")];
    for (let x = 0; x / scale < this.end; x += PITCH) {
      const from = Math.floor((x / scale) * SLOTS);
      const to = Math.max(from + 1, Math.floor(((x + PITCH) / scale) * SLOTS));
      const peaks = this.peaks.slice(from, to).filter((peak) => peak !== undefined);
      if (!peaks.length) continue;
      const half = Math.max(0.75, Math.max(...peaks) * tall);
      pen.globalAlpha = this.cut !== null && x / scale > this.cut ? 0.4 : 1;
      pen.fillStyle = x / scale < heardTo ? live : edge;
      pen.fillRect(x, middle - half, PITCH - 1, half * 2);
    }
    pen.globalAlpha = 1;
  }
}
