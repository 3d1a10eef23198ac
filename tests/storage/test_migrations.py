"""The history of the schema leads up and down on both databases, and ends where the tables in code stand."""

from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from shnor_domain.storage import migrate
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata


async def tables(url: str) -> set[str]:
    database = Database(url)
    try:
        async with database.read() as connection:
            return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
    finally:
        await database.close()


async def test_each_step_can_be_taken_back_and_taken_again(database_url: str) -> None:
    steps = [step.revision for step in ScriptDirectory.from_config(migrate.config()).walk_revisions()]
    for step in steps:
        below = f"{step}-1" if step != steps[-1] else "base"
        await migrate.downgrade(database_url, "base" if below == "base" else below)
    assert await tables(database_url) <= {"alembic_version"}
    assert not await migrate.is_current(database_url)
    for step in reversed(steps):
        await migrate.upgrade(database_url, step)
    assert await migrate.is_current(database_url)
    assert await tables(database_url) == {*metadata.tables, "alembic_version"}


async def test_the_tables_in_code_are_what_the_history_builds(database_url: str) -> None:
    assert await migrate.differences(database_url) == []


def test_a_step_is_named_after_its_number() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())
    for step in scripts.walk_revisions():
        assert Path(step.path).name.startswith(f"{step.revision}_")
    assert len(scripts.get_heads()) == 1
