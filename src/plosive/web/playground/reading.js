// Where the spoken sentences are in the written text, and the layer that shows it.

const WORD = /[\p{L}\p{N}]+/gu;
const FARTHEST = 300; // Markdown and links lie between words, but not more than that
const SENTENCE_END = /[.!?…]["'”’)\]*_]*(?=\s)|[。！？]|\n\s*\n/g;

/** Find a spoken text in the source by its words, from a place on. Returns [start, end], or null. */
export function locate(source, spoken, from) {
  let [start, end] = [-1, from];
  for (const [word] of spoken.matchAll(WORD)) {
    const found = source.indexOf(word, end);
    if (found < 0 || found - end > FARTHEST) continue;
    if (start < 0) start = found;
    end = found + word.length;
  }
  if (start < 0) return null;
  return [start, end + source.slice(end).match(/^[^\s\p{L}\p{N}]*/u)[0].length];
}

/** Guess the sentence from a place on, until the server says what it was. */
export function guess(source, from) {
  const start = from + source.slice(from).match(/^[\s#*_>-]*/)[0].length;
  SENTENCE_END.lastIndex = start;
  const found = SENTENCE_END.exec(source);
  return [start, found ? found.index + found[0].trimEnd().length : source.length];
}

/** Cut a text into pieces like an LLM's tokens: about five letters, with the blanks before them. */
export const tokens = (text) => text.match(/\s*[^\s]{1,5}|\s+$/gu) ?? [];

/** Show the text: heard, now (with a word underlined), sent, and ghost for the rest. No `places`: all as it is written. */
export function paint(layer, source, places) {
  const tail = source.endsWith("\n") || !source ? "\u200b" : ""; // a last empty line has a height
  if (!places) {
    layer.replaceChildren(source + tail);
    return;
  }
  const { heard, sent, now, word } = places;
  const part = (kind, from, to) => {
    const span = document.createElement("span");
    span.className = kind;
    span.append(source.slice(from, Math.max(from, to)));
    return span;
  };
  const parts = [];
  let at = heard;
  parts.push(part("heard", 0, heard));
  if (now) {
    const [start, end] = [Math.max(now[0], heard), now[1]];
    parts.push(part("sent", at, start));
    const lit = part("now", start, word ? word[0] : end);
    if (word) lit.append(part("word", ...word), source.slice(word[1], end));
    parts.push(lit);
    at = Math.max(start, end);
  }
  parts.push(part("sent", at, sent), part("ghost", Math.max(at, sent), source.length));
  layer.replaceChildren(...parts, tail);
}
