"""Who sees a question now, read inside an open unit of work."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId, RegionId, Role, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.pairs import Pair
from shnor_domain.questions.audience import Audience, Candidate, able, audience, leads
from shnor_domain.questions.model import Question, Topic
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.rules import LOOK_AHEAD, end_of_working_day

WATCHING = tuple(COORDINATOR_ROLES)
COUNTING = (*WATCHING, Role.OBSERVER)
"""Who reads figures of a territory."""


class Answering:
    """The people of regions, each region read once; `now` is an instant of the bot's clock."""

    def __init__(self, work: QuestionWork, now: datetime) -> None:
        self._work, self._now = work, now
        self._regions: dict[RegionId, Sequence[Candidate]] = {}
        self._pairs: dict[PersonId, list[Pair]] = {}
        self._days: dict[tuple[object, object], date] = {}

    async def foresee(self, askers: Collection[PersonId]) -> None:
        """Read the tutors of many askers at once, for who goes over a list of their questions."""
        self._pairs |= {asker: [] for asker in askers}
        for pair in await self._work.pairs.of_teachers(askers):
            if pair.teacher is not None:
                self._pairs[pair.teacher].append(pair)

    async def audience(
        self, topic: Topic, where: Territory, asker: PersonId | None, looking: PersonId | None = None
    ) -> Audience:
        """Who sees a question on this topic from this school."""
        people = await self._people(where)
        tutors = () if asker is None else await self._tutors_of(asker, topic, where)
        return audience(topic, where, people, asker=asker, tutors=tutors, looking=looking)

    async def of(self, question: Question, looking: PersonId | None = None) -> Audience:
        """Who sees this one."""
        return await self.audience(question.topic, question.where, question.asker, looking)

    async def able(self, question: Question) -> set[PersonId]:
        """To whom it may be handed."""
        return able(question.topic, question.where, await self._people(question.where), asker=question.asker)

    async def stands(self, question: Question, person: PersonId) -> bool:
        """True while who has it may answer still: she leads the meeting that it is about, or has led it and leads such
        meetings still, or her place carries it."""
        hers = [one for one in await self._people(question.where) if one.person == person]
        if question.booking is not None and question.holder == person:
            meeting = await self._work.meetings_asked.of_booking(question.booking)
            if meeting is not None and meeting.host == person and meeting.ends > self._now:
                return True
            if leads(question.topic, hers):
                return True
        found = await self.of(question, person)
        return person in found.people or person in able(question.topic, question.where, hers, asker=question.asker)

    async def end_of(self, where: Territory, days: int) -> datetime:
        """The end of the `days`-th working day from now on, as the school's municipality reckons."""
        zone = await self._work.lands.zone_of(where)
        today = local_day(self._now, zone)
        days_off = await self._work.lands.days_off(where, today, today + LOOK_AHEAD)
        return end_of_working_day(self._now, days, zone, days_off)

    async def coordinators(self, where: Territory, *, region: bool = False) -> Sequence[PersonId]:
        """Those of its municipality, or above."""
        day = await self._day(where)
        return await self._work.answerers.coordinators(where, day, region=region)

    async def _people(self, where: Territory) -> Sequence[Candidate]:
        region = where.region
        if region is None:
            return ()
        if region not in self._regions:
            self._regions[region] = await self._work.answerers.of_region(region, await self._day(where))
        return self._regions[region]

    async def _tutors_of(self, asker: PersonId, topic: Topic, where: Territory) -> list[PersonId]:
        if asker not in self._pairs:
            await self.foresee([asker])
        there = [pair for pair in self._pairs[asker] if pair.subject is None or pair.subject == topic.subject]
        if not there:
            return []
        day = await self._day(where)
        return [pair.helper for pair in there if pair.holds_on(day)]

    async def _day(self, where: Territory) -> date:
        unit = (where.region, where.municipality)
        if unit not in self._days:
            self._days[unit] = local_day(self._now, await self._work.lands.zone_of(where))
        return self._days[unit]


def watches(actor: Actor, question: Question) -> bool:
    """True for coordinators of its territory."""
    return actor.person is not None and actor.reaches(question.where, *WATCHING)
