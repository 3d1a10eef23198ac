"""Called-off days as items know them (L7): a window that ended on such a day is due later."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId
from shnor_domain.roadmap.model import PutOff
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.storage.schema.roadmap import plan_item, plan_window
from shnor_domain.storage.schema.territories import called_off_day

_D = called_off_day.c


async def put_off(
    connection: AsyncConnection, municipalities: Collection[int | None], windows: Mapping[int, Sequence[Window]]
) -> Mapping[int | None, Mapping[date, PutOff]]:
    """Last days of `windows` that any of the municipalities has called off, by municipality and day: one statement."""
    lasts = [window.last for some in windows.values() for window in some]
    units = [each for each in municipalities if each is not None]
    if not lasts or not units:
        return {}
    near = _D.day.between(min(lasts), max(lasts))
    found: dict[int | None, dict[date, PutOff]] = defaultdict(dict)
    for row in await connection.execute(select(called_off_day).where(_D.municipality_id.in_(units), near)):
        found[row.municipality_id][row.day] = PutOff(row.day, row.due, row.changed)
    return found


def put_off_to(day: date) -> ColumnElement[bool]:
    """Windows of an item whose last day was called off and that are due on `day` or later.

    Looked up by the key of called-off days: `IN` would cost each count of a region ten times as much on SQLite. The
    region's own items have no municipality, hence none.
    """
    theirs = and_(_D.municipality_id == plan_item.c.municipality_id, _D.day == plan_window.c.last)
    return exists().where(theirs, _D.due >= day).correlate(plan_item, plan_window)


def due_between(municipality: MunicipalityId | None, first: date, last: date) -> ColumnElement[bool]:
    """Windows that end from `first` to `last`, and those of the municipality that are due then."""
    ends = plan_window.c.last.between(first, last)
    if municipality is None:
        return ends
    called_off = select(_D.day).where(_D.municipality_id == municipality, _D.due.between(first, last))
    return or_(ends, plan_window.c.last.in_(called_off))
