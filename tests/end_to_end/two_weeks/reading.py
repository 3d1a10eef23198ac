"""What people were told, read from the transcript as they read it: by the words on the screen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.oracle.told import Kind, Told

DAY = r"(?P<day>Сегодня|Завтра|Послезавтра)"
WEEKDAY = "(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)"
CLOCK = rf"{WEEKDAY}, \d+ \w+(?: \d{{4}} года)?, \d\d:\d\d"
WHEN = rf"(?P<when>(?i:{CLOCK}))(?: \(у вас\) · (?P<also>(?:{CLOCK}|\d\d:\d\d) [\w-]+))?"
WAS = rf"(?P<was>{CLOCK})(?: \(у вас\) · .+)?"
WAY = r"(?:Ссылка|Место): (?P<way>.+)"
COUNTS = r"Записан[ы]?: (?P<people>\d+) человека?, вопросов: (?P<questions>\d+)"
FORMAT = "(?:онлайн|очно)"

MESSAGES = (
    (Kind.DAY_BEFORE, rf"{DAY} консультация\n.+, .+, {FORMAT}\n{WHEN}\n{WAY}\nНе сможете\? .+"),
    (Kind.HOST_DAY_BEFORE, rf"{DAY} вы ведёте консультацию\n.+, {FORMAT}\n{WHEN}\n{COUNTS}"),
    (Kind.HOST_HOUR_BEFORE, rf"{DAY}, {WHEN}: .+, {FORMAT}, вы ведёте\.\n{COUNTS}"),
    (Kind.HOUR_BEFORE, rf"{DAY}, {WHEN}: .+, .+\.\n{WAY}"),
    (Kind.HOW_WAS_IT, rf"Как прошло\?\n.+\n{WHEN}\nБы(?:л|ло) запис.+"),
    (Kind.NEW_BOOKING, rf"Новая запись: .+\n{WHEN}\nПридёт: .+(?:\nВопрос: .+)?"),
    (Kind.VISITOR_CANCELLED, rf"Запись отменили: .+\n{WHEN}\nНе сможет прийти: .+"),
    (Kind.VISITOR_MOVED, rf"Запись перенесли: .+\nБыла: (?P<was>{CLOCK})\nТеперь: {WHEN}\nПридёт: .+"),
    (Kind.CALLED_OFF, rf"Консультация не состоится\n.+\n{WHEN}\n.+(?:\nВаш вопрос: .+)?"),
    (Kind.HOST_CALLED_OFF, rf"Вашу встречу отменил координатор\n.+\n{WHEN}\n.+"),
    (Kind.FELL, rf"Консультация не состоится: актированный день\n.+\n{WHEN}\nМожно выбрать другое время\."),
    (Kind.HOST_FELL, rf"Актированный день: ваша очная встреча отменена\n.+\n{WHEN}\nЗаписанным я сообщил\."),
    (Kind.FOR_YOU, rf"Вас записал\(а\) завуч, .+\n.+, .+, {FORMAT}\n{WHEN}\n{WAY}"),
    (Kind.MEETING_MOVED, rf"Консультацию перенесли\n.+, .+\nБыло: {WAS}\nБудет: {WHEN}\n{WAY}\nЗапись и вопрос .+"),
    (Kind.SUBSTITUTE, rf"Консультацию проведёт .+\n.+\n{WHEN}\n{WAY}\nВаша запись и вопрос сохранились\."),
    (Kind.ASKED, rf"Сможете провести консультации вместо коллеги\?\n.+, .+\n{WHEN}\nЗаписанные .+"),
    (Kind.AGREED, rf"Ваши консультации проведёт .+\n.+\n{WHEN}\nЗаписанным я сообщу\."),
    (Kind.NEW_LINK, rf"Новая ссылка на консультацию\n.+\n{WHEN}\n{WAY}"),
)
ANSWERED = re.compile(r"Замена \(.+\): вы согласились\.")
"""What the ask says once he has agreed, by his own tap."""
FACES = {"прошла": Kind.OVER, "отменена": Kind.OFF, "перенесена": Kind.ELSEWHERE, "ведёт другой": Kind.LED_BY_ANOTHER}
FACE = re.compile(r"Консультаци[яю] (?P<when>\d+ \w+ в \d\d:\d\d) (?P<face>прошла|отменена|перенесена|ведёт другой)\.")
REMINDERS = {
    Kind.DAY_BEFORE: ["Буду", "Перенести", "Отменить запись"],
    Kind.HOUR_BEFORE: ["Открыть", "Плохая связь, спрошу письменно", "Отменить запись"],
    Kind.HOST_DAY_BEFORE: ["Открыть встречу"],
    Kind.HOST_HOUR_BEFORE: ["Открыть встречу"],
    Kind.HOW_WAS_IT: ["Пришли все", "Отметить"],
}
"""With the buttons under each."""
AFTERWARDS = ["Отметить, как прошло", "Записаться снова"]
"""Under a visitor's reminder once its meeting has begun (S6)."""


