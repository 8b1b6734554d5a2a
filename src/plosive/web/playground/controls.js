// The controls of the settings: how the text is sent, how fast it is spoken, in which format.

import { FORMATS, ratesOf, settings, usualRate } from "./settings.js";

const $ = (id) => document.getElementById(id);

/** Show the settings in their controls, and keep what is chosen there. `changed` is called after each choice. */
export function wireControls(changed) {
  const takes = (id, kind, take) =>
    $(id).addEventListener(kind, () => {
      take($(id));
      changed();
    });
  for (const format of FORMATS) $("format").append(new Option(format));
  $("llm").checked = settings.llm;
  $("tokens").value = settings.tokens;
  $("speed").value = settings.speed;
  $("format").value = settings.format;
  $("use-words").checked = settings.words;
  offerRates();
  takes("llm", "change", ({ checked }) => (settings.llm = checked));
  takes("tokens", "input", ({ value }) => (settings.tokens = Number(value)));
  takes("speed", "input", ({ value }) => (settings.speed = Number(value)));
  takes("rate", "change", ({ value }) => (settings.rate = Number(value)));
  takes("use-words", "change", ({ checked }) => (settings.words = checked));
  takes("format", "change", ({ value }) => {
    settings.format = value;
    settings.rate = usualRate(value);
    offerRates();
  });
}

function offerRates() {
  const rates = ratesOf(settings.format);
  if (!rates.includes(settings.rate)) settings.rate = usualRate(settings.format);
  $("rate").replaceChildren(...rates.map((rate) => new Option(`${rate / 1000} kHz`, rate)));
  $("rate").value = settings.rate;
}
