// The figures of the last text: how soon it was heard, and how soon it was silent.

const $ = (id) => document.getElementById(id);

/** Show the figures of a text that is or was spoken; null shows dashes. */
export function showFigures(speaking) {
  const { first, server, sinceToken, cached, barge, bargeNote, sentences, seconds, complete, gaps } = speaking?.figures ?? {};
  const or = (value, write) => (value === undefined ? "–" : write(value));
  $("first").textContent = or(first, Math.round);
  $("barge").textContent = or(barge, Math.round);
  $("first").nextElementSibling.hidden = first === undefined;
  $("barge").nextElementSibling.hidden = barge === undefined;
  $("sentences").textContent = or(sentences, String);
  $("seconds").textContent = or(seconds, (value) => `${value.toFixed(1)} s`);
  $("complete").textContent = or(complete, (value) => `${value.toFixed(1)} s`);
  $("gaps").textContent = or(gaps, String);
  const notes = [];
  if (server !== undefined) notes.push(`server ${server} ms`);
  if (sinceToken !== undefined && speaking.llm) notes.push(`${Math.round(sinceToken)} ms after the first token`);
  if (cached) notes.push("from the cache");
  $("first-note").textContent = notes.join(", ") || "from a complete sentence to its first sound";
  $("barge-note").textContent = bargeNote ?? "from Interrupt to silence";
}
