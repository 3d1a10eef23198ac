"""«Некому доставить» of a coordinator: whom nothing reaches in her territory (rule 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.notifications.unreached import Unreached, UnreachedBook
from shnor_domain.people.model.days import local_day
from shnor_domain.people.ports import PeopleWork
from shnor_domain.territories.model import school_year_of
from shnor_domain.territories.ports import MunicipalityStore, SchoolStore
from shnor_domain.work import Opens

CALLING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
"""Who can do something about it: call, invite, give a link to a new telephone."""
OF_LATE = timedelta(days=14)


class UnreachedWork(PeopleWork, Protocol):
    """A unit that has people, schools and what did not reach them."""

    @property
    def unreached(self) -> UnreachedBook: ...

    @property
    def schools(self) -> SchoolStore: ...

    @property
    def municipalities(self) -> MunicipalityStore: ...


@dataclass(frozen=True, slots=True)
class WhomNothingReaches:
    """Coordinators and administrators, inside their territory; empty for all others."""

    read: Opens[UnreachedWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Unreached]:
        """By municipality, then number and name of the school, then name of the person (L8)."""
        within = _within(actor)
        if not within:
            return ()
        now = self.clock.now()
        today = local_day(now, actor.zone)
        async with self.read() as work:
            found = [
                *await work.unreached.schools(within, today, school_year_of(today)),
                *await work.unreached.ownerless(within, today),
                *await work.unreached.people(within, today, now - OF_LATE, now),
            ]
            return await _ordered(work, found)


@dataclass(frozen=True, slots=True)
class CountUnreached:
    """As `WhomNothingReaches`, for the menu."""

    read: Opens[UnreachedWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> int:
        """0 for all who can do nothing about it."""
        within = _within(actor)
        if not within:
            return 0
        now = self.clock.now()
        today = local_day(now, actor.zone)
        async with self.read() as work:
            return await work.unreached.count(within, today, now - OF_LATE, school_year_of(today))


def _within(actor: Actor) -> tuple[Territory, ...]:
    return tuple(place.territory for place in actor.places if place.verified and place.role in CALLING)


async def _ordered(work: UnreachedWork, found: Sequence[Unreached]) -> tuple[Unreached, ...]:
    """A municipality's own people stand behind its schools, the region's behind all."""
    schools = {one.id: one for one in await work.schools.many({row.where.school for row in found if row.where.school})}
    regions = {row.where.region for row in found}
    units = {unit.id: unit.name for region in regions for unit in await work.municipalities.within(region)}
    people = await work.people.many({row.person for row in found if row.person is not None})
    names = {which: person.name.casefold() for which, person in people.items()}

    def place(row: Unreached) -> tuple[object, ...]:
        unit = "" if row.where.municipality is None else units.get(row.where.municipality, "").casefold()
        school = None if row.where.school is None else schools.get(row.where.school)
        name = "" if row.person is None else names.get(row.person, "")
        by_school = (True,) if school is None else (False, *school.order)
        return (row.where.municipality is None, unit, by_school, name, row.person or 0, row.body.casefold())

    return tuple(sorted(found, key=place))
