"""A database that a test has left is given out again as if nobody had been there."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, insert, select, text

from shnor_domain.storage import migrate
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata
from shnor_domain.storage.schema.territories import region
from tests.conftest import Databases
from tests.support.databases import in_a_loop_of_its_own


def in_a_fresh_one(databases: Databases, work: Callable[[str], Coroutine[Any, Any, None]]) -> None:
    with databases.fresh() as url:
        in_a_loop_of_its_own(partial(work, url))


async def is_empty_and_counts_from_one(url: str) -> None:
    database = Database(url)
    async with database.write() as connection:
        for table in metadata.sorted_tables:
            assert await connection.scalar(select(func.count()).select_from(table)) == 0, table.name
        made = await connection.execute(insert(region).values(name="Республика"))
        assert made.inserted_primary_key == (1,)
    await database.close()


async def is_as_migrations_leave_it(url: str) -> None:
    assert await migrate.is_current(url)
    assert await migrate.differences(url) == []
    await is_empty_and_counts_from_one(url)


def test_the_next_test_finds_no_row_and_counts_from_one(postgres_databases: Databases) -> None:
    for _ in range(3):
        in_a_fresh_one(postgres_databases, is_empty_and_counts_from_one)


def test_who_still_holds_a_table_is_shown_out(postgres_databases: Databases) -> None:
    with postgres_databases.fresh() as url:
        left = psycopg.connect(url.replace("+psycopg", ""))
        left.execute("INSERT INTO region (name) VALUES ('Республика')")
    in_a_fresh_one(postgres_databases, is_empty_and_counts_from_one)
    with pytest.raises(psycopg.OperationalError):
        left.execute("SELECT 1")
    left.close()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE region DROP COLUMN word",
        "ALTER TABLE region ALTER COLUMN name DROP NOT NULL",
        "ALTER TABLE region ALTER COLUMN word SET DEFAULT 'район'",
        "ALTER TABLE municipality DROP CONSTRAINT fk_municipality_region_id_region",
        "CREATE INDEX extra ON region (word)",
        "CREATE TABLE extra (id int)",
        "UPDATE alembic_version SET version_num = 'before'",
        "DROP TABLE alembic_version",
    ],
)
def test_who_changes_more_than_rows_leaves_nothing_behind(postgres_databases: Databases, change: str) -> None:
    async def changes(url: str) -> None:
        database = Database(url)
        async with database.write() as connection:
            await connection.execute(text(change))
        await database.close()

    in_a_fresh_one(postgres_databases, changes)
    in_a_fresh_one(postgres_databases, is_as_migrations_leave_it)
