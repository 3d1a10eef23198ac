"""Names behind ids, for those who may see the people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Role, SchoolId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person, PersonState
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import person_of, visible
from shnor_domain.work import Opens

_SEEING = (Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class NamesOf:
    """People whom the actor may see in /people or who wait for her decision; all others are left out, without a
    word."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, persons: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """For a page of a list: a few queries a person."""
        person_of(actor)
        now = self.clock.now()
        found: dict[PersonId, Person] = {}
        async with self.read() as work:
            for which in set(persons):
                person = await work.people.get(which)
                if person is None or person.state is not PersonState.ACTIVE:
                    continue
                if which == actor.person or await visible(work, actor, which, now):
                    found[which] = person
        return found


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
    found = [person for each in sorted(set(persons)) if (person := await work.people.get(each)) is not None]
    return tuple(sorted(found, key=lambda person: person.name.casefold()))
