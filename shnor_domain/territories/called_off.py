"""«Актированный день»: the schools of a municipality are closed by an act, because of frost or illness (L7)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId
from shnor_domain.territories.calendar import Calendar
from shnor_domain.territories.model import Municipality

AHEAD = timedelta(days=14)
"""So far ahead a day may be declared: an act is of today's weather, not of a plan."""
REACHING = timedelta(days=45)
"""So far back a day may lie that is put off to one of today: one after another, over the longest holidays."""
REASON = (3, 200)
"""Letters of a reason, at least and at most."""


@dataclass(frozen=True, slots=True)
class CalledOffDay:
    """One a municipality and day; undoing keeps it. What was due on `day` is due on `due`, since `changed`: the next
    working day that is not called off itself, or `day` again once it was undone.

    For all else the day stays what the calendar says it is: teachers and coordinators are at work, digests go (Q2), and
    working days are counted as ever (L1, L5, P1).
    """

    municipality: MunicipalityId
    day: date
    reason: str
    due: date
    declared: datetime
    changed: datetime
    undone: datetime | None = None

    @property
    def stands(self) -> bool:
        """False once it was undone."""
        return self.undone is None


def today_in(unit: Municipality, now: datetime) -> date:
    """The date on the clock of a municipality."""
    return now.astimezone(ZoneInfo(unit.zone)).date()


def next_working(day: date, calendar: Calendar, called_off: Collection[date]) -> date:
    """The working day after `day` on which what was due then is due."""
    due = calendar.after(day, 1)
    while due in called_off:
        due = calendar.after(due, 1)
    return due


def put_off_anew(
    rows: Iterable[CalledOffDay], about: date | None, calendar: Calendar, now: datetime, today: date
) -> Sequence[CalledOffDay]:
    """Rows of days before `about` with the new day on which what was due then is due, now that `about` is called off or
    a day off, or is no more; None: the week has changed, which is about all.

    Days that do not reach `about` stay as they were announced, and so does what was due before `today`: nothing becomes
    due in the past.
    """
    rows = list(rows)
    standing = {row.day for row in rows if row.stands}
    open_still = [row for row in rows if row.stands and row.due >= today]
    reached = [row for row in open_still if about is None or row.day < about <= row.due]
    yesterday = today - timedelta(days=1)
    anew = ((row, next_working(max(row.day, yesterday), calendar, standing)) for row in reached)
    return [replace(row, due=due, changed=now) for row, due in anew if due != row.due]


def check_day(day: date, today: date) -> None:
    """Raise `Invalid` for a day of the past, and for one more than `AHEAD` from today."""
    if day < today:
        raise Invalid("day", "past")
    if day > today + AHEAD:
        raise Invalid("day", "ahead")


def checked_reason(reason: str) -> str:
    """On one line; raises `Invalid`."""
    reason = " ".join(reason.split())
    if len(reason) < REASON[0]:
        raise Invalid("reason", "empty")
    if len(reason) > REASON[1]:
        raise Invalid("reason", "long")
    return reason
