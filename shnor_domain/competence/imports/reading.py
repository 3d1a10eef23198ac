"""A row of a table of counts, read and checked by itself."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from shnor_domain.competence.imports.declared import column_of, wrong_number, wrong_shares
from shnor_domain.competence.model import MOST, Counts, Level
from shnor_domain.identity import SubjectId, Territory
from shnor_domain.territories.imports.grid import Line
from shnor_domain.territories.imports.report import Note, Problem
from shnor_domain.territories.imports.words import LONGEST_NAME, subject_in, year_in
from shnor_domain.territories.model import SchoolYear, Subject
from shnor_domain.territories.names import words_of
from shnor_domain.territories.words import vocabulary

_EMPTY = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class CountsRow:
    """What a line says. `whole` marks «Всего»: it has no subject, and `people` is read from it alone. Rows with
    problems are not to be used; `counts` is None where the four numbers cannot be read."""

    line: Line
    where: Territory | None
    year: SchoolYear
    subject: SubjectId | None
    whole: bool
    counts: Counts | None
    people: int | None
    source: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """What the report calls it."""
        return self.line["subject"]


Where = Callable[[Line], Territory | Problem]


def read_row(line: Line, year: SchoolYear, where: Where, catalogue: Sequence[Subject]) -> CountsRow:
    """`year` serves rows that name none. Declared numbers of the row are compared with its own; those of «Всего» wait
    for `with_sums`."""
    problems: list[Problem] = []
    place = where(line)
    if isinstance(place, Problem):
        problems.append(place)
    own_year = year_in(line["year"]) if line["year"] else year
    if own_year is None:
        problems.append(Problem("year", "bad-year", line["year"]))
    whole = " ".join(words_of(line["subject"])) in vocabulary("total")
    subject = None if whole else subject_in(line["subject"], catalogue)
    if subject is None and not whole:
        problems.append(Problem("subject", "unknown-subject" if line["subject"] else "missing", line["subject"]))
    counts = _counts(line, problems, whole)
    return CountsRow(
        line,
        None if isinstance(place, Problem) else place,
        own_year or year,
        None if subject is None else subject.code,
        whole,
        counts,
        _people(line, problems) if whole else None,
        line["source"][:LONGEST_NAME],
        tuple(problems),
        () if counts is None or whole else compared(line, counts),
    )


def with_sums(rows: Sequence[CountsRow]) -> list[CountsRow]:
    """«Всего» compared with the sum of the rows of its territory and year; where one of them cannot be read, nothing is
    said."""
    told = []
    for row in rows:
        if row.whole:
            parts = [one for one in rows if not one.whole and (one.where, one.year) == (row.where, row.year)]
            counts = [one.counts for one in parts if one.counts is not None]
            if parts and len(counts) == len(parts):
                told.append(replace(row, notes=_whole_notes(row.line, sum(counts, Counts()))))
                continue
        told.append(row)
    return told


def compared(line: Line, counts: Counts) -> tuple[Note, ...]:
    """Declared number of teachers and declared shares, cell by cell."""
    notes = wrong_number("teachers", line["teachers"], counts.positions)
    shares = {level: line[column_of(level)] for level in Level}
    return (*notes, *wrong_shares(counts, shares))


def _whole_notes(line: Line, counts: Counts) -> tuple[Note, ...]:
    sums = [note for level, number in counts.by_level for note in wrong_number(level.value, line[level.value], number)]
    return (*sums, *compared(line, counts))


def _counts(line: Line, problems: list[Problem], whole: bool) -> Counts | None:
    cells = [line[level.value] for level in Level]
    if all(cell in _EMPTY for cell in cells):
        if not whole:
            problems.append(Problem("a", "missing"))
        return None
    numbers = []
    for level, cell in zip(Level, cells, strict=True):
        number = _number(cell)
        if number is None:
            problems.append(Problem(level.value, "bad-count", cell))
        else:
            numbers.append(number)
    if len(numbers) < len(cells):
        return None
    counts = Counts(*numbers)
    if not counts.positions and not whole:
        problems.append(Problem("a", "no-positions"))
    return counts


def _number(cell: str) -> int | None:
    """An empty cell beside filled ones is nobody."""
    if cell in _EMPTY:
        return 0
    return int(cell) if re.fullmatch(r"\d{1,9}", cell, re.ASCII) and int(cell) <= MOST else None


def _people(line: Line, problems: list[Problem]) -> int | None:
    if line["people"] in _EMPTY:
        return None
    number = _number(line["people"])
    if not number:
        problems.append(Problem("people", "bad-count", line["people"]))
    return number
