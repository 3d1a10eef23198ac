"""The clock of one machine: late jobs still run, failures stay where they are, and nothing is cut off at the stop."""

import asyncio
import logging

import pytest

from scheduler.heartbeat import Heartbeat
from scheduler.jobs import Daily, Job, Pulse
from scheduler.local import LocalScheduler


async def test_a_pulse_beats_the_heart() -> None:
    heart, beats = Heartbeat(), asyncio.Semaphore(0)

    async def tick() -> None:
        beats.release()

    assert not await heart.alive()
    clock = LocalScheduler([Job("tick", Pulse(0.01), tick)], heart)
    clock.start()
    for _ in range(3):
        await beats.acquire()
    assert await clock.stop()
    assert await heart.alive()
    assert not await heart.alive(within=-1)


async def test_a_job_never_runs_beside_itself_and_is_not_cut_off_by_the_stop() -> None:
    begun, go_on, ended = asyncio.Event(), asyncio.Event(), []

    async def slow() -> None:
        assert not begun.is_set(), "a second one beside the first"
        begun.set()
        await go_on.wait()
        ended.append(True)

    clock = LocalScheduler([Job("slow", Pulse(0.01), slow)], Heartbeat())
    clock.start()
    await begun.wait()
    await asyncio.sleep(0.05)
    asyncio.get_running_loop().call_later(0.05, go_on.set)
    assert await clock.stop()
    assert ended == [True]


async def test_a_job_that_does_not_end_is_named_and_left() -> None:
    begun = asyncio.Event()

    async def stuck() -> None:
        begun.set()
        await asyncio.Event().wait()

    clock = LocalScheduler([Job("stuck", Pulse(0.01), stuck)], Heartbeat())
    clock.start()
    await begun.wait()
    assert not await clock.stop(seconds=0.05)


async def test_a_failing_pulse_is_logged_does_not_beat_and_comes_again(caplog: pytest.LogCaptureFixture) -> None:
    heart, runs = Heartbeat(), asyncio.Semaphore(0)

    async def broken() -> None:
        runs.release()
        raise RuntimeError("no database")

    clock = LocalScheduler([Job("tick", Pulse(0.01), broken)], heart)
    with caplog.at_level(logging.ERROR, logger="scheduler.local"):
        clock.start()
        await runs.acquire()
        await runs.acquire()
        await clock.stop()
    assert "job tick failed" in caplog.text
    assert heart.silent_for() is None


async def test_a_daily_job_may_run_at_the_start_too() -> None:
    ran = asyncio.Event()

    async def sweep() -> None:
        ran.set()

    clock = LocalScheduler([Job("sweep", Daily(3), sweep, at_start=True)], Heartbeat())
    clock.start()
    await ran.wait()
    assert await clock.stop()
