"""Where called-off days are kept, and who reacts to them."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from shnor_domain.identity import MunicipalityId, RegionId, Territory
from shnor_domain.territories.called_off import CalledOffDay


class CalledOffStore(Protocol):
    """Days that municipalities have called off."""

    async def hold(self, municipality: MunicipalityId) -> None:
        """Whoever else declares or undoes a day there waits until the unit ends."""
        ...

    async def since(self, municipality: MunicipalityId, first: date) -> Sequence[CalledOffDay]:
        """Those from `first` on by day, undone ones among them."""
        ...

    async def reaching(self, region: RegionId | None, day: date) -> Sequence[MunicipalityId]:
        """Municipalities of a region, None for all, with a day that stands and is put off to `day`, to the one before,
        or later; by id: whoever holds several of them holds them in this order."""
        ...

    async def put(self, row: CalledOffDay) -> None:
        """Store a row, or replace the one of the same day."""
        ...


ReactsToDay = Callable[[Any, Territory, date, datetime], Awaitable[None]]
"""`on_called_off(work, municipality, day, now)` of a feature: a day was called off there, or is no more; `work` is the
open unit, which has every store, and knows of it already."""
