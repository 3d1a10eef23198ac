"""What half-years need from storage."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import RegionId
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId


class HalfYearStore(Protocol):
    """Half-years of regions."""

    async def hold(self, region: RegionId) -> None:
        """Nobody else changes half-years of the region until the unit ends."""
        ...

    async def ensure(self, region: RegionId, year: SchoolYear) -> None:
        """Lay the usual days of both halves where the region has none of that year and half yet, but not over days
        that another half-year has; any number of times."""
        ...

    async def of(self, region: RegionId, year: SchoolYear | None = None) -> Sequence[HalfYear]:
        """All of a region, or of one school year, the earliest first."""
        ...

    async def get(self, half: HalfYearId) -> HalfYear | None:
        """One."""
        ...

    async def many(self, halves: Collection[HalfYearId]) -> Mapping[HalfYearId, HalfYear]:
        """Those of them that exist."""
        ...

    async def change(self, region: RegionId, year: SchoolYear, half: Half, days: Days) -> HalfYear:
        """Write its days, whether it is there or not; gives it as it is then."""
        ...
