"""A row of a report with what would be written for it."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor
from shnor_domain.territories.imports.report import Problem, ReportRow, RowState
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.ports import TerritoryWork

Write = Callable[[TerritoryWork], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Planned:
    """`write` does what the row says; `otherwise` what it means when «переименована?» is answered with no,
    None for nothing."""

    row: ReportRow
    write: Write | None = None
    otherwise: Write | None = None

    def chosen(self, answers: Mapping[int, bool]) -> Write | None:
        """What to do now: a question without an answer is left out."""
        if self.row.state is RowState.RENAMED:
            answer = answers.get(self.row.number)
            return None if answer is None else self.write if answer else self.otherwise
        return self.write


@dataclass(frozen=True, slots=True)
class Terms:
    """Who imports, at what instant, and the school year for statuses whose row names none."""

    actor: Actor
    now: datetime
    year: SchoolYear


def refused(number: int, title: str, problems: Collection[Problem]) -> Planned:
    """A row that cannot be used."""
    return Planned(ReportRow(number, RowState.PROBLEM, title[:100], problems=tuple(problems)))
