"""What one viewer may see of one result: the only way from stored n and k to any screen, table or reckoning."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from shnor_domain.identity import Actor
from shnor_domain.results.access import sees_small
from shnor_domain.results.model import SMALL, Result, share
from shnor_domain.results.procedures import Procedure, ProcedureCode
from shnor_domain.territories.model import SchoolYear


class State(Enum):
    """`HIDDEN` is «меньше 5»; `NO_PROCEDURE` was said by somebody; `NOT_APPLICABLE`: a school without ЕГЭ has none."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    NO_PROCEDURE = "no-procedure"
    NOT_APPLICABLE = "not-applicable"
    NO_DATA = "no-data"


@dataclass(frozen=True, slots=True)
class Cell:
    """n and k stand in it only when it is `SHOWN`, n ≥ 1. A biased one is shown with its mark and left out of
    averages, changes and verdicts (R066)."""

    year: SchoolYear
    procedure: ProcedureCode
    state: State
    participants: int = 0
    below: int = 0
    biased: bool = False
    source: str = ""

    @property
    def share(self) -> int | None:
        """Tenths of a percent; None where nothing is shown, never 0 for want of data (rule 9)."""
        return share(self.below, self.participants) if self.state is State.SHOWN else None

    @property
    def counts(self) -> bool:
        """True when reckonings for this viewer may take it."""
        return self.state is State.SHOWN and not self.biased

    @property
    def answered(self) -> bool:
        """True when somebody entered it, if only «нет процедуры» (R062)."""
        return self.state in (State.SHOWN, State.HIDDEN, State.NO_PROCEDURE)


def seen(actor: Actor, result: Result) -> Cell:
    """What of a stored result the actor sees; that the school is hers to read is known already."""
    empty = Cell(result.year, result.procedure, State.NO_PROCEDURE, biased=result.biased, source=result.source)
    if not result.held:
        return empty
    if result.participants < SMALL and not sees_small(actor, result.school, result.unit):
        # whoever typed the source may have named the numbers in it
        return Cell(result.year, result.procedure, State.HIDDEN, biased=result.biased)
    return Cell(
        result.year, result.procedure, State.SHOWN, result.participants, result.below, result.biased, result.source
    )


def cells_of(
    actor: Actor,
    results: Iterable[Result],
    catalogue: Iterable[Procedure],
    years: Iterable[SchoolYear],
    without_ege: bool,
) -> dict[tuple[ProcedureCode, SchoolYear], Cell]:
    """A cell for each procedure and year of one school; a result that was entered is shown even at a school that has no
    ЕГЭ any more."""
    stored = {(one.procedure, one.year): one for one in results}
    span = tuple(years)
    found = {}
    for procedure in catalogue:
        empty = State.NOT_APPLICABLE if without_ege and procedure.of_upper_school else State.NO_DATA
        for year in span:
            key = (procedure.code, year)
            found[key] = seen(actor, stored[key]) if key in stored else Cell(year, procedure.code, empty)
    return found
