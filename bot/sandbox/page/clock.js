// The clock of the demo: shows the time of the bot and moves it.

import { api } from "./api.js";
import { el, icon } from "./dom.js";
import { bothClocks, instant, wallTime } from "./format.js";
import { complain, toast } from "./dialogs.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const REDRAW = 10_000;

/** `onMoved()` is called after every jump: the bot may have written to anybody. */
export function clockBar(onMoved) {
  let shift = null;
  let movable = false;
  let moving = false;

  const here = el("time", { class: "here" });
  const there = el("span", { class: "there" });
  const status = el("p", { class: "clock-status", role: "status" });
  const steps = [
    ["+1 час", { advance: HOUR }, "Подвинуть часы на час вперёд"],
    ["+1 день", { advance: DAY }, "Подвинуть часы на день вперёд"],
    ["До следующего события", { next: true }, "Подвинуть часы до следующего напоминания или срока"],
  ].map(([label, step, title]) => el("button", { type: "button", title, data: { clock: Object.keys(step)[0] + (step.advance ?? "") }, on: { click: () => move(step) } }, label));
  const when = el("input", { type: "datetime-local", "aria-label": "Дата и время вашего часового пояса", required: true });
  const go = el("button", { type: "submit" }, "Перейти");
  const form = el("form", { class: "clock-to" }, when, go);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (when.value) move({ to: new Date(when.value).toISOString() });
  });
  const controls = el("fieldset", { class: "clock-controls", "aria-label": "Подвинуть часы", disabled: true }, steps, form);
  const unfold = el("button", { type: "button", class: "clock-unfold plain", "aria-expanded": "false", on: { click: toggle } }, "Сдвинуть время");
  const bar = el("div", { class: "progress", hidden: true, "aria-hidden": "true" });
  const root = el("section", { class: "clock", "aria-label": "Часы демо" },
    el("div", { class: "clock-face" }, icon("clock"), here, there), unfold, controls, status, bar);

  function toggle() {
    const open = root.classList.toggle("unfolded");
    unfold.setAttribute("aria-expanded", String(open));
  }

  function draw() {
    controls.disabled = moving || !movable;
    bar.hidden = !moving;
    root.setAttribute("aria-busy", String(moving));
    status.textContent = moving ? "Часы идут, бот делает дела по порядку…" : movable || shift === null ? "" : "Часы не двигаются: бот запущен с настоящим временем.";
    if (shift === null) return;
    const now = new Date(Date.now() + shift);
    const { here: mine, there: region } = bothClocks(now);
    here.textContent = mine;
    here.dateTime = now.toISOString();
    there.textContent = region ? `Якутск: ${region}` : "Якутск";
    if (document.activeElement !== when && !when.value) when.value = wallTime(now);
  }

  function take(state) {
    const now = instant(state?.now);
    if (now) shift = now.getTime() - Date.now();
    if (typeof state?.bot_clock === "boolean") movable = state.bot_clock;
    draw();
  }

  async function refresh() {
    take(await api.clock());
  }

  async function move(step) {
    moving = true;
    draw();
    try {
      const before = Date.now() + (shift ?? 0);
      take(await api.moveClock(step));
      await refresh();
      when.value = "";
      const after = Date.now() + shift;
      const { here: mine } = bothClocks(new Date(after));
      toast(step.next && after - before < 1000 ? "Впереди ничего не запланировано: часы остались на месте." : `Теперь ${mine}`);
      await onMoved();
    } catch (error) {
      complain(error);
    } finally {
      moving = false;
      draw();
    }
  }

  setInterval(draw, REDRAW);
  draw();
  return { root, refresh, take };
}
