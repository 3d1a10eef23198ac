"""Months, halves and school years: periods that lie end to end, so that nothing is counted twice or left out."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from shnor_domain.territories.model import school_year_of

_DAY = timedelta(days=1)


class PeriodKind(Enum):
    """A calendar month; a half of the school year, of which December is the last month of the first; a school year."""

    MONTH = "month"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since`, before `until`, of each meeting's own calendar."""

    kind: PeriodKind
    since: date
    until: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until - _DAY

    @property
    def before(self) -> "Period":
        """The one of its kind that ends where it begins."""
        return period_of(self.kind, self.since - _DAY)

    @property
    def after(self) -> "Period":
        """The one of its kind that begins where it ends."""
        return period_of(self.kind, self.until)


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of a kind in which a day lies."""
    if kind is PeriodKind.MONTH:
        first = day.replace(day=1)
        return Period(kind, first, (first + 31 * _DAY).replace(day=1))
    year = school_year_of(day)
    begins, turns, ends = date(year, 8, 1), date(year + 1, 1, 1), date(year + 1, 8, 1)
    if kind is PeriodKind.YEAR:
        return Period(kind, begins, ends)
    return Period(kind, begins, turns) if day < turns else Period(kind, turns, ends)
