"""Days and months of meetings by the calendar of their own slot: a handful of zones, each with its own midnights."""

from collections.abc import Collection
from datetime import date, time, timedelta

from sqlalchemy import ColumnElement, and_, case, false, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.seats.times import instant
from shnor_domain.storage.schema.consultations import session, slot

_DAY = timedelta(days=1)


async def zones_of_slots(connection: AsyncConnection) -> list[str]:
    """Zones that any slot is kept in."""
    return list((await connection.execute(select(slot.c.zone).distinct().order_by(slot.c.zone))).scalars())


def on_days(zones: Collection[str], since: date, until: date) -> ColumnElement[bool]:
    """Meetings that begin on a day in [`since`, `until`); the statement has to join `slot`."""
    if not zones:
        return false()
    begins, ends = (instant(day, time(), "UTC") for day in (since - _DAY, until + _DAY))
    # the first condition is for the index: days of all zones lie inside of it
    return and_(
        session.c.starts >= begins, session.c.starts < ends, or_(*(_within(each, since, until) for each in zones))
    )


def month_number(zones: Collection[str], since: date, until: date) -> ColumnElement[int]:
    """0 for the month of `since`, 1 for the next one, up to that before `until`."""
    found, first, number = [], since.replace(day=1), 0
    while first < until:
        following = (first + 31 * _DAY).replace(day=1)
        found += [(_within(zone, first, following), number) for zone in zones]
        first, number = following, number + 1
    return case(*found, else_=-1)


def month_at(since: date, number: int) -> date:
    """The first day of month `number`, counted from that of `since`."""
    years, month = divmod(since.month - 1 + number, 12)
    return date(since.year + years, month + 1, 1)


def _within(zone: str, since: date, until: date) -> ColumnElement[bool]:
    begins, ends = instant(since, time(), zone), instant(until, time(), zone)
    return and_(slot.c.zone == zone, session.c.starts >= begins, session.c.starts < ends)
