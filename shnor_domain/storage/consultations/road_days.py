"""The methodists' day on the road closes their online desk: their weekly rules do not meet on it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import Format, SlotId
from shnor_domain.identity import MunicipalityId, RegionId, Role
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.territories import methodist_day
from shnor_domain.territories.settings import MethodistDay

Rows = Sequence[Row[Any]]


async def road_days(connection: AsyncConnection, rules: Rows) -> Mapping[SlotId, frozenset[date]]:
    """Days of online rules on which their host, a methodist where the rule comes from, is on the road. The day of a
    municipality goes before that of its region; rules of other hosts are missing.

    `rules` are rows of `slot` with the region of their town. Two statements at most.
    """
    online = [rule for rule in rules if rule.format == Format.ONLINE.value]
    if not online:
        return {}
    days = await _days(connection, {rule.region_id or rule.open_region_id or 0 for rule in online})
    wanted = {}
    for rule in online:
        region = rule.region_id or rule.open_region_id or 0
        day = days.get((region, rule.town_id or 0)) or days.get((region, 0))
        if day is not None and day.weekday == rule.weekday:
            wanted[SlotId(rule.id)] = (rule, day)
    if not wanted:
        return {}
    found = await connection.execute(
        select(place).where(
            place.c.role == Role.METHODIST.value,
            place.c.verified,
            place.c.person_id.in_({rule.host_id for rule, _day in wanted.values()}),
        )
    )
    places = found.all()
    return {
        which: frozenset(each for each in _weekly(rule) if day.falls_on(each) and _methodist(rule, each, places))
        for which, (rule, day) in wanted.items()
    }


async def _days(connection: AsyncConnection, regions: set[int]) -> Mapping[tuple[int, int], MethodistDay]:
    rows = await connection.execute(select(methodist_day).where(methodist_day.c.region_id.in_(regions)))
    return {
        (row.region_id, row.municipality_id): MethodistDay(
            RegionId(row.region_id),
            MunicipalityId(row.municipality_id) if row.municipality_id else None,
            row.weekday,
            row.source,
            row.starts,
            row.ends,
        )
        for row in rows
    }


def _weekly(rule: Row[Any]) -> Sequence[date]:
    first = rule.first_day + timedelta(days=(rule.weekday - rule.first_day.weekday()) % 7)
    weeks = max(0, (rule.last_day - first).days // 7 + 1)
    return [first + timedelta(days=7 * week) for week in range(weeks)]


def _methodist(rule: Row[Any], day: date, places: Rows) -> bool:
    """A place of the same level as the rule, in force that day."""
    return any(
        each.person_id == rule.host_id
        and each.municipality_id == rule.town_id
        and each.region_id == (rule.region_id or rule.open_region_id)
        and (each.starts is None or each.starts <= day)
        and (each.ends is None or day <= each.ends)
        for each in places
    )
