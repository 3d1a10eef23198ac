"""What a unit of work may rely on, on both databases alike."""

import pytest
from sqlalchemy import func, insert, select

from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.territories import region

pytestmark = pytest.mark.sqlite_threads


async def test_a_reader_sees_one_state_of_the_database_to_its_end(database_url: str) -> None:
    database = Database(database_url)
    count = select(func.count()).select_from(region)
    try:
        async with database.read() as reader:
            assert await reader.scalar(count) == 0
            async with database.write() as writer:
                await writer.execute(insert(region).values(name="Якутия"))
            assert await reader.scalar(count) == 0
        async with database.read() as reader:
            assert await reader.scalar(count) == 1
    finally:
        await database.close()


async def test_a_writer_sees_what_others_have_committed_meanwhile(database_url: str) -> None:
    """After a wait for a lock a use case looks again: that has to show what the other has done."""
    database, other = Database(database_url), Database(database_url)
    count = select(func.count()).select_from(region)
    try:
        async with database.write() as writer:
            assert await writer.scalar(count) == 0
            if not database.is_sqlite:
                async with other.write() as rival:
                    await rival.execute(insert(region).values(name="Якутия"))
                assert await writer.scalar(count) == 1
    finally:
        await database.close()
        await other.close()
