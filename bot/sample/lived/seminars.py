"""A half-year of the permanent seminar that is being collected for: dates, a catalogue that was announced, wishes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.rows import rows
from shnor_domain.identity import SubjectId
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.cycle.model import Cycle, Dates, Offer
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.model import Audience, Form, Kind
from shnor_domain.territories.periods import HalfYear

_RUNNER = 1004
_WISHES, _REQUESTS, _PUBLISH = timedelta(days=7), timedelta(days=14), timedelta(days=28)
_BEGUN, _WISHED = timedelta(days=3), timedelta(days=2)


@dataclass(frozen=True, slots=True)
class SampleSeminars:
    """`now` is when the demo begins; the half-year is the first in which there is time enough."""

    hands: Hands
    clock: LivedClock
    now: datetime

    async def lay(self, running: HalfYear | None) -> Cycle:
        """Announced three days ago, for a half-year after the one that is `running`; teachers have wished since."""
        with self.clock.at(self.now - _BEGUN):
            cycle = await self._announced(running)
            await (await self.hands.the(CarrySeminars))()
        with self.clock.at(self.now - _WISHED):
            wish = await self.hands.the(WishTopic)
            for row in rows("lived/topic_wishes.csv"):
                teacher = await self.hands.actor(row["chat"])
                school = next(place.territory.school for place in teacher.places)
                assert school is not None, "who wishes works in a school"
                await wish(teacher, cycle.id, school, row["topic"])
        return cycle

    async def _announced(self, running: HalfYear | None) -> Cycle:
        runner = await self.hands.actor(_RUNNER)
        [region] = regions_run(runner)
        halves = await (await self.hands.the(ShowPeriods))(runner, region)
        today = local_day(self.now, runner.zone)
        ahead = [row.half for row in halves if row.half.days.last >= today + _PUBLISH]
        half = next(each for each in ahead if running is None or each.id != running.id)
        dates = Dates(today + _WISHES, today + _REQUESTS, today + _PUBLISH)
        cycle = await (await self.hands.the(SetCycle))(runner, half.id, dates, None)
        add = await self.hands.the(AddCatalogueTopic)
        for row in rows("lived/seminars.csv"):
            offer = Offer(
                row["title"], Kind(row["kind"]), Form(row["form"]), Audience(row["audience"]), row["about"] or None,
                SubjectId(row["subject"]) if row["subject"] else None, int(row["minutes"]),
            )  # fmt: skip
            await add(runner, cycle.id, offer)
        return await (await self.hands.the(AnnounceCatalogue))(runner, cycle.id, cycle.version)
