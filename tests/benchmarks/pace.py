"""The pace over three thousand people, and what a person waits for an answer while a mailing goes out.

The Bot API at the other end of a loopback connection says 429 to every call beyond 30 within any one second, as it
counts them.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot

from bot.collecting import settle
from bot.sender import Limits, TelegramMessenger
from shnor_domain.messaging import ChatId
from tests.benchmarks.bot_api import Address, Counts, bot_api
from tests.benchmarks.report import Figure
from tests.benchmarks.town import FIRST_CHAT, Fresh, Town, telegram, town

PEOPLE, FEWER = 3_000, 1_000
MAILED, ANSWERS = 800, 130
NEAR, FAR = (0.0, 0.0), (0.05, 0.02)
"""Seconds until an answer, and by how much they differ."""
LIMIT = 30


async def pace(fresh: Fresh) -> AsyncIterator[Figure]:
    """Notices to all, one each, by the line that serves people: near the server, and as far from it as Telegram is."""
    for people, way, words in ((PEOPLE, NEAR, "at once"), (FEWER, FAR, "after 50–70 ms")):
        async with _at_work(fresh, way) as (api, here, _, messenger):
            await here.settle(people)
            await here.plan(people)
            await here.line(messenger)()
            counts = await api.counts()
        said = f"{people:,} people, answers {words}"
        yield Figure(f"share of the permitted 30 calls a second, {said}", _share(counts), 0.97, least=True)
        yield Figure("answers 429", counts.throttles, 0)
        yield Figure("worst count in any one second, at the server", counts.worst_second, LIMIT)
        yield Figure("messages beyond one each", len(counts.times) - people, 0)


async def answers(fresh: Fresh) -> AsyncIterator[Figure]:
    """At moments of chance somebody is answered; the wait ends when the call has reached the server."""
    chance = random.Random(7)
    async with _at_work(fresh, FAR) as (api, here, bot, messenger):
        await here.settle(MAILED)
        await here.plan(MAILED, mailing=True)

        async def one(number: int) -> None:
            await bot.send_message(ChatId(FIRST_CHAT - number), f"{time.monotonic():.6f}")

        async def all_of_them(group: asyncio.TaskGroup) -> None:
            for number in range(1, ANSWERS + 1):
                await asyncio.sleep(chance.expovariate(ANSWERS / (MAILED / 27)))
                group.create_task(one(number))

        async with asyncio.TaskGroup() as group:
            group.create_task(all_of_them(group))
            await here.line(messenger, mailing=True)()
        counts = await api.counts()
    waits = sorted(1000 * wait for wait in counts.waits)
    yield Figure(f"wait of an answer during a mailing, median of {len(waits)}, ms", waits[len(waits) // 2])
    yield Figure("wait of an answer during a mailing, 99th percentile, ms", waits[len(waits) * 99 // 100], 100)
    yield Figure("answers 429", counts.throttles, 0)
    yield Figure("worst count in any one second, at the server", counts.worst_second, LIMIT)
    yield Figure("share of the permitted 30 calls a second, mailing and answers", _share(counts))


@asynccontextmanager
async def _at_work(
    fresh: Fresh, way: tuple[float, float]
) -> AsyncIterator[tuple[Address, Town, Bot, TelegramMessenger]]:
    with fresh() as url:
        async with bot_api(*way, LIMIT) as api, town(url) as here, telegram(api, Limits()) as (bot, messenger):
            await warm_up(api, bot)
            yield api, here, bot, messenger


async def warm_up(api: Address, bot: Bot) -> None:
    """A bot that is at work has built what it needs for a call."""
    await asyncio.gather(*(bot.send_message(number, "x") for number in range(1, 6)))
    await api.counts()
    settle()


def _share(counts: Counts) -> float:
    return counts.per_second / LIMIT
