"""Killed with -9 at random moments of a storm of taps: what people were told is what is in the database.

Twenty kills in five parts, so that they may run side by side: three of them in `make check`.
"""

import asyncio
import logging
import random
import re
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

import pytest

from bot.tasks import Tasks
from tests.support.installation import Installation, installation
from tests.support.length import more
from tests.support.nursery import Nursery
from tests.support.street import WirePerson
from tests.support.walk import (
    BOOKED,
    HOST,
    HOST_ZONE,
    TAKEN,
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

FIRST, SECOND = soon(3, HOST_ZONE), soon(4, HOST_ZONE)
PEOPLE, SEATS, KILLS = 12, 4, 4
WAITS = "Вы в очереди"
ANSWERED_WITHIN = 200.0
"""Seconds that the sandbox keeps a tap open: longer than any start of the bot on a busy machine."""

logger = logging.getLogger(__name__)


@dataclass
class Stormy:
    """A teacher in a hurry: she fights for a seat of physics once, then takes and gives back one of geography."""

    who: WirePerson
    holds: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    waits: bool = False
    over: bool = False

    async def storms(self) -> None:
        """Until told that it is over; a round that was begun is finished."""
        await self.fights_for_a_seat()
        while True:
            await self.takes_a_seat()
            if self.over:
                return
            await self.gives_it_back()

    async def fights_for_a_seat(self) -> None:
        # the day is full for who comes late
        await self.who.sends("/consult")
        await self.who.sees("По какому предмету?")
        self.notes.append(await taps(self.who, "Физика"))
        days = await self.who.sees("Выберите день.")
        if days.data_of(with_seats(FIRST)) is None:
            return
        self.notes.append(await taps(self.who, with_seats(FIRST)))
        said = await self.who.sees(re.compile("О чём поговорим|Во сколько"))
        if "Во сколько" in said.text:
            return
        await self.who.sends("Оптика")
        # the day may have filled meanwhile: her question is kept, with a time to choose or a place in the queue
        said = await self.who.sees(re.compile(f"{BOOKED}|Ваш вопрос сохранён|{WAITS}"))
        if BOOKED in said.text:
            self.holds.add("физика")
        self.waits = WAITS in said.text

    async def takes_a_seat(self) -> None:
        await to_the_question(self.who, "География", with_seats(SECOND))
        self.notes.append(await taps(self.who, "Пропустить"))
        await self.who.sees(BOOKED, "География")
        self.holds.add("география")

    async def gives_it_back(self) -> None:
        await self.who.sends("/my")
        await self.who.sees("Мои дела", "география")
        self.notes.append(await taps(self.who, re.compile(".* география")))
        await self.who.sees("Не сможете прийти?")
        self.notes.append(await taps(self.who, "Отменить запись"))
        await self.who.sees("Отменяем?")
        self.notes.append(await taps(self.who, "Болею"))
        await self.who.sees("Запись отменена.")
        self.holds.discard("география")


async def kills_the_bot(place: Installation, chance: random.Random) -> None:
    for _ in range(KILLS):
        # the one sleep that is no wait for anything: the moment of the blow
        await asyncio.sleep(chance.uniform(0.0, 1.5))
        await place.bot.restarted()


@pytest.mark.parametrize(("kind", "part"), [*(("sqlite", part) for part in range(1, more(3, 5))), ("postgres", 5)])
async def test_after_four_kills_in_a_storm_what_was_confirmed_is_what_is_booked(
    kind: str, part: int, request: pytest.FixtureRequest, nursery: Nursery, tmp_path: Path
) -> None:
    database_url = request.getfixturevalue(f"{kind}_url")
    seed = random.randrange(2**32)
    logger.warning("moments of the kills: seed %s", seed)
    # at Telegram's own pace: unpaced, the crowd would have nothing left to do between the kills
    async with installation(
        database_url, tmp_path, process=nursery.bot, answered_within=ANSWERED_WITHIN, CALLS_PER_SECOND=30
    ) as place:
        await arrives(place)
        await publishes(
            place.land, HOST, "physics", day=FIRST, last_day=FIRST, starts=time(11), zone=HOST_ZONE, capacity=SEATS
        )
        await publishes(place.land, HOST, "geography", day=SECOND, starts=time(11), zone=HOST_ZONE, capacity=PEOPLE)
        storm = [Stormy(who) for who in await crowd(place, PEOPLE)]
        await place.bot.started()
        tasks = Tasks()
        running = [tasks.start(one.storms(), name=f"storm {one.who.id}") for one in storm]
        try:
            await kills_the_bot(place, random.Random(seed))
            for one in storm:
                one.over = True
            await asyncio.gather(*running)
        finally:
            await tasks.cancel()
        await agrees(place, storm)


async def agrees(place: Installation, storm: list[Stormy]) -> None:
    """Database, what people were told, and what they are shown now."""
    booked = await bookings(place.land.database)
    assert sum(map(len, booked.values())) == sum(len(one.holds) for one in storm)
    assert sum("физика" in one.holds for one in storm) == SEATS
    for one in storm:
        person = (await place.land.actor(one.who.id)).person
        assert sum(person in seats for seats in booked.values()) == len(one.holds)
        await one.who.sends("/my")
        shown = await one.who.sees("Мои дела")
        assert {subject for subject in ("физика", "география") if subject in shown.text} == one.holds
        assert ("Очередь" in shown.text) == one.waits
    await nobody_who_holds_a_seat_read_that_it_is_taken(place, storm)


async def nobody_who_holds_a_seat_read_that_it_is_taken(place: Installation, storm: list[Stormy]) -> None:
    said = await place.street.transcript()
    for one in storm:
        if "физика" in one.holds:
            texts = [each["text"] for each in said if each["chat_id"] == one.who.id]
            assert not [text for text in [*texts, *one.notes] if TAKEN.search(text)]
