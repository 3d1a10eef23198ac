"""«Ждёт моей проверки»: evidence that the actor may confirm or return now."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Role
from shnor_domain.roadmap.benches import Benches
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.work import Opens

REVIEWING = (Role.SCHOOL_CURATOR, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class WaitingReviews:
    """Curators of schools and coordinators, administrators what no level has anybody left for; empty for all others,
    and without what somebody has sent herself."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Item]:
        """By the instant of sending, then number; never raises for lack of rights."""
        places = [place for place in actor.places if place.verified and place.role in REVIEWING]
        if actor.person is None or not places:
            return []
        within = [place.territory for place in places if place.role is not Role.SCHOOL_CURATOR]
        schools = {school for place in places if place.role is Role.SCHOOL_CURATOR for school in place.assigned}
        async with self.read() as work:
            items = await work.plans.on_review_within(within, schools)
            waiting = await work.evidence.waiting([item.id for item in items])
            benches = Benches(work, self.clock.now())
            await benches.learn(items)
            return [
                item
                for item in items
                if item.id in waiting and actor.person in await benches.deciders(item, waiting[item.id].author)
            ]
