"""What schools do about factors."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.risk.model import CaseEvent, CaseId, FactorCase
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.ports import Scope


@dataclass(frozen=True, slots=True)
class ClosedLeft:
    """Factors of one school that were closed (of a school year, or ever), and those that are left (R086)."""

    where: Territory
    closed: int
    left: int


class CaseStore(Protocol):
    """Cases with their history."""

    async def add(self, cases: Sequence[FactorCase]) -> Sequence[CaseId]:
        """Store open cases; ids are given here, in the order of `cases`. The named constraint keeps a school from a
        second open case of a factor: `Stale` then."""
        ...

    async def one(self, case: CaseId) -> FactorCase | None:
        """One case."""
        ...

    async def many(self, cases: Collection[CaseId]) -> Mapping[CaseId, FactorCase]:
        """Those of `cases` that exist."""
        ...

    async def hold(self, case: CaseId) -> FactorCase | None:
        """One case, which nobody else changes until the unit ends."""
        ...

    async def open_of(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, Sequence[FactorCase]]:
        """Open cases of those schools that have any, by id; nobody else changes them until the unit ends."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[FactorCase]:
        """All that were not left, by id."""
        ...

    async def save(self, cases: Sequence[FactorCase]) -> None:
        """Write all that can change. The one open case of a factor stays one."""
        ...

    async def note(self, events: Sequence[CaseEvent]) -> None:
        """Lines of history."""
        ...

    async def history(self, case: CaseId) -> Sequence[CaseEvent]:
        """The earliest first."""
        ...

    async def said_by(self, person: PersonId) -> Sequence[CaseEvent]:
        """All lines of a person, the latest first."""
        ...

    async def waiting(self, scope: Scope) -> Sequence[FactorCase]:
        """Open cases of schools of the scope whose decision or closing waits to be confirmed, by id."""
        ...

    async def counts(self, scope: Scope, year: SchoolYear | None) -> Sequence[ClosedLeft]:
        """Of each school of the scope with a case: closed in this year (None: ever) and left."""
        ...
