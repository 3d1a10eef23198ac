"""Items of plans for which nobody answers, over items, places and bodies."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import RegionId, Role, Territory
from shnor_domain.notifications.unreached import Unreached
from shnor_domain.people.model.person import PersonState
from shnor_domain.roadmap.model import ItemState
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.people.reach import lies_within, territory_of
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.roadmap import plan_body, plan_item
from shnor_domain.storage.schema.territories import school

_I = plan_item.c
_OPEN_ITEM = (_I.state == ItemState.OPEN.value) & (_I.parts == 0)
_ACTIVE = person.c.state == PersonState.ACTIVE.value


def has_items() -> ColumnElement[bool]:
    """A school with an item that is open."""
    return exists().where(_I.school_id == school.c.id, _OPEN_ITEM)


async def units(connection: AsyncConnection, within: Collection[Territory], today: date) -> Sequence[Unreached]:
    """Municipalities with open items of their own and without a coordinator in force; one statement."""
    held = (
        exists()
        .where(place.c.person_id == person.c.id, _ACTIVE, place.c.verified, in_force(today))
        .where(place.c.role == Role.MUNICIPAL_COORDINATOR.value, place.c.municipality_id == _I.municipality_id)
    )
    rows = await connection.execute(
        select(_I.region_id, _I.municipality_id, _I.school_id, func.count(_I.id).label("items"))
        .where(_OPEN_ITEM, _I.school_id.is_(None), _I.municipality_id.is_not(None), lies_within(plan_item, within))
        .where(~held)
        .group_by(_I.region_id, _I.municipality_id, _I.school_id)
    )
    return [Unreached(territory_of(row), items=row.items) for row in rows]


async def bodies(connection: AsyncConnection, within: Collection[Territory]) -> Sequence[Unreached]:
    """Bodies of the region's own open items of which nobody answers for any; a municipality has none. Two statements:
    columns of JSON are told apart here, since PostgreSQL does not."""
    regions = [each for each in within if each.municipality is None]
    if not regions:
        return ()
    own = select(_I.region_id, _I.bodies).where(
        _OPEN_ITEM, _I.municipality_id.is_(None), lies_within(plan_item, regions)
    )
    rows = [row for row in await connection.execute(own) if row.bodies]
    if not rows:
        return ()
    answering = await connection.execute(
        select(plan_body.c.region_id, plan_body.c.body)
        .join(person, person.c.id == plan_body.c.person_id)
        .where(_ACTIVE, plan_body.c.region_id.in_({row.region_id for row in rows}))
    )
    known = {(row.region_id, row.body) for row in answering}
    items: Counter[tuple[int, str]] = Counter()
    for row in rows:
        if not any((row.region_id, body) in known for body in row.bodies):
            items.update((row.region_id, body) for body in set(row.bodies))
    return [
        Unreached(Territory(RegionId(region)), body=body, items=count)
        for (region, body), count in sorted(items.items())
    ]
