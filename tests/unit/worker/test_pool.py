"""The worker process is late to start, dies, hangs and is full, and the bot goes on."""

import asyncio
import os
import sys
import time

import pytest

from bot.worker.files import WorkerTables
from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.tables import BadFile, Sheet, Table
from tests.support.workbooks import rebuilt, xlsx


async def test_a_table_is_read_in_another_process_and_the_pool_survives_a_death() -> None:
    pool = WorkerPool()
    try:
        assert await pool.run(os.getpid) != os.getpid()
        with pytest.raises(WorkerFailed, match="died"):
            await pool.run(os._exit, 1)
        tables = WorkerTables(pool)
        assert await tables.read("a.csv", b"a;b\n1;2\n") == Table((Sheet("", (("a", "b"), ("1", "2"))),))
        with pytest.raises(BadFile) as refused:
            await tables.read("a.xlsx", b"text")
        assert refused.value.reason == "not-a-table"
        assert (await tables.write([Sheet("Лист", (("a",),))])).startswith(b"PK")
    finally:
        await pool.close()


async def test_a_file_that_asks_for_all_memory_ends_the_worker_and_not_the_bot() -> None:
    hidden = " " * 1_000  # beyond what is looked through for the reach of cells
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1">'
        f'<v>1</v></c></row><row {hidden}r="1048576"><c {hidden}r="XFD1048576"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )
    pool = WorkerPool()
    try:
        with pytest.raises(BadFile) as refused:
            await WorkerTables(pool).read("a.xlsx", rebuilt(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet.encode()))
        assert refused.value.reason == "damaged"
        assert await pool.run(abs, -1) == 1
    finally:
        await pool.close()


async def test_a_job_that_hangs_is_killed_and_the_next_one_runs() -> None:
    pool = WorkerPool(seconds=3.0)
    try:
        with pytest.raises(WorkerFailed, match="too-slow"):
            await pool.run(time.sleep, 600)
        assert await pool.run(abs, -1) == 1
    finally:
        await pool.close()


async def test_a_full_queue_refuses_at_once() -> None:
    pool = WorkerPool(queue=2)
    try:
        async with asyncio.TaskGroup() as group:
            jobs = [group.create_task(pool.run(abs, -number)) for number in (1, 2)]
            await asyncio.sleep(0)
            with pytest.raises(WorkerFailed, match="busy"):
                await pool.run(abs, -3)
        assert [job.result() for job in jobs] == [1, 2]
    finally:
        await pool.close()


async def test_the_worker_never_loads_the_messenger() -> None:
    pool = WorkerPool()
    try:
        await WorkerTables(pool).read("a.csv", b"a\n")
        loaded = await pool.run(eval, "sorted(__import__('sys').modules)")
        assert not {"aiogram", "sqlalchemy", "aiohttp"} & set(loaded)
        assert "bot.worker.tables" in loaded and sys.modules
    finally:
        await pool.close()
