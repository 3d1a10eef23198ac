"""What makes SQLite cheap in tests leaves it as it is in a bot at work."""

import asyncio
import threading

import pytest
from sqlalchemy import Dialect, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql import elements

from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.territories import region
from tests.support import sqlite_in_the_loop


async def test_two_tasks_meet_between_their_statements(sqlite_url: str) -> None:
    database, order = Database(sqlite_url), list[str]()

    async def asks(name: str) -> None:
        async with database.read() as connection:
            for _ in range(40):
                await connection.execute(select(region))
                order.append(name)

    await asyncio.gather(asks("а"), asks("б"))
    await database.close()
    # one may still open her connection while the other asks; from then on they take turns
    assert "аб" * 10 in "".join(order)


async def test_a_writer_waits_for_one_of_another_process_and_sees_what_it_wrote(sqlite_url: str) -> None:
    first, second, order = Database(sqlite_url), Database(sqlite_url), list[str]()

    async def writes(database: Database, name: str, *, begun: asyncio.Event) -> None:
        async with database.write() as connection:
            begun.set()
            await asyncio.sleep(0.02)
            rows = (await connection.execute(text("SELECT name FROM region"))).scalars().all()
            await connection.execute(text("INSERT INTO region (name) VALUES (:name)"), {"name": name})
            order.append(f"{name} after {', '.join(rows) or 'nobody'}")

    begun = asyncio.Event()
    ahead = asyncio.gather(writes(first, "а", begun=begun))
    await begun.wait()
    await writes(second, "б", begun=begun)
    await ahead
    await first.close()
    await second.close()
    assert order == ["а after nobody", "б after а"]


async def test_patience_with_a_lock_has_an_end(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_in_the_loop, "_PATIENCE", 0.01)
    first, second = Database(sqlite_url), Database(sqlite_url)
    async with first.write():
        with pytest.raises(OperationalError, match="locked"):
            async with second.write():
                raise AssertionError("two write at once")
    await first.close()
    await second.close()


async def test_no_thread_is_started_for_it(sqlite_url: str) -> None:
    assert await _threads_of(sqlite_url) == 0


@pytest.mark.sqlite_threads
async def test_a_test_that_asks_for_threads_has_them(sqlite_url: str) -> None:
    assert await _threads_of(sqlite_url) == 1


async def _threads_of(url: str) -> int:
    before, database = threading.active_count(), Database(url)
    async with database.read() as connection:
        await connection.execute(select(region))
        found = threading.active_count() - before
    await database.close()
    return found


async def test_the_next_database_of_its_kind_compiles_nothing_anew(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = list[object]()
    usual = elements.ClauseElement._compiler

    def noted(self: elements.ClauseElement, dialect: Dialect, **named: object) -> object:
        compiled.append(self)
        return usual(self, dialect, **named)

    monkeypatch.setattr(elements.ClauseElement, "_compiler", noted)
    for _ in range(2):
        database = Database(database_url)
        async with database.read() as connection:
            # a name of this very test: nobody has asked so before
            assert (await connection.execute(select(region.c.name.label("compiled_once")))).all() == []
        await database.close()
    assert len(compiled) == 1
