"""Pure rules of delivery: quiet hours, days off, cut-offs, backoff (rules 5–7; N2, N6, Q1–Q4)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.notifications.model import KindPolicy, Notice, Reader
from shnor_domain.people.model.preferences import LONGEST_QUIET, Quiet

NIGHT_MARGIN = timedelta(hours=3)
"""What starts before the night's end plus this cannot wait for the morning (N6)."""
ON_SITE_MARGIN = timedelta(hours=24)
"""A way to go on: an on-site start within this cannot wait either (N6)."""
EVENING = timedelta(minutes=5)
"""How long before quiet hours a reminder goes whose minute lies in them (N2)."""
FIRST_BACKOFF, LONGEST_BACKOFF = 5.0, 600.0
LEASE = timedelta(minutes=3)
"""Twice as long as any send may take: rows of a process that died are taken again after this (real time)."""
EARLIEST = timedelta(minutes=LONGEST_QUIET) + EVENING
"""So long before its minute a reminder may have to go: the longest night, and the minutes before it."""
_MINUTE = timedelta(minutes=1)
_REST_HORIZON = 60


@dataclass(frozen=True, slots=True)
class Go:
    """Send it now."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Its cut-off has passed."""


@dataclass(frozen=True, slots=True)
class Drop:
    """It is not for this reader: she does not want it, or it is not made up for; `why` is a code."""

    why: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Look again at `until`, None only when the person comes back; `why` is a code."""

    until: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Its own minute for this reader has not come: look again at `until`."""

    until: datetime


Decision = Go | Miss | Drop | Hold | Wait


def first_look(notice: Notice) -> datetime:
    """When delivery looks at a notice first: early enough to find its minute for any reader."""
    return notice.due - EARLIEST if notice.evening else notice.due


def decide(notice: Notice, policy: KindPolicy, reader: Reader, now: datetime) -> Decision:
    """What becomes of a notice that is still true. `now` is an aware instant."""
    late = late_at(notice, policy)
    if late is not None and now >= late:
        return Miss()
    minute = evening_before(notice.due, reader.quiet, reader.zone) if notice.evening else notice.due
    if notice.since is not None and minute < notice.since:
        return Drop("not-made-up")
    if policy.optional and reader.own_only:
        return Drop("unwanted")
    if reader.chat is None or reader.unreachable is not None:
        return Hold(late, "unreachable")
    if notice.evening and now < minute:
        return Wait(minute)
    presses = notice.urgent and not _on_leave(reader, notice.due)
    if policy.rest and not presses and (works := rest_end(notice.due, reader, now)) is not None:
        return Hold(_sooner(works, late), "rest")
    if policy.night and not presses and is_quiet(now, reader.quiet, reader.zone):
        morning = night_end(now, reader.quiet, reader.zone)
        if not cannot_wait(notice, now, morning):
            return Hold(_sooner(morning, late), "quiet")
    return Go()


def late_at(notice: Notice, policy: KindPolicy) -> datetime | None:
    """From when on it is missed: the notice's own cut-off goes before its kind's."""
    if notice.late_after is not None:
        return notice.late_after
    return None if policy.late is None else notice.due + policy.late


def cannot_wait(notice: Notice, now: datetime, morning: datetime) -> bool:
    """True when the start comes too soon after `morning`, the end of this night, or has to be travelled to (N6)."""
    if notice.act_by is None:
        return False
    return notice.act_by < morning + NIGHT_MARGIN or (notice.on_site and notice.act_by <= now + ON_SITE_MARGIN)


def is_quiet(instant: datetime, quiet: Quiet, zone: str) -> bool:
    """True within quiet hours on the wall clock of `zone`: the first minute belongs to them, the last does not (Q1)."""
    wall = instant.astimezone(ZoneInfo(zone))
    return (wall.hour * 60 + wall.minute - quiet.start) % (24 * 60) < quiet.minutes


