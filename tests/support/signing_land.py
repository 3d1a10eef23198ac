"""A village whose events are open: teachers of its schools sign up, keep seats and wait."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from shnor_domain.identity import Actor, PersonId, Role, SchoolId, Territory
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson
from shnor_domain.seminars.signing.model import Room, SignUp, SignUpState, Sits
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.clock import TendEventQueues
from shnor_domain.seminars.signing.use_cases.queue import JoinEventQueue
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from shnor_domain.storage.schema.consultations import busy
from tests.support.event_land import EventLand
from tests.support.village import MovedByHand, whose


@dataclass
class SigningLand(EventLand):
    """As the land of events; teachers are called «a1», «a2»… in the first school, «b1»… in the second. `real` is the
    machine's clock: the bot never falls silent."""

    real: MovedByHand = field(default_factory=MovedByHand)

    async def opened(self, *lessons: Lesson, **more: Any) -> EventId:
        """A published event."""
        event = await self.lays(*lessons, **more)
        await self.opens(event)
        return event

    async def teachers(self, *names: str) -> list[Actor]:
        """Settled ones, by name: the first letter is the school."""
        for name in names:
            where: Territory = {"a": self.village.school, "b": self.village.second_school}[name[0]]
            self.people[name] = await self.village.settled(Role.TEACHER, where)
        return [self[name] for name in names]

    async def signs_up(self, who: str, event: EventId) -> Any:
        return await self.use(SignUpForEvent)(self[who], event)

    async def waits(self, who: str, event: EventId) -> Any:
        return await self.use(JoinEventQueue)(self[who], event)

    async def cancels(self, who: str, event: EventId) -> None:
        """Her own seat."""
        await self.use(CancelSignUp)(self[who], (await self.seat(who, event)).id)

    async def seat(self, who: str, event: EventId) -> SignUp:
        """Her live one."""
        async with self.village.units.read() as work:
            found = await work.event_signups.live(event, whose(self[who]))
        assert found is not None
        return found

    async def kept(self, event: EventId, school: str = "school") -> SignUp | None:
        async with self.village.units.read() as work:
            return await work.event_signups.kept(event, self.school(school))

    async def room(self, event: EventId) -> Room:
        async with self.village.units.read() as work:
            return (await work.event_seats.many([event]))[event]

    async def tend(self) -> int:
        """One beat of the clock, before which the messenger has delivered what was said."""
        await self.deliver_all()
        self.real.forward(seconds=1)
        units, clock = self.village.units, self.village.clock
        return await TendEventQueues(units.read, units.write, clock, self.real, OFFER_WINDOW)()

    async def offered(self, event: EventId) -> list[str]:
        """To whom a seat is offered now, by name."""
        async with self.village.units.read() as work:
            offers = await work.event_offers.of_session(event)
        names = {actor.person: name for name, actor in self.people.items()}
        return [names[each.person] for each in offers if each.state.value == "open"]

    async def balanced(self, event_id: EventId) -> None:
        """The counts say what the rows say, and hours are taken of who sits there alone."""
        async with self.village.units.read() as work:
            event = await work.seminar_events.get(event_id)
            room = (await work.event_seats.many([event_id]))[event_id]
            seated = await work.event_signups.of_event(event_id, SignUpState.LIVE, SignUpState.LEFT)
            schools = await work.event_schools.taken(event_id)
            held = await work.event_offers.held(event_id)
        assert event is not None
        if event.state is EventState.CANCELLED:
            seated = []
        assert room.taken == sum(each.heads for each in seated), "seats"
        assert room.held == len(held), "held seats"
        assert {school: taken for school, taken in schools.items() if taken} == _by_school(seated), "quota"
        assert await self.sitting(event) == {
            (each.person, lesson.id)
            for each in seated
            if each.sits is Sits.SELF and each.person is not None and each.state is SignUpState.LIVE
            for lesson in event.open_lessons
        }, "hours"

    async def sitting(self, event: Event) -> set[tuple[PersonId, int]]:
        """Who is busy with which lesson, but for its host."""
        ids = [each.id for each in event.lessons]
        marks = select(busy.c.person_id, busy.c.lesson_id).where(busy.c.lesson_id.in_(ids)).distinct()
        async with self.village.database.read() as connection:
            rows = await connection.execute(marks)
        return {(PersonId(row.person_id), row.lesson_id) for row in rows if row.person_id != event.terms.host}


def _by_school(seated: Any) -> dict[SchoolId, int]:
    found: dict[SchoolId, int] = {}
    for each in seated:
        if each.school is not None:
            found[each.school] = found.get(each.school, 0) + each.heads
    return found
