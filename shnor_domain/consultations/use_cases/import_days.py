"""The table of weekly days in the chat: settings of the territory, and drafts of slots for the hosts (R148).

The file has no times and no lengths: a subject's row becomes the region's day of the subject and a draft; the row
«методический день» becomes a setting alone, never a subject.
"""

from dataclasses import replace
from typing import Protocol, cast

from shnor_domain.consultations.ports import DraftStore
from shnor_domain.identity import SubjectId
from shnor_domain.territories.imports import days
from shnor_domain.territories.imports.days import DayRow
from shnor_domain.territories.imports.grid import Grid
from shnor_domain.territories.imports.plan import Planned, Terms, Write
from shnor_domain.territories.imports.report import RowState
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.use_cases.imports import ImportKind


class DaysWork(TerritoryWork, Protocol):
    """A unit that has territories and drafts."""

    @property
    def drafts(self) -> DraftStore: ...


async def plan(work: TerritoryWork, grid: Grid, terms: Terms) -> list[Planned]:
    """The plan of the settings; each row of a subject that may be written adds its draft.

    A day that is known already gets no second draft: `DraftStore.add` keeps one a region, subject and weekday.
    """
    rows = {row.line: row for row in await days.read_days(work, grid)}
    return [_with_draft(planned, rows[planned.row.number]) for planned in await days.plan(work, grid, terms)]


def _with_draft(planned: Planned, row: DayRow) -> Planned:
    if row.subject is None or planned.row.state in (RowState.PROBLEM, RowState.SAME) or planned.write is None:
        return planned
    return replace(planned, write=_both(planned.write, row, row.subject))


def _both(setting: Write, row: DayRow, subject: SubjectId) -> Write:
    async def write(work: TerritoryWork) -> None:
        await setting(work)
        region = row.territory.region
        if region is not None:
            await cast(DaysWork, work).drafts.add(region, subject, row.weekday, row.source)

    return write


CONSULTATION_DAYS = ImportKind("consultation-days", days.WANTED, days.NEEDED, days.ROLES, plan)
