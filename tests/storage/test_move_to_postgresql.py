"""An installation that outgrew its file: the script of docs/operations.md takes every row along."""

import runpy
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import insert, select

from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.territories import school
from tests.support.consultations import YAKUTSK, methodist, republic, teacher

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
