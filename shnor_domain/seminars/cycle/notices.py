"""What is told of a cycle to the schools of its region."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.model import CycleId

CATALOGUE = "seminar-catalogue"
"""The institute has told what it offers: an invitation to every lead, and to teachers of project schools."""
DATES_MOVED = "seminar-dates-moved"
"""To leads of schools that have asked for nothing: there is another last day."""
CLOSING = "seminar-closing"
"""To the same, as a row of the digest: three working days are left."""
WISHES = "seminar-wishes"
"""To leads, as a row of the digest: what their teachers wish for waits for them."""

POLICIES = (
    KindPolicy(CATALOGUE, rest=True, optional=True, resend_unknown=False),
    KindPolicy(DATES_MOVED, rest=True),
    KindPolicy(CLOSING, digest=True),
    KindPolicy(WISHES, digest=True),
)


def subject_of(cycle: CycleId) -> str:
    """Joins what is told of a cycle as a whole."""
    return f"cycle:{cycle}"


def dates_of(cycle: CycleId) -> str:
    """Joins the words about its dates: of several that one night has held the last goes."""
    return f"cycle:{cycle}:dates"


def cycle_in(row: StoredNotice) -> CycleId:
    """Of which cycle a row speaks."""
    return CycleId(int(row.notice.payload["cycle"] or 0))


def end_of(day: date, zone: str) -> datetime:
    """The first instant after `day` on the clock of `zone`."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def announced(cycle: Cycle, people: Iterable[PersonId], zone: str, now: datetime) -> list[Notice]:
    """Once a person, while there is still something to ask for."""
    late = end_of(cycle.dates.requests_until, zone)
    return [
        Notice(
            f"{CATALOGUE}:{cycle.id}:{person}", person, CATALOGUE, subject_of(cycle.id), now, {"cycle": cycle.id},
            late_after=late, mailing=True,
        )
        for person in people
    ]  # fmt: skip


def moved(cycle: Cycle, was: str, people: Iterable[PersonId], zone: str, now: datetime) -> list[Notice]:
    """The new last day of requests; `was` is the one that they know (ISO)."""
    until = cycle.dates.requests_until
    return [
        Notice(
            f"{DATES_MOVED}:{cycle.id}:{cycle.version}:{person}", person, DATES_MOVED, dates_of(cycle.id), now,
            {"cycle": cycle.id, "until": until.isoformat(), "was": was},
            late_after=end_of(until, zone), news=True, mailing=True,
        )
        for person in people
    ]  # fmt: skip


def closing(cycle: Cycle, people: Iterable[PersonId], zone: str, now: datetime) -> list[Notice]:
    """A row of the next digest, once for each last day."""
    until = cycle.dates.requests_until
    return [
        Notice(
            f"{CLOSING}:{cycle.id}:{until.isoformat()}:{person}", person, CLOSING, subject_of(cycle.id), now,
            {"cycle": cycle.id, "until": until.isoformat()}, late_after=end_of(until, zone),
        )
        for person in people
    ]  # fmt: skip


def wished(cycle: Cycle, person: PersonId, school: SchoolId, zone: str, now: datetime) -> Notice:
    """A row of the next digest of a lead, once for each last day."""
    until = cycle.dates.requests_until
    return Notice(
        f"{WISHES}:{cycle.id}:{until.isoformat()}:{school}:{person}", person, WISHES, subject_of(cycle.id), now,
        {"cycle": cycle.id, "school": school, "until": until.isoformat()}, late_after=end_of(until, zone),
    )  # fmt: skip
