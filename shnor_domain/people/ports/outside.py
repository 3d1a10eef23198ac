"""What lies outside of people: territories, notices, deletion; and what the features hang on."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.people.model.pairs import Pair
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports.values import Telling


class Lands(Protocol):
    """What people need to know of territories."""

    async def of_school(self, school: SchoolId) -> Territory | None:
        """Where a school lies, all three levels filled; None when unknown or closed."""
        ...

    async def of_municipality(self, municipality: MunicipalityId) -> Territory | None:
        """Where a municipality lies."""
        ...

    async def has_region(self, region: RegionId) -> bool:
        """True for a known region."""
        ...

    async def zone_of(self, territory: Territory) -> str:
        """IANA zone of the municipality; for a region that of its centre."""
        ...

    async def days_off(self, territory: Territory, first: date, last: date) -> Collection[date]:
        """Days off of the municipality (or of the region's calendar), both ends included (Q1)."""
        ...

    async def supported(self, schools: Collection[SchoolId], day: date) -> Collection[SchoolId]:
        """Which of them are on the list of the year («школы проекта»)."""
        ...

    async def municipalities(self, region: RegionId | None) -> Sequence[MunicipalityId]:
        """Municipalities of a region, of all when None, by name."""
        ...


class Tellings(Protocol):
    """Rows of the notification table, planned in the transaction of what they tell."""

    async def tell(self, telling: Telling) -> None:
        """Plan; a row with the same key is left as it is, unless it was taken back: then it waits anew."""
        ...

    async def untell(self, subject: str, now: datetime) -> None:
        """What was planned about `subject` and has not gone yet never goes."""
        ...

    async def reconsider(self, person: PersonId, now: datetime) -> None:
        """What waits for her and was put to a later instant is looked at anew: her hours, zone or leave changed."""
        ...

    async def erase(self, subject: str) -> None:
        """Delete all rows about `subject`, whoever's they are, also those that went: its person is being deleted."""
        ...


class Forgets(Protocol):
    """Deletion of a person's rows everywhere outside of the features (inbox, forms, notices, people's own tables)."""

    async def person(self, person: PersonId, chats: Collection[int]) -> None:
        """Delete; totals and the anonymised audit stay."""
        ...


Leaves = Callable[[Any, PersonId, datetime], Awaitable[None]]
"""`on_person_leaves(work, person, now)` of a feature: frees what she holds and cuts its references to her, in the same
transaction.

`work` is the open unit, which has every store; the container hands the list of these to the use cases.
"""

PlaceEnds = Callable[[Any, KeptPlace, datetime], Awaitable[None]]
"""`on_place_ends(work, place, now)` of a feature: ends what hung on the place, with a word to those concerned."""

PairEnds = Callable[[Any, Pair, datetime], Awaitable[None]]
"""`on_pair_ends(work, pair, now)` of a feature: likewise for what hung on a pair that is ended before its time."""

Contributes = Callable[[Any, PersonId], Awaitable[dict[str, Any]]]
"""`(work, person)` → sections of a feature for /privacy: JSON values under keys that the labels know."""

Sweeps = Callable[[], Awaitable[None]]
"""Empties the log of the database after a deletion, so that no byte stays (`Database.sweep`)."""
