// The article: a quote is chosen in the text too, its words are selected, its evidence lights up.
import "./keys.js";
import "./lighting.js";
import { ready } from "./selecting.js";
import { offer } from "./sources.js";

offer();
ready();
const text = document.getElementById("text");
const chosen = document.querySelector("[data-chosen]")?.dataset.chosen;
const words = chosen ? [...document.getElementsByClassName(chosen)] : [];
words.forEach((one) => one.classList.add("chosen-words"));
if (words[0] && innerWidth > 900) words[0].scrollIntoView({ block: "center" });

text?.addEventListener("click", (event) => {
  if (!document.getSelection().isCollapsed) return;
  const name = [...(event.target.closest(".quote")?.classList ?? [])].find((one) => one.startsWith("q-"));
  const number = name && document.getElementById(name);
  if (number && name !== chosen) number.click();
});
