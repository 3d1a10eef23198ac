"""Threshold profiles in the database."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from shnor_domain.identity import RegionId
from shnor_domain.results.thresholds import ThresholdId, ThresholdProfile


class ProfileStore(Protocol):
    """Shipped rows, which all regions share, and a region's own."""

    async def of_region(self, region: RegionId) -> Sequence[ThresholdProfile]:
        """The shipped ones in their order, then the region's own by number."""
        ...

    async def get(self, profile: ThresholdId) -> ThresholdProfile | None:
        """One by its number."""
        ...

    async def add(self, profile: ThresholdProfile) -> ThresholdId:
        """Store a new row; its `id` is not looked at."""
        ...

    async def change(self, profile: ThresholdProfile) -> None:
        """Replace all but region and code."""
        ...

    async def choose(self, region: RegionId, profile: ThresholdId) -> None:
        """From now on this one holds in the region."""
        ...

    async def active(self, region: RegionId) -> ThresholdProfile | None:
        """The one that the region has chosen, else the first that is shipped; None where there is none."""
        ...

    async def fill(self, shipped: Iterable[ThresholdProfile]) -> int:
        """Add those whose code is not there; tells how many."""
        ...
