// Every request of the page, by the names of the protocol. Nothing else in the page calls fetch.

/** `message` is fit to be shown to the visitor. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function ask(path, { method = "GET", json, form } = {}) {
  const init = { method, body: form };
  if (json !== undefined) {
    init.body = JSON.stringify(json);
    init.headers = { "content-type": "application/json" };
  }
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused("Нет связи с демо. Проверьте, что программа запущена.", 0);
  }
  const text = await response.text();
  let body = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    // A plain-text refusal is shown as it came.
  }
  if (response.ok) return body;
  const reason = body?.error ?? body?.description ?? body?.detail ?? text.slice(0, 200);
  throw new Refused(reason || `Не получилось (код ${response.status}).`, response.status);
}

const person = (id, rest) => `/sandbox/people/${encodeURIComponent(id)}${rest}`;

export const api = {
  people: () => ask("/sandbox/people"),
  addPerson: (fields) => ask("/sandbox/people", { method: "POST", json: fields }),
  changePerson: (id, fields) => ask(person(id, ""), { method: "PATCH", json: fields }),
  messages: (id) => ask(person(id, "/messages")),
  commands: (id) => ask(person(id, "/commands")),
  send: (id, text) => ask(person(id, "/send"), { method: "POST", json: { text } }),
  sendFile(id, file, kind, caption) {
    const form = new FormData();
    form.append("kind", kind);
    form.append("caption", caption);
    form.append("file", file, file.name);
    return ask(person(id, "/send"), { method: "POST", form });
  },
  press: (id, messageId, data) => ask(person(id, "/press"), { method: "POST", json: { message_id: messageId, data } }),
  open: (id, start) => ask(person(id, "/open"), { method: "POST", json: { start } }),
  calls: (after) => ask(`/sandbox/calls?after=${after}`),
  clock: () => ask("/sandbox/clock"),
  moveClock: (step) => ask("/sandbox/clock", { method: "POST", json: step }),
  health: () => ask("/sandbox/health"),
};
