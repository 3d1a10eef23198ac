"""What territories are called. Their names are public: they are shown before anybody is known."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.identity import MunicipalityId, Territory
from shnor_domain.territories.model import Municipality, Region, School
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Named:
    """A territory with what is known of its levels; None for a level that it does not have or that is gone."""

    region: Region | None = None
    municipality: Municipality | None = None
    school: School | None = None


@dataclass(frozen=True, slots=True)
class NameTerritories:
    """Anybody: the names behind ids, for any number of territories in one snapshot."""

    read: Opens[TerritoryWork]

    async def __call__(self, territories: Collection[Territory]) -> Mapping[Territory, Named]:
        """Each of `territories` has an entry; ids without a row are None in it."""
        schools = {each.school for each in territories if each.school is not None}
        units = {each.municipality for each in territories if each.municipality is not None}
        async with self.read() as work:
            regions = {region.id: region for region in await work.municipalities.regions()}
            found_units = await work.municipalities.many(units)
            found_schools = {school.id: school for school in await work.schools.many(schools)} if schools else {}
        return {
            each: Named(
                None if each.region is None else regions.get(each.region),
                None if each.municipality is None else found_units.get(each.municipality),
                None if each.school is None else found_schools.get(each.school),
            )
            for each in territories
        }


@dataclass(frozen=True, slots=True)
class ListRegions:
    """Anybody: the regions that this installation serves."""

    read: Opens[TerritoryWork]

    async def __call__(self) -> Sequence[Region]:
        """By name."""
        async with self.read() as work:
            return await work.municipalities.regions()


@dataclass(frozen=True, slots=True)
class OpenSchools:
    """Anybody: the schools of a municipality to choose one's own from; nothing but names is told."""

    read: Opens[TerritoryWork]

    async def __call__(self, municipality: MunicipalityId) -> Sequence[School]:
        """Those where children go, by number, then name."""
        async with self.read() as work:
            return [school for school in await work.schools.within(None, municipality) if school.state.open]
