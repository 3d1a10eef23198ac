"""What a substitute has agreed to goes back: he cannot after all, or no place of his lets him lead it any longer."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.returning import one_back
from shnor_domain.consultations.absences.use_cases.leaving import give_back_uncarried
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.one_by_one import one_by_one
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class GivenBack:
    """How many visitors are `told`, and the `ask` that was agreed to."""

    told: int
    ask: SubstitutionId


@dataclass(frozen=True, slots=True)
class CannotLead:
    """Who has agreed to lead the meeting at `key` for another: all that he agreed to with it and is ahead goes back to
    the absent host, who decides anew; the booked hear that somebody is looked for.

    Refused: `NotFound` (he does not lead it for another), `SessionGone` (it has started).
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey) -> GivenBack:
        """Give it back; fed again the same."""
        operation, now = f"cannot-lead:{key.slot}:{int(key.starts.timestamp())}", self.clock.now()
        async with self.write() as work:
            if actor.person is None:
                raise NotFound
            if (done := await work.applied.result(operation)) is not None:
                told, _, ask = done.partition(":")
                return GivenBack(int(told), SubstitutionId(int(ask or 0)))
            row = (await work.sessions.find([key])).get(key)
            asks = [
                each
                for each in await work.absences.concerning(actor.person)
                if row is not None and each.substitute == actor.person and row.id in each.meetings
            ]
            await work.bookings.lock({actor.person, *(each.host for each in asks)})
            # while this waited the host may have taken it back
            agreed = [each for each in asks if (await work.absences.get(each.id) or each).state is Answer.AGREED]
            if not agreed:
                raise NotFound
            if key.starts <= now:
                raise SessionGone
            back = GivenBack(await one_back(work, agreed[-1], now), agreed[-1].id)
            await work.applied.save(operation, f"{back.told}:{back.ask}")
            return back


@dataclass(frozen=True, slots=True)
class GiveBackUncarried:
    """A job, once a day: places end by their date too, and nobody acts on that day (rule 10). Nobody's action."""

    read: Opens[AbsenceWork]
    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many substitutes were looked at, each in a unit of his own."""
        now = self.clock.now()
        async with self.read() as work:
            people = await work.absences.standing_in(now)
        return await one_by_one(
            self.write,
            people,
            lambda work, person: _looked_at(work, person, now),
            "what person %s stands in for could not be looked at",
        )


async def _looked_at(work: AbsenceWork, person: PersonId, now: datetime) -> int:
    await give_back_uncarried(work, person, now)
    return 1
