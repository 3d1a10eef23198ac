"""Schools to which a curator is due and nobody is assigned (R128)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role
from shnor_domain.people.model.days import local_day
from shnor_domain.people.ports import PeopleWork
from shnor_domain.territories.model import School
from shnor_domain.territories.ports import SchoolStore
from shnor_domain.work import Opens

_WATCHING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN)


class SchoolsAndPeople(PeopleWork, Protocol):
    """A unit that has people and schools."""

    @property
    def schools(self) -> SchoolStore: ...


@dataclass(frozen=True, slots=True)
class WithoutCurator:
    """Coordinators, observers and administrators: schools of the year's list inside their territory; `NotAllowed` to
    all others."""

    read: Opens[SchoolsAndPeople]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[School]:
        """By municipality, then number and name."""
        within = [place.territory for place in actor.places if place.verified and place.role in _WATCHING]
        if not within:
            raise NotAllowed
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            schools = {
                school.id: school
                for territory in within
                for school in await work.schools.within(territory.region, territory.municipality)
                if school.state.open
            }
            due = set(await work.lands.supported(set(schools), today))
            curated = {
                pair.school
                for pair in await work.pairs.of_schools(due, today)
                if pair.kind.helper_role is Role.SCHOOL_CURATOR
            }
        found = [schools[each] for each in due - curated]
        return sorted(found, key=lambda school: (school.municipality, *school.order))
