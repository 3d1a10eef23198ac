// The list of people, and the ways to add one: a new person, an invitation link.

import { api } from "./api.js";
import { arrange, el, icon, iconButton } from "./dom.js";
import { initials, tint } from "./format.js";
import { formDialog } from "./dialogs.js";
import { startCode } from "./richtext.js";

const SEARCH_FROM = 7;
const START_CODE = /^[\w-]{1,64}$/;
const NEWCOMER = "new";

/** `hooks`: `onOpen(id, beside)`, `onAdded(person)`, `state()` → {people, open, focused}. */
export function peoplePanel(hooks) {
  const list = el("ul", { class: "people-list" });
  const search = el("input", { type: "search", placeholder: "Найти человека", "aria-label": "Найти человека", autocomplete: "off", on: { input: draw } });
  const searchBox = el("label", { class: "search" }, icon("search"), search);
  const rows = new Map();
  const root = el("nav", { class: "people", "aria-label": "Люди" },
    el("div", { class: "people-head" }, el("h2", {}, "Люди"), el("p", { class: "quiet" }, "Вы отвечаете за каждого из них")),
    searchBox, list,
    el("div", { class: "people-foot" },
      el("button", { type: "button", class: "plain", data: { newPerson: "" }, on: { click: newPerson } }, icon("plus"), "Новый человек"),
      el("button", { type: "button", class: "plain", data: { invitation: "" }, on: { click: () => invitation() } }, icon("link"), "Открыть приглашение")));

  function draw() {
    const { people, open, focused } = hooks.state();
    searchBox.hidden = people.length < SEARCH_FROM;
    const wanted = search.value.trim().toLocaleLowerCase("ru");
    const found = people.filter(({ name, hint, username }) => [name, hint, username].some((text) => (text ?? "").toLocaleLowerCase("ru").includes(wanted)));
    const nothing = el("li", { class: "empty" }, people.length ? "Никого не нашлось." : "Пока никого. Добавьте нового человека.");
    arrange(list, found.length ? found.map((person) => row(person, open.includes(person.id), person.id === focused)) : [nothing]);
  }

  function row(person, open, focused) {
    const unread = open ? 0 : person.unread ?? 0;
    const signature = JSON.stringify([person, open, focused, unread]);
    const known = rows.get(person.id);
    if (known?.signature === signature) return known.node;
    const state = person.deactivated ? "аккаунт удалён" : person.blocked ? "бот заблокирован" : person.started ? "" : "ещё не начинал(а)";
    const label = [person.name, person.hint, state, unread ? `непрочитанных: ${unread}` : ""].filter(Boolean).join(", ");
    const main = el("button", {
      type: "button", class: "person", "aria-label": label, "aria-current": focused ? "true" : null,
      on: { click: (event) => hooks.onOpen(person.id, event.ctrlKey || event.metaKey) },
    },
      el("span", { class: `face ${tint(person.id)}` }, initials(person.name)),
      el("span", { class: "about" },
        el("bdi", { class: "name", title: person.name }, person.name),
        el("span", { class: "hint", dir: "auto", title: person.hint ?? "" }, person.hint ?? ""),
        state && el("span", { class: `state ${person.blocked || person.deactivated ? "bad" : ""}` }, (person.blocked || person.deactivated) && icon("stop"), state)),
      unread > 0 && el("span", { class: "badge" }, unread > 99 ? "99+" : String(unread)));
    const beside = open ? null : iconButton("beside", `Открыть рядом: ${person.name}`, () => hooks.onOpen(person.id, true), { class: "beside" });
    const classes = [open ? "open" : "", person.blocked || person.deactivated ? "blocked" : ""].join(" ");
    const node = el("li", { class: classes, data: { person: String(person.id) } }, main, beside);
    const hadFocus = known?.node.querySelector(".person") === document.activeElement;
    rows.set(person.id, { signature, node });
    if (hadFocus) queueMicrotask(() => main.focus({ preventScroll: true }));
    return node;
  }

  async function add(name) {
    if (!name) throw new Error("Напишите имя, как в мессенджере.");
    const person = await api.addPerson({ name });
    await hooks.onAdded(person);
    return person;
  }

  function newPerson() {
    formDialog({
      title: "Новый человек", submit: "Добавить",
      intro: "Как будто кто-то впервые нашёл бота. Роль и школу он назовёт боту сам.",
      fields: [{ name: "name", label: "Имя в мессенджере", placeholder: "Например: Сардана" }],
      onSubmit: async ({ name }) => hooks.onOpen((await add(name)).id, false),
    });
  }

  /** Asks who opens the invitation; `code` is known when a link in a message was tapped. */
  function invitation(personId = hooks.state().focused, code = null) {
    const choices = [...hooks.state().people.map((person) => [person.id, person.hint ? `${person.name} · ${person.hint}` : person.name]), [NEWCOMER, "Новый человек…"]];
    const link = { name: "link", label: "Ссылка или код", placeholder: "https://t.me/…?start=…" };
    const who = { name: "who", label: "Кто открывает", options: choices, value: personId ?? NEWCOMER };
    const named = { name: "name", label: "Имя нового человека", placeholder: "Например: Сардана" };
    const dialog = formDialog({
      title: code ? "Кто открывает ссылку?" : "Открыть приглашение", submit: "Открыть",
      intro: code ? `Код в ссылке: ${code}` : "Как будто человек нажал ссылку-приглашение или снял QR-код.",
      fields: code ? [who, named] : [link, who, named],
      onSubmit: async (values) => {
        const start = code ?? readCode(values.link);
        const id = values.who === NEWCOMER ? (await add(values.name)).id : Number(values.who);
        await api.open(id, start);
        hooks.onOpen(id, !hooks.state().open.includes(id) && id !== personId);
      },
    });
    const select = dialog.querySelector("select");
    const nameField = dialog.querySelector("[name=name]").closest(".field");
    const sync = () => {
      nameField.hidden = select.value !== NEWCOMER;
    };
    select.addEventListener("change", sync);
    sync();
  }

  return { root, draw, newPerson, invitation };
}

function readCode(text) {
  const code = startCode(text) ?? startCode(`https://${text}`) ?? text;
  if (!START_CODE.test(code)) throw new Error("Это не похоже на приглашение. Нужна ссылка вида https://t.me/имя_бота?start=код или сам код.");
  return code;
}
