"""What an import would do, row by row, before anything is written."""

import asyncio
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from shnor_domain.territories.model import SchoolYear

_BITE = 200


class RowState(Enum):
    """What a row of the file means beside what is stored. `RENAMED` is a question: «переименована?»; without
    an answer it is left out."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    RENAMED = "renamed"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs; `field` is a key of words, an empty text stands for «nothing»."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be used; `column` and `reason` are keys of words, `value` the text of the cell, cut to
    100 characters."""

    column: str
    reason: str
    value: str = ""

    def __post_init__(self) -> None:
        """Cut what a hostile cell may hold."""
        object.__setattr__(self, "value", self.value[:100])


@dataclass(frozen=True, slots=True)
class Note:
    """A number that the file declares beside what its own numbers give; the row is used all the same. `share` when both
    are per cents."""

    column: str
    declared: str
    computed: str
    share: bool = False

    def __post_init__(self) -> None:
        """Cut what a hostile cell may hold."""
        object.__setattr__(self, "declared", self.declared[:40])


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row: `number` as the person's program shows it, `title` what it is about, as typed (cut to 100
    characters)."""

    number: int
    state: RowState
    title: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`file` is the key under which the body waits for confirmation; `year` is what statuses without a year
    would be written for. `digest` is equal only for reports that would do the same: confirming names it, so that nobody
    confirms what she has not read."""

    kind: str
    file: str
    sheet: str
    rows: tuple[ReportRow, ...]
    unknown_columns: tuple[str, ...]
    year: SchoolYear
    digest: str

    @property
    def counts(self) -> Mapping[RowState, int]:
        """Rows by state, all states present."""
        return {state: sum(row.state is state for row in self.rows) for state in RowState}

    @property
    def noted(self) -> tuple[tuple[ReportRow, Note], ...]:
        """Declared numbers that are not what the file's own numbers give, in the order of rows."""
        return tuple((row, note) for row in self.rows for note in row.notes)


async def digest_of(kind: str, file: str, year: SchoolYear, rows: Iterable[ReportRow]) -> str:
    """16 letters for `ImportReport.digest`; others are answered in between, for a table has thousands of rows."""
    whole = hashlib.sha256(repr((kind, file, year)).encode())
    for at, row in enumerate(rows, 1):
        whole.update(repr(row).encode())
        if at % _BITE == 0:
            await asyncio.sleep(0)
    return whole.hexdigest()[:16]
