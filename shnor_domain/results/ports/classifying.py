"""Many schools at once, by a threshold profile: reckoned in the worker process (`results.frames`)."""

from dataclasses import dataclass
from typing import Protocol

from shnor_domain.identity import SchoolId
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Outcome, ThresholdProfile
from shnor_domain.territories.model import SchoolYear


@dataclass(frozen=True, slots=True)
class Packed:
    """Groups that count of many schools, as the database wrote them in one text a procedure and year: «school,n,k»
    numbers parted by commas, group after group; n 0 is «нет процедуры». `schools` are the ids of all schools in the
    order of lists, parted by commas, `without_ege` those of them, and perhaps of others, that have no ЕГЭ. The event
    loop hands the texts on and never opens them. `joined`: schools with the first year in which another is one with
    them.
    """

    schools: str
    groups: tuple[tuple[SchoolYear, ProcedureCode, str], ...]
    without_ege: str = ""
    joined: tuple[tuple[SchoolId, SchoolYear], ...] = ()


@dataclass(frozen=True, slots=True)
class Classified:
    """How many schools have which outcome, all four present; `page` are `size` of those that reached, in the order of
    lists, from the `number`-th page on: one beyond the end gives the last."""

    counts: dict[Outcome, int]
    page: tuple[SchoolId, ...]
    number: int


class Classifier(Protocol):
    """Reckons in another process."""

    async def classify(
        self, packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int
    ) -> Classified:
        """As `thresholds.verdict` for each school. Raises `TooBusy` when the process has too much to do."""
        ...
