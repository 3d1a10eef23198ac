"""What is kept of a procedure that a school's pupils took: how many took part, how many stayed below the minimum."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear, school_year_of

MOST = 5_000
"""Participants of one procedure in one school."""
SMALL = 5
"""A group of fewer is a child one could name: rule 9 hides it."""
YEARS = 3
"""School years that are looked at for identification (R062)."""
FIRST_YEAR = SchoolYear(2014)
LONGEST_SOURCE = 200


class Unit(Enum):
    """The level whose people entered a result; with the school's territory it names one place exactly."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    REGION = "region"
    INSTALLATION = "installation"

    def of(self, school: Territory) -> Territory:
        """That place, of a school whose territory is whole."""
        return {
            Unit.SCHOOL: school,
            Unit.MUNICIPALITY: Territory(school.region, school.municipality),
            Unit.REGION: Territory(school.region),
            Unit.INSTALLATION: Territory(),
        }[self]


@dataclass(frozen=True, slots=True)
class Result:
    """`participants` 0 is «нет процедуры», said by somebody; a result that nobody entered has no row. 0 ≤ `below` ≤
    `participants` ≤ `MOST`. `biased` marks signs of bias (R066). `school` is its whole territory.
    """

    school: Territory
    year: SchoolYear
    procedure: ProcedureCode
    participants: int
    below: int
    source: str
    unit: Unit
    by: PersonId | None
    at: datetime
    biased: bool = False

    @property
    def held(self) -> bool:
        """False for «нет процедуры»."""
        return self.participants > 0

    @property
    def school_id(self) -> SchoolId:
        """The school alone."""
        if self.school.school is None:
            raise ValueError("a result of no school")
        return self.school.school


def share(below: int, participants: int) -> int:
    """Tenths of a percent, halves up; `participants` ≥ 1. Numbers on screens, pictures and in tables all come from
    here, so that they agree (rule 9)."""
    return (2_000 * below + participants) // (2 * participants)


def latest_year(day: date) -> SchoolYear:
    """The school year whose results people expect on `day`: procedures are held from April on."""
    return SchoolYear(day.year - 1 if day.month >= 4 else day.year - 2)


def last_years(day: date) -> tuple[SchoolYear, ...]:
    """The three school years that are looked at, the earliest first."""
    latest = latest_year(day)
    return tuple(SchoolYear(latest - back) for back in reversed(range(YEARS)))


def enterable(year: SchoolYear, day: date) -> bool:
    """True for a year of which there can be results on `day`: until the last whose results people expect, so that
    whatever was entered is shown somewhere."""
    return FIRST_YEAR <= year <= latest_year(day)


def to_be_listed(year: SchoolYear, day: date) -> bool:
    """True for a year of which there can be a cluster on `day`: lists of the year that goes on are out already."""
    return FIRST_YEAR <= year <= school_year_of(day)
