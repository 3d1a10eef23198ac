"""Results as sheets for xlsx: made from what a reading use case gave, so that the table can show nothing more."""

import asyncio
from collections.abc import Iterator
from typing import Protocol

from shnor_domain.results.averages import Average
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.procedures import Procedure, procedures
from shnor_domain.results.use_cases.reading import SchoolResults
from shnor_domain.results.use_cases.tables import ScopeTable
from shnor_domain.tables import Sheet
from shnor_domain.territories.model import SchoolYear

_BITE = 50


class ResultWords(Protocol):
    """Words of the tables; the handlers have them."""

    def heading(self, key: str) -> str:
        """«municipality», «school», «procedure», «participants», «below», «share», «change», «near», «region», «bias»,
        «source», «cluster»."""
        ...

    def procedure(self, procedure: Procedure) -> str:
        """«ВПР, математика, 5 класс»."""
        ...

    def year(self, year: SchoolYear) -> str:
        """«2025/26»."""
        ...

    def state(self, state: State) -> str:
        """«меньше 5», «нет процедуры», «не применимо», «нет данных»; nothing for `SHOWN`."""
        ...

    def share(self, tenths: int) -> str:
        """«30,4 %»."""
        ...

    def points(self, tenths: int) -> str:
        """«+2,5»: percentage points with their sign."""
        ...

    def biased(self) -> str:
        """The mark of bias."""
        ...

    def cluster(self, cluster: Cluster | None) -> str:
        """Its word; «нет данных» for None."""
        ...


def school_sheet(results: SchoolResults, words: ResultWords) -> Sheet:
    """A row a procedure and year, the way the screen says it."""
    keys = ("procedure", "year", "participants", "below", "share", "change", "near", "region", "bias", "source")
    rows = [tuple(words.heading(key) for key in keys)]
    for row in results.rows:
        for at, cell in enumerate(row.cells):
            change = row.changes[at]
            rows.append((
                words.procedure(row.procedure),
                words.year(cell.year),
                *_numbers(cell, words),
                "" if change is None else words.points(change.points),
                _average(row.near[at], words),
                _average(row.region[at], words),
                words.biased() if cell.biased else "",
                cell.source,
            ))  # fmt: skip
    return Sheet(results.school.name, tuple(rows))


async def scope_sheet(table: ScopeTable, words: ResultWords) -> Sheet:
    """A row a school, three columns a procedure: n, k, share; by municipality, number, name."""
    head = [words.heading("municipality"), words.heading("school"), words.heading("cluster")]
    for procedure in procedures():
        named = words.procedure(procedure)
        head += [f"{named}: {words.heading(key)}" for key in ("participants", "below", "share")]
    rows = [tuple(head)]
    for at, row in enumerate(table.rows, 1):
        rows.append((row.unit, row.school.name, words.cluster(row.cluster), *_all(row.cells, words)))
        if at % _BITE == 0:
            await asyncio.sleep(0)  # a region has hundreds of schools: others are answered in between
    return Sheet(words.year(table.year), tuple(rows))


def _all(cells: tuple[Cell, ...], words: ResultWords) -> Iterator[str]:
    for cell in cells:
        yield from _numbers(cell, words)


def _numbers(cell: Cell, words: ResultWords) -> tuple[str, str, str]:
    """n, k, share; of what is not shown the word alone, in the place of the share."""
    if cell.share is None:
        return "", "", words.state(cell.state)
    mark = f" {words.biased()}" if cell.biased else ""
    return str(cell.participants), str(cell.below), f"{words.share(cell.share)}{mark}"


def _average(average: Average | None, words: ResultWords) -> str:
    return words.state(State.NO_DATA) if average is None else words.share(average.share)
