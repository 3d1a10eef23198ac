"""What competence needs from storage."""

from collections.abc import Sequence
from typing import Protocol

from shnor_domain.competence.model import Headcount, SubjectCounts
from shnor_domain.identity import SubjectId, Territory
from shnor_domain.people.ports import Audit
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.ports import TerritoryWork


class CompetenceStore(Protocol):
    """Rows of tables, one a territory, school year and subject."""

    async def rows(self, where: Territory, year: SchoolYear) -> Sequence[SubjectCounts]:
        """All inside of `where` in one statement: those of a municipality, and of its schools."""
        ...

    async def headcounts(self, where: Territory, year: SchoolYear) -> Sequence[Headcount]:
        """Likewise."""
        ...

    async def years(self, where: Territory) -> Sequence[SchoolYear]:
        """Years with a row inside of `where`, the latest first."""
        ...

    async def put(self, row: SubjectCounts) -> None:
        """Store the row, or replace the one of its territory, year and subject."""
        ...

    async def put_headcount(self, row: Headcount) -> None:
        """Store it, or replace the one of its territory and year."""
        ...

    async def drop(self, where: Territory, year: SchoolYear, subject: SubjectId) -> bool:
        """Remove the row of exactly this territory; False when there was none."""
        ...

    async def drop_headcount(self, where: Territory, year: SchoolYear) -> bool:
        """Remove it; False when there was none."""
        ...


class CompetenceWork(TerritoryWork, Protocol):
    """Unit of work of this feature."""

    @property
    def competence(self) -> CompetenceStore:
        """Tables of counts."""
        ...

    @property
    def audit(self) -> Audit:
        """Who entered what."""
        ...