def night_end(instant: datetime, quiet: Quiet, zone: str) -> datetime:
    """The first instant after `instant`, which is quiet, that is not. Walls that a change of clocks skips or
    repeats count
    as they are: the night ends when the clock on the wall has left it.
    """
    wall = instant.astimezone(ZoneInfo(zone))
    end = _time(quiet.end)
    day = wall.date() if wall.time() < end else wall.date() + timedelta(days=1)
    for fold in (0, 1):
        morning = datetime.combine(day, end, ZoneInfo(zone)).replace(fold=fold).astimezone(UTC)
        if morning > instant and not is_quiet(morning, quiet, zone):
            return _earliest_morning(instant, morning, quiet, zone)
    raise AssertionError("a night without an end")


def _earliest_morning(instant: datetime, morning: datetime, quiet: Quiet, zone: str) -> datetime:
    """A wall time skipped in spring is reckoned an hour late; the night has ended at the change itself."""
    while morning - _MINUTE > instant and not is_quiet(morning - _MINUTE, quiet, zone):
        morning -= _MINUTE
    return morning


def evening_before(due: datetime, quiet: Quiet, zone: str) -> datetime:
    """`due`, or for one in quiet hours five minutes before they begin (N2): planning uses it for 24 h reminders."""
    if not is_quiet(due, quiet, zone):
        return due
    wall = due.astimezone(ZoneInfo(zone))
    start = _time(quiet.start)
    day = wall.date() if wall.time() >= start else wall.date() - timedelta(days=1)
    return datetime.combine(day, start, ZoneInfo(zone)).astimezone(UTC) - EVENING


def rest_end(due: datetime, reader: Reader, now: datetime) -> datetime | None:
    """The hour of `due` on the reader's next working day after leave; None when today is one, and what days off have
    held until today has come to its hour (Q2, Q4)."""
    zone = ZoneInfo(reader.zone)
    today = now.astimezone(zone).date()
    if not rests(today, reader):
        return _own_hour(due.astimezone(zone), today, reader, now)
    first = max(today, reader.leave_until or today)
    coming = (first + timedelta(days=ahead) for ahead in range(_REST_HORIZON))
    day = next((day for day in coming if day > today and not rests(day, reader)), first + timedelta(days=1))
    return datetime.combine(day, due.astimezone(zone).time(), zone).astimezone(UTC)


def _own_hour(due: datetime, today: date, reader: Reader, now: datetime) -> datetime | None:
    """When what days off alone have held goes on `today`, the first working day after them; None once it may go, which
    an hour of her night leaves to the end of that night."""
    held = [due.date() + timedelta(days=after) for after in range((today - due.date()).days)]
    hour = datetime.combine(today, due.time(), due.tzinfo).astimezone(UTC)
    if not held or not all(rests(day, reader) for day in held) or is_quiet(hour, reader.quiet, reader.zone):
        return None
    return hour if now < hour else None


def next_midnight(now: datetime, zone: str) -> datetime:
    """When the next day of `zone` begins: what waits for a day by the calendar is looked at anew then."""
    there = ZoneInfo(zone)
    tomorrow = now.astimezone(there).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), there).astimezone(UTC)


def rests(day: date, reader: Reader) -> bool:
    """True on a day off of her municipality and on every day of her leave (Q2, Q4)."""
    return day in reader.days_off or (reader.leave_until is not None and day <= reader.leave_until)


def _on_leave(reader: Reader, due: datetime) -> bool:
    """What a leave has held for days does not wake its reader in the night after it, urgent or not."""
    return reader.leave_until is not None and due.astimezone(ZoneInfo(reader.zone)).date() <= reader.leave_until


def backoff(attempts: int, jitter: float) -> timedelta:
    """Real time until attempt `attempts` + 1: 5 s doubled each time up to 10 min, of which `jitter` in [0, 1)
    moves half."""
    full = min(LONGEST_BACKOFF, FIRST_BACKOFF * 2.0 ** min(attempts - 1, 20))
    return timedelta(seconds=full * (0.5 + jitter / 2))


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _sooner(until: datetime, late: datetime | None) -> datetime:
    return until if late is None else min(until, late)
