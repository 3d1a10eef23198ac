// The foot of a chat: the message box, attachments, the list of commands — or the one big button that fits the moment.

import { api } from "./api.js";
import { arrange, el, icon, iconButton, memory } from "./dom.js";
import { fileSize } from "./format.js";
import { complain } from "./dialogs.js";

const LONGEST = 4096;
const LONGEST_CAPTION = 1024;

/** `hooks`: `onSent()` after anything left, `onChange(fields)` for block and restore, `place` for complaints. */
export function composer(id, hooks) {
  const root = el("footer", { class: "composer" });
  const draftKey = `draft.${id}`;
  let attachment = null;
  let commands = [];
  let chosen = 0;
  let mode = "";

  const box = el("textarea", {
    rows: "1", maxlength: String(LONGEST), placeholder: "Сообщение", dir: "auto", "aria-label": "Сообщение боту", data: { chatInput: String(id) },
    "aria-controls": `commands-${id}`, "aria-expanded": "false", role: "combobox", "aria-autocomplete": "list",
  });
  const send = iconButton("send", "Отправить", submit, { class: "send", "data-send": true });
  const menu = el("ul", { class: "commands", id: `commands-${id}`, role: "listbox", "aria-label": "Команды бота", hidden: true });
  const slash = el("button", { type: "button", class: "icon-button slash", "aria-label": "Команды бота", title: "Команды бота", on: { click: openMenu } }, "/");
  const photo = picker("image/*", "photo");
  const file = picker("", "document");
  const attach = el("details", { class: "menu attach" },
    el("summary", { class: "icon-button", "aria-label": "Приложить", title: "Приложить фото или файл" }, icon("clip")),
    el("div", { class: "menu-body" },
      el("button", { type: "button", on: { click: () => photo.click() } }, icon("photo"), "Фото"),
      el("button", { type: "button", on: { click: () => file.click() } }, icon("file"), "Файл")));
  const chip = el("div", { class: "chip", hidden: true });
  const line = el("div", { class: "line" }, attach, slash, box, send);

  box.value = memory.get(draftKey, "");
  box.addEventListener("input", () => {
    memory.set(draftKey, box.value);
    fit();
    filter();
  });
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", () => setTimeout(closeMenu, 150));
  box.addEventListener("paste", (event) => {
    const [pasted] = event.clipboardData?.files ?? [];
    if (pasted) {
      event.preventDefault();
      take(pasted);
    }
  });

  function picker(accept, kind) {
    const input = el("input", { type: "file", accept, hidden: true, data: { attach: kind }, "aria-label": kind === "photo" ? "Выбрать фото" : "Выбрать файл" });
    input.addEventListener("change", () => {
      if (input.files.length) take(input.files[0], kind);
      input.value = "";
      attach.open = false;
    });
    return input;
  }

  function take(chosenFile, kind = chosenFile.type.startsWith("image/") ? "photo" : "document") {
    attachment = { file: chosenFile, kind };
    arrange(chip, [
      icon(kind === "photo" ? "photo" : "file"),
      el("bdi", { class: "name" }, chosenFile.name), el("small", {}, fileSize(chosenFile.size)),
      iconButton("close", "Убрать вложение", dropAttachment),
    ]);
    chip.hidden = false;
    box.maxLength = LONGEST_CAPTION;
    box.placeholder = "Подпись";
    fit();
    box.focus();
  }

  function dropAttachment() {
    attachment = null;
    chip.hidden = true;
    box.maxLength = LONGEST;
    box.placeholder = "Сообщение";
    fit();
  }

  function fit() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
    send.disabled = !box.value.trim() && !attachment;
  }

  async function submit() {
    const text = box.value.trim();
    const files = attachment;
    if (!text && !files) return;
    write("");
    dropAttachment();
    try {
      if (files) await api.sendFile(id, files.file, files.kind, text);
      else await api.send(id, text);
      hooks.onSent();
    } catch (error) {
      if (!box.value) write(text);
      if (files) take(files.file, files.kind);
      complain(error, hooks.place);
    }
    box.focus();
  }

  function write(text) {
    box.value = text;
    memory.set(draftKey, text);
    closeMenu();
    fit();
  }

  function onKey(event) {
    const open = !menu.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + menu.children.length) % menu.children.length;
      mark();
    } else if (open && event.key === "Escape") {
      event.stopPropagation();
      closeMenu();
    } else if (open && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      write(`${menu.children[chosen].dataset.command} `);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (open) write(menu.children[chosen].dataset.command);
      submit();
    }
  }

  async function openMenu() {
    if (!menu.hidden) {
      closeMenu();
      return;
    }
    await loadCommands();
    box.focus();
    list(commands);
  }

  async function loadCommands() {
    try {
      commands = (await api.commands(id)) ?? [];
    } catch (error) {
      complain(error, hooks.place);
    }
  }

  function filter() {
    const typed = /^\/(\w*)$/u.exec(box.value);
    if (!typed) {
      closeMenu();
      return;
    }
    const wanted = typed[1].toLowerCase();
    const found = commands.filter(({ command }) => command.toLowerCase().startsWith(wanted));
    // Enter takes the first row: a command typed in full must be it.
    list(found.sort((one, other) => (other.command === wanted) - (one.command === wanted)));
  }

  function list(found) {
    chosen = 0;
    arrange(menu, found.map(({ command, description }, index) => {
      const pick = (event) => {
        event.preventDefault();
        write(`/${command}`);
        submit();
      };
      return el("li", { role: "option", id: `command-${id}-${index}`, data: { command: `/${command}` }, on: { mousedown: pick } },
        el("b", {}, `/${command}`), el("span", { dir: "auto" }, description));
    }));
    menu.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(!menu.hidden));
    mark();
  }

  function mark() {
    [...menu.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    if (menu.hidden) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    box.setAttribute("aria-activedescendant", menu.children[chosen].id);
    menu.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function closeMenu() {
    menu.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function big(label, work, note) {
    const button = el("button", { type: "button", class: "primary big", on: { click: async () => {
      button.disabled = true;
      try {
        await work();
        hooks.onSent();
      } catch (error) {
        complain(error, hooks.place);
      } finally {
        button.disabled = false;
      }
    } } }, label);
    return [note && el("p", { class: "quiet" }, note), button].filter(Boolean);
  }

  /** What the foot offers follows from the person: write, start, unblock or restore. */
  function update(person) {
    const wanted = person.deactivated ? "gone" : person.blocked ? "blocked" : person.started ? "write" : "start";
    if (wanted === mode) return;
    mode = wanted;
    root.dataset.mode = mode;
    if (mode === "gone") arrange(root, big("Восстановить аккаунт", () => hooks.onChange({ deactivated: false }), "Аккаунт удалён: бот не может написать этому человеку."));
    else if (mode === "blocked") arrange(root, big("Разблокировать бота", () => hooks.onChange({ blocked: false }), "Бот заблокирован и не может писать сюда."));
    else if (mode === "start") arrange(root, big("Начать", () => api.send(id, "/start")));
    else {
      arrange(root, [menu, chip, line, photo, file]);
      loadCommands();
      requestAnimationFrame(fit);
    }
  }

  return { root, update, take, loadCommands, focus: () => root.querySelector("textarea, .big")?.focus(), canWrite: () => mode === "write" };
}
