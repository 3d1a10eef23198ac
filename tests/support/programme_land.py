"""A village whose programme is made, decided on and published."""

from shnor_domain.identity import Role, Territory
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import next_number, superseded
from shnor_domain.seminars.programme.model import Line, Version, VersionId, VersionState
from shnor_domain.seminars.programme.use_cases.deciding import ApproveVersion, SubmitVersion
from shnor_domain.seminars.programme.versions import VersionCard
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

    async def submits(self, who: str = "methodist") -> VersionId:
        """All drafts as they are."""
        card: VersionCard = await self.use(SubmitVersion)(self[who], self.cycle)
        return card.version.id

    async def approves(self, version: VersionId, who: str = "region") -> VersionId:
        """Another has looked at it."""
        await self.use(ApproveVersion)(self[who], version)
        return version

    async def version(self, version: VersionId) -> Version:
        async with self.village.units.read() as work:
            found = await work.seminar_programmes.get(version)
        assert found is not None
        return found

    async def lines(self, version: VersionId) -> list[Line]:
        async with self.village.units.read() as work:
            return list(await work.seminar_programmes.lines(version))

    async def holds(self) -> Version | None:
        async with self.village.units.read() as work:
            return await work.seminar_programmes.newest_published(self.cycle)


async def programme_land(village: Village) -> ProgrammeLand:
    """People of the land of events."""
    land = await event_land(village)
    made = ProgrammeLand(village, land.people, land.cycle)
    made.people["second region"] = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    made.people["admin"] = await village.settled(Role.ADMIN, Territory())
    return made
