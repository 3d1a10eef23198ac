"""Names behind ids, for those who may see the people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Role, SchoolId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person, PersonState
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import person_of, visible_among
from shnor_domain.work import Opens

_SEEING = (Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class NamesOf:
    """People whom the actor may see in /people or who wait for her decision; all others are left out, without a
    word."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, persons: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """A handful of queries for any number of people."""
        person_of(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            people = await work.people.many(persons)
            seen = {actor.person, *await visible_among(work, actor, people.keys(), today)}
        return {
            which: person for which, person in people.items() if which in seen and person.state is PersonState.ACTIVE
        }


@dataclass(frozen=True, slots=True)
class Staff:
    """Who leads a school and who is assigned to it, by name."""

    leads: tuple[Person, ...] = ()
    curators: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffOfSchool:
    """The school's lead, its coordinators, and those assigned to it by a pair: they work together, so they know each
    other by name.

    An observer sees numbers, no names. `NotFound` to all others.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> Staff:
        """Empty for an observer."""
        person_of(actor)
        async with self.read() as work:
            where = await work.lands.of_school(school)
            assigned = any(place.verified and school in place.assigned for place in actor.places)
            if where is None or not (assigned or actor.reaches(where, *_SEEING, Role.OBSERVER)):
                raise NotFound
            if not assigned and not actor.reaches(where, *_SEEING):
                return Staff()
            today = local_day(self.clock.now(), await work.lands.zone_of(where))
            leads = await _named(work, await work.places.leads(school, today))
            pairs = await work.pairs.of_schools([school], today)
            helpers = [pair.helper for pair in pairs if pair.kind.helper_role is Role.SCHOOL_CURATOR]
            return Staff(leads, await _named(work, helpers))


async def _named(work: PeopleWork, persons: Sequence[PersonId]) -> tuple[Person, ...]:
    found = await work.people.many(persons)
    return tuple(sorted(found.values(), key=lambda person: (person.name.casefold(), person.id)))
