"""Counts of a subject by level, and the rows that hold them.

What is counted are positions (R167): a teacher of two subjects is two of them. Totals and shares are never stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from shnor_domain.competence.errors import BadCounts
from shnor_domain.identity import PersonId, SubjectId, Territory
from shnor_domain.territories.model import SchoolYear

FEWEST = 5
"""Positions of a subject below which its counts are hidden (rule 9)."""
MOST = 100_000
"""Positions of one level: a region has tens of thousands of teachers."""


class Level(Enum):
    """Levels of R164: what a teacher would do well to renew is much (A), some of it (B), trifles (C), nothing (D)."""

    SYSTEMIC = "a"
    LOCAL = "b"
    MINOR = "c"
    NONE = "d"


@dataclass(frozen=True, slots=True)
class Counts:
    """Positions by level, each from 0 to `MOST` a table; sums may be larger."""

    a: int = 0
    b: int = 0
    c: int = 0
    d: int = 0

    @property
    def positions(self) -> int:
        """The denominator of every share."""
        return self.a + self.b + self.c + self.d

    @property
    def to_renew(self) -> int:
        """A and B together: what R168 calls in need of serious work."""
        return self.a + self.b

    @property
    def by_level(self) -> tuple[tuple[Level, int], ...]:
        """In the order A, B, C, D."""
        return tuple(zip(Level, (self.a, self.b, self.c, self.d), strict=True))

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.a + other.a, self.b + other.b, self.c + other.c, self.d + other.d)


def total_of(counts: Iterable[Counts]) -> Counts:
    """The sum; of nothing four zeros."""
    return sum(counts, Counts())


def checked_counts(counts: Counts) -> Counts:
    """The same counts; raises `BadCounts`."""
    if any(not 0 <= number <= MOST for _, number in counts.by_level):
        raise BadCounts("too-large")
    if not counts.positions:
        raise BadCounts("nothing")
    return counts


def percent(part: int, whole: int, decimals: int = 1) -> Decimal | None:
    """`part` of `whole` in per cents, halves upward; None without a whole (rule 9: no data, never 0 %)."""
    if not whole:
        return None
    scaled = Fraction(part * 100 * 10**decimals, whole)
    return Decimal(int(scaled + Fraction(1, 2))).scaleb(-decimals)


@dataclass(frozen=True, slots=True)
class SubjectCounts:
    """One subject of one table: of a municipality as a whole or of a school, in one school year.

    `unit` is the territory for which it was entered (see `access.unit_of`), `by` who did it: None for the operator and
    for a person who has left.
    """

    where: Territory
    year: SchoolYear
    subject: SubjectId
    counts: Counts
    unit: Territory
    entered: datetime
    by: PersonId | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people a table counts in all, each once; `unit`, `entered`, `by` as in `SubjectCounts`."""

    where: Territory
    year: SchoolYear
    people: int
    unit: Territory
    entered: datetime
    by: PersonId | None = None
