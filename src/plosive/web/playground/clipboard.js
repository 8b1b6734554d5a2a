// Copies text, also on a page of plain HTTP, where browsers have no navigator.clipboard.

/** Put a text into the clipboard. */
export async function toClipboard(text) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text).catch(() => copyOld(text));
  else copyOld(text);
}

function copyOld(text) {
  const field = document.createElement("textarea");
  field.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(field); // outside of it nothing can be selected
  field.select();
  document.execCommand("copy");
  field.remove();
}
