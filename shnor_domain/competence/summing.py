"""What a reader is told of tables. Hidden counts leave here at the door (`as_seen`): every total, share, sum and file
is reckoned from what comes out of it, so that no change of a hidden row changes anything that she is shown (rule 9).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache, partial

from shnor_domain.competence.access import sees_few
from shnor_domain.competence.model import FEWEST, Counts, Headcount, SubjectCounts, total_of
from shnor_domain.identity import Actor, SubjectId, Territory


class Basis(Enum):
    """From what a summary is made: the territory's own table, tables of municipalities, tables of schools."""

    OWN = "own"
    MUNICIPALITIES = "municipalities"
    SCHOOLS = "schools"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as one reader sees it; `counts` are None where she is told only «меньше 5»."""

    where: Territory
    subject: SubjectId
    counts: Counts | None
    unit: Territory
    entered: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Line:
    """A subject; `counts` is the sum of what may be told, None when nothing may; `left_out` counts tables that are
    in no sum."""

    subject: SubjectId
    counts: Counts | None
    left_out: int = 0


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


def as_seen(actor: Actor, rows: Iterable[SubjectCounts]) -> list[Seen]:
    """The one door between what is stored and what is told; the actor reads the tables already."""
    few = cache(partial(sees_few, actor))
    return [
        Seen(
            row.where,
            row.subject,
            row.counts if row.counts.positions >= FEWEST or few(row.where, row.unit) else None,
            row.unit,
            row.entered,
            row.source,
        )
        for row in rows
    ]


def heads_seen(actor: Actor, rows: Iterable[Headcount]) -> dict[Territory, int]:
    """Numbers of people by territory that may be told: few of them only to whom few are told."""
    return {row.where: row.people for row in rows if row.people >= FEWEST or sees_few(actor, row.where, row.unit)}


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
    by_subject: dict[SubjectId, list[Counts | None]] = defaultdict(list)
    for row in rows:
        by_subject[row.subject].append(row.counts)
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


def _line(subject: SubjectId, counts: Sequence[Counts | None]) -> Line:
    told = [one for one in counts if one is not None]
    return Line(subject, total_of(told) if told else None, len(counts) - len(told))
