// The review queue without reloading: what is decided leaves at once, the next card is there already.
// Without this script every button posts its form, and the page comes back with the next card.
import { press_key } from "./keys.js";
import "./lighting.js";
import { ready } from "./selecting.js";
import { offer } from "./sources.js";

const AHEAD = 1; // cards kept ready behind the one that is shown
const RENEWED = 120_000; // milliseconds; a lease lasts five minutes
const [card, side, done, said] = ["card", "side", "done", "said"].map((id) => document.getElementById(id));
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const behind = [];
const passed = [];
const leaving = new Set(); // addresses whose decisions are on their way
let ahead = [...document.querySelectorAll("template.ahead")].map((one) => one.innerHTML);
let sending = Promise.resolve();
let pending = 0; // decisions on their way

const named = (html) => /data-address="([^"]*)"/.exec(html)?.[1] ?? "";
const shown = () => card.querySelector("[data-address]")?.dataset.address ?? "";

function show(content) {
  if (typeof content === "string") card.innerHTML = content;
  else card.replaceChildren(...content);
  done.hidden = Boolean(shown());
  if (typeof content === "string") {
    offer(card);
    ready(card);
  }
  (card.querySelector("[role=alert], h2") ?? card).focus?.();
}

function next() {
  show(ahead.shift() ?? "");
}

function put_back() {
  if (shown()) ahead.unshift(card.innerHTML);
}

function take(state) {
  if (state.side) side.innerHTML = state.side;
  said.textContent = state.said;
  if (state.refused || state.show) {
    put_back();
    show(state.refused || state.show);
  }
  const known = new Set([shown(), ...ahead.map(named)]);
  ahead.push(...state.ahead.filter((html) => !known.has(named(html))));
  if (!shown() && ahead.length) next();
}

async function ask(url, options) {
  const answer = await fetch(url, { keepalive: options?.method === "POST", ...options, headers: { "X-Desk": "script" } });
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(String(answer.status));
  return answer.json();
}

// One after the other, each telling what is here by then: what is shown, ready, or on its way to be decided.
function send(url, data, lost, address) {
  leaving.add(address);
  pending += 1;
  sending = sending.then(() => {
    [shown(), ...ahead.map(named), ...passed, ...leaving].filter(Boolean).forEach((one) => data.append("shown", one));
    data.set("want", Math.max(0, AHEAD + (shown() ? 0 : 1) - ahead.length));
    return ask(url, { method: "POST", body: data });
  }).then(take).catch(() => {
    put_back();
    show(lost);
    said.textContent = "This did not reach the server: it is shown again with all that you typed. Try once more, or reload.";
  }).finally(() => {
    pending -= 1;
    leaving.delete(address);
  });
}

function act(form, button) {
  const data = new FormData(form, button);
  const kept = [...card.childNodes];
  const stays = /^(un)?flag/.test(data.get("do") ?? "");
  if (stays) {
    sending = sending.then(() => ask(form.action, { method: "POST", body: data })).then(() => look(data.get("address")));
    return;
  }
  if (card.contains(form)) {
    behind.push(shown());
    next();
  }
  send(form.action, data, kept, data.get("address"));
}

async function look(address) {
  const query = new URLSearchParams(done.dataset.query);
  query.set("item", address);
  const state = await ask(`?${query}`);
  if (shown() === address) card.replaceChildren();
  take({ ...state, ahead: [] });
}

function move(where) {
  if (where === "back") {
    const address = behind.pop();
    if (address) look(address);
  } else if (shown()) {
    behind.push(shown());
    passed.push(shown());
    next();
    const data = new FormData();
    [["csrfmiddlewaretoken", token()], ["do", "pass"], ["query", done.dataset.query]].forEach(([name, value]) => data.set(name, value));
    send(done.dataset.act, data, [], "");
  }
}

// What "undo" means is known once all that was decided before has arrived.
addEventListener("keydown", (event) => {
  if (event.key !== "Backspace" || !pending || event.target.matches?.("input, textarea, select")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sending = sending.then(() => press_key("backspace"));
}, true);
addEventListener("beforeunload", (event) => {
  if (pending) event.preventDefault();
});
document.addEventListener("submit", (event) => {
  if (!/\/review\/(act|undo\/\d+)\/$/.test(event.target.action)) return;
  event.preventDefault();
  act(event.target, event.submitter);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) move(button.dataset.move);
});

setInterval(async () => {
  const data = new FormData(document.getElementById("renew"));
  [shown(), ...ahead.map(named)].filter(Boolean).forEach((address) => data.append("shown", address));
  const { kept } = await ask(document.getElementById("renew").action, { method: "POST", body: data });
  if (shown() && !kept.includes(shown())) said.textContent = "Somebody else has this before them now: decide, and the one who is later is told.";
}, RENEWED);

document.getElementById("moving").hidden = false;
offer(card);
ready(card);
