"""What lies inside an actor's own territory: regions, municipalities and schools to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.identity import Actor, MunicipalityId, Role
from shnor_domain.territories.access import changes_schools, scope_of
from shnor_domain.territories.model import Municipality, Region, School
from shnor_domain.territories.names import Match
from shnor_domain.territories.ports import Scope, TerritoryWork
from shnor_domain.territories.school_names import find_school
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyRegions:
    """Regions that the actor watches as a whole; empty for all others."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor) -> Sequence[Region]:
        """By name."""
        scope = scope_of(actor)
        async with self.read() as work:
            return [region for region in await work.municipalities.regions() if scope.sees(region.territory)]


@dataclass(frozen=True, slots=True)
class MyMunicipalities:
    """Municipalities inside the actor's scope, and those of her own or assigned schools."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor) -> Sequence[Municipality]:
        """By name."""
        scope = scope_of(actor)
        async with self.read() as work:
            own = {school.municipality for school in await work.schools.many(scope.schools)} if scope.schools else ()
            units = await work.municipalities.within()
        return [unit for unit in units if scope.sees(unit.territory) or unit.id in own]


@dataclass(frozen=True, slots=True)
class MySchools:
    """Open schools of the actor's scope (see `ListSchools`), all at once: to be filtered by who is there."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, municipality: MunicipalityId | None = None) -> Sequence[School]:
        """By number, then name; for whoever has no scope, none (rule 1)."""
        async with self.read() as work:
            return await _open(work, scope_of(actor), municipality)


@dataclass(frozen=True, slots=True)
class ClosedSchools:
    """Closed and merged schools that the actor may open again; for all others there are none."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor) -> Sequence[School]:
        """By number, then name."""
        if not actor.has(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN):
            return []
        async with self.read() as work:
            found = await work.schools.within()
        return [school for school in found if not school.state.open and changes_schools(actor, school.territory)]


@dataclass(frozen=True, slots=True)
class FindMySchools:
    """A school of the actor's scope by number, name, village or official number, with typos."""

    read: Opens[TerritoryWork]

    async def __call__(self, actor: Actor, text: str, municipality: MunicipalityId | None = None) -> Match[School]:
        """One, several to choose from, or none with near misses; schools of others are none of them."""
        async with self.read() as work:
            return find_school(text, await _open(work, scope_of(actor), municipality))


async def _open(work: TerritoryWork, scope: Scope, municipality: MunicipalityId | None) -> Sequence[School]:
    found = await work.schools.within(None, municipality)
    return [school for school in found if school.state.open and scope.sees(school.territory)]
