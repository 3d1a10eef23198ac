"""SQLite's statements go to its thread once, whatever becomes of who waits for them."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from shnor_domain.storage.engine import Database
from shnor_domain.storage.one_trip import OneTripConnection


async def test_each_statement_with_its_rows_is_one_trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, trips = Database(f"sqlite+aiosqlite:///{tmp_path}/one.db"), 0
    execute = OneTripConnection._execute

    async def counted(self: OneTripConnection, *args: object) -> object:
        nonlocal trips
        trips += 1
        return await execute(self, *args)  # type: ignore[no-untyped-call]

    try:
        async with database.write() as connection:
            await connection.execute(text("CREATE TABLE one (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
            many = await connection.execute(
                text("INSERT INTO one (name) VALUES (:name)"), [{"name": "а"}, {"name": "б"}]
            )
            assert many.rowcount == 2
            monkeypatch.setattr(OneTripConnection, "_execute", counted)
            rows = (await connection.execute(text("SELECT name FROM one ORDER BY id"))).scalars().all()
            made = (await connection.execute(text("INSERT INTO one (name) VALUES ('в') RETURNING id"))).scalar_one()
            assert (rows, made, trips) == (["а", "б"], 3, 2)
            with pytest.raises(IntegrityError):
                await connection.execute(text("INSERT INTO one (name) VALUES ('а')"))
            assert (await connection.execute(text("DELETE FROM one"))).rowcount == 3
    finally:
        await database.close()


async def test_a_connection_is_good_again_after_who_waited_is_gone(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/one.db")
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT count(*) FROM n"

    async def slow() -> None:
        async with database.read() as connection:
            await connection.execute(text(count))

    try:
        for _ in range(3):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0):
                    await slow()
        async with database.write() as connection:
            assert await connection.scalar(text("SELECT 7")) == 7
    finally:
        await database.close()


async def test_a_reader_takes_no_trip_to_begin_and_waits_for_none_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, trips = Database(f"sqlite+aiosqlite:///{tmp_path}/one.db"), 0
    execute = OneTripConnection._execute

    async def counted(self: OneTripConnection, *args: object) -> object:
        nonlocal trips
        trips += 1
        return await execute(self, *args)  # type: ignore[no-untyped-call]

    try:
        async with database.write() as connection:
            await connection.execute(text("CREATE TABLE one (id INTEGER PRIMARY KEY)"))
        async with database.read() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1  # the connection is made
        monkeypatch.setattr(OneTripConnection, "_execute", counted)
        async with database.read() as connection:
            assert await connection.scalar(text("SELECT count(*) FROM one")) == 0
            assert await connection.scalar(text("SELECT 2")) == 2
        assert trips == 2
        async with database.read():
            pass
        assert trips == 2
        monkeypatch.undo()
        assert await database.sweep(), "a reader that is over holds nothing"
    finally:
        await database.close()


async def test_a_reader_whose_statement_fails_leaves_nothing_open(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/one.db")
    try:
        async with database.write() as connection:
            await connection.execute(text("CREATE TABLE one (id INTEGER PRIMARY KEY)"))
        for _ in range(25):  # more often than there are connections
            with pytest.raises(OperationalError):
                async with database.read() as connection:
                    await connection.execute(text("SELECT id FROM nowhere"))
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO one (id) VALUES (1)"))
        async with database.read() as connection:
            assert await connection.scalar(text("SELECT count(*) FROM one")) == 1
        assert await database.sweep()
    finally:
        await database.close()
