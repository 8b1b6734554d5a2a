// A client on the Node package `ws`: `node node_client.mjs <flow> <url>`, texts as JSON on stdin, frames on stdout.
import { once } from "node:events";
import { text as readAll } from "node:stream/consumers";
import WebSocket from "ws";

const PATIENCE_MS = 10_000;

// Frames in the order they came; `next` waits for one and throws when the socket closes instead.
class Frames {
  constructor(socket) {
    this.closed = once(socket, "close").then(([code, reason]) => ({ code, reason: reason.toString() }));
    this.unread = [];
    this.wake = () => {};
    socket.on("message", (data, isBinary) => {
      if (isBinary) throw new Error("a binary frame");
      this.unread.push(JSON.parse(data.toString()));
      this.wake();
    });
  }

  async next() {
    if (this.unread.length === 0) {
      const came = new Promise((resolve) => (this.wake = resolve));
      await Promise.race([came, this.closed.then(({ code }) => { throw new Error(`closed with ${code}`); })]);
    }
    return this.unread.shift();
  }

  async untilFinal() {
    const frames = [await this.next()];
    while (!frames.at(-1).isFinal) frames.push(await this.next());
    return frames;
  }

  async untilClose() {
    const { code, reason } = await this.closed;
    return { frames: this.unread, code, reason };
  }
}

const flows = {
  async basic(send, frames, texts) {
    send({ text: " " });
    send({ text: texts.join("") });
    send({ text: "" });
    return frames.untilClose();
  },

  async conversation(send, frames, said) {
    send({ text: " " });
    const turns = [];
    for (const sentences of said.turns) {
      for (const sentence of sentences) send({ text: sentence });
      turns.push(await frames.untilFinal());
    }
    for (const sentence of said.story) send({ text: sentence });
    const before = [await frames.next()];
    send({ force: true });
    send({ text: said.interruption });
    return { turns, before, after: await frames.untilFinal() };
  },

  async tokens(send, frames, texts) {
    send({ text: " " });
    for (const token of texts) send({ text: token });
    send({ text: "" });
    return frames.untilClose();
  },
};

const [flow, url] = process.argv.slice(2);
const said = JSON.parse(await readAll(process.stdin));
const socket = new WebSocket(url, { headers: { Authorization: "Bearer test" } });
const frames = new Frames(socket);
await once(socket, "open");
const giveUp = setTimeout(() => { throw new Error("the server fell silent"); }, 2 * PATIENCE_MS);
const heard = await flows[flow]((frame) => socket.send(JSON.stringify(frame)), frames, said);
clearTimeout(giveUp);
process.stdout.write(JSON.stringify(heard));
socket.close(1000);
