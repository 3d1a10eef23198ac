"""What was done for factors. Items and bookings belong to features that risk does not know: only the storage joins
their tables, and here are numbers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.risk.deeds import Deed, DeedKind, Done
from shnor_domain.risk.factors import FactorCode


class DeedStore(Protocol):
    """References from factors of schools to items and bookings."""

    async def add(self, school: SchoolId, factor: FactorCode, kind: DeedKind, ref: int, now: datetime) -> bool:
        """Remember one; False when it stands already."""
        ...

    async def drop(self, school: SchoolId, factor: FactorCode, kind: DeedKind, ref: int) -> bool:
        """Forget one; False when it was not there."""
        ...

    async def done(self, school: SchoolId, now: datetime) -> Mapping[FactorCode, Done]:
        """Counts of each factor of a school that has any."""
        ...

    async def of_factor(self, school: SchoolId, factor: FactorCode, now: datetime) -> Sequence[Deed]:
        """Items by id, then bookings by id; without those that left their plan or were cancelled."""
        ...

    async def factors_of(self, school: SchoolId, kind: DeedKind, ref: int) -> Sequence[FactorCode]:
        """Factors that one item or booking stands under, by code."""
        ...

    async def owner_of_item(self, ref: int) -> Territory | None:
        """Whose an item is; None for one that is gone."""
        ...

    async def visitor_of_booking(self, ref: int) -> PersonId | None:
        """Who has booked; None for a booking that is gone."""
        ...
