"""Messages about events, read back: every clock in them is checked by N7."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tests.conversations.seminar_year.land import LAND, WHOLE
from tests.oracle.seminars.office import Facts
from tests.oracle.walls import MONTHS, in_words, wall

CITY = "Хандыга"
"""Of the clock on which events are set."""
AT = r"(\w+, \d+ \w+(?: \d+ года)?, \d\d:\d\d.*?)"
"""A moment in words, whatever follows."""
_FIRST = re.compile(r"\w+, (\d+) (\w+)(?: (\d+) года)?, (\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """Clocks in words, as they stood in a message of this minute."""

    words: str
    read: datetime


def instant(who: str, moment: Moment) -> datetime:
    """What the reader's clock says; fails where the words are not those of N7."""
    zone = LAND.by_name[who].unit.zone
    found = _FIRST.match(moment.words)
    assert found is not None, moment.words
    day, month, year, hour, minute = found.groups()
    today = wall(moment.read, zone)
    shown = datetime.combine(
        date(int(year or today.year), MONTHS.index(month) + 1, int(day)),
        time(int(hour), int(minute)),
        ZoneInfo(zone),
    )
    words = moment.words[0].lower() + moment.words[1:]
    assert words == _clocks(shown, zone, today.year), moment.words
    return shown.astimezone(moment.read.tzinfo)


def _clocks(at: datetime, zone: str, this_year: int) -> str:
    hers, theirs = wall(at, zone), wall(at, WHOLE.zone)
    if hers == theirs:
        return in_words(hers, this_year)
    second = f"{theirs:%H:%M}" if hers.date() == theirs.date() else in_words(theirs, this_year)
    return f"{in_words(hers, this_year)} (у вас) · {second} {CITY}"


def _asked_for(text: str, at: datetime) -> Facts | None:
    look = rf"Ваша школа \((.*)\) просила тему «(.*)»\. Она в программе: «(.*)», {AT}\.\nЗаписать учителей\?"
    found = re.fullmatch(look, text)
    return None if found is None else (found[1], found[2], found[3], Moment(found[4], at))


def _wished(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"Тема, которую вы предлагали \(«(.*)»\), в программе: «(.*)», {AT}\.", text)
    return None if found is None else (found[1], found[2], Moment(found[3], at))


def _you_lead(text: str, at: datetime) -> Facts | None:
    found = re.fullmatch(rf"Вышла программа семинаров, вы ведёте «(.*)»\. Первое занятие: {AT}\.\n.*", text)
    return None if found is None else (found[1], Moment(found[2], at))


def _programme(text: str, at: datetime) -> Facts | None:
    """How many events there are for the reader; of a later version its number and how many have changed too."""
    lines = text.splitlines()
    if lines[0].startswith("Вышла программа семинаров"):
        return (_count(lines[1]),)
    found = re.fullmatch(r"Программа семинаров, .*: редакция (\d+)", lines[0])
    if found is None:
        return None
    changed = re.match(r"Изменилось: (\d+)\. ", lines[1])
    assert changed is not None, text
    return (_count(lines[1][changed.end() :]), int(found[1]), int(changed[1]))


def _count(line: str) -> int:
    found = re.search(r"(\d+)", line)
    return 0 if found is None else int(found[1])


OF_PROGRAMMES: dict[str, Callable[[str, datetime], Facts | None]] = {
    "asked-for": _asked_for,
    "wished": _wished,
    "you-lead": _you_lead,
    "programme": _programme,
    "version-approved": lambda text, at: () if re.fullmatch(r"Программу .* утвердили\. .*", text) else None,
}
