"""Finding a place of work. Names of municipalities and schools are public: they are asked before anybody is known."""

from dataclasses import dataclass

from shnor_domain.identity import MunicipalityId, RegionId
from shnor_domain.territories.model import Municipality, School
from shnor_domain.territories.names import Match, find_municipality
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import find_school
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class FindMunicipality:
    """Anybody: municipality by its name, town, alias or a village with a school, with typos (R005)."""

    read: Opens[TerritoryWork]

    async def __call__(self, text: str, region: RegionId | None = None) -> Match[Municipality]:
        """One, several to ask about, or none with near misses."""
        async with self.read() as work:
            units = {unit.id: unit for unit in await work.municipalities.within(region)}
            villages = [(name, units[of]) for name, of in await work.schools.settlements() if of in units]
        return find_municipality(text, units.values(), villages)


@dataclass(frozen=True, slots=True)
class FindSchool:
    """Anybody: an open school by number, name, village or official number; nothing but names is told."""

    read: Opens[TerritoryWork]

    async def __call__(
        self, text: str, municipality: MunicipalityId | None = None, region: RegionId | None = None
    ) -> Match[School]:
        """Within the municipality, or the region, or everywhere."""
        async with self.read() as work:
            schools = await work.schools.within(region, municipality)
        return find_school(text, schools)
