"""The official calendar of working days of the country, year by year: which years are wanted, and where a year may come
from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from shnor_domain.territories.calendar import DayOff, Week

LOOKED_AHEAD = timedelta(days=60)
"""Longer than the horizon of bookings: what is planned now must know its days off."""
_NEXT_YEAR_FROM = 10
"""The month from whose first day on next year's calendar is missed: the government decides on it in autumn."""


def missing_years(federal: Iterable[DayOff], today: date) -> tuple[int, ...]:
    """Calendar years that the coming 60 days touch, and from 1 October on the next one, for which the table of the
    country has no row: there only weekends are reckoned with. Ascending."""
    wanted = {today.year, (today + LOOKED_AHEAD).year}
    if today.month >= _NEXT_YEAR_FROM:
        wanted.add(today.year + 1)
    return tuple(sorted(wanted - {row.day.year for row in federal if row.week is not Week.PLAIN}))


@dataclass(frozen=True, slots=True)
class OfficialYear:
    """Federal rows of one calendar year by date. `complete` is False where days off carried from weekends are not known
    yet: then only the holidays of the law are in it."""

    year: int
    rows: tuple[DayOff, ...]
    complete: bool


class OfficialDays(Protocol):
    """A source of official calendars outside of the database."""

    async def __call__(self, year: int) -> OfficialYear:
        """The calendar of `year`, as far as it is known there."""
        ...
