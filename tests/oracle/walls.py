"""Clocks on the wall in words (N7)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.oracle.facts import Meeting, Person

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
DAYS = {0: "Сегодня", 1: "Завтра", 2: "Послезавтра"}


def wall(instant: datetime, zone: str) -> datetime:
    """What the clock on the wall of this zone shows, without a zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def in_words(shown: datetime, this_year: int) -> str:
    """«понедельник, 30 ноября, 17:00», with the year where it is another one."""
    year = "" if shown.year == this_year else f" {shown.year} года"
    return f"{WEEKDAYS[shown.weekday()]}, {_day(shown.date())}{year}, {shown:%H:%M}"


def first_clock(reader: Person, meeting: Meeting, now: datetime) -> str:
    """The start on the reader's wall."""
    return in_words(wall(meeting.starts, reader.zone), wall(now, reader.zone).year)


def second_clock(reader: Person, meeting: Meeting, now: datetime) -> str:
    """«15:00 Якутск», with its own date where that differs; empty where both walls show the same."""
    hers, theirs = wall(meeting.starts, reader.zone), wall(meeting.starts, meeting.zone)
    if hers == theirs:
        return ""
    if hers.date() == theirs.date():
        return f"{theirs:%H:%M} {meeting.town}"
    return f"{in_words(theirs, wall(now, reader.zone).year)} {meeting.town}"


def day_word(reader: Person, meeting: Meeting, now: datetime) -> str:
    """«Завтра», counted on the reader's calendar from the day on which she reads it."""
    ahead = wall(meeting.starts, reader.zone).date() - wall(now, reader.zone).date()
    return DAYS[ahead.days]


def short_date(reader: Person, meeting: Meeting) -> str:
    """«30 ноября в 17:00», as a message stands that is over."""
    shown = wall(meeting.starts, reader.zone)
    return f"{_day(shown.date())} в {shown:%H:%M}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
