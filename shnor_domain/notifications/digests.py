"""Pure rules of the one digest a day: whose hour it is, and which rows go in it (L2, L3, Q2)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import COORDINATOR_ROLES, SCHOOL_ROLES, Role
from shnor_domain.notifications.model import DigestHabit, KindPolicy, Line, Notice, Reader
from shnor_domain.notifications.rules import Decision, Drop, Go, Hold, Miss, Wait, late_at, rests
from shnor_domain.people.model.preferences import Quiet

FOR_SCHOOLS, FOR_OTHERS = 16 * 60, 9 * 60
"""Usual hours in minutes after midnight: of who has a place in a school and is no coordinator, of all others (L3)."""
_HORIZON = 90
_SECOND = timedelta(seconds=1)


def usual_hour(roles: Iterable[Role]) -> int:
    """The hour of who has set none, in minutes after midnight (L3)."""
    held = frozenset(roles)
    return FOR_SCHOOLS if held & SCHOOL_ROLES and not held & COORDINATOR_ROLES else FOR_OTHERS


def awake_hour(at: int, quiet: Quiet) -> int:
    """Minutes after midnight: an hour inside quiet hours gives way to their end."""
    return quiet.end if quiet.covers(at) else at


def decide_row(notice: Notice, policy: KindPolicy, reader: Reader, habit: DigestHabit, now: datetime) -> Decision:
    """What becomes of a row of a digest that is still true: it goes with the first digest at or after its `due`.

    A digest whose day the bot has slept through is not made up for by itself: its rows go with the next.
    """
    late = late_at(notice, policy)
    if late is not None and now >= late:
        return Miss()
    if policy.optional and reader.own_only:
        return Drop("unwanted")
    if reader.chat is None or reader.unreachable is not None:
        return Hold(late, "unreachable")
    day = _local(notice.due, reader)
    if notice.since is not None and digest_minute(reader, habit, notice.due, day) < notice.since:
        return Drop("not-made-up")
    fresh = day if habit.last is None else habit.last + timedelta(days=1)
    if digest_minute(reader, habit, notice.due, fresh) <= now and _open(reader, habit, now):
        return Go()
    return Wait(digest_minute(reader, habit, max(notice.due, now + _SECOND), fresh))


def digest_minute(reader: Reader, habit: DigestHabit, since: datetime, first: date) -> datetime:
    """The minute of the first digest at or after `since`, on a working day of the reader from `first` on."""
    start = max(first, _local(since, reader))
    for day in (start + timedelta(days=ahead) for ahead in range(_HORIZON)):
        minute = _minute(reader, habit, day)
        if minute >= since and not rests(day, reader):
            return minute
    return since  # nobody rests for so long: better said than kept for ever


def one_of_each(lines: Iterable[Line]) -> Sequence[Line]:
    """Each thing once (L3): a row that its reader has put off may meet one that its own day has raised (L6)."""
    found: dict[str | Line, Line] = {}
    for line in lines:
        same = line.about or line
        if same not in found or found[same].weight < line.weight:
            found[same] = line
    return list(found.values())


def _open(reader: Reader, habit: DigestHabit, now: datetime) -> bool:
    """True from today's hour until her night, on a working day."""
    today = _local(now, reader)
    wall = now.astimezone(ZoneInfo(reader.zone))
    quiet = reader.quiet.covers(wall.hour * 60 + wall.minute)
    return not quiet and not rests(today, reader) and _minute(reader, habit, today) <= now


def _minute(reader: Reader, habit: DigestHabit, day: date) -> datetime:
    at = awake_hour(habit.at, reader.quiet)
    return datetime.combine(day, time(at // 60, at % 60), ZoneInfo(reader.zone)).astimezone(UTC)


def _local(instant: datetime, reader: Reader) -> date:
    return instant.astimezone(ZoneInfo(reader.zone)).date()
