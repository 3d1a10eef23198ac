// One bubble: text, picture, document, time, and the rows of buttons under it.

import { el, icon } from "./dom.js";
import { clockTime, fileSize, instant } from "./format.js";
import { link, richText, startCode } from "./richtext.js";
import { bigPicture } from "./dialogs.js";

const STYLES = new Set(["danger", "success", "primary"]);

export const buttonKey = (message, button, row, column) => `${message.message_id}:${row}:${column}:${button.data ?? button.text}`;

/**
 * `hooks`: those of the rich text, `onPress(message, button, key)`, and `isPending(key)` for taps that wait for an answer,
 * `quoted(id)` → words of another message or null, `onQuote(id)`.
 */
export function bubble(message, hooks) {
  const side = message.from_bot ? "bot" : "mine";
  const body = el("div", { class: "bubble" }, quote(message, hooks), picture(message), document_(message), words(message), foot(message));
  return el("article", { class: `message ${side}`, data: { message: message.message_id }, tabindex: "-1" }, body, keyboard(message, hooks));

  function words({ html, caption_html: caption }) {
    const text = html || caption;
    return text ? el("div", { class: "text", dir: "auto" }, richText(text, hooks)) : null;
  }
}

/** The message this one answers, in one line; a tap leads to it. */
function quote({ reply_to: id }, hooks) {
  const words = id ? hooks.quoted(id) : null;
  return words && el("button", { type: "button", class: "quote", dir: "auto", on: { click: () => hooks.onQuote(id) } }, words);
}

function foot(message) {
  const sent = instant(message.date);
  const edited = message.edit_date ? el("span", { class: "edited" }, "изменено ") : null;
  const stamp = sent && el("time", { datetime: sent.toISOString(), title: sent.toLocaleString("ru-RU") }, clockTime(sent));
  return el("div", { class: "foot" }, edited, stamp);
}

export const plainText = (html) => el("div", {}, richText(html, { onLink: () => false, onCommand() {} })).textContent;

const address = (file) => (typeof file === "string" ? file : file.url);

function picture({ photo, caption_html: caption }) {
  if (!photo) return null;
  const words = plainText(caption);
  const image = el("img", { src: address(photo), alt: words || "Картинка из сообщения", loading: "lazy" });
  return el("button", { type: "button", class: "photo", "aria-label": "Открыть картинку", on: { click: () => bigPicture(address(photo), words) } }, image);
}

function document_({ document: file }) {
  if (!file) return null;
  return el("a", { class: "document", href: file.url, download: file.file_name ?? "", "aria-label": `Скачать: ${file.file_name}` },
    el("span", { class: "disc" }, icon("download")),
    el("span", { class: "about" }, el("bdi", { class: "name" }, file.file_name || "Файл"), el("small", {}, fileSize(file.size))));
}

function keyboard(message, hooks) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row, r) => el("div", { class: "button-row" }, row.map((button, c) => key(message, button, r, c, hooks))));
  return el("div", { class: "buttons", role: "group", "aria-label": "Кнопки под сообщением" }, rows);
}

function key(message, button, row, column, hooks) {
  const id = buttonKey(message, button, row, column);
  const label = el("bdi", { class: "label" }, button.text);
  if (button.url && startCode(button.url) === null && !button.url.startsWith("tg:")) {
    const outside = link(button.url, [label, icon("out")], hooks);
    outside.className = "key";
    return outside;
  }
  const pending = hooks.isPending(id);
  const press = () => (button.url ? hooks.onLink(button.url) : hooks.onPress(message, button, id));
  return el("button", { type: "button", class: ["key", STYLES.has(button.style) && button.style, pending && "waiting"].filter(Boolean).join(" "), title: button.text, data: { key: id }, "aria-busy": pending ? "true" : null, on: { click: press } },
    label, button.url && icon("out"), pending && el("span", { class: "spinner", "aria-hidden": "true" }));
}
