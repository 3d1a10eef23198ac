"""A village whose programme is made, decided on and published."""

from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import next_number, superseded
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from tests.support.event_land import EventLand, event_land
from tests.support.village import Village, whose


class ProgrammeLand(EventLand):
    """As the land of events."""

    async def publishes(self, *events: EventId) -> VersionId:
        """A version with these events is out, whoever made and approved it."""
        for each in events:
            await self.opens(each)
        now = self.village.clock.now()
        async with self.village.units.write() as work:
            before = await work.seminar_programmes.newest_published(self.cycle)
            if before is not None:
                await work.seminar_programmes.save(superseded(before), before.state)
            number = next_number(before)
            lines = await lines_of(work, [await self.event(each) for each in events])
            made = Version(
                VersionId(0), self.cycle, VersionState.PUBLISHED, now, whose(self["methodist"]), number, now,
                whose(self["region"]), published=now,
            )  # fmt: skip
            return await work.seminar_programmes.add(made, lines)


async def programme_land(village: Village) -> ProgrammeLand:
    """People of the land of events."""
    land = await event_land(village)
    return ProgrammeLand(village, land.people, land.cycle)
