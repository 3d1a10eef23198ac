"""SIGTERM: what was begun is finished, the process leaves by itself, and nothing is said twice or lost."""

from datetime import time
from pathlib import Path

import pytest

from tests.support.held_line import held_line
from tests.support.installation import installation
from tests.support.nursery import Nursery
from tests.support.walk import (
    BOOKED,
    HOST,
    HOST_ZONE,
    arrives,
    bookings,
    crowd,
    publishes,
    soon,
    taps,
    to_the_question,
    with_seats,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

DAY = soon(4, HOST_ZONE)


async def test_a_notice_on_its_way_arrives_and_is_marked_before_the_process_leaves(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with (
        installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place,
        held_line(place.sandbox.url) as line,
    ):
        place.bot.environment["SHNOR_API_URL"] = line.url
        host = await arrives(place)
        await publishes(place.land, HOST, "physics", day=DAY, starts=time(11), zone=HOST_ZONE, capacity=2)
        (anna,) = await crowd(place, 1)
        await place.bot.started()
        await place.daytime(HOST_ZONE)
        line.chat = HOST
        await to_the_question(anna, "Физика", with_seats(DAY))
        await taps(anna, "Пропустить")
        await anna.sees(BOOKED)
        await line.arrived.wait()
        place.bot.ask_to_stop()

        async def heard() -> bool:
            return "stopping" in place.bot.output_now

        await place.bot.until(heard, "the word that it stops")
        assert place.bot.runs
        line.go_on.set()
        assert await place.bot.ended() == 0
        assert len(await host.said()) == 1
        line.chat = None
        await place.bot.started()
        await anna.sends("/my")
        await anna.sees("Мои дела")
        assert len(await host.said()) == 1
        assert len(await bookings(place.land.database)) == 1
