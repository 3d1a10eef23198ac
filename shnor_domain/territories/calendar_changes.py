"""Due days of called-off days, reckoned anew as the calendar under them changes (L7)."""

from collections.abc import Sequence
from datetime import date, datetime

from shnor_domain.identity import Territory
from shnor_domain.territories.called_off import REACHING, put_off_anew, today_in
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.model import Municipality
from shnor_domain.territories.ports import TerritoryWork


async def calendar_changed(
    work: TerritoryWork, where: Territory, about: date | None, now: datetime, on_called_off: Sequence[ReactsToDay]
) -> None:
    """After the change, in its transaction. `where` is a municipality, a region, or empty: the country; `about` the day
    that is a day off now, or is none any more, None for other weeks or years. Features hear of what is due anew."""
    here = where.municipality
    for municipality in [here] if here is not None else await work.called_off.reaching(where.region, now.date()):
        unit = await work.municipalities.get(municipality)
        if unit is not None:
            await _reckon(work, unit, about, now, on_called_off)


async def _reckon(
    work: TerritoryWork, unit: Municipality, about: date | None, now: datetime, on_called_off: Sequence[ReactsToDay]
) -> None:
    today = today_in(unit, now)
    if about is not None and about < today:
        return
    await work.called_off.hold(unit.id)
    rows = await work.called_off.since(unit.id, today - REACHING)
    anew = put_off_anew(rows, about, await work.calendars.calendar(unit.id), now, today)
    for row in anew:
        await work.called_off.put(row)
        for reacts in on_called_off:
            await reacts(work, unit.territory, row.day, now)
