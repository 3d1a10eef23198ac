"""Rows of one file are written by one statement: the first of them that is asked for takes all the others along."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar, cast

from shnor_domain.results.ports import ResultsWork
from shnor_domain.territories.imports.plan import Write
from shnor_domain.territories.ports import TerritoryWork

Row = TypeVar("Row")
Save = Callable[[ResultsWork, Sequence[Row]], Awaitable[None]]


class Together(Generic[Row]):
    """Collects rows while a file is planned. No row of these kinds asks a question, so a confirmed file writes all."""

    def __init__(self, save: Save[Row]) -> None:
        self._save = save
        self._rows: list[Row] = []

    def add(self, row: Row) -> Write:
        """What `Planned.write` is for this row."""
        self._rows.append(row)
        return self._write

    async def _write(self, work: TerritoryWork) -> None:
        rows, self._rows = self._rows, []
        if rows:
            await self._save(cast(ResultsWork, work), rows)
