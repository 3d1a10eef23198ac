"""A school beside its own past (R059, R083): percentage points, and what is still missing (R062)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import merged_between
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear

Cells = Mapping[tuple[ProcedureCode, SchoolYear], Cell]


class Trend(Enum):
    """The share of those below the minimum: fewer is better."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """`points` are tenths of a percentage point, positive where the share has grown: the difference of the two shares
    as they are shown."""

    points: int

    @property
    def trend(self) -> Trend:
        """By the sign alone."""
        if self.points == 0:
            return Trend.SAME
        return Trend.WORSE if self.points > 0 else Trend.BETTER


def change(before: Cell | None, now: Cell, mergers: Collection[SchoolYear] = ()) -> Change | None:
    """Against the school's own previous year; None unless both are shown without a mark of bias and nothing was joined
    to the school in between."""
    if before is None or before.share is None or now.share is None or not (before.counts and now.counts):
        return None
    if merged_between(mergers, before.year, now.year):
        return None
    return Change(now.share - before.share)


@dataclass(frozen=True, slots=True)
class Completeness:
    """«внесены 14 из 18»: cells that somebody answered of those that the school has; `missing` by year, then in the
    order of procedures."""

    entered: int
    due: int
    missing: tuple[tuple[SchoolYear, ProcedureCode], ...]


def completeness(cells: Iterable[Cell]) -> Completeness:
    """Of the cells of one school; what is not applicable is not due."""
    due = [cell for cell in cells if cell.state is not State.NOT_APPLICABLE]
    missing = tuple((cell.year, cell.procedure) for cell in due if not cell.answered)
    return Completeness(len(due) - len(missing), len(due), tuple(sorted(missing, key=lambda one: one[0])))
