// Light or dark: the system's choice until the reader makes one, which this browser keeps.

const KEPT = "plosive.theme";

/** Let a button change the theme. It says which one it leads to; `drawn` is called after each change. */
export function wireTheme(button, drawn) {
  function set(theme) {
    document.documentElement.style.colorScheme = theme;
    button.textContent = theme === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `${button.textContent} theme`);
    drawn();
  }
  button.addEventListener("click", () => {
    const chosen = button.textContent.toLowerCase();
    localStorage.setItem(KEPT, chosen);
    set(chosen);
  });
  set(localStorage.getItem(KEPT) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
}
