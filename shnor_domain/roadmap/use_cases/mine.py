"""What is one's own in road maps: items that the actor has to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.owning import owners_of
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reach import led_by
from shnor_domain.roadmap.standing import by_day
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OwnItems:
    """By date, without date at the end (L8); `today` is the reader's."""

    items: Sequence[Item]
    today: date


@dataclass(frozen=True, slots=True)
class MyItems:
    """Items of the schools that the actor leads, of the municipality that she coordinates, of the region where a body
    is named for which she answers; of the region that she coordinates where nobody answers for the chief body. For all
    others there are none."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> OwnItems:
        """Without parts, without what left its plan."""
        today = local_day(self.clock.now(), actor.zone)
        if actor.person is None:
            return OwnItems((), today)
        async with self.read() as work:
            bodies = set(await work.boards.bodies_of(actor.person))
            named = [Territory(region) for region, _ in sorted(bodies)]
            found = await work.plans.owned_by(list(dict.fromkeys((*led_by(actor), *named))))
            shared = [item for item in found if item.level is Level.REGION]
            owners = await owners_of(work, shared, today)
        own = [
            item
            for item in found
            if item.level is not Level.REGION
            or actor.person in owners[item.id]
            or any((item.owner.region, body) in bodies for body in item.bodies)
        ]
        return OwnItems(by_day(own), today)
