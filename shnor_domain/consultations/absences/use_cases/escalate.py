"""Three hours before the start nobody has agreed: the coordinator of the slot's territory is asked."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.model import ASK_ABOVE, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Session
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.one_by_one import one_by_one
from shnor_domain.people.model.deciders import Level
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskAbove:
    """A job, every five minutes: starts lie on that grid. Nobody's action."""

    read: Opens[AbsenceWork]
    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self) -> int:
        """For how many meetings; each in a unit of its own."""
        now = self.clock.now()
        async with self.read() as work:
            found = await work.absences.waiting_above(now, now + ASK_ABOVE)
        waiting = {(ask.id, row.id): (ask, row) for ask, row in found}
        return await one_by_one(
            self.write,
            waiting,
            lambda work, which: _tell(work, *waiting[which], now),
            "nobody could be asked about ask and meeting %s",
        )


async def _tell(work: AbsenceWork, ask: Substitution, row: Session, now: datetime) -> int:
    for person in await _above(work, ask, row, now):
        await work.notices.plan(notices.unanswered(ask, row, person, now))
    await work.absences.tell_above(ask.id, row.id, now)
    return 1


async def _above(work: AbsenceWork, ask: Substitution, row: Session, now: datetime) -> list[PersonId]:
    """The lowest level that somebody other than the two holds; where there is none, the absent host herself."""
    slot = await work.slots.get(row.key.slot)
    where = Territory() if slot is None else slot.terms.open_to
    levels = []
    if where.municipality is not None:
        levels.append(Level(Role.MUNICIPAL_COORDINATOR, Territory(where.region, where.municipality)))
    if where.region is not None:
        levels.append(Level(Role.REGIONAL_COORDINATOR, Territory(where.region)))
    held = await work.places.holders(levels, now.date())
    for level in levels:
        people = [person for person in held[level] if person not in {ask.host, ask.substitute}]
        if people:
            return people
    return [ask.host]
