"""What cycles, catalogue and wishes need from storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType, Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, Dates, Offer, TopicWish
from shnor_domain.seminars.model import CatalogueId, CycleId, RequestId, WishId
from shnor_domain.territories.periods import HalfYear, HalfYearId

TellingId = NewType("TellingId", int)


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that goes to a whole region page by page: up to `last_person` its rows are laid. `kind` says
    what it is (`tellings`)."""

    id: TellingId
    kind: str
    cycle: CycleId
    begun: datetime
    last_person: PersonId


@dataclass(frozen=True, slots=True)
class Readership:
    """How many people a catalogue goes to, each counted once: leads of open schools, then teachers of project
    schools."""

    leads: int
    teachers: int


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead of open schools of a region."""

    person: PersonId
    schools: frozenset[SchoolId]


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

    async def count(self, cycle: CycleId) -> int:
        """How many of a cycle are open."""
        ...

    async def take(self, wishes: Collection[WishId], request: RequestId) -> None:
        """A request takes along those of them that are open; the others stay as they are."""
        ...

    async def of_requests(self, requests: Collection[RequestId]) -> Mapping[RequestId, Sequence[TopicWish]]:
        """What requests have taken along."""
        ...

    async def withdraw_of(self, person: PersonId, school: SchoolId) -> None:
        """Her open wishes in a school end with her place there."""
        ...

    async def forget(self, person: PersonId) -> None:
        """What no request has taken goes; of what one has only the number stays."""
        ...


class CycleReaders(Protocol):
    """Whom a cycle concerns, read page by page in the order of people's ids."""

    async def invited(self, region: RegionId, day: date, after: PersonId, limit: int) -> Sequence[PersonId]:
        """Leads of open schools of the region, and teachers of those that are on the year's list («школы проекта»)."""
        ...

    async def count(self, region: RegionId, day: date) -> Readership:
        """How many `invited` goes through."""
        ...

    async def leads(self, region: RegionId, day: date, after: PersonId, limit: int) -> Sequence[Lead]:
        """Leads of open schools of the region."""
        ...

    async def behind_requests(self, cycle: CycleId) -> Collection[SchoolId]:
        """Schools that stand behind a request of the cycle."""
        ...


class TellingStore(Protocol):
    """What is being told to a region, and how far it has come."""

    async def begin(self, kind: str, cycle: CycleId, now: datetime) -> bool:
        """False, and nothing more, where this was begun before."""
        ...

    async def undone(self, *kinds: str) -> Sequence[TellingId]:
        """Of these kinds, whatever follows their colon; by id."""
        ...

    async def hold(self, telling: TellingId) -> Telling | None:
        """One that is not done; nobody else lays it until the unit ends."""
        ...

    async def came_to(self, telling: TellingId, person: PersonId) -> None:
        """Rows up to her are laid."""
        ...

    async def finish(self, telling: TellingId, now: datetime) -> None:
        """All are."""
        ...
