// A row of tabs over one panel, as WAI-ARIA has it: one of them is reached by Tab, the others by arrow keys.

/** Fill `list` with a tab for each name and choose the first. `chosen` is told the name of each tab that is chosen. */
export function makeTabs(list, panel, names, chosen) {
  function choose(tab) {
    for (const each of list.children) {
      each.setAttribute("aria-selected", each === tab);
      each.tabIndex = each === tab ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", tab.id);
    chosen(tab.textContent);
  }
  for (const name of names) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${name.replace(" ", "-")}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.textContent = name;
    tab.addEventListener("click", () => choose(tab));
    list.append(tab);
  }
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...list.children];
    const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
    choose(next);
    next.focus();
  });
  choose(list.firstElementChild);
}
