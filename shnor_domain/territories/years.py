"""Lists of schools by year, and what a coordinator is warned of (R015, R024, R025, R128)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from shnor_domain.identity import MunicipalityId, PersonId, SchoolId
from shnor_domain.territories.model import SUPPORTED, Municipality, School, SchoolStatus, SchoolYear, Status


@dataclass(frozen=True, slots=True)
class YearDiff:
    """One status of `year` beside the year before. `known_before` is False when that year has no list at all:
    then nobody «entered».

    Each list goes by number, then name.
    """

    year: SchoolYear
    status: Status
    entered: tuple[School, ...]
    stayed: tuple[School, ...]
    left: tuple[School, ...]
    known_before: bool


def compare_years(
    schools: Iterable[School], statuses: Iterable[SchoolStatus], year: SchoolYear, status: Status
) -> YearDiff:
    """Which of `schools` entered, stayed in and left the list between `year` − 1 and `year`."""
    rows = [row for row in statuses if row.status is status]
    now = {row.school for row in rows if row.year == year}
    before = {row.school for row in rows if row.year == year - 1}
    ordered = sorted(schools, key=lambda school: school.order)
    return YearDiff(
        year,
        status,
        entered=tuple(s for s in ordered if s.id in now - before) if before else (),
        stayed=tuple(s for s in ordered if s.id in (now & before if before else now)),
        left=tuple(s for s in ordered if s.id in before - now),
        known_before=bool(before),
    )


def without_coordinator(
    municipalities: Iterable[Municipality], coordinated: Collection[MunicipalityId]
) -> tuple[Municipality, ...]:
    """Municipalities where nobody coordinates now (R025), by name."""
    return tuple(sorted((m for m in municipalities if m.id not in coordinated), key=lambda m: m.name))


def without_curator(
    schools: Iterable[School],
    statuses: Iterable[SchoolStatus],
    year: SchoolYear,
    curated: Collection[SchoolId],
) -> tuple[School, ...]:
    """Open schools of the year's lists of supported schools that have no curator (R128), by number, then name."""
    due = listed(statuses, year)
    return tuple(
        sorted((s for s in schools if s.state.open and s.id in due and s.id not in curated), key=lambda s: s.order)
    )


def curators_of_listed_schools(
    homes: Mapping[PersonId, Collection[SchoolId]], statuses: Iterable[SchoolStatus], year: SchoolYear
) -> tuple[tuple[PersonId, SchoolId], ...]:
    """Curators whose own school (where they lead or teach) is itself in the year's lists (R024); in the order
    of ids."""
    due = listed(statuses, year)
    return tuple(sorted((person, school) for person, schools in homes.items() for school in schools if school in due))


def listed(statuses: Iterable[SchoolStatus], year: SchoolYear) -> frozenset[SchoolId]:
    """Schools with any supported status in the year: «школы проекта»."""
    return frozenset(row.school for row in statuses if row.year == year and row.status in SUPPORTED)
