"""Regions, municipalities, schools, subjects: what exists and what it is called."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, SubjectId, Territory

SchoolYear = NewType("SchoolYear", int)
"""The calendar year in which it begins: 2026 is «2026/27»."""


def school_year_of(day: date) -> SchoolYear:
    """The school year that a day belongs to: August already belongs to the one that comes."""
    return SchoolYear(day.year if day.month >= 8 else day.year - 1)


@dataclass(frozen=True, slots=True)
class Region:
    """`word` is what its municipalities are called together («улус или район»), None where nobody said."""

    id: RegionId
    name: str
    word: str | None = None

    @property
    def territory(self) -> Territory:
        """The whole of it."""
        return Territory(region=self.id)


@dataclass(frozen=True, slots=True)
class Municipality:
    """`zone` is an IANA name; `town` the administrative centre (names the host's clock, N7); `aliases` other
    spellings (R005)."""

    id: MunicipalityId
    region: RegionId
    name: str
    zone: str
    town: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def territory(self) -> Territory:
        """The whole of it, inside its region."""
        return Territory(region=self.region, municipality=self.id)


class SchoolState(Enum):
    """A closed or merged school keeps its history and is found no more; a merged one leads to its successor."""

    ACTIVE = "active"
    BRANCH = "branch"
    MERGED = "merged"
    CLOSED = "closed"

    @property
    def open(self) -> bool:
        """True while children go there."""
        return self in (SchoolState.ACTIVE, SchoolState.BRANCH)


class Status(Enum):
    """Status of a school in a named year (R001, R003, R013); several may hold at once."""

    SHNOR = "shnor"
    PROJECT_500 = "500+"
    SHSSU = "shssu"
    ZONE = "zone"
    STEP = "step"
    BASE = "base"
    STRONG = "strong"


SUPPORTED = frozenset({Status.SHNOR, Status.PROJECT_500, Status.SHSSU, Status.STEP})
"""«Школы проекта»: those that get a curator (R128) and the places at consultations kept for them."""


@dataclass(frozen=True, slots=True)
class School:
    """`code` is the official number (unique, may be unknown); `number` the «№» of the name; `base` marks a
    supporting school (R012)."""

    id: SchoolId
    region: RegionId
    municipality: MunicipalityId
    name: str
    number: int | None = None
    settlement: str | None = None
    code: str | None = None
    state: SchoolState = SchoolState.ACTIVE
    successor: SchoolId | None = None
    base: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def territory(self) -> Territory:
        """The school in its municipality and region."""
        return Territory(region=self.region, municipality=self.municipality, school=self.id)

    @property
    def order(self) -> tuple[bool, int, str, int]:
        """How lists go: by number, then by name; never by anything that compares schools (L8)."""
        return (self.number is None, self.number or 0, self.name.casefold(), self.id)


@dataclass(frozen=True, slots=True)
class SchoolStatus:
    """One status of one school in one year, with the document it comes from."""

    school: SchoolId
    year: SchoolYear
    status: Status
    source: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A row of the catalogue; `spellings` are what people and tables call it; an inactive one is offered no more."""

    code: SubjectId
    name: str
    spellings: tuple[str, ...] = ()
    order: int = 0
    active: bool = True
