// The log of frames. It is drawn only while it is open.

const MOST = 600;

export class Frames {
  constructor({ details, rows, empty, copy }) {
    this.list = [];
    this.rows = rows;
    this.empty = empty;
    this.details = details;
    details.addEventListener("toggle", () => this.draw());
    copy.addEventListener("click", () => this.onCopy?.(this.asText()));
  }

  clear() {
    this.begun = performance.now();
    this.list = [];
    this.draw();
  }

  /** Note a frame. The audio frames of a sentence are one row with their count and size. */
  add(way, frame) {
    const seconds = (performance.now() - this.begun) / 1000;
    const last = this.list.at(-1);
    if (frame.audio) {
      const bytes = Math.floor((frame.audio.length * 3) / 4);
      if (last?.audio) {
        last.count += 1;
        last.bytes += bytes;
      } else {
        this.list.push({ seconds, way, audio: true, count: 1, bytes, first: frame.timeToFirstAudioFrameMs, cached: frame.cached });
      }
    } else {
      this.list.push({ seconds, way, text: JSON.stringify(frame), error: frame.type === "error" });
    }
    if (this.list.length > MOST) this.list.shift();
    if (this.details.open && !this.drawing) this.drawing = requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.drawing = null;
    this.empty.hidden = this.list.length > 0;
    if (!this.details.open) return;
    this.rows.replaceChildren(
      ...this.list.map((row) => {
        const line = document.createElement("tr");
        line.className = row.audio ? "audio" : row.error ? "error" : "";
        for (const text of cells(row)) line.insertCell().append(text);
        return line;
      }),
    );
  }

  asText() {
    return this.list.map((row) => cells(row).join("\t")).join("\n");
  }
}

function cells(row) {
  const first = row.first === undefined ? "" : `, first after ${row.first} ms`;
  const audio = `audio_chunk × ${row.count}, ${(row.bytes / 1024).toFixed(1)} KiB${first}${row.cached ? ", cached" : ""}`;
  return [row.seconds.toFixed(3), row.way === "out" ? "→" : "←", row.audio ? audio : row.text];
}
