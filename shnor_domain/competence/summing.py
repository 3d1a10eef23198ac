"""What a reader is told of tables. Hidden counts leave here at the door (`as_seen`): every total, share, sum and file
is reckoned from what comes out of it, so that no change of a hidden row changes anything that she is shown (rule 9).

A municipality's own line is as a rule the sum of its schools: told beside all of them but one, it would tell that one.
So where a reader is told the line of a municipality and a school's row of it is hidden from her, she is told no row of
its schools for that subject. That some row is hidden decides, never what it holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache, partial

from shnor_domain.competence.access import reads, sees_few
from shnor_domain.competence.model import FEWEST, Counts, Headcount, SubjectCounts, total_of
from shnor_domain.identity import Actor, MunicipalityId, SubjectId, Territory


class Basis(Enum):
    """From what a summary is made: the territory's own table, tables of municipalities, tables of schools."""

    OWN = "own"
    MUNICIPALITIES = "municipalities"
    SCHOOLS = "schools"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as one reader sees it; `counts` are None where she is told only «меньше 5», and where the row is
    `withheld`: not few itself, but few of a neighbour could be reckoned from it."""

    where: Territory
    subject: SubjectId
    counts: Counts | None
    unit: Territory
    entered: datetime
    source: str
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A subject; `counts` is the sum of what may be told, None when nothing may; `left_out` counts tables that are
    in no sum, `withheld` those of them that are not told for the sake of a neighbour (see `Seen`)."""

    subject: SubjectId
    counts: Counts | None
    left_out: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Subjects in the order of the catalogue. `tables` says of how many territories, `people` is told only where
    nothing is left out; `units`, `sources` and the latest `entered` say where it comes from."""

    basis: Basis = Basis.NOTHING
    tables: int = 0
    lines: tuple[Line, ...] = ()
    people: int | None = None
    units: tuple[Territory, ...] = ()
    sources: tuple[str, ...] = ()
    entered: datetime | None = None

    @property
    def total(self) -> Counts:
        """Of what may be told."""
        return total_of(line.counts for line in self.lines if line.counts is not None)

    @property
    def left_out(self) -> int:
        """Rows that are in no sum."""
        return sum(line.left_out for line in self.lines)

    @property
    def withheld(self) -> int:
        """Those of them that are not few themselves."""
        return sum(line.withheld for line in self.lines)


def as_seen(actor: Actor, rows: Sequence[SubjectCounts]) -> list[Seen]:
    """The one door between what is stored and what is told. `rows` are all of every municipality that they touch, also
    for the table of one school; the actor reads those of them that she is shown."""
    few = cache(partial(sees_few, actor))
    hidden = [row.counts.positions < FEWEST and not few(row.where, row.unit) for row in rows]
    units = _closed(actor, [(row.where, row.subject, unseen) for row, unseen in zip(rows, hidden, strict=True)])
    seen = []
    for row, unseen in zip(rows, hidden, strict=True):
        withheld = not unseen and row.where.school is not None and (row.where.municipality, row.subject) in units
        counts = None if unseen or withheld else row.counts
        seen.append(Seen(row.where, row.subject, counts, row.unit, row.entered, row.source, withheld))
    return seen


def heads_seen(actor: Actor, rows: Sequence[Headcount]) -> dict[Territory, int]:
    """Numbers of people by territory that may be told, `rows` as in `as_seen`: few of them only to whom few are told,
    and of no school where the municipality's number would tell the one that is hidden."""
    hidden = [row.people < FEWEST and not sees_few(actor, row.where, row.unit) for row in rows]
    units = _closed(actor, [(row.where, None, unseen) for row, unseen in zip(rows, hidden, strict=True)])
    return {
        row.where: row.people
        for row, unseen in zip(rows, hidden, strict=True)
        if not unseen and (row.where.school is None or (row.where.municipality, None) not in units)
    }


_Subject = tuple[MunicipalityId | None, SubjectId | None]


def _closed(actor: Actor, rows: Iterable[tuple[Territory, SubjectId | None, bool]]) -> set[_Subject]:
    """Municipality and subject whose own line the actor is told while a school's is hidden from her."""
    lines: dict[_Subject, Territory] = {}
    hidden: set[_Subject] = set()
    for where, subject, unseen in rows:
        if where.school is None and not unseen:
            lines[where.municipality, subject] = where
        elif where.school is not None and unseen:
            hidden.add((where.municipality, subject))
    return {key for key in hidden if key in lines and reads(actor, lines[key])}


def summary_of(
    where: Territory, rows: Sequence[Seen], heads: dict[Territory, int], order: Sequence[SubjectId]
) -> Summary:
    """Of `where`: its own table; else the tables of its municipalities; else those of its schools. `rows` are all
    inside of it, `order` the catalogue."""
    inside = [row for row in rows if where.covers(row.where)]
    own = [row for row in inside if row.where == where]
    units = [row for row in inside if row.where.school is None]
    for basis, chosen in ((Basis.OWN, own), (Basis.MUNICIPALITIES, units), (Basis.SCHOOLS, inside)):
        if chosen:
            return _summed(basis, chosen, heads, order)
    return Summary()


def _summed(basis: Basis, rows: Sequence[Seen], heads: dict[Territory, int], order: Sequence[SubjectId]) -> Summary:
    places = {row.where for row in rows}
    by_subject: dict[SubjectId, list[Seen]] = defaultdict(list)
    for row in rows:
        by_subject[row.subject].append(row)
    known = {subject: at for at, subject in enumerate(order)}
    subjects = sorted(by_subject, key=lambda subject: (known.get(subject, len(known)), subject))
    lines = tuple(_line(subject, by_subject[subject]) for subject in subjects)
    whole = not any(line.left_out for line in lines)
    return Summary(
        basis,
        len(places),
        lines,
        # several tables may count one person twice, and beside a hidden row the number would tell of it
        heads.get(rows[0].where) if whole and basis is Basis.OWN else None,
        tuple(sorted({row.unit for row in rows}, key=repr)),
        tuple(sorted({row.source for row in rows if row.source})),
        max(row.entered for row in rows),
    )


def _line(subject: SubjectId, rows: Sequence[Seen]) -> Line:
    told = [row.counts for row in rows if row.counts is not None]
    withheld = sum(row.withheld for row in rows)
    return Line(subject, total_of(told) if told else None, len(rows) - len(told), withheld)
