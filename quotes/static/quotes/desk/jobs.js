// Bars that move: what is under way is fetched anew while anything is, unless a button there has the focus.
import "./keys.js";

const EVERY = 4_000; // milliseconds

setInterval(async () => {
  const running = document.getElementById("running");
  if (!running.matches("[data-running]") || document.hidden || running.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = fresh.getElementById("running");
  if (!now?.matches("[data-running]")) location.reload();
  else running.innerHTML = now.innerHTML;
}, EVERY);
