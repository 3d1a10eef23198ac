"""What people are told of requests, as rows. Words are made by `handlers.seminars.requests.notices`.

What concerns one school's support shares its subject: of several changes that one night has held the last tells all of
them, from what the reader knows to what is (I12).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import SeminarRequest, Support, SupportId

CAME = "seminar-requests-came"
"""To who runs the seminar: how many new requests there are, as a row of the digest."""
WITHDREW = "seminar-school-withdrew"
"""To the same, as a row of the digest: a school asks no more for what is in the programme."""
MERGED = "seminar-merged"
"""To schools whose topic went into another."""
ROUTED = "seminar-routed"
"""To the schools behind a request: by the plan, or beyond the budget after all."""
SET_ASIDE = "seminar-set-aside"
"""To the schools behind it: it does not come into this half-year's programme."""
REOPENED = "seminar-reopened"
"""To the same: it is looked at again."""
BORDER = "seminar-border"
"""To schools behind what the half-year has left open: «Перенести?»"""
BORDER_WAITS = "seminar-border-waits"
"""The same once more, as a row of the digest."""

CHANGES = (MERGED, ROUTED, SET_ASIDE, REOPENED)
POLICIES = (
    KindPolicy(CAME, digest=True),
    KindPolicy(WITHDREW, digest=True),
    *(KindPolicy(kind) for kind in CHANGES),
    KindPolicy(BORDER, rest=True, resend_unknown=False),
    KindPolicy(BORDER_WAITS, digest=True),
)
_READ = timedelta(days=1)
"""So long a word keeps its text: one that the last night of a half-year has held is read before it is over."""
_KEPT = timedelta(days=90)
"""So long a question at the border loses its buttons once it is answered (N4)."""


def subject_of(support: SupportId) -> str:
    """All rows about one school behind one request."""
    return f"support:{support}"


def came_subject(request: RequestId) -> str:
    """Rows about one new request."""
    return f"request:{request}"


def end_of(cycle: Cycle, zone: str) -> datetime:
    """The instant at which its half-year is over on the region's clock."""
    after = cycle.half.days.last + timedelta(days=1)
    return datetime.combine(after, time(), ZoneInfo(zone)).astimezone(UTC)


def came(request: SeminarRequest, people: Iterable[PersonId], now: datetime) -> list[Notice]:
    """A row for each who runs the seminar: the first of a digest stands for all."""
    return [
        Notice(
            key=f"{CAME}:{request.id}:{person}",
            person=person,
            kind=CAME,
            subject=came_subject(request.id),
            due=now,
            payload={"request": request.id},
        )
        for person in people
    ]


def withdrew(support: Support, people: Iterable[PersonId], now: datetime) -> list[Notice]:
    """A row for each who runs the seminar; several schools of one request are one row."""
    return [
        Notice(
            key=f"{WITHDREW}:{support.id}:{int(now.timestamp())}:{person}",
            person=person,
            kind=WITHDREW,
            subject=f"withdrew:{support.request}",
            due=now,
            payload={"request": support.request},
        )
        for person in people
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what a school stands behind: `before` is the request as the school knows it."""

    kind: str
    before: SeminarRequest
    until: datetime
    now: datetime

    def told(self, support: Support, people: Iterable[PersonId], about: str = "") -> list[Notice]:
        """`about` tells one change from another of the same kind and minute. From the end of the half-year on they have
        no buttons."""
        return [
            Notice(
                key=f"{self.kind}:{support.id}:{about or int(self.now.timestamp())}:{person}",
                person=person,
                kind=self.kind,
                subject=subject_of(support.id),
                due=self.now,
                payload={
                    "support": support.id,
                    "request": self.before.id,
                    "route": self.before.route.value,
                    "state": self.before.state.value,
                },
                over_at=max(self.until, self.now + _READ),
                news=True,
            )
            for person in people
        ]


def at_border(support: Support, people: Iterable[PersonId], now: datetime, again: datetime) -> list[Notice]:
    """The question, and its row of the digest at `again`."""
    asked = [
        Notice(
            key=f"{BORDER}:{support.id}:{person}",
            person=person,
            kind=BORDER,
            subject=subject_of(support.id),
            due=now,
            payload={"support": support.id},
            over_at=now + _KEPT,
        )
        for person in people
    ]
    waits = [
        replace(each, key=f"{BORDER_WAITS}:{support.id}:{each.person}", kind=BORDER_WAITS, due=again, over_at=None)
        for each in asked
    ]
    return [*asked, *waits]
