"""Half-years of a region's school year: rows that its coordinator may change (rule 15)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from shnor_domain.errors import Invalid
from shnor_domain.identity import RegionId
from shnor_domain.territories.model import SchoolYear

HalfYearId = NewType("HalfYearId", int)


class Half(Enum):
    """Which half of the school year; the value is stored."""

    AUTUMN = 1
    SPRING = 2


@dataclass(frozen=True, slots=True)
class Days:
    """From–to, both included, on the region's calendar."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """True for a day inside."""
        return self.first <= day <= self.last

    def meets(self, other: "Days") -> bool:
        """True when a day belongs to both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class HalfYear:
    """Days of one half of a school year in a region; between two of them may lie days of neither (summer)."""

    id: HalfYearId
    region: RegionId
    year: SchoolYear
    half: Half
    days: Days

    @property
    def order(self) -> tuple[int, int]:
        """The earlier school year first, autumn before spring."""
        return (self.year, self.half.value)


def usual_days(year: SchoolYear) -> dict[Half, Days]:
    """September–December and January–May: what holds until the region says otherwise."""
    return {
        Half.AUTUMN: Days(date(year, 9, 1), date(year, 12, 31)),
        Half.SPRING: Days(date(year + 1, 1, 1), date(year + 1, 5, 31)),
    }


def half_of(day: date, halves: Iterable[HalfYear]) -> HalfYear | None:
    """The half-year to which a day belongs, None for a day of none."""
    return next((each for each in halves if each.days.has(day)), None)


def checked_days(year: SchoolYear, half: Half, days: Days, others: Iterable[HalfYear]) -> Days:
    """`days` as they may stand beside the region's `others` (the same half of the same year among them is not looked
    at).

    Raises `Invalid("last_day", …)`: `order` for a last day before the first, `year` for days outside of the school year
    and its summer (August to the August after it), `overlap` where a day would belong to two half-years.
    """
    if days.last < days.first:
        raise Invalid("last_day", "order")
    if days.first < date(year, 8, 1) or days.last > date(year + 1, 8, 31):
        raise Invalid("last_day", "year")
    if any((each.year, each.half) != (year, half) and each.days.meets(days) for each in others):
        raise Invalid("last_day", "overlap")
    return days
