"""Results in the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.results.averages import Sum
from shnor_domain.results.model import Result
from shnor_domain.results.ports.classifying import Packed
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose small groups a viewer may see: those of schools that she leads or curates, and those that people of her
    own places entered."""

    schools: frozenset[int] = frozenset()
    units: tuple[Territory, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `schools` open schools of a territory in a year: `entered` of `due` procedures were answered by somebody,
    «нет процедуры» included, and `whole` schools have all of theirs."""

    schools: int
    whole: int
    entered: int
    due: int


class ResultStore(Protocol):
    """Rows by school, year and procedure."""

    async def territory(self, school: SchoolId) -> Territory | None:
        """Where a school lies, its levels filled; None for an unknown or closed one."""
        ...

    async def of_schools(self, schools: Collection[SchoolId], years: Collection[SchoolYear]) -> Sequence[Result]:
        """By school, year, procedure. A handful of schools: their ids are bound."""
        ...

    async def within(self, where: Territory, years: Collection[SchoolYear]) -> Sequence[Result]:
        """All of the open schools of a territory, at once: a region's are thousands of rows."""
        ...

    async def tally(
        self, where: Territory, year: SchoolYear, codes: Collection[ProcedureCode], upper: Collection[ProcedureCode]
    ) -> Tally:
        """Counted in the database; of `codes` those of `upper` are due to a school without ЕГЭ only where they are
        there. No numbers of participants are looked at."""
        ...

    async def save(self, rows: Sequence[Result], keep_mark: bool) -> None:
        """Store or replace in one round trip; `keep_mark`: of a row that is there the mark of bias stays."""
        ...

    async def drop(self, school: SchoolId, year: SchoolYear, procedure: ProcedureCode) -> bool:
        """False when it was not there."""
        ...

    async def mark(self, school: SchoolId, year: SchoolYear, procedure: ProcedureCode, biased: bool) -> bool:
        """Set the mark and nothing else; False when there is no such row."""
        ...

    async def sums(
        self, region: RegionId, municipality: MunicipalityId, years: Collection[SchoolYear]
    ) -> Sequence[Sum]:
        """Groups of at least five without a mark, added up by procedure, year and municipality; `near` tells the one
        that was asked for. One round trip."""
        ...

    async def without_ege(self, schools: Collection[SchoolId]) -> Collection[SchoolId]:
        """Those of these that have no ЕГЭ. A handful."""
        ...

    async def all_without_ege(self, where: Territory) -> Collection[SchoolId]:
        """Those of a territory."""
        ...

    async def set_without_ege(self, school: SchoolId, without: bool) -> None:
        """Again changes nothing."""
        ...

    async def packed(self, where: Territory, years: Collection[SchoolYear], sight: Sight) -> Packed:
        """Open schools of a region or municipality, and groups that count for this sight: of these schools, and perhaps
        of some that are closed; «нет процедуры» and who has no ЕГЭ. `joined` is empty. Four round trips, or five."""
        ...
