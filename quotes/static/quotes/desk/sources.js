// Names offered while one types (an ARIA combobox); what is typed stands, so that the form works without.
const WAIT = 150;
let serial = 0;

function box(input) {
  const list = document.createElement("ul");
  list.id = `names-${(serial += 1)}`;
  list.className = "names";
  list.role = "listbox";
  list.hidden = true;
  input.after(list);
  const set = (name, value) => input.setAttribute(name, value);
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", list.id);
  set("aria-expanded", "false");
  return list;
}

function show(input, list, found) {
  list.replaceChildren(...found.map((one, place) => {
    const line = document.createElement("li");
    line.role = "option";
    line.id = `${list.id}-${place}`;
    line.dataset.id = one.id;
    line.dataset.name = one.name;
    const kind = document.createElement("small");
    kind.textContent = ` ${one.kind.toLowerCase()}`;
    line.append(one.name, kind);
    return line;
  }));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.removeAttribute("aria-activedescendant");
}

function choose(input, list, line) {
  input.value = line.dataset.name;
  input.form.elements.source.value = line.dataset.id;
  show(input, list, []);
}

function move(input, list, step) {
  const lines = [...list.children];
  const now = lines.findIndex((line) => line.getAttribute("aria-selected") === "true");
  const next = lines[(now + step + lines.length) % lines.length];
  lines[now]?.removeAttribute("aria-selected");
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.id);
}

function attach(input) {
  const list = box(input);
  let waiting;
  let asked = 0;
  input.addEventListener("input", () => {
    input.form.elements.source.value = "";
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = (asked += 1);
      const answer = await fetch(`${input.dataset.sources}?q=${encodeURIComponent(input.value)}`).then((got) => (got.ok ? got.json() : { sources: [] }), () => ({ sources: [] }));
      if (mine === asked && document.activeElement === input) show(input, list, answer.sources);
    }, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const chosen = list.querySelector("[aria-selected]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(input, list, event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && chosen) choose(input, list, chosen);
    else if (event.key === "Escape") show(input, list, []);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("pointerdown", (event) => {
    const line = event.target.closest("li");
    if (line) choose(input, list, line);
    event.preventDefault();
  });
  input.addEventListener("blur", () => show(input, list, []));
}

export function offer(within = document) {
  within.querySelectorAll("input[data-sources]").forEach(attach);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-name]");
  if (!button) return;
  const input = button.form.elements.name;
  input.value = button.dataset.name;
  button.form.elements.source.value = button.dataset.source ?? "";
  input.focus();
});
