"""Either side moves a visit or calls it off, with a word to the other."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.cards import SeenVisit, seen, seen_card
from shnor_domain.consultations.visits.changing import call_off, check_open, move, note, saved
from shnor_domain.consultations.visits.errors import VisitNotPlanned
from shnor_domain.consultations.visits.machine import called_off, moved
from shnor_domain.consultations.visits.model import Appointment, Side, VisitId, WhyNot
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import checked_appointment
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """The school, the host, or a coordinator over the school, until the start.

    Refused: `NotFound`, `VisitNotPlanned`, `VisitBegun`, `VisitDecided`, `Invalid("starts", …)`, `HostIsBusy`.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, starts: datetime) -> SeenVisit:
        """The length stays; `starts` is UTC. The other side is told (within 24 h at night too), reminders follow."""
        now, operation = self.clock.now(), f"visit-move:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not (rights.school or rights.host or rights.oversees):
                raise NotFound
            before = visit.appointment
            if before is None:
                raise VisitNotPlanned(state=visit.state.value)
            if await work.applied.result(operation) is None:
                await work.bookings.lock({before.host})
                wanted = Appointment(before.host, starts, starts + (before.ends - before.starts))
                after = moved(visit, wanted, now)
                checked_appointment(wanted, now)
                await check_open(work, visit, wanted)
                if wanted != before:
                    visit = await saved(work, after)
                    await move(work, visit, before, actor, now)
                    await note(work, actor, visit, "visit-move", now, {"starts": starts.isoformat()})
                await work.applied.save(operation, "moved")
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class CancelVisit:
    """The same people. Refused: `NotFound`, `VisitNotPlanned`, `VisitBegun`, `VisitDecided`."""

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, why: WhyNot | None) -> SeenVisit:
        """The other side is told; the host is free again."""
        now, operation = self.clock.now(), f"visit-cancel:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not (rights.school or rights.host or rights.oversees):
                raise NotFound
            if await work.applied.result(operation) is None:
                # a curator may be both: who was to come is the one who does not
                side = Side.SCHOOL if rights.school and not rights.host else Side.HOST
                visit = await saved(work, called_off(visit, side, why, now))
                await call_off(work, visit, actor, now)
                await note(work, actor, visit, "visit-cancel", now, {})
                await work.applied.save(operation, "cancelled")
            return await seen_card(work, actor, visit)
