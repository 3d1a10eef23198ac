// Building blocks: nodes are made by hand, never from strings, so nothing that people type can become markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  chat: "M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12.500h5",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  person: "M12 4a4 4 0 1 0 .01 0M4.500 20a7.500 7.500 0 0 1 15 0",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  beside: "M4 5h7v14H4zM13 5h7v14h-7zM16.500 9.500v5M14 12h5",
  more: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  send: "M4 12l16-8-5 16-3.500-6.500zM20 4l-8.500 9.500",
  clip: "M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.600-8.600a3.300 3.300 0 0 1 4.700 4.700l-8.600 8.600a1.700 1.700 0 0 1-2.400-2.400l7.600-7.600",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-2.500 4 3.500M15.500 10v.01",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  download: "M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14",
  out: "M8 16L17 7M10 7h7v7",
  plus: "M12 5v14M5 12h14",
  link: "M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  clock: "M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2",
  help: "M12 3a9 9 0 1 0 .01 0M9.500 9.500a2.500 2.500 0 1 1 3.600 2.300c-.8.4-1.100.9-1.100 1.700M12 16.500v.01",
  code: "M9 7l-5 5 5 5M15 7l5 5-5 5",
  down: "M6 9l6 6 6-6",
  search: "M11 4a7 7 0 1 0 .01 0M16 16l4.500 4.500",
  stop: "M12 3a9 9 0 1 0 .01 0M6 6l12 12",
};

/**
 * One element. `props`: `class`, `data` (dataset), `on` (listeners), anything else is an attribute;
 * `true` sets an empty attribute, `false`, `null` and `undefined` leave it out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button of one picture; `label` is read aloud and shown as the hint. */
export function iconButton(name, label, onClick, props = {}) {
  return el("button", { type: "button", "aria-label": label, title: label, ...props, class: `icon-button ${props.class ?? ""}`, on: { click: onClick } }, icon(name));
}

/** Children of `parent` become exactly `nodes`; nodes that stay are not touched, so focus and scroll survive. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}

/** Calls that come while one is running are answered by one more run after it. */
export function coalesce(work) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      try {
        do {
          again = false;
          await work();
        } while (again);
      } finally {
        running = null;
      }
    })();
    return running;
  };
}

/** What the page remembers between visits; a browser that refuses storage simply forgets. */
export const memory = {
  get(key, fallback) {
    try {
      return JSON.parse(localStorage.getItem(`sandbox.${key}`)) ?? fallback;
    } catch {
      return fallback;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`sandbox.${key}`, JSON.stringify(value));
    } catch {
      // Private windows may have no storage at all: the page works without it.
    }
  },
};
