"""Schools of the republic that ask for seminars, who runs them, and the autumn of 2026, announced, in a talking bot."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.people.use_cases.my_places import LeavePlace
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.seminars.requests.use_cases.supporting import SupportRequest
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Half
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of
from tests.support.seminar_requests import wanted

SEPTEMBER_10 = datetime(2026, 9, 10, 3, 0, tzinfo=UTC)
"""Thursday noon in Якутск, 14:00 in Хонуу."""
AUTUMN = Dates(date(2026, 9, 15), date(2026, 9, 15), date(2026, 10, 1))
LITERACY, READING = "Функциональная грамотность", "Читательская грамотность"


@dataclass
class SeminarTalk:
    """`lead` is of Хонуу (UTC+11), `second` and `third` of two schools of Амга."""

    talk: Talk
    cycle: CycleId
    lead: Person
    second: Person
    third: Person
    methodist: Person

    async def sends(self, who: Person, topic: str = LITERACY, people: int = 10) -> RequestId:
        """A lead asks for her own school, past the chat."""
        actor = await self.talk.actor(who)
        school = actor.places[0].territory.school
        assert school is not None
        send = await self.talk.the(SendSeminarRequest)
        return (await send(actor, self.cycle, school, wanted(topic), people)).request.id

    async def supports(self, who: Person, request: RequestId, people: int = 5) -> None:
        """The same behind a request of others."""
        actor = await self.talk.actor(who)
        school = actor.places[0].territory.school
        assert school is not None
        await (await self.talk.the(SupportRequest))(actor, request, school, people)

    async def curator_of(self, lead: Person) -> Person:
        """A curator of the school that she leads."""
        school = (await self.talk.actor(lead)).places[0].territory.school
        assert school is not None
        curator = await self.talk.grown_person(Role.SCHOOL_CURATOR, "Момский", name="Кира Кураторова")
        order, since = Order("№ 1", date(2026, 9, 1)), date(2026, 9, 1)
        pair = Pair(
            PairId(0), PairKind.SCHOOL, await self.talk.person_id(curator), school, order, since, None, None, None
        )
        async with self.talk.units.write() as work:
            await work.pairs.add(pair)
        return curator

    async def leaves_her_place(self, who: Person) -> None:
        """She gives it up herself; what hung on it ends."""
        actor = await self.talk.actor(who)
        await (await self.talk.the(LeavePlace))(actor, actor.places[0].id)

    async def hears(self) -> None:
        """All that is due has come."""
        while await self.talk.deliver():
            pass

    async def half_year_is_over(self) -> None:
        """Noon in Якутск of the first working day of January, and everybody who is to be asked was asked."""
        self.talk.clock.instant = datetime(2027, 1, 11, 3, 0, tzinfo=UTC)
        await (await self.talk.the(AskAtBorder))()
        await self.hears()


def starting(label: str) -> re.Pattern[str]:
    """A button whose label begins so."""
    return re.compile(f"^{re.escape(label)}")


async def seminar_talk(talk: Talk) -> SeminarTalk:
    """On 10 September."""
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    async with talk.units.write() as work:
        await work.periods.ensure(region, SchoolYear(2026))
        half = next(each for each in await work.periods.of(region) if each.half is Half.AUTUMN)
        cycle = await work.seminar_cycles.add(half, AUTUMN)
        await work.seminar_cycles.save(replace(cycle, announced=talk.clock.now()))
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Анна Петровна")
    second = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Вера Ильинична")
    third = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Зоя Степановна")
    return SeminarTalk(talk, cycle.id, lead, second, third, await methodist_of(talk))
