"""An installation that outgrew its file: the script of docs/operations.md takes every row along."""

import runpy
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import insert, select

from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.requests.model import RequestState
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.territories import school
from shnor_domain.territories.model import SchoolYear
from tests.support.consultations import YAKUTIA, YAKUTSK, Republic, methodist, republic, teacher
from tests.support.seminar_requests import request

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SCRIPT = Path(__file__).parents[2] / "docs" / "move_to_postgresql.py"
copy = cast(Callable[[str, str], Awaitable[int]], runpy.run_path(str(SCRIPT))["copy"])


async def dump(url: str) -> dict[str, list[tuple[object, ...]]]:
    database = Database(url)
    try:
        async with database.read() as connection:
            return {
                table.name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
                for table in metadata.sorted_tables
            }
    finally:
        await database.close()


async def filled(url: str) -> None:
    async with republic(url) as land:
        await land.book(teacher(2), await land.publishes(methodist(1)), "тема <b>")
        async with land.database.write() as connection:
            for number, heir in ((1, None), (2, 1)):
                values = {"id": number, "municipality_id": YAKUTSK, "name": f"СОШ № {number}", "successor_id": heir}
                await connection.execute(insert(school).values(**values))
            # a school that was merged into a younger one
            await connection.execute(school.update().where(school.c.id == 1).values(successor_id=2))
        await merged_requests(land)


async def merged_requests(land: Republic) -> None:
    """A request of a seminar that was merged into a younger one, which a third has taken over the border."""
    async with land.units.write() as work:
        await work.periods.ensure(YAKUTIA, SchoolYear(2026))
        half = (await work.periods.of(YAKUTIA))[0]
        cycle = await work.seminar_cycles.add(half, Dates(half.days.first, half.days.first, half.days.last))
        made = [await work.seminar_requests.add(request(0, f"Тема {number}", cycle=cycle.id)) for number in range(2)]
        older = (await work.seminar_requests.many(made))[made[0]]
        await work.seminar_requests.save(replace(older, state=RequestState.MERGED, merged_into=made[1]))
        await work.seminar_requests.carry(request(0, "Тема 1", cycle=cycle.id, carried_from=made[1]))


async def test_every_row_comes_along_and_the_next_person_gets_the_next_number(
    sqlite_url: str, postgres_url: str
) -> None:
    await filled(sqlite_url)
    before = await dump(sqlite_url)
    assert await copy(sqlite_url, postgres_url) == sum(map(len, before.values()))
    assert await dump(postgres_url) == before
    database = Database(postgres_url)
    async with database.write() as connection:
        row = {
            "name": "",
            "name_key": "",
            "zone": "Europe/Moscow",
            "state": "active",
            "created": NOW,
        }
        made = (await connection.execute(insert(person).values(**row).returning(person.c.id))).scalar_one()
    await database.close()
    assert made == 1 + max(cast(int, each[0]) for each in before["person"])


async def test_a_database_with_people_in_it_is_left_alone(sqlite_url: str, postgres_url: str) -> None:
    await filled(sqlite_url)
    await copy(sqlite_url, postgres_url)
    before = await dump(postgres_url)
    with pytest.raises(ValueError, match="holds people"):
        await copy(sqlite_url, postgres_url)
    assert await dump(postgres_url) == before
