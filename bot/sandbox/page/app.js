// Puts the parts together: who is open where, what the stream of events touches, what survives a reload.

import { api } from "./api.js";
import { callsPanel } from "./calls.js";
import { openChat } from "./chat.js";
import { clockBar } from "./clock.js";
import { arrange, coalesce, el, icon, iconButton, memory } from "./dom.js";
import { complain } from "./dialogs.js";
import { listen } from "./events.js";
import { peoplePanel } from "./people.js";
import { startCode } from "./richtext.js";

const MOST_OPEN = 3;
const COLUMNS = [[matchMedia("(min-width: 1240px)"), 3], [matchMedia("(min-width: 900px)"), 2]];
const TOUCH = matchMedia("(pointer: coarse)");
const PHONE = matchMedia("(max-width: 719px)");
const HINT = [
  ["Это репетиция.", "Бот настоящий, люди выдуманы, в Telegram ничего не уходит."],
  ["Откройте человека слева и нажмите «Начать».", "Второй чат откройте рядом: видно, как запись учителя приходит методисту."],
  ["Двигайте часы вверху.", "Напоминания придут сразу. Новый человек и приглашение по ссылке — под списком людей."],
];

const chats = new Map();
let people = [];
let open = [];
/** Open chats, the one used last at the end: it decides what stays when there is less room. */
let recent = [];

const state = () => ({ people, open: visible(), focused: recent.at(-1) ?? null });
const list = peoplePanel({ state, onOpen: show, onAdded: () => loadPeople() });
const clock = clockBar(() => reloadAll());
const calls = callsPanel();
const banner = el("p", { class: "banner", role: "alert", hidden: true }, "Связь с демо потеряна. Пробуем снова…");
const columns = el("main", { class: "columns" });
const top = el("header", { class: "top" },
  el("h1", {}, icon("chat"), "Учебный чат"), clock.root,
  el("div", { class: "top-tools" }, iconButton("help", "Что здесь делать", () => hint(true)), calls.button));
const welcome = el("section", { class: "welcome", "aria-label": "С чего начать" });
document.body.append(top, banner, list.root, columns, calls.root);

function room() {
  return COLUMNS.find(([query]) => query.matches)?.[1] ?? 1;
}

/** The chats that fit the window, in the order of their columns. */
function visible() {
  const kept = new Set(recent.slice(-room()));
  return open.filter((id) => kept.has(id));
}

function show(id, beside) {
  if (!people.some((person) => person.id === id)) return;
  if (!open.includes(id)) {
    const used = recent.at(-1);
    const least = recent.find((known) => known !== used) ?? used;
    if (beside && open.length >= Math.min(room(), MOST_OPEN)) swap(least, id);
    else if (beside || used === undefined) open.push(id);
    else swap(used, id);
  }
  use(id);
  if (PHONE.matches && document.body.dataset.view !== "chat") history.pushState({ chat: id }, "");
  document.body.dataset.view = "chat";
  draw();
  // A phone would cover half of the chat with its keyboard.
  if (!TOUCH.matches) chats.get(id).focus();
}

function swap(old, id) {
  open[open.indexOf(old)] = id;
  recent = recent.filter((known) => known !== old);
}

function use(id) {
  recent = [...recent.filter((known) => known !== id), id];
}

function shut(id) {
  open = open.filter((known) => known !== id);
  recent = recent.filter((known) => known !== id);
  if (!open.length) document.body.dataset.view = "list";
  draw();
  loadPeople().catch(() => {});
}

function back() {
  if (history.state?.chat) history.back();
  else leave();
}

function leave() {
  document.body.dataset.view = "list";
  draw();
}

function draw() {
  for (const id of chats.keys()) if (!open.includes(id)) chats.delete(id);
  const shown = visible();
  for (const id of shown) if (!chats.has(id)) chats.set(id, openChat(people.find((person) => person.id === id), chatHooks));
  arrange(columns, shown.length ? shown.map((id) => chats.get(id).root) : [welcome]);
  columns.dataset.count = String(shown.length || 1);
  for (const id of shown) chats.get(id).root.classList.toggle("used", shown.length > 1 && id === recent.at(-1));
  if (!shown.length) hint(false);
  list.draw();
  memory.set("open", open);
  memory.set("recent", recent);
}

const chatHooks = {
  onClose: shut,
  onBack: back,
  onLink: follow,
  onInvitation: (id) => list.invitation(id),
  onPeopleChanged: () => loadPeople(),
  onFocus(id) {
    if (recent.at(-1) === id) return;
    use(id);
    draw();
  },
};

/** Links that lead back into the demo: an invitation asks who opens it, a mention opens that person's chat. */
function follow(address, id, asked = true) {
  const code = startCode(address);
  if (code) {
    if (asked) list.invitation(id, code);
    else api.open(id, code).catch((error) => complain(error));
    return true;
  }
  const mention = /^tg:\/\/user\?id=(\d+)$/.exec(address);
  if (mention) show(Number(mention[1]), true);
  return address.startsWith("tg:");
}

function hint(asDialog) {
  const lines = () => el("ol", { class: "hint-lines" }, HINT.map(([first, rest]) => el("li", {}, el("b", {}, first), ` ${rest}`)));
  if (!asDialog) {
    arrange(welcome, [icon("chat"), el("h2", {}, "С чего начать"), lines()]);
    return;
  }
  const close = el("button", { type: "button", class: "primary", on: { click: () => dialog.close() } }, "Понятно");
  const dialog = el("dialog", { class: "form help", "aria-label": "Что здесь делать" }, el("h2", {}, "Что здесь делать"), lines(), el("div", { class: "row" }, close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const loadPeople = coalesce(async () => {
  people = (await api.people()) ?? [];
  const known = new Map(people.map((person) => [person.id, person]));
  open = open.filter((id) => known.has(id));
  recent = recent.filter((id) => known.has(id));
  for (const [id, chat] of chats) if (known.has(id)) chat.setPerson(known.get(id));
  draw();
});

async function reloadAll() {
  await Promise.all([loadPeople(), clock.refresh()]);
  await Promise.all([...chats.values()].map((chat) => chat.refresh()));
}

function onEvent(event) {
  if (event.type === "call") {
    calls.refresh();
    return;
  }
  if (event.type === "clock") {
    if (event.now) clock.take(event);
    else clock.refresh().catch(() => {});
    return;
  }
  chats.get(event.chat_id)?.onEvent(event);
  if (event.type === "person" || (event.type === "message" && !visible().includes(event.chat_id))) loadPeople().catch(() => {});
}

function onState(connected) {
  banner.hidden = connected;
  document.body.dataset.connected = String(connected);
  if (connected) {
    reloadAll().catch((error) => complain(error));
    calls.reset();
    calls.refresh();
  }
}

// Menus made of <details> close like menus: by a tap elsewhere and by Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
for (const [query] of COLUMNS) query.addEventListener("change", draw);
addEventListener("popstate", leave);

async function start() {
  const asked = decodeURIComponent(location.hash.slice(1)).split(",").map(Number).filter(Boolean).slice(0, MOST_OPEN);
  open = asked.length ? asked : memory.get("open", []);
  recent = asked.length ? [...asked] : memory.get("recent", []).filter((id) => open.includes(id));
  if (asked.length) document.body.dataset.view = "chat";
  try {
    await loadPeople();
  } catch (error) {
    complain(error);
  }
  draw();
  listen({ onEvent, onState });
}

start();
