// Dates, sizes and initials as people read them.

const time = new Intl.DateTimeFormat("ru-RU", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("ru-RU", { weekday: "long", day: "numeric", month: "long" });
const moment = { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };

export const REGION_ZONE = "Asia/Yakutsk";

/** The Bot API counts seconds, the clock speaks ISO: both become a Date, nothing becomes null. */
export function instant(value) {
  if (value === null || value === undefined || value === "") return null;
  return new Date(typeof value === "number" ? value * 1000 : value);
}

export const clockTime = (date) => time.format(date);
export const dayName = (date) => day.format(date);
export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;

export function fullMoment(date, zone) {
  return new Intl.DateTimeFormat("ru-RU", { ...moment, timeZone: zone }).format(date);
}

/** The same instant in the browser and in the region, told apart only where they differ. */
export function bothClocks(date) {
  const here = fullMoment(date);
  const there = fullMoment(date, REGION_ZONE);
  return here === there ? { here, there: null } : { here, there };
}

/** What `<input type="datetime-local">` wants: local wall time without a zone. */
export function wallTime(date) {
  const pad = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

export function fileSize(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} Б`;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "КБ"] : [bytes / 1024 ** 2, "МБ"];
  return `${value.toLocaleString("ru-RU", { maximumFractionDigits: 1 })} ${unit}`;
}

const segments = new Intl.Segmenter("ru", { granularity: "grapheme" });

/** Two letters for the round picture; an emoji counts as one letter. */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => [...segments.segment(word)][0].segment);
  return letters.join("").toUpperCase() || "?";
}

export const tint = (id) => `tint-${Math.abs(Number(id)) % 8}`;
