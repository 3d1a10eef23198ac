// For developers, folded away: what the bot asked of the messenger and what it was told.

import { api } from "./api.js";
import { arrange, coalesce, el, iconButton, memory } from "./dom.js";
import { complain } from "./dialogs.js";
import { instant } from "./format.js";

const KEPT = 300;
const POLLING = "getUpdates";

export function callsPanel() {
  const nodes = new Map();
  let calls = [];
  let last = 0;

  const method = el("input", { type: "search", placeholder: "Метод, например sendMessage", "aria-label": "Показать только метод", on: { input: draw } });
  const polling = el("input", { type: "checkbox", on: { change: draw } });
  const failed = el("input", { type: "checkbox", on: { change: draw } });
  const list = el("div", { class: "calls-list", role: "log", tabindex: "0", "aria-label": "Вызовы бота" });
  const root = el("section", { class: "calls", "aria-label": "Для разработчика", hidden: true },
    el("header", {}, el("h2", {}, "Вызовы бота"), method, el("label", {}, polling, "и getUpdates"), el("label", {}, failed, "только отказы"),
      iconButton("close", "Свернуть", () => open(false))),
    list);
  const button = el("button", { type: "button", class: "plain developer", "aria-expanded": "false", on: { click: () => open(root.hidden) } }, "Для разработчика");

  const refresh = coalesce(async () => {
    if (root.hidden) return;
    const fresh = (await api.calls(last)) ?? [];
    if (!fresh.length) return;
    last = Math.max(last, ...fresh.map(({ n }) => n));
    calls = [...calls, ...fresh].slice(-KEPT);
    draw();
  });

  function open(wanted) {
    root.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
    memory.set("developer", wanted);
    if (wanted) refresh().catch((error) => complain(error));
    else button.focus();
  }

  function draw() {
    const wanted = method.value.trim().toLowerCase();
    const visible = calls.filter((call) => (polling.checked || call.method !== POLLING) && call.method.toLowerCase().includes(wanted) && (!failed.checked || call.status >= 400));
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    const known = new Set(calls.map(({ n }) => n));
    for (const n of nodes.keys()) if (!known.has(n)) nodes.delete(n);
    arrange(list, visible.length ? visible.map(row) : [el("p", { class: "empty" }, "Пока ничего.")]);
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  function row(call) {
    const known = nodes.get(call.n);
    if (known) return known;
    const at = instant(call.at);
    const details = el("details", { class: call.status >= 400 ? "call failed" : "call" },
      el("summary", {}, el("span", { class: "n" }, `#${call.n}`), el("span", {}, at ? at.toLocaleTimeString("ru-RU") : ""), el("b", {}, call.method),
        el("span", { class: "status" }, call.status >= 400 ? `✕ ${call.status}` : String(call.status ?? "")), el("span", { class: "ms" }, `${Math.round(call.ms ?? 0)} мс`)));
    details.addEventListener("toggle", () => {
      if (details.childElementCount > 1) return;
      details.append(el("div", { class: "bodies" }, body("Параметры", call.params), body("Ответ", call.answer)));
    });
    nodes.set(call.n, details);
    return details;
  }

  const body = (title, value) => el("div", {}, el("h3", {}, title), el("pre", { tabindex: "0", "aria-label": title }, JSON.stringify(value, null, 2) ?? "—"));

  if (memory.get("developer", false)) queueMicrotask(() => open(true));
  /** After a restart the numbers begin anew: what was shown belongs to the former life. */
  function reset() {
    calls = [];
    last = 0;
    nodes.clear();
    draw();
  }

  return { root, button, reset, refresh: () => refresh().catch(() => {}) };
}