@dataclass
class Reading:
    """`told` is what came by itself; `strange` lines are what nobody asked for and no rule knows."""

    told: list[Told] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    _kinds: dict[tuple[int, int], Kind] = field(default_factory=dict)

    def reads(self, said: dict[str, Any], name: str, *, answered: bool) -> None:
        """One version of a message of the bot; `answered`: it came while this person was acting."""
        number = (said["chat_id"], said["message_id"])
        at = datetime.fromtimestamp(said["edit_date"] or said["date"], UTC)
        if number in self._kinds:
            self._changed(said, name, at, self._kinds[number])
            return
        found = _notice(said["text"]) if said["event"] == "message" else None
        if found is None:
            if not answered:
                self.strange.append(f"{at:%d.%m %H:%M}Z {name}: {said['event']}: {said['text']!r}")
            return
        kind, told = found
        self._kinds[number] = kind
        self.told.append(Told(name, kind, at, *told))
        if kind in REMINDERS and labels(said) not in (REMINDERS[kind], REMINDERS[kind][1:], _on_site(kind, said)):
            self.strange.append(f"{at:%d.%m %H:%M}Z {name}: {kind.value} has buttons {labels(said)}")

    def _changed(self, said: dict[str, Any], name: str, at: datetime, was: Kind) -> None:
        if was is Kind.ASKED and ANSWERED.fullmatch(said["text"]) and not labels(said):
            return
        face = FACE.fullmatch(said["text"])
        over = face is not None and face["face"] == "прошла" and was in (Kind.DAY_BEFORE, Kind.HOUR_BEFORE)
        if said["event"] != "edit" or face is None or labels(said) != (AFTERWARDS if over else []):
            self.strange.append(f"{at:%d.%m %H:%M}Z {name}: {was.value} became {said['event']}: {said['text']!r}")
            return
        self.told.append(Told(name, FACES[face["face"]], at, face["when"], more=was.value))


def _on_site(kind: Kind, said: dict[str, Any]) -> list[str]:
    """Where people meet in a room nothing is opened, and no connection is bad."""
    return REMINDERS[kind][-1:] if kind is Kind.HOUR_BEFORE and "\nМесто: " in said["text"] else REMINDERS[kind]


def _notice(text: str) -> tuple[Kind, tuple[str, str, str]] | None:
    for kind, pattern in MESSAGES:
        if found := re.fullmatch(pattern, text):
            parts = found.groupdict()
            counts = f"{parts['people']}/{parts['questions']}" if parts.get("people") else ""
            more = " ".join(filter(None, (parts.get("day"), parts.get("way"), counts, parts.get("was"))))
            return kind, (parts["when"][0].lower() + parts["when"][1:], parts["also"] or "", more)
    return None


def labels(said: dict[str, Any]) -> list[str]:
    return [button["text"] for row in said["buttons"] for button in row]


def read(transcript: Iterable[dict[str, Any]], names: dict[int, str], turns: Iterable[tuple[int, int, int]]) -> Reading:
    """Everything the bot said from the curtain on; `turns` are chats with the seconds in which they were answered."""
    reading, spans = Reading(), list(turns)
    for said in transcript:
        if said["from_bot"]:
            at, chat = said["edit_date"] or said["date"], said["chat_id"]
            answered = said["deleted"] or any(chat == who and since <= at <= until for who, since, until in spans)
            reading.reads(said, names.get(chat, f"chat {chat}"), answered=answered)
    return reading
