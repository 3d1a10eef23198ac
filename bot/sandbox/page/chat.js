// One open chat: its head, the log of messages, its foot. Always shows what the server says, never a guess.

import { api } from "./api.js";
import { arrange, coalesce, el, icon, iconButton } from "./dom.js";
import { dayKey, dayName, initials, instant, tint } from "./format.js";
import { bubble, buttonKey, plainText } from "./message.js";
import { composer } from "./composer.js";
import { alertDialog, complain, formDialog, toast } from "./dialogs.js";

const FIRST_SHOWN = 200;
const NEAR_THE_END = 80;
const TYPING_LASTS = 5000;

/** `hooks`: `onClose(id)`, `onBack()`, `onLink(address, id)`, `onInvitation(id)`, `onPeopleChanged()`, `onFocus(id)`. */
export function openChat(person, hooks) {
  const id = person.id;
  const pending = new Set();
  const shown = new Map();
  let messages = [];
  let limit = FIRST_SHOWN;
  let typing = null;

  const name = el("bdi", { class: "name" });
  const hint = el("span", { class: "hint", dir: "auto" });
  const face = el("span", { class: `face ${tint(id)}`, "aria-hidden": "true" });
  const menu = el("div", { class: "menu-body" });
  const more = el("details", { class: "menu" }, el("summary", { class: "icon-button", "aria-label": "Действия с этим чатом", title: "Ещё" }, icon("more")), menu);
  const head = el("header", { class: "chat-head" },
    iconButton("back", "К списку людей", () => hooks.onBack(), { class: "back" }),
    face, el("div", { class: "who" }, el("h2", {}, name), hint), more,
    iconButton("close", "Закрыть чат", () => hooks.onClose(id), { class: "shut" }));
  const list = el("div", { class: "messages" });
  const log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": "Сообщения" }, list);
  const jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: toEnd } }, icon("down"), "Новые сообщения");
  // Ledges have no height: notes hang under the head, where they cover no button; the way down stands on the foot.
  const ledge = el("div", { class: "ledge" });
  const root = el("section", { class: "chat", data: { chat: String(id) } });
  const foot = composer(id, { place: ledge, onSent: () => refresh().then(toEnd), onChange: change });
  root.append(head, ledge, log, el("div", { class: "ledge" }, jump), foot.root);

  root.addEventListener("focusin", () => hooks.onFocus(id));
  log.addEventListener("scroll", () => {
    if (atEnd()) jump.hidden = true;
  });
  root.addEventListener("dragover", (event) => {
    if (foot.canWrite()) event.preventDefault();
  });
  root.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file || !foot.canWrite()) return;
    event.preventDefault();
    foot.take(file);
  });
  // Pictures grow after they are placed: whoever was reading the end goes on reading the end.
  let following = true;
  log.addEventListener("scroll", () => {
    following = atEnd();
  });
  new ResizeObserver(() => following && toEnd()).observe(list);
  new ResizeObserver(() => following && toEnd()).observe(log);

  const bubbleHooks = {
    onLink: (address) => hooks.onLink(address, id),
    onCommand: (text) => act(() => api.send(id, text)),
    onPress: press,
    isPending: (key) => pending.has(key),
    quoted(key) {
      const message = messages.find(({ message_id: known }) => known === key);
      return message ? plainText(message.html || message.caption_html) || message.document?.file_name || "Картинка" : null;
    },
    onQuote: (key) => list.querySelector(`[data-message="${key}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" }),
  };

  const load = coalesce(async () => {
    messages = ((await api.messages(id)) ?? []).filter((message) => !message.deleted);
    draw();
  });

  const refresh = () => load().catch((error) => complain(error, ledge));

  async function act(work) {
    try {
      await work();
      await refresh();
    } catch (error) {
      complain(error, ledge);
    }
  }

  async function change(fields) {
    await api.changePerson(id, fields);
    await hooks.onPeopleChanged();
  }

  async function press(message, button, key) {
    if (pending.has(key)) return;
    if (button.data === undefined || button.data === null) {
      toast("Эта кнопка в учебном чате не работает.", ledge);
      return;
    }
    pending.add(key);
    draw();
    let answer = null;
    try {
      answer = await api.press(id, message.message_id, button.data);
    } catch (error) {
      complain(error, ledge);
    }
    pending.delete(key);
    await refresh();
    draw();
    if (!answer) return;
    if (answer.url) {
      if (!hooks.onLink(answer.url, id)) window.open(answer.url, "_blank", "noopener");
    } else if (answer.text && answer.alert) alertDialog(answer.text, person.name);
    else if (answer.text) toast(answer.text, ledge);
    else if (answer.answered === false) toast("Бот не ответил на нажатие.", ledge);
  }

  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    jump.hidden = true;
    following = true;
  }

  function draw() {
    const stay = following;
    const lastBefore = [...shown.keys()].at(-1);
    const nodes = [];
    if (messages.length > limit) nodes.push(el("button", { type: "button", class: "earlier", on: { click: () => { limit += FIRST_SHOWN; following = false; draw(); } } }, "Показать раньше"));
    let day = null;
    const alive = new Set();
    for (const message of messages.slice(-limit)) {
      const date = instant(message.date);
      if (date && dayKey(date) !== day) {
        day = dayKey(date);
        nodes.push(el("p", { class: "day" }, el("span", {}, dayName(date))));
      }
      alive.add(message.message_id);
      nodes.push(nodeOf(message));
    }
    for (const key of shown.keys()) if (!alive.has(key)) shown.delete(key);
    const held = holdFocus();
    arrange(list, nodes.length ? nodes : [empty()]);
    held();
    const last = messages.at(-1);
    if (stay) toEnd();
    else if (last?.from_bot && lastBefore !== undefined && !(last.message_id <= lastBefore)) jump.hidden = false;
  }

  function nodeOf(message) {
    const waiting = (message.buttons ?? []).flatMap((row, r) => row.map((button, c) => pending.has(buttonKey(message, button, r, c))));
    const signature = JSON.stringify([message, waiting]);
    const known = shown.get(message.message_id);
    if (known?.signature === signature) return known.node;
    const node = bubble(message, bubbleHooks);
    shown.set(message.message_id, { signature, node });
    return node;
  }

  // A redrawn message loses the focused button: give the focus to its successor, else to the message itself.
  function holdFocus() {
    const focused = document.activeElement;
    const message = list.contains(focused) ? focused.closest("[data-message]") : null;
    if (!message) return () => {};
    const keyWas = focused.dataset?.key;
    return () => {
      if (focused.isConnected) return;
      const heir = list.querySelector(`[data-message="${message.dataset.message}"]`);
      const same = [...(heir?.querySelectorAll("[data-key]") ?? [])].find((button) => button.dataset.key === keyWas);
      (same ?? heir ?? log).focus({ preventScroll: true });
    };
  }

  const empty = () => el("p", { class: "empty" }, person.started ? "Сообщений пока нет." : "Здесь ещё ничего нет. Нажмите «Начать», и бот поздоровается.");

  function setPerson(next) {
    person = next;
    root.setAttribute("aria-label", `Чат: ${person.name}`);
    root.classList.toggle("blocked", Boolean(person.blocked || person.deactivated));
    name.textContent = person.name;
    name.title = person.name;
    face.textContent = initials(person.name);
    showHint();
    foot.update(person);
    arrange(menu, [
      item("link", "Открыть приглашение", () => hooks.onInvitation(id)),
      item("stop", person.blocked ? "Разблокировать бота" : "Заблокировать бота", () => act(() => change({ blocked: !person.blocked }))),
      item("edit", "Переименовать", rename),
      item("person", person.deactivated ? "Восстановить аккаунт" : "Удалить аккаунт", () => act(() => change({ deactivated: !person.deactivated }))),
    ]);
    if (!messages.length) draw();
  }

  function item(picture, label, work) {
    return el("button", { type: "button", on: { click: () => { more.open = false; work(); } } }, icon(picture), label);
  }

  function rename() {
    formDialog({
      title: "Имя в мессенджере", fields: [{ name: "name", label: "Имя", value: person.name }], submit: "Сохранить",
      onSubmit: async (values) => {
        if (!values.name) throw new Error("Напишите имя.");
        await change({ name: values.name });
      },
    });
  }

  function showHint() {
    hint.classList.toggle("typing", typing !== null);
    hint.textContent = typing !== null ? "бот печатает…" : person.hint || (person.username ? `@${person.username}` : "");
    hint.title = person.hint ?? "";
  }

  /** One event of this chat. */
  function onEvent(event) {
    if (event.type === "typing") {
      clearTimeout(typing);
      typing = setTimeout(() => { typing = null; showHint(); }, TYPING_LASTS);
      showHint();
    } else if (event.type === "commands") foot.loadCommands();
    else {
      if (typing !== null) {
        clearTimeout(typing);
        typing = null;
        showHint();
      }
      refresh();
    }
  }

  setPerson(person);
  refresh().then(toEnd);
  return { id, root, setPerson, onEvent, refresh, focus: foot.focus };
}
