// Telegram's HTML becomes nodes of an allow-list; bare addresses and /commands become links as messengers do it.

import { el } from "./dom.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BLOCKQUOTE"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const LIVE = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,:;!?)\]])|(?<![\p{L}\p{N}_/])(\/[a-z][a-z0-9_]{0,31}(?:@[a-z]\w{3,31})?)(?![\p{L}\p{N}_/])/giu;

/** The start parameter of a link that opens a bot («…t.me/some_bot?start=code»), or null for any other address. */
export function startCode(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const web = /^https?:$/.test(url.protocol) && /^(www\.)?(t|telegram)\.me$/i.test(url.hostname);
  const app = url.protocol === "tg:" && (url.hostname === "resolve" || url.pathname.includes("resolve"));
  return web || app ? url.searchParams.get("start") : null;
}

/** `hooks`: `onLink(address)` returns true when it has dealt with the tap, `onCommand(text)` sends the command. */
export function richText(html, hooks) {
  const parsed = new DOMParser().parseFromString(html ?? "", "text/html");
  const out = document.createDocumentFragment();
  copy(parsed.body, out, hooks, true);
  return out;
}

function copy(source, target, hooks, live) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      target.append(...(live ? enliven(node.data, hooks) : [node.data]));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const made = allowed(node, hooks);
      const quiet = node.tagName === "A" || node.tagName === "CODE" || node.tagName === "PRE";
      copy(node, made ?? target, hooks, live && !quiet);
      if (made) target.append(made);
    }
  }
}

/** The twin of an allowed element without any of its attributes but a safe address; null for all others. */
function allowed(node, hooks) {
  if (PLAIN.has(node.tagName)) return el(node.tagName.toLowerCase());
  if (node.tagName === "BR") return el("br");
  if (node.tagName === "TG-SPOILER") return spoiler();
  if (node.tagName === "A") {
    const address = node.getAttribute("href") ?? "";
    return SAFE_LINK.test(address) ? link(address, [], hooks) : null;
  }
  return null;
}

export function link(address, children, hooks) {
  const listener = (event) => {
    if (hooks.onLink(address)) event.preventDefault();
  };
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", on: { click: listener } }, children);
}

function enliven(text, hooks) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LIVE)) {
    parts.push(text.slice(from, match.index));
    if (match[1]) parts.push(link(match[1], [match[1]], hooks));
    else parts.push(el("button", { type: "button", class: "command", on: { click: () => hooks.onCommand(match[2]) } }, match[2]));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter(Boolean);
}

function spoiler() {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Скрытый текст, нажмите, чтобы показать" });
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    node.removeEventListener("click", show);
    node.removeEventListener("keydown", show);
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", show);
  return node;
}
