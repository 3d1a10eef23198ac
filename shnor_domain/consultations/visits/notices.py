"""What visits tell people, as rows (N1–N6). Words are made by `handlers.consultations.visits.notices`.

All rows of one visit share its subject: what waits and is not true any more goes with `cancel`, of several changes that
were held in one night only the last is told.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shnor_domain.consultations.visits.model import Appointment, Visit, VisitId
from shnor_domain.identity import PersonId
from shnor_domain.notifications.before_start import pair
from shnor_domain.notifications.model import KindPolicy, Notice

ASKED = "visit-asked"
"""To who may decide: a school asks for a visit."""
WAITS = "visit-waits"
"""The same once more, as a row of the digest, and to the level above."""
DECLINED = "visit-declined"
"""To the school: not confirmed, and what has to change."""
PLANNED = "visit-planned"
"""To the school and the host: who comes and when."""
MOVED = "visit-moved"
"""To the other side: another hour or another host."""
CANCELLED = "visit-cancelled"
"""To the other side: it does not take place."""
STAYS_OFF = "visit-stays-off"
"""To both sides: the day is a school day again, the visit is not back: its host is busy by now."""
DAY_BEFORE = "visit-day-before"
"""To the school and the host, 24 h before."""
HOUR_BEFORE = "visit-hour-before"
"""The same, 1 h before, also at night."""
REPORT_DUE = "visit-report-due"
"""To the host, after the end: how was it."""
REPORTED = "visit-reported"
"""To the school: the host has told how it was."""

POLICIES = (
    KindPolicy(ASKED, resend_unknown=False),
    KindPolicy(WAITS, digest=True),
    KindPolicy(DECLINED),
    KindPolicy(PLANNED),
    KindPolicy(MOVED),
    KindPolicy(CANCELLED),
    KindPolicy(STAYS_OFF),
    KindPolicy(DAY_BEFORE),
    KindPolicy(HOUR_BEFORE, night=False),
    KindPolicy(REPORT_DUE, resend_unknown=False),
    KindPolicy(REPORTED),
)
_KEPT = timedelta(days=60)
"""So long a request and «Как прошло?» lose their buttons once they are answered (N4)."""


def subject_of(visit: VisitId) -> str:
    """All rows about one visit."""
    return f"visit:{visit}"


@dataclass(frozen=True, slots=True)
class Telling:
    """Rows of one change of a visit at `now`, which is `visit` afterwards. Keys carry the version: what changes again
    is told again."""

    visit: Visit
    now: datetime

    def asked(self, people: Iterable[PersonId]) -> list[Notice]:
        """To each who may decide."""
        return [self._row(ASKED, person, over_at=self.now + _KEPT) for person in people]

    def waits(self, people: Iterable[PersonId], due: datetime) -> list[Notice]:
        """To each who may decide on the day of `due`, in her digest."""
        return [self._row(WAITS, person, due=due, name=f"{int(due.timestamp())}") for person in people]

    def declined(self, people: Iterable[PersonId]) -> list[Notice]:
        """To the school."""
        return [self._row(DECLINED, person) for person in people]

    def planned(self, people: Iterable[PersonId], *, urgent: bool = False) -> list[Notice]:
        """To school and host, with the hour. The night holds it, for it is none of N6, unless it takes back what the
        night has told."""
        return [replace(self._change(PLANNED, person, None, urgent=urgent), act_by=None) for person in people]

    def moved(self, people: Iterable[PersonId], before: Appointment) -> list[Notice]:
        """To the other side; `before` is what she knows."""
        return [self._change(MOVED, person, before) for person in people]

    def cancelled(self, people: Iterable[PersonId], *, urgent: bool = False) -> list[Notice]:
        """To the other side; on an «актированный день» at any hour (N6)."""
        return [self._change(CANCELLED, person, self._at, urgent=urgent) for person in people]

    def stays_off(self, people: Iterable[PersonId]) -> list[Notice]:
        """To school and host, once a day that comes back."""
        return [self._row(STAYS_OFF, person, name=f"{int(self.now.timestamp())}") for person in people]

    def reported(self, people: Iterable[PersonId]) -> list[Notice]:
        """To the school."""
        return [self._row(REPORTED, person) for person in people]

    def ahead(self, people: Collection[PersonId]) -> list[Notice]:
        """Reminders to both sides, and the question to the host afterwards."""
        at = self._at
        rows = [
            each
            for person in people
            for each in pair(
                (DAY_BEFORE, HOUR_BEFORE),
                f"{self.visit.id}:{person}",
                person,
                subject_of(self.visit.id),
                at.starts,
                {"visit": self.visit.id},
                self.now,
            )
        ]
        asked = self._row(REPORT_DUE, at.host, due=at.ends, over_at=at.ends + _KEPT)
        key = f"{REPORT_DUE}:{self.visit.id}:{at.host}:{int(at.starts.timestamp())}"
        return [*rows, replace(asked, key=key)]

    @property
    def _at(self) -> Appointment:
        assert self.visit.appointment is not None  # these rows are of what is planned
        return self.visit.appointment

    def _change(self, kind: str, person: PersonId, before: Appointment | None, *, urgent: bool = False) -> Notice:
        known = None if before is None else before.starts
        at = self._at
        return Notice(
            key=self._key(kind, person),
            person=person,
            kind=kind,
            subject=subject_of(self.visit.id),
            due=self.now,
            payload={"visit": self.visit.id, "known": None if known is None else known.isoformat()},
            urgent=urgent,
            act_by=at.starts if known is None else min(known, at.starts),
            on_site=True,
            late_after=at.ends,
            news=True,
        )

    def _row(
        self,
        kind: str,
        person: PersonId,
        *,
        due: datetime | None = None,
        name: str = "",
        over_at: datetime | None = None,
    ) -> Notice:
        at = self.visit.appointment
        starts = None if at is None else at.starts.isoformat()
        return Notice(
            key=self._key(kind, person) + (f":{name}" if name else ""),
            person=person,
            kind=kind,
            subject=subject_of(self.visit.id),
            due=due or self.now,
            payload={"visit": self.visit.id, "since": int(self.visit.since.timestamp()), "starts": starts},
            over_at=over_at,
        )

    def _key(self, kind: str, person: PersonId) -> str:
        return f"{kind}:{self.visit.id}:{self.visit.version}:{person}"
