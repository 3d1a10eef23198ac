"""Background work is kept, its failures are told, and a shutdown waits for it as long as it may."""

import asyncio
import logging

import pytest

from bot.tasks import Tasks


async def test_work_runs_and_is_forgotten_when_it_has_ended() -> None:
    tasks = Tasks()

    async def answer() -> int:
        return 42

    assert await tasks.start(answer(), name="answer") == 42
    await asyncio.sleep(0)
    assert len(tasks) == 0


async def test_a_failure_is_logged_under_the_name_of_the_task(caplog: pytest.LogCaptureFixture) -> None:
    tasks = Tasks()

    async def fail() -> None:
        raise RuntimeError("no")

    task = tasks.start(fail(), name="sweep")
    assert await tasks.drain(5)
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage() == "task sweep failed"
    assert record.exc_info is not None
    assert record.exc_info[1] is task.exception()


async def test_draining_waits_for_work_that_ends_in_time() -> None:
    tasks, ended = Tasks(), asyncio.Event()
    gate = asyncio.Event()

    async def work() -> None:
        await gate.wait()
        ended.set()

    tasks.start(work(), name="work")
    asyncio.get_running_loop().call_soon(gate.set)
    assert await tasks.drain(5)
    assert ended.is_set()


async def test_draining_cancels_what_does_not_end_and_says_so() -> None:
    tasks = Tasks()
    task = tasks.start(asyncio.Event().wait(), name="endless")
    assert await tasks.drain(0.01) is False
    assert task.cancelled()
    assert len(tasks) == 0


async def test_cancelling_waits_until_everything_has_cleaned_up() -> None:
    tasks, cleaned, started = Tasks(), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.set()

    tasks.start(work(), name="work")
    await started.wait()
    await tasks.cancel()
    assert cleaned.is_set()


async def test_draining_nothing_ends_at_once() -> None:
    assert await Tasks().drain(0)
