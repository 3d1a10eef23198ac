"""Holidays, and methodists' days on the road, that take meetings out of weekly rules."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.consultations.model import SlotId
from shnor_domain.seats.times import instant
from shnor_domain.storage.consultations.road_days import road_days
from shnor_domain.storage.schema.consultations import session, slot
from shnor_domain.storage.schema.territories import day_off, municipality
from shnor_domain.territories.calendar import DayOff, Week, calendar_of

Rows = Sequence[Row[Any]]


async def holidays_of(connection: AsyncConnection, slots: Collection[SlotId]) -> Mapping[SlotId, frozenset[date]]:
    """Days of each rule that are off in the calendar of its own municipality; without one (a region's host) in the
    region's, five days a week; and those on which the methodists of its place are on the road. A day on which somebody
    is booked is not taken from under people.

    Five statements at most for any number of slots.
    """
    rules = await _rules(connection, slots)
    off = await _days_off(connection, rules)
    on_road = await road_days(connection, rules)
    met = {
        rule.id: [
            day
            for day in _calendar(rule, off) | on_road.get(rule.id, frozenset())
            if rule.first_day <= day <= rule.last_day and day.weekday() == rule.weekday
        ]
        for rule in rules
    }
    booked = await _booked(connection, rules, met)
    zones = {rule.id: (rule.starts, rule.zone) for rule in rules}
    return {
        each: frozenset(day for day in met.get(each, ()) if (each, instant(day, *zones[each])) not in booked)
        for each in slots
    }


async def _rules(connection: AsyncConnection, slots: Collection[SlotId]) -> Rows:
    found = await connection.execute(
        select(slot, municipality.c.region_id, municipality.c.week_days)
        .join(municipality, municipality.c.id == slot.c.town_id, isouter=True)
        .where(slot.c.id.in_(slots))
    )
    return found.all()


async def _days_off(connection: AsyncConnection, rules: Rows) -> Rows:
    if not rules:
        return []
    found = await connection.execute(
        select(day_off).where(
            day_off.c.region_id.in_({0, *(_region(rule) for rule in rules)}),
            day_off.c.municipality_id.in_({0, *(rule.town_id or 0 for rule in rules)}),
            day_off.c.day.between(min(rule.first_day for rule in rules), max(rule.last_day for rule in rules)),
        )
    )
    return found.all()


def _region(rule: Row[Any]) -> int:
    return rule.region_id or rule.open_region_id or 0


def _calendar(rule: Row[Any], off: Rows) -> frozenset[date]:
    levels = {(0, 0), (_region(rule), 0), (_region(rule), rule.town_id or 0)}
    reach = [row for row in off if (row.region_id, row.municipality_id) in levels]
    days = tuple(DayOff(row.day, Week(row.week), row.word, row.source) for row in reach)
    return calendar_of(rule.week_days or 5, days).off


async def _booked(
    connection: AsyncConnection, rules: Rows, met: Mapping[SlotId, Collection[date]]
) -> frozenset[tuple[SlotId, object]]:
    starts = {instant(day, rule.starts, rule.zone) for rule in rules for day in met[rule.id]}
    if not starts:
        return frozenset()
    found = await connection.execute(
        select(session.c.slot_id, session.c.starts).where(
            session.c.slot_id.in_([each for each in met if met[each]]),
            session.c.starts.in_(starts),
            session.c.taken > 0,
        )
    )
    return frozenset((SlotId(row.slot_id), row.starts) for row in found)
