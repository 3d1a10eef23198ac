"""After the visit: the host tells how it was, the school confirms; without a host somebody else closes it."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.cards import SeenVisit, seen, seen_card
from shnor_domain.consultations.visits.changing import note, saved
from shnor_domain.consultations.visits.changing import report as tell
from shnor_domain.consultations.visits.machine import closed, confirmed, reported
from shnor_domain.consultations.visits.model import Report, Side, Visit, VisitId, VisitState
from shnor_domain.consultations.visits.notices import subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import checked_report, may_come
from shnor_domain.consultations.visits.sides import Rights
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ReportVisit:
    """The host, from the start on; she may correct it until the school has confirmed.

    Refused: `NotFound`, `VisitNotPlanned`, `VisitAhead`, `Invalid("came" | "words", …)`.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, report: Report) -> SeenVisit:
        """Held ones count as help; the school is asked to confirm."""
        now, operation = self.clock.now(), f"visit-report:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not rights.host:
                raise NotFound
            if await work.applied.result(operation) is None:
                visit = await saved(work, reported(visit, checked_report(report), now))
                await tell(work, visit, actor, now)
                await work.applied.save(operation, "reported")
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """Who speaks for the school, unless she was the host herself (`NotFound`): nobody confirms own work.

    Refused: `VisitReportGone`, `VisitDecided` when the host has corrected it meanwhile.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId) -> SeenVisit:
        """The visit is closed."""
        now, operation = self.clock.now(), f"visit-confirm:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not rights.school or rights.host:
                raise NotFound
            if await work.applied.result(operation) is None:
                visit = await saved(work, confirmed(visit, now))
                await work.notices.cancel(subject_of(visit.id), now)
                await work.applied.save(operation, "confirmed")
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class MayCloseVisit:
    """Whoever may look at it (`NotFound` for all others)."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId) -> bool:
        """True for the school and a coordinator over it, of a visit that has begun and whose host can tell no more."""
        async with self.read() as work:
            visit, rights = await seen(work, actor, visit_id)
            return await _closes(work, visit, rights, self.clock.now())


@dataclass(frozen=True, slots=True)
class CloseVisit:
    """Who speaks for the school, or a coordinator over it, where the host has left or hosts there no more.

    Refused: `NotFound`, also while the host can tell herself; `VisitNotPlanned`, `Invalid("came" | "words", …)`.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, report: Report) -> SeenVisit:
        """What was held counts as help of its host; nobody has anything more to do."""
        now, operation = self.clock.now(), f"visit-close:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if actor.person is None or not (rights.school or rights.oversees):
                raise NotFound
            if await work.applied.result(operation) is None:
                if not await _closes(work, visit, rights, now):
                    raise NotFound
                side = Side.SCHOOL if rights.school else Side.HOST
                visit = await saved(work, closed(visit, checked_report(report), side, actor.person, now))
                await work.notices.cancel(subject_of(visit.id), now)
                await note(work, actor, visit, "visit-close", now, {})
                await work.applied.save(operation, "closed")
            return await seen_card(work, actor, visit)


async def _closes(work: VisitWork, visit: Visit, rights: Rights, now: datetime) -> bool:
    at = visit.appointment
    if at is None or visit.state is not VisitState.PLANNED or at.starts > now:
        return False
    if rights.host or not (rights.school or rights.oversees):
        return False
    places = await in_force_now(work, at.host, now)
    return not may_come(places, visit.where, visit.wish.subjects)
