// Everything that lies over the page: toasts, alerts, the big picture, small forms.

import { el, icon, iconButton } from "./dom.js";

const SHORTEST_TOAST = 3500;
const PER_LETTER = 45;

/** A short note at the foot of `place` (a chat or the page); leaves by itself, later when it is longer or being read. */
export function toast(text, place = document.body, kind = "") {
  const note = el("div", { class: `toast ${kind}`, role: "status", dir: "auto" }, text);
  let timer = null;
  const leave = () => note.remove();
  const wait = () => {
    timer = setTimeout(leave, SHORTEST_TOAST + text.length * PER_LETTER);
  };
  note.addEventListener("mouseenter", () => clearTimeout(timer));
  note.addEventListener("mouseleave", wait);
  note.addEventListener("click", leave);
  for (const old of place.querySelectorAll(":scope > .toast")) old.remove();
  place.append(note);
  wait();
}

export const complain = (error, place) => toast(error.message, place, "bad");

function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The window a bot's `show_alert` opens; it must be closed by hand, as in the messenger. */
export function alertDialog(text, who) {
  const close = el("button", { type: "button", class: "primary", on: { click: () => dialog.close() } }, "Понятно");
  const dialog = el("dialog", { class: "alert", "aria-label": "Сообщение бота" },
    el("p", { class: "who", dir: "auto" }, who), el("p", { class: "words", dir: "auto" }, text), el("div", { class: "row" }, close));
  show(dialog);
  close.focus();
}

export function bigPicture(address, caption) {
  const dialog = el("dialog", { class: "picture", "aria-label": "Картинка" },
    iconButton("close", "Закрыть", () => dialog.close(), { class: "over" }),
    el("img", { src: address, alt: caption || "Картинка из сообщения", on: { click: () => dialog.close() } }),
    el("a", { href: address, download: "", class: "save" }, icon("download"), "Скачать"));
  show(dialog);
}

/**
 * A small form. `fields`: [{name, label, hint?, options?: [[value, text]], value?, required?}];
 * `onSubmit(values)` may throw, its words are shown in the form, which stays open with what was typed.
 */
export function formDialog({ title, intro, fields, submit, onSubmit }) {
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const inputs = fields.map(input);
  const go = el("button", { type: "submit", class: "primary" }, submit);
  const form = el("form", { method: "dialog", novalidate: true },
    el("h2", {}, title), intro && el("p", { class: "quiet" }, intro), inputs.map(({ box }) => box), problem,
    el("div", { class: "row" }, el("button", { type: "button", class: "plain", on: { click: () => dialog.close() } }, "Отмена"), go));
  const dialog = el("dialog", { class: "form", "aria-label": title }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await onSubmit(Object.fromEntries(inputs.map(({ field, control }) => [field.name, control.value.trim()])));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    } finally {
      go.disabled = false;
    }
  });
  show(dialog);
  inputs[0]?.control.focus();
  return dialog;
}

function input(field) {
  const id = `field-${field.name}`;
  const common = { id, name: field.name, "aria-describedby": field.hint && `${id}-hint` };
  const control = field.options
    ? el("select", common, field.options.map(([value, text]) => el("option", { value, selected: String(value) === String(field.value) }, text)))
    : el("input", { ...common, type: "text", autocomplete: "off", maxlength: "512", dir: "auto", value: field.value ?? "", placeholder: field.placeholder });
  const hint = field.hint && el("small", { id: `${id}-hint`, class: "quiet" }, field.hint);
  return { field, control, box: el("div", { class: "field" }, el("label", { for: id }, field.label), control, hint) };
}
