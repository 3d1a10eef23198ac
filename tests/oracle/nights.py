"""Quiet hours and what they do to a message (Q1, N2, N6). Days off do nothing to any message told here (N2, Q2)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.facts import Meeting, Person
from tests.oracle.walls import wall

A_MINUTE = timedelta(minutes=1)
EVENING = timedelta(minutes=5)
AFTER_THE_NIGHT = timedelta(hours=3)
ON_THE_ROAD = timedelta(hours=24)
A_DAY = timedelta(days=1)


def sleeps(reader: Person, instant: datetime) -> bool:
    """The first minute of quiet hours belongs to them, the last does not."""
    shown, quiet = wall(instant, reader.zone).time(), reader.quiet
    if quiet.begins <= quiet.ends:
        return quiet.begins <= shown < quiet.ends
    return shown >= quiet.begins or shown < quiet.ends


def evening_of(reader: Person, instant: datetime) -> datetime:
    """When the night began in which `instant` lies."""
    day = wall(instant, reader.zone).date()
    at = [datetime.combine(day - A_DAY * back, reader.quiet.begins, ZoneInfo(reader.zone)) for back in (0, 1)]
    return max(begun for begun in at if begun <= instant).astimezone(UTC)


def morning_of(reader: Person, instant: datetime) -> datetime:
    """When the night ends in which `instant` lies."""
    day = wall(instant, reader.zone).date()
    at = [datetime.combine(day + A_DAY * ahead, reader.quiet.ends, ZoneInfo(reader.zone)) for ahead in (0, 1)]
    return min(ends for ends in at if ends > instant).astimezone(UTC)


def reminder_window(reader: Person, due: datetime) -> tuple[datetime, datetime]:
    """First and last minute of a 24 h reminder: its own, or the last five before the night it falls in (N2)."""
    if not sleeps(reader, due):
        return due, due
    night = evening_of(reader, due)
    return night - EVENING, night - A_MINUTE


def news_at(reader: Person, at: datetime, *, start: datetime, on_site: bool) -> datetime:
    """When a change that was made at `at` is told: at once, or held to the morning (N6).

    `start` is the earlier of the start she knows and the new one.
    """
    if not sleeps(reader, at):
        return at
    morning = morning_of(reader, at)
    near = start < morning + AFTER_THE_NIGHT
    return at if near or (on_site and start - at <= ON_THE_ROAD) else morning


def waits(reader: Person, at: datetime) -> datetime:
    """When what never breaks a night is told."""
    return morning_of(reader, at) if sleeps(reader, at) else at


def call_at(reader: Person, at: datetime, meeting: Meeting) -> datetime:
    """`news_at` of a meeting that keeps its start."""
    return news_at(reader, at, start=meeting.starts, on_site=meeting.on_site)
