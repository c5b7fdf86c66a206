// Single keys: whatever has data-key="…" is pressed, opened or focused by that key. The switch in the help turns them off.
const NAMES = { " ": "space", Backspace: "backspace" };
const FIELDS = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";
const OWN_SPACE = "button, a, summary, input";

function press(element) {
  if (element.matches("summary")) {
    element.parentElement.open = true;
    (element.parentElement.querySelector("input:not([type=hidden]), select") ?? element).focus();
  } else if (element.matches(FIELDS)) {
    element.closest("details")?.setAttribute("open", "");
    element.focus();
  } else element.click();
}

export function press_key(name) {
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === name && !one.disabled && !one.closest("[hidden], template, dialog:not([open])"));
  if (found) press(found);
  return Boolean(found);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches?.(FIELDS)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "?") return document.getElementById("keys")?.showModal();
  if (!document.body.classList.contains("keys-on") || document.querySelector("dialog[open]")) return;
  if (event.key === " " && event.target.closest?.(OWN_SPACE)) return;
  if (press_key(NAMES[event.key] ?? event.key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) document.getElementById("keys").showModal();
  if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
});
