"""Messages to who sits in an event, waits for a seat or leads it, read back."""

import re
from collections.abc import Callable
from datetime import datetime

from tests.conversations.seminar_year.reading_events import AT, Moment
from tests.oracle.seminars.office import Facts

Read = Callable[[str, datetime], Facts | None]
WHICH = r"(?:, занятие (\d+) из (\d+))?"
ONE = r"(?:, занятие \d+)?"
DAY = r"(?:Сегодня|Завтра|Послезавтра)"


def _before(text: str, at: datetime) -> Facts | None:
    look = rf"{DAY} занятие\n«(.*)»{WHICH}\. Ведёт .*\n{AT}\n.*"
    found = re.fullmatch(look, text, re.DOTALL)
    return None if found is None else (found[1], *_which(found[2], found[3]), Moment(found[4], at))


def _hour(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"{DAY}, {AT}: «(.*)»{WHICH}, ведёт .*\.\n.*", text, re.DOTALL)
    return None if found is None else (found[2], *_which(found[3], found[4]), Moment(found[1], at))


def _host(text: str, at: datetime) -> Facts | None:
    look = rf"{DAY} вы ведёте занятие\n«(.*)»{WHICH}\n{AT}\n.*\nЗаписано? (\d+) \w+\."
    found = re.fullmatch(look, text, re.DOTALL)
    return None if found is None else (found[1], *_which(found[2], found[3]), Moment(found[4], at), int(found[5]))


def _which(number: str | None, count: str | None) -> Facts:
    return () if number is None or count is None else (int(number), int(count))


def _moved(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"Занятие перенесено\n«(.*)»{ONE}\nБыло: {AT}\nТеперь: {AT}\n.*", text, re.DOTALL)
    return None if found is None else (found[1], Moment(found[2], at), Moment(found[3], at))


def _queue_moved(text: str, at: datetime) -> Facts | None:
    look = rf"Занятие, на которое вы в очереди, перенесено\n«(.*)»\nБыло: {AT}\nТеперь: {AT}\n.*"
    found = re.fullmatch(look, text)
    return None if found is None else (found[1], Moment(found[2], at), Moment(found[3], at))


def _off(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"Занятие отменено\n«(.*)»{ONE}\n{AT}\. Остальные .*", text)
    return None if found is None else (found[1], Moment(found[2], at))


def _for_you(text: str, at: datetime) -> Facts | None:
    look = rf"(Вас записал|Вашу запись отменил)\(а\) [^,]*, (.*)\n«(.*)», ведёт .*\n{AT}(?:, всего .*)?"
    found = re.fullmatch(look, text)
    if found is None:
        return None
    return ("signed up" if found[1] == "Вас записал" else "cancelled", found[2], found[3], Moment(found[4], at))


def _ended(head: str) -> Read:
    def read(text: str, at: datetime) -> Facts | None:
        found = re.fullmatch(rf"{head}\n«(.*)»(?:, ведёт .*)?\n{AT}\n.*", text, re.DOTALL)
        return None if found is None else (found[1], Moment(found[2], at))

    return read


def _offer(text: str, at: datetime) -> Facts | None:
    look = rf"Освободилось место: «(.*)», ведёт .*\n{AT}\nДержим для вас до (.*) \(у вас\)\."
    found = re.fullmatch(look, text)
    return None if found is None else (found[1], Moment(found[2], at), found[3])


def _asked_again(text: str, at: datetime) -> Facts | None:
    look = r"Мероприятие «(.*)», которое просила ваша школа \((.*)\), отменено\. Запрос снова рассматривается\."
    found = re.fullmatch(look, text)
    return None if found is None else found.groups()


def _certificate(text: str, at: datetime) -> Facts | None:
    found = re.match(r"Отметки о занятиях «(.*)» исправлены, поэтому сертификат № (\S+) больше не действует\.", text)
    return None if found is None else (found[1], int(found[2].rpartition("-")[2]))


def _how_was_it(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"Как прошло занятие\?\n(.*)\n{AT}\nБыло? записано? (\d+) \w+", text)
    return None if found is None else (found[1], Moment(found[2], at), int(found[3]))


def _rate(text: str, at: datetime) -> Facts | None:
    found = re.match(r"Спасибо, что были на мероприятии «(.*)»\. Насколько", text)
    return None if found is None else (found[1],)


OF_SEATS: dict[str, Read] = {
    "day-before": _before,
    "hour-before": _hour,
    "host": _host,
    "lesson-moved": _moved,
    "queue-moved": _queue_moved,
    "lesson-off": _off,
    "for-you": _for_you,
    "event-off": _ended("Мероприятие отменено"),
    "seat-lost": _ended("Занятие перенесли на время, когда у вас другая запись"),
    "queue-over": _ended("Мероприятие, на которое вы стояли в очереди, отменено"),
    "offer": _offer,
    "how-was-it": _how_was_it,
    "rate": _rate,
    "seminar-event-off": _asked_again,
    "certificate-changed": _certificate,
}
