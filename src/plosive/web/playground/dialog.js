// The voices stand beside the text, or in a dialog where the page is narrow.

const NARROW = matchMedia("(max-width: 1120px)");

const $ = (id) => document.getElementById(id);

/** Put the voices where there is room, and let them open and close. `drawn` is called when they have another size. */
export function wireDialog(drawn) {
  const dialog = $("voice-dialog");
  function place() {
    if (!NARROW.matches && dialog.open) dialog.close();
    (NARROW.matches ? dialog : $("voice-column")).append($("voice-panel"));
    drawn();
  }
  $("close-voices").addEventListener("click", () => dialog.close());
  $("chip").addEventListener("click", () => {
    dialog.showModal();
    $("list").focus();
    drawn();
  });
  NARROW.addEventListener("change", place);
  place();
}
