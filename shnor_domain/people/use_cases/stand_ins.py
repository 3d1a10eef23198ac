"""Who may decide in somebody's place while she is on leave (Q4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.person import Person
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import DECIDING, person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class StandIns:
    """For whoever decides on people: holders of one of her roles in the same place. Empty for all others."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Person]:
        """By name, without herself and without those on leave."""
        person = person_of(actor)
        levels = [
            Level(place.role, place.territory) for place in actor.places if place.verified and place.role in DECIDING
        ]
        if not levels:
            return ()
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            holders = await work.places.holders(levels, today)
            ids = {each for people in holders.values() for each in people if each != person}
            found = await work.people.many(ids)
        return sorted(found.values(), key=lambda each: (each.name.casefold(), each.id))
