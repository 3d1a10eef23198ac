"""After the visit: the host tells how it was, the school confirms."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.cards import SeenVisit, seen, seen_card
from shnor_domain.consultations.visits.changing import report as tell
from shnor_domain.consultations.visits.changing import saved
from shnor_domain.consultations.visits.machine import confirmed, reported
from shnor_domain.consultations.visits.model import Report, VisitId
from shnor_domain.consultations.visits.notices import subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import checked_report
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
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
