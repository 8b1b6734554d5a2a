// One connection to the speech socket: handshake, text, interruption, end.

import { key } from "./api.js";

const PATH = "v2/text-to-speech/speech";

/** The address of the socket with these parameters, relative to the page. */
export function address(query) {
  const url = new URL(PATH, document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  url.search = new URLSearchParams(query);
  return url;
}

// A browser cannot send a header with a WebSocket, so the key is a subprotocol.
function protocols() {
  const bytes = new TextEncoder().encode(key());
  const base64url = btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return base64url ? ["plosive.v2", `plosive.key.${base64url}`] : ["plosive.v2"];
}

export class SpeechSocket {
  /** `heard(frame)` gets each frame of the server, `sent(frame)` each of ours, `closed(code, reason)` the end. */
  constructor(query, voiceSettings, { sent, heard, closed }) {
    this.sent = sent;
    this.socket = new WebSocket(address(query), protocols());
    this.open = new Promise((resolve) => {
      this.socket.onopen = () => {
        this.wasOpen = true;
        this.send({ text: " ", voice_settings: voiceSettings });
        resolve(true);
      };
      this.socket.onclose = (event) => {
        resolve(false);
        closed(event.code, event.reason);
      };
    });
    this.socket.onmessage = (event) => heard(JSON.parse(event.data));
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(frame) {
    if (!this.isOpen) return;
    this.socket.send(JSON.stringify(frame));
    this.sent(frame);
  }

  /** Drop all unspoken text, and end the session. `heardMs`: how much of the audio was heard. */
  interrupt(heardMs) {
    this.send({ force: true, played_ms: heardMs });
    this.end();
  }

  flush() {
    this.send({ flush: true });
  }

  end() {
    this.send({ text: "" });
  }

  close() {
    this.socket.close();
  }
}
