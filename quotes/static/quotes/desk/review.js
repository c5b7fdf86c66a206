// The review queue without reloading: what is decided leaves at once, the next card is there already.
// Without this script every button posts its form, and the page comes back with the next card.
import "./keys.js";
import "./lighting.js";
import { ready } from "./selecting.js";
import { offer } from "./sources.js";

const AHEAD = 1; // cards kept ready behind the one that is shown
const RENEWED = 120_000; // milliseconds; a lease lasts five minutes
const [card, side, done, said] = ["card", "side", "done", "said"].map((id) => document.getElementById(id));
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const behind = [];
const passed = [];
let ahead = [...document.querySelectorAll("template.ahead")].map((one) => one.innerHTML);
let sending = Promise.resolve();

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
  const answer = await fetch(url, { ...options, headers: { "X-Desk": "script" } });
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(String(answer.status));
  return answer.json();
}

function send(url, data, lost) {
  [shown(), ...ahead.map(named), ...passed].filter(Boolean).forEach((address) => data.append("shown", address));
  data.set("want", Math.max(0, AHEAD + (shown() ? 0 : 1) - ahead.length));
  sending = sending.then(() => ask(url, { method: "POST", body: data })).then(take).catch(() => {
    put_back();
    show(lost);
    said.textContent = "This did not reach the server: it is shown again with all that you typed. Try once more, or reload.";
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
  send(form.action, data, kept);
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
    send(done.dataset.act, data, []);
  }
}

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
