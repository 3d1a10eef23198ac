"""Near the start nobody has agreed: the coordinator of the slot's territory is asked, while she is awake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.above import AHEAD, Turn, turn
from shnor_domain.consultations.absences.model import Answer, Substitution, SubstitutionId
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Session, SessionId
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.notifications.model import Reader
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
        """For how many meetings; each in a unit of its own, and none is opened for those whose time has not come."""
        now = self.clock.now()
        async with self.read() as work:
            found = await work.absences.waiting_above(now, now + AHEAD)
            due = [(ask.id, row.id) for ask, row in found if await _who_decides(work, ask, row, now)]
        return await one_by_one(
            self.write,
            due,
            lambda work, which: _tell(work, *which, now),
            "nobody could be asked about ask and meeting %s",
        )


async def _tell(work: AbsenceWork, which: SubstitutionId, meeting: SessionId, now: datetime) -> int:
    """He may have answered, or the meeting may have gone, since it was found."""
    for ask, row in await work.absences.waiting_above(now, now + AHEAD):
        if (ask.id, row.id) != (which, meeting):
            continue
        people = await _who_decides(work, ask, row, now)
        if not people:
            return 0
        await work.notices.plan(*(notices.unanswered(ask, row, person, now) for person in people))
        await work.absences.tell_above(ask.id, row.id, now)
        return 1
    return 0


async def _who_decides(work: AbsenceWork, ask: Substitution, row: Session, now: datetime) -> list[PersonId]:
    """Nobody where it is nobody's turn yet."""
    level = await _above(work, ask, row, now)
    if not level:
        return []
    thinks = await work.readers.reader(ask.substitute)
    asked = ask.asked if ask.state is Answer.ASKED else None
    match turn(row.key.starts, level, now, asked=asked, thinks=thinks):
        case Turn.NOBODY:
            return []
        case Turn.ABOVE:
            return [each.person for each in level]
        case Turn.HOST:
            return [ask.host]


async def _above(work: AbsenceWork, ask: Substitution, row: Session, now: datetime) -> list[Reader]:
    """Who can be reached of the lowest level that somebody such, other than the two, holds; where there is none, the
    absent host herself."""
    slot = await work.slots.get(row.key.slot)
    where = Territory() if slot is None else slot.terms.open_to
    levels = []
    if where.municipality is not None:
        levels.append(Level(Role.MUNICIPAL_COORDINATOR, Territory(where.region, where.municipality)))
    if where.region is not None:
        levels.append(Level(Role.REGIONAL_COORDINATOR, Territory(where.region)))
    held = await work.places.holders(levels, now.date())
    for level in levels:
        holders = await _readers(work, [one for one in held[level] if one not in {ask.host, ask.substitute}])
        # what waits for who has stopped the bot is read by nobody before the start
        if reached := [each for each in holders if each.chat is not None and each.unreachable is None]:
            return reached
    return await _readers(work, [ask.host])


async def _readers(work: AbsenceWork, people: Iterable[PersonId]) -> list[Reader]:
    return list((await work.readers.readers(list(people))).values())
