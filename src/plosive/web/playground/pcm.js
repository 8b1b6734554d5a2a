// Audio of the server to samples from -1 to 1.

/** Formats that this page decodes itself. The others are heard as linear16. */
export const DECODED = ["linear16", "mulaw", "alaw"];

/** Decode the base64 of a chunk. */
export function decode(base64, format) {
  const text = atob(base64);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  if (format === "mulaw") return Float32Array.from(bytes, (byte) => MULAW[byte]);
  if (format === "alaw") return Float32Array.from(bytes, (byte) => ALAW[byte]);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length >> 1 }, (_, at) => view.getInt16(at * 2, true) / 32768);
}

// ITU-T G.711: sign, three bits of exponent, four of mantissa.
const MULAW = Array.from({ length: 256 }, (_, coded) => {
  const byte = ~coded & 255;
  const magnitude = ((((byte & 15) << 3) + 132) << ((byte >> 4) & 7)) - 132;
  return (byte & 128 ? -magnitude : magnitude) / 32768;
});

const ALAW = Array.from({ length: 256 }, (_, coded) => {
  const byte = coded ^ 85;
  const exponent = (byte >> 4) & 7;
  const low = ((byte & 15) << 4) + 8;
  const magnitude = exponent ? (low + 256) << (exponent - 1) : low;
  return (byte & 128 ? magnitude : -magnitude) / 32768;
});
