"""What cycles, catalogue and wishes need from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Dates, Offer, TopicWish
from shnor_domain.seminars.model import CatalogueId, CycleId, RequestId, WishId
from shnor_domain.territories.periods import HalfYear, HalfYearId


class CycleStore(Protocol):
    """Cycles and their catalogues."""

    async def get(self, cycle: CycleId) -> Cycle | None:
        """One with its half-year."""
        ...

    async def hold(self, cycle: CycleId) -> Cycle | None:
        """As `get`; nobody else changes it until the unit ends."""
        ...

    async def of_half(self, half: HalfYearId) -> Cycle | None:
        """The cycle of a half-year."""
        ...

    async def of_region(self, region: RegionId) -> Sequence[Cycle]:
        """All of a region, the earliest half-year first."""
        ...

    async def announced_open(self) -> Sequence[Cycle]:
        """Cycles of all regions that are announced and not closed, by id."""
        ...

    async def add(self, half: HalfYear, dates: Dates) -> Cycle:
        """A new one. Raises `Stale` where the half-year has one already."""
        ...

    async def save(self, cycle: Cycle) -> bool:
        """Write dates, acts and the next version if nobody has since its `version` was read; False when somebody was
        first."""
        ...

    async def catalogue(self, cycle: CycleId) -> Sequence[CatalogueTopic]:
        """Topics on offer in the order in which they were added; what was withdrawn is left out."""
        ...

    async def topic(self, topic: CatalogueId) -> CatalogueTopic | None:
        """One, withdrawn or not."""
        ...

    async def add_topic(self, cycle: CycleId, offer: Offer) -> CatalogueTopic:
        """A new one."""
        ...

    async def change_topic(self, topic: CatalogueId, offer: Offer) -> None:
        """Write all that describes it."""
        ...

    async def withdraw_topic(self, topic: CatalogueId, now: datetime) -> None:
        """It is offered no more."""
        ...


class WishStore(Protocol):
    """Wishes of teachers."""

    async def get(self, wish: WishId) -> TopicWish | None:
        """One."""
        ...

    async def add(self, wish: TopicWish) -> WishId:
        """A new one; the id inside is ignored. Raises `AlreadyWished` where she has an open one with this key."""
        ...

    async def of(self, person: PersonId, cycle: CycleId | None = None) -> Sequence[TopicWish]:
        """Hers in any state, of all cycles or of one, the oldest first."""
        ...

    async def hold_person(self, person: PersonId) -> None:
        """Nobody else adds a wish of hers until the unit ends: her wishes are counted."""
        ...

    async def withdraw(self, wish: WishId) -> bool:
        """In one statement; False when it is open no more."""
        ...

    async def open_of(self, schools: Collection[SchoolId], cycle: CycleId) -> Sequence[TopicWish]:
        """Open wishes of schools, merged ones as their successor's, the oldest first."""
        ...

    async def take(self, wishes: Collection[WishId], request: RequestId) -> None:
        """A request takes along those of them that are open; the others stay as they are."""
        ...

    async def of_requests(self, requests: Collection[RequestId]) -> Mapping[RequestId, Sequence[TopicWish]]:
        """What requests have taken along."""
        ...

    async def move(self, old: RequestId, new: RequestId) -> None:
        """Wishes follow their request into another."""
        ...
