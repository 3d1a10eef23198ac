"""Official days off of the country from the `holidays` package, in the rows of our table."""

import asyncio
import re
from datetime import date

from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.federal import OfficialYear
from shnor_domain.territories.words import vocabulary_rows

_CARRIED = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")
"""The day in brackets from which a day off was carried over: the package words these rows itself."""
_SATURDAY = 5


async def official_days(year: int) -> OfficialYear:
    """Port `OfficialDays`: a third of a second at the first call, so beside the event loop."""
    return await asyncio.to_thread(read_year, year)


def read_year(year: int) -> OfficialYear:
    """The rows as the shipped table has them: a day carried from a Saturday is for the five-day week alone."""
    # the package and its country load for long, and most processes never ask
    from holidays import country_holidays

    words = dict(vocabulary_rows("federal"))
    table = country_holidays("RU", years=year, language="ru")
    named = {day: name for day, name in sorted(table.items()) if day.year == year}
    rows = [DayOff(day, _week(day, name, named), name[:100], words["source"]) for day, name in named.items()]
    worked = [day for day in table.weekend_workdays if day.year == year]
    rows += [DayOff(day, Week.WORKING, words["working"], words["source"]) for day in worked]
    decided = getattr(table, "special_public_holidays", {})
    return OfficialYear(year, tuple(sorted(rows, key=lambda row: row.day)), complete=year in decided)


def _week(day: date, name: str, named: dict[date, str]) -> Week:
    if found := _CARRIED.search(name):
        carried = date(int(found[3]), int(found[2]), int(found[1]))
        return Week.FIVE_DAY if carried.weekday() == _SATURDAY else Week.ALL
    # «Holiday (day off)» is the weekend's holiday made up for on the next working day
    base = name.rpartition(" (")[0]
    kept = [other for other, called in named.items() if base and called == base and other < day]
    return Week.FIVE_DAY if kept and kept[-1].weekday() == _SATURDAY else Week.ALL
