"""A land of events in which people sit and lessons take place; seats are laid past the rules of signing up."""

from datetime import timedelta
from typing import Any

from shnor_domain.identity import Role
from shnor_domain.seminars.events.model import EventId, Lesson
from shnor_domain.seminars.presence.use_cases.checking_in import CheckIn
from shnor_domain.seminars.presence.use_cases.marking import MarkLesson
from shnor_domain.seminars.signing.model import SignUp, SignUpId, Sits
from tests.support.event_land import OCTOBER_14, EventLand, event_land, lesson
from tests.support.village import Village, whose

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


class CameLand(EventLand):
    """`teacher` and `colleague` are of one school, `other` of the second, `far` of the far one."""

    async def published(self, *lessons: Lesson, **more: Any) -> EventId:
        """It stands in a programme."""
        event = await self.lays(*lessons, **more)
        await self.opens(event)
        return event

    async def sits(self, event: EventId, who: str, **more: Any) -> SignUpId:
        """She has a seat of it."""
        place = self[who].places[0].territory
        async with self.village.units.write() as work:
            return await work.event_signups.add(
                SignUp(
                    SignUpId(0), event, whose(self[who]), place.school, place.municipality, Sits.SELF,
                    self.village.clock.now(), **more,
                )
            )  # fmt: skip

    async def keeps(self, event: EventId, who: str, heads: int) -> SignUpId:
        """Her school keeps seats without names."""
        place = self[who].places[0].territory
        async with self.village.units.write() as work:
            return await work.event_signups.add(
                SignUp(
                    SignUpId(0), event, None, place.school, place.municipality, Sits.KEPT, self.village.clock.now(),
                    heads,
                )
            )  # fmt: skip

    async def lesson(self, event: EventId, number: int = 1) -> Lesson:
        """By its number."""
        return next(each for each in (await self.event(event)).lessons if each.number == number)

    async def at_lesson(self, event: EventId, number: int = 1, **later: float) -> Lesson:
        """It is the start of a lesson now, or `later`."""
        found = await self.lesson(event, number)
        self.village.clock.at = found.starts + timedelta(**later)
        return found

    async def checks_in(self, who: str, event: EventId, number: int = 1, code: str | None = None) -> Any:
        """At the hour that it is."""
        return await self.use(CheckIn)(self[who], (await self.lesson(event, number)).id, code)

    async def marks(self, event: EventId, number: int = 1, came: Any = None, who: str = "host", **more: Any) -> Any:
        """Everybody came, or who is named."""
        return await self.use(MarkLesson)(self[who], (await self.lesson(event, number)).id, came, **more)

    async def was_held(self, event: EventId) -> None:
        """All its lessons are over, so that nobody checks in any more, and everybody came."""
        for each in (await self.event(event)).open_lessons:
            await self.at_lesson(event, each.number, minutes=each.minutes + 15)
            await self.marks(event, each.number)


def two_lessons() -> tuple[Lesson, Lesson]:
    """Of an hour and of an hour and a half, a week apart."""
    return lesson(), lesson(OCTOBER_14 + WEEK, 90)


async def came_land(village: Village) -> CameLand:
    """With three teachers more."""
    land = await event_land(village)
    made = CameLand(village, land.people, land.cycle)
    for name, where in (("colleague", "school"), ("other", "second_school"), ("far", "far_school")):
        made.people[name] = await village.settled(Role.TEACHER, getattr(village, where))
    return made
