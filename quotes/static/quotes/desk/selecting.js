// Words selected in the text, as a span in code points, for the form whose button takes them.
let kept = null;

const points = (text) => [...text].length;

function selected() {
  const text = document.getElementById("text");
  const selection = document.getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = points(before.toString()) + points(words) - points(words.trimStart()) + Number(text.dataset.offset ?? 0);
  return words.trim() ? { start, end: start + points(words.trim()), words: words.trim() } : null;
}

document.addEventListener("selectionchange", () => {
  kept = selected() ?? kept;
});

function take(button) {
  const said = button.parentElement.querySelector("output");
  if (!kept) {
    said.textContent = "Select words in the text first.";
    return;
  }
  const { start, end, first, last } = button.form.elements;
  [start.value, end.value, first.value, last.value] = [kept.start, kept.end, "", ""];
  said.textContent = `“${kept.words}”`;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-take]");
  if (button) take(button);
});
document.addEventListener("input", (event) => {
  if (!event.target.matches("[name=first], [name=last]")) return;
  const { start, end } = event.target.form.elements;
  start.value = end.value = "";
});

export function ready(within = document) {
  within.querySelectorAll("[data-take]").forEach((button) => { button.hidden = false; });
}
