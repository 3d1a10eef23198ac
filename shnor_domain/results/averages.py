"""Averages of a territory (rule 9): the same for everybody, also for those who may see more.

They are made of groups of at least five without signs of bias, and shown when at least three schools stand behind them:
of two, a lead could take her own away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shnor_domain.results.model import share
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear

FEWEST_SCHOOLS = 3


@dataclass(frozen=True, slots=True)
class Sum:
    """Added up in the database over visible groups of one procedure and year; `near`: of the municipality that was
    asked for, else of another of its region."""

    year: SchoolYear
    procedure: ProcedureCode
    near: bool
    schools: int
    participants: int
    below: int


@dataclass(frozen=True, slots=True)
class Average:
    """`share` in tenths of a percent of all participants together; `schools` stand behind it."""

    share: int
    schools: int


Averages = Mapping[tuple[ProcedureCode, SchoolYear], Average]


def averages(sums: Iterable[Sum]) -> Averages:
    """By procedure and year; those of too few schools are not there. Sums of one key are added."""
    totals: dict[tuple[ProcedureCode, SchoolYear], tuple[int, int, int]] = {}
    for one in sums:
        schools, participants, below = totals.get((one.procedure, one.year), (0, 0, 0))
        totals[one.procedure, one.year] = (
            schools + one.schools,
            participants + one.participants,
            below + one.below,
        )
    return {
        key: Average(share(below, participants), schools)
        for key, (schools, participants, below) in totals.items()
        if schools >= FEWEST_SCHOOLS and participants > 0
    }
