"""Forty municipalities with 5,000 schools, their people and their plan, filled by the database itself."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import CTE, String, Table, cast, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.places import pair, place
from shnor_domain.storage.schema.roadmap import evidence, plan, plan_item, plan_window
from shnor_domain.storage.schema.territories import municipality, region, school
from tests.benchmarks.town import numbers

MUNICIPALITIES, A_MUNICIPALITY, A_CURATOR = 40, 125, 5
SCHOOLS = MUNICIPALITIES * A_MUNICIPALITY
CURATORS = SCHOOLS // A_CURATOR
BUSY = datetime(2026, 11, 29, 15, 5, tzinfo=UTC)
"""Monday, 30 November, begins in Якутск."""
SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
_MONDAY = date(2026, 11, 30)
LASTS = (
    *(_MONDAY + timedelta(days=number % 5) for number in range(10)),
    *(_MONDAY - timedelta(days=7 - number) for number in range(5)),
    *(date(2027, 1, 29) + timedelta(days=14 * number) for number in range(15)),
)
"""Of thirty items ten end that week, five the week before; one of them waits for a review."""
_WAITING = 15


async def fill(database: Database) -> None:
    """One transaction: a lead each school, a curator for five, a coordinator each municipality, one of the region."""
    async with database.write() as connection:
        await _land(connection)
        await _people(connection)
        await _plan(connection)


async def _land(connection: AsyncConnection) -> None:
    await connection.execute(insert(region).values(id=1, name="Область"))
    units, schools = numbers(MUNICIPALITIES), numbers(SCHOOLS)
    number = cast(units.c.i, String)
    await _put(
        connection, municipality, units, id=units.c.i, region_id=1, name=number, zone="Asia/Yakutsk", week_days=5
    )
    name = literal("СОШ № ", String) + cast(schools.c.i, String)
    columns = {"id": schools.c.i, "municipality_id": _unit(schools), "name": name, "number": schools.c.i}
    await _put(connection, school, schools, **columns, state="active", base=False)


async def _people(connection: AsyncConnection) -> None:
    """Ids: leads as their schools, then curators, coordinators, the region's."""
    everybody = numbers(SCHOOLS + CURATORS + MUNICIPALITIES + 1)
    who = {"name": "", "name_key": "", "zone": "Asia/Yakutsk", "state": "active", "created": SEPTEMBER}
    await _put(connection, person, everybody, id=everybody.c.i, **who)
    leads, curators, units = numbers(SCHOOLS), numbers(CURATORS), numbers(MUNICIPALITIES)
    held: dict[str, Any] = {"region_id": 1, "starts": SEPTEMBER.date(), "verified": True, "deputy": False}
    lead = held | {"role": Role.SCHOOL_LEAD.value, "municipality_id": _unit(leads), "school_id": leads.c.i}
    await _put(connection, place, leads, person_id=leads.c.i, **lead)
    unit = (curators.c.i - 1) // (A_MUNICIPALITY // A_CURATOR) + 1
    curator = held | {"role": Role.SCHOOL_CURATOR.value, "municipality_id": unit}
    await _put(connection, place, curators, person_id=curators.c.i + SCHOOLS, **curator)
    coordinator = held | {"role": Role.MUNICIPAL_COORDINATOR.value, "municipality_id": units.c.i}
    await _put(connection, place, units, person_id=units.c.i + SCHOOLS + CURATORS, **coordinator)
    regional = held | {"role": Role.REGIONAL_COORDINATOR.value, "person_id": SCHOOLS + CURATORS + MUNICIPALITIES + 1}
    await connection.execute(insert(place).values(**regional))
    helper = (leads.c.i - 1) // A_CURATOR + 1 + SCHOOLS
    order = {"order_number": "1", "order_date": SEPTEMBER.date(), "starts": SEPTEMBER.date()}
    await _put(connection, pair, leads, kind=PairKind.SCHOOL.value, helper_id=helper, school_id=leads.c.i, **order)


async def _plan(connection: AsyncConnection) -> None:
    first = SEPTEMBER.date()
    whole = {"title": "План", "programme": "roadmap", "region_id": 1, "first": first, "last": date(2027, 8, 31)}
    await connection.execute(insert(plan).values(id=1, **whole, source="", created=SEPTEMBER))
    schools = numbers(SCHOOLS)
    for position, last in enumerate(LASTS, 1):
        waits = position == _WAITING
        item = {
            "id": (schools.c.i - 1) * len(LASTS) + position,
            "plan_id": 1,
            "position": position,
            "number": str(position),
            "title": f"Мероприятие {position} по повышению качества образования в школе",
            "period": "до срока",
            "bodies": [],
            "goal": "",
            "result": "Справка",
            "region_id": 1,
            "municipality_id": _unit(schools),
            "school_id": schools.c.i,
            "state": "on_review" if waits else "open",
            "known": SEPTEMBER,
            "sent": BUSY - timedelta(days=5) if waits else None,
            "parts": 0,
        }
        await _put(connection, plan_item, schools, **item)
        await _put(connection, plan_window, schools, item_id=item["id"], first=first, last=last)
        if waits:
            version = {"version": 1, "author_id": schools.c.i, "at": item["sent"], "kind": "text", "state": "waiting"}
            await _put(connection, evidence, schools, item_id=item["id"], **version, text="Сделано", name="")


async def _put(connection: AsyncConnection, table: Table, rows: CTE, **columns: Any) -> None:
    chosen: Mapping[str, Any] = {
        name: value if hasattr(value, "label") else literal(value, table.c[name].type)
        for name, value in columns.items()
    }
    await connection.execute(insert(table).from_select(list(chosen), select(*chosen.values()).select_from(rows)))


def _unit(schools: CTE) -> Any:
    """Of a school by its number: whole numbers, as the database divides them."""
    return (schools.c.i - 1) // A_MUNICIPALITY + 1
