"""The line that everything outgoing stands in: even, by rank, and strict towards who counts at the other end."""

import asyncio
import random
from collections.abc import Callable

import pytest
from aiolimiter import AsyncLimiter

from bot.sending.chats import Chats
from bot.sending.trips import Trips
from bot.sending.turnstile import Rank, Turnstile
from tests.support.quick_time import quickly

Way = Callable[[], float]
"""Seconds of one way of one call."""


async def calls(line: Turnstile, number: int, there: Way, back: Way, rank: Rank = Rank.NOTICE) -> list[float]:
    """When the other end has counted them, all asked for at once by thirty callers."""
    loop, counted, left = asyncio.get_running_loop(), [], iter(range(number))

    async def caller() -> None:
        for _ in left:
            begun = await line.enter(rank)
            await asyncio.sleep(there())
            counted.append(loop.time())
            await asyncio.sleep(back())
            line.leave(begun)

    await asyncio.gather(*(caller() for _ in range(30)))
    return sorted(counted)


def worst(times: list[float], window: float = 1.0) -> int:
    return max(sum(1 for each in times[i : i + 60] if each < start + window) for i, start in enumerate(times))


@pytest.mark.parametrize("jitter", [0.0, 0.02, 0.1, 0.5])
@pytest.mark.parametrize("distance", [0.0, 0.03, 0.15])
def test_who_counts_at_the_other_end_never_sees_more_than_thirty_in_a_second(distance: float, jitter: float) -> None:
    chance = random.Random(f"{distance}:{jitter}")

    async def run() -> None:
        line = Turnstile(30, window=1.0)
        way = lambda: distance + chance.uniform(0, jitter)  # noqa: E731
        times = await calls(line, 3_000, way, way)
        assert worst(times) <= 30
        # what the way varies by is lost, what it takes at least is not
        assert len(times) / (times[-1] - times[0]) / 30 >= 0.99 / (1 + jitter * 1.25 + 0.005)

    quickly(run)


def test_a_loop_that_wakes_late_loses_nothing() -> None:
    async def run() -> None:
        loop, line, times = asyncio.get_running_loop(), Turnstile(30), []
        for _ in range(300):
            line.leave(await line.enter(Rank.NOTICE))
            times.append(loop.time())
            await asyncio.sleep(0.03 if len(times) % 10 else 0.06)
        assert 299 / times[-1] == pytest.approx(30, rel=0.02)

    quickly(run)


def test_after_a_rest_a_few_may_go_at_once_and_then_they_go_evenly() -> None:
    async def run() -> None:
        loop, line = asyncio.get_running_loop(), Turnstile(10, make_up=2)
        begun = loop.time()
        starts = [await line.enter(Rank.ANSWER) - begun for _ in range(5)]
        assert starts == pytest.approx([0, 0, 0, 0.1, 0.2], abs=1e-4)

    quickly(run)


def test_an_answer_goes_before_notices_and_they_before_a_mailing_but_nobody_waits_for_ever() -> None:
    async def run() -> None:
        line, order = Turnstile(10, make_up=0), []

        async def one(rank: Rank) -> None:
            await line.enter(rank)
            order.append(rank)

        ranks = [Rank.ANSWER, Rank.MAILING, Rank.NOTICE, *[Rank.ANSWER] * 20]
        await asyncio.gather(*(one(rank) for rank in ranks))
        assert order[:10] == [Rank.ANSWER] * 10
        assert order[10] is Rank.MAILING, "it has waited longest"
        assert order[11:20] == [Rank.ANSWER] * 9
        assert order[20] is Rank.NOTICE

    quickly(run)


def test_who_goes_away_leaves_no_hole_in_the_line() -> None:
    async def run() -> None:
        line = Turnstile(2, window=1.0, make_up=1)
        inside = [await line.enter(Rank.NOTICE) for _ in range(2)]
        async with asyncio.TaskGroup() as group:
            impatient = group.create_task(line.enter(Rank.ANSWER))
            patient = group.create_task(line.enter(Rank.NOTICE))
            await asyncio.sleep(5)
            assert not patient.done(), "both places are taken until their calls are answered"
            impatient.cancel()
            line.leave(inside[0])
        assert patient.result() == pytest.approx(6, abs=1e-4)

    quickly(run)


def test_who_is_cancelled_as_her_turn_comes_gives_it_back() -> None:
    async def run() -> None:
        line = Turnstile(1, window=1.0)
        await line.enter(Rank.NOTICE)
        async with asyncio.TaskGroup() as group:
            going = group.create_task(line.enter(Rank.NOTICE))
            coming = group.create_task(line.enter(Rank.NOTICE))
            await asyncio.sleep(5)
            line.forgo()
            # her turn has been given to her, and she has not run yet
            going.cancel()
        assert going.cancelled()
        assert coming.result() == pytest.approx(5, abs=1e-4)

    quickly(run)


def test_nothing_is_relied_on_before_a_hundred_trips_and_a_shorter_one_counts_at_once() -> None:
    trips = Trips()
    for _ in range(99):
        trips.add(0.06)
    assert trips.sure == 0
    trips.add(0.06)
    assert trips.sure == pytest.approx(0.058)
    trips.add(0.02)
    assert trips.sure < 0.015
    for _ in range(1_000):
        trips.add(0.06)
    assert trips.sure == pytest.approx(0.058), "what was long ago is forgotten"


def test_chats_that_may_be_written_to_at_once_are_forgotten() -> None:
    async def run() -> None:
        chats = Chats(lambda _chat: AsyncLimiter(3, 3))
        for number in range(10_000):
            await chats.wait(number % 1_000)
            await asyncio.sleep(0.01)
        assert len(chats) <= 110
        begun = asyncio.get_running_loop().time()
        for _ in range(5):
            await chats.wait(5_000)
        assert asyncio.get_running_loop().time() - begun == pytest.approx(2, abs=1e-4)

    quickly(run)
