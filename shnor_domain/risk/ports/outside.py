"""People, territories and files, as risk profiles need them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.territories.calendar import Calendar


class RiskPeople(Protocol):
    """Who holds which level over a school."""

    async def leads(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Leads of schools in force on `day`."""
        ...

    async def curators(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Assigned curators who are there on `day` (not on leave)."""
        ...

    async def coordinators_of(
        self, territories: Collection[Territory], day: date
    ) -> Mapping[Territory, Sequence[PersonId]]:
        """Coordinators of municipalities and regions who are there on `day`, administrators for the empty
        territory."""
        ...


class RiskLands(Protocol):
    """Clocks of territories."""

    async def zones_of(self, territories: Collection[Territory]) -> Mapping[Territory, str]:
        """IANA zones of many municipalities at once."""
        ...

    async def calendars_of(self, territories: Collection[Territory]) -> Mapping[Territory, Calendar]:
        """Their working days."""
        ...


class ProfileFiles(Protocol):
    """Bodies of profiles and programmes in FILES_DIR, under names of our own."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Store safely before any row names it; gives the key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None for one that is gone, and for a forged key."""
        ...

    async def erase(self, key: str) -> None:
        """Remove the body; one that is gone already stays gone."""
        ...
