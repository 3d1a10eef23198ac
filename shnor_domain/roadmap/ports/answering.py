"""Who answers for what, and the territories that plans reach."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.territories.calendar import Calendar


class PlanPeople(Protocol):
    """Who answers for what; nobody who has left, and for decisions nobody on leave (Q4)."""

    async def leads(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Verified leads of schools."""
        ...

    async def curators(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Curators of schools who can decide."""
        ...

    async def coordinators(self, territory: Territory, day: date, *, away: bool = False) -> Sequence[PersonId]:
        """Coordinators of a municipality, or of a region, who can decide; with those on leave where `away`. Of no
        territory administrators."""
        ...

    async def coordinators_of(
        self, territories: Collection[Territory], day: date
    ) -> Mapping[Territory, Sequence[PersonId]]:
        """The same of many at once, each of them in the answer."""
        ...

    async def assigned_on(self, people: Collection[PersonId], day: date) -> Collection[PersonId]:
        """Those of `people` who hold a place, or help a school, since that very day (L2)."""
        ...

    async def of_body(self, region: RegionId, body: str) -> Sequence[PersonId]:
        """Who answers for a body of the region."""
        ...

    async def name_body(self, region: RegionId, body: str, person: PersonId) -> None:
        """Let a person answer for a body; a second time changes nothing."""
        ...

    async def unname_body(self, region: RegionId, body: str, person: PersonId) -> None:
        """Undo `name_body`."""
        ...


class PlanLands(Protocol):
    """Territories as plans need them."""

    async def units(self) -> Sequence[Territory]:
        """Every region and every municipality in which somebody owns an item that is open or on review."""
        ...

    async def zone_of(self, territory: Territory) -> str:
        """Zone of the municipality (of the school); of a region that of most of its municipalities."""
        ...

    async def zones_of(self, territories: Collection[Territory]) -> Mapping[Territory, str]:
        """The same of many at once."""
        ...

    async def calendar_of(self, territory: Territory) -> Calendar:
        """Working days of the municipality; of a region a five-day week with its table."""
        ...

    async def calendars_of(self, territories: Collection[Territory]) -> Mapping[Territory, Calendar]:
        """The same of many at once."""
        ...

    async def municipalities(self, region: RegionId) -> Sequence[MunicipalityId]:
        """Of a region, by name."""
        ...

    async def project_schools(self, region: RegionId, day: date) -> Sequence[Territory]:
        """Schools of a region that are on a list of the school year of `day`, by municipality and number."""
        ...
