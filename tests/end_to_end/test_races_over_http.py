"""Fifty at once through one bot and a real connection: seats are what was promised, and nobody loses her question."""

import asyncio
import re
from datetime import time
from pathlib import Path

import pytest

from tests.support.installation import Installation, installation
from tests.support.length import more
from tests.support.nursery import Nursery
from tests.support.street import WirePerson
from tests.support.walk import (
    BOOKED,
    HOST,
    HOST_ZONE,
    KEPT,
    TAKEN,
    arrives,
    bookings,
    crowd,
    publishes,
    soon,
    to_the_question,
    with_seats,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

OFFERS = (("physics", "Физика", soon(3, HOST_ZONE), 1), ("geography", "География", soon(4, HOST_ZONE), 3))
"""Subject, its button, day, capacity: of one host, at hours that do not meet."""


async def open_offers(place: Installation) -> None:
    await arrives(place)
    for subject, _label, day, capacity in OFFERS:
        await publishes(place.land, HOST, subject, day=day, starts=time(11), zone=HOST_ZONE, capacity=capacity)


async def chats_that_read(place: Installation, words: str, subject: str) -> set[int]:
    """Chats in which a version of some message had both."""
    return {
        said["chat_id"] for said in await place.street.transcript() if words in said["text"] and subject in said["text"]
    }


async def asks(who: WirePerson, number: int) -> bool:
    """She types her question at the same time as all others; True when she got the seat."""
    question = f"Вопрос номер {number}"
    await who.sends(question)
    either = re.compile(f"{re.escape(BOOKED)}|Ваш вопрос сохранён")
    said = await who.sees(either)
    if BOOKED in said.text:
        assert f"Ваш вопрос: {question}" in said.text
        return True
    assert KEPT.format(question) in said.text
    assert "Это место только что заняли" in said.text
    return False


async def test_fifty_teachers_at_once_get_exactly_the_seats(
    database_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(database_url, tmp_path, process=nursery.bot) as place:
        await open_offers(place)
        people = await crowd(place, 50)
        await place.bot.started()
        for _subject, label, day, capacity in OFFERS[-more(1, 2) :]:
            before = sum(map(len, (await bookings(place.land.database)).values()))
            await asyncio.gather(*(to_the_question(who, label, with_seats(day)) for who in people))
            won = await asyncio.gather(*(asks(who, number) for number, who in enumerate(people)))
            assert sum(won) == capacity
            assert sum(map(len, (await bookings(place.land.database)).values())) == before + capacity
            winners = {who.id for who, has_seat in zip(people, won, strict=True) if has_seat}
            assert await chats_that_read(place, BOOKED, label) == winners


async def test_fifty_taps_of_one_book_once_and_never_say_taken(
    database_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(database_url, tmp_path, process=nursery.bot) as place:
        await open_offers(place)
        (anna,) = await crowd(place, 1)
        await place.bot.started()
        for expected, (_subject, label, day, _capacity) in enumerate(OFFERS, start=1):
            await to_the_question(anna, label, with_seats(day))
            asked = await anna.sees("О чём поговорим?", ever=True)
            data = asked.data_of("Пропустить")
            assert data is not None
            notes = await asyncio.gather(*(anna.presses_at(asked, data) for _ in range(50)))
            await anna.sees(BOOKED, label, ever=True)
            assert not [note for note in notes if TAKEN.search(note)]
            assert [len(seats) for seats in (await bookings(place.land.database)).values()] == [1] * expected
        said = [each["text"] for each in await place.street.transcript() if each["chat_id"] == anna.id]
        assert not [text for text in said if TAKEN.search(text)]
