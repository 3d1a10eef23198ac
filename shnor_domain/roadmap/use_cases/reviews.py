"""«Ждёт моей проверки»: evidence that the actor may confirm or return now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Role, SchoolId, Territory
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
        within, schools = _reach(actor)
        if not within and not schools:
            return []
        async with self.read() as work:
            items = await work.plans.on_review_within(within, schools)
            waiting = await work.evidence.waiting([item.id for item in items])
            benches = Benches(work, self.clock.now())
            await benches.learn(items)
            await benches.learn_calendars(items)
            return [
                item
                for item in items
                if item.id in waiting and actor.person in await benches.deciders(item, waiting[item.id].author)
            ]


@dataclass(frozen=True, slots=True)
class CountReviews:
    """How many `WaitingReviews` are, for the menu: nothing of them but who may decide is read."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> int:
        """0 for who has none of the rights; never raises for lack of them."""
        within, schools = _reach(actor)
        if not within and not schools:
            return 0
        async with self.read() as work:
            piles = await work.evidence.piles(within, schools)
            benches = Benches(work, self.clock.now())
            await benches.learn(piles)
            await benches.learn_calendars(piles)
            return sum([pile.count for pile in piles if actor.person in await benches.deciders(pile, pile.author)])


def _reach(actor: Actor) -> tuple[Collection[Territory], Collection[SchoolId]]:
    """Territories and single schools in which something may wait for her."""
    places = [place for place in actor.places if place.verified and place.role in REVIEWING]
    if actor.person is None:
        return (), ()
    within = [place.territory for place in places if place.role is not Role.SCHOOL_CURATOR]
    return within, {school for place in places if place.role is Role.SCHOOL_CURATOR for school in place.assigned}
