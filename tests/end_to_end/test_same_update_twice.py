"""What Telegram repeats is done once; a button of a notice leaves the notice as it is."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from shnor_domain.storage.inbox import InboxStore
from tests.support.installation import Installation, installation
from tests.support.nursery import Nursery
from tests.support.street import Said, WirePerson
from tests.support.walk import (
    BOOKED,
    HOST,
    HOST_ZONE,
    arrives,
    bookings,
    crowd,
    publishes,
    soon,
    to_the_question,
    with_seats,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

DAY = soon(4, HOST_ZONE)


async def a_teacher_and_an_offer(place: Installation) -> WirePerson:
    await arrives(place)
    await publishes(place.land, HOST, "physics", day=DAY, starts=time(11), zone=HOST_ZONE, capacity=2)
    (anna,) = await crowd(place, 1)
    return anna


async def deaf_to_confirmations(place: Installation) -> None:
    """The poll that is open now brings updates; those that would confirm them are refused."""
    await place.street.post("faults", {"kind": "500", "method": "getUpdates", "times": 1000})


async def deliveries(place: Installation) -> list[int]:
    """Numbers of updates as the bot got them, repeated ones too."""
    calls: list[dict[str, Any]] = await place.street.get("calls")
    found: list[int] = []
    for call in calls:
        if call["method"] == "getUpdates" and call["status"] == 200:
            found += [update["update_id"] for update in call["answer"]["result"]]
    return found


async def repeated_after_a_kill(place: Installation) -> None:
    """Kill the bot before it could confirm; the next one gets the same updates once more."""
    before = await deliveries(place)
    place.bot.kill()
    async with place.street.http.delete("/sandbox/faults") as answer:
        assert answer.status == 200
    await place.bot.started()

    async def again() -> bool:
        return await deliveries(place) != before

    await place.bot.until(again, "the updates to come again")
    after = await deliveries(place)
    assert set(after[len(before) :]) <= set(before), "something else was delivered"


async def shown(place: Installation, who: WirePerson) -> list[Said]:
    """The chat, once all that has arrived is done: what is repeated from here on is done already."""
    inbox = InboxStore(place.land.database)

    async def all_done() -> bool:
        return not await inbox.pending()

    await place.bot.until(all_done, "the end of what has arrived")
    return await who.said()


async def test_the_same_tap_fed_twice_changes_neither_window_nor_choice(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot) as place:
        anna = await a_teacher_and_an_offer(place)
        await place.bot.started()
        await anna.sends("/consult")
        await anna.sees("По какому предмету?")
        await anna.presses("Физика")
        await anna.sees("Выберите день.")
        await deaf_to_confirmations(place)
        await anna.presses(with_seats(DAY))
        await anna.sees("О чём поговорим?")
        window = await shown(place, anna)
        await repeated_after_a_kill(place)
        assert await shown(place, anna) == window
        # the choice is what it was, and the window goes on from there
        await anna.sends("Оптика")
        said = await anna.sees(BOOKED, "Оптика")
        assert "11:00 Якутск" in said.text
        assert [len(people) for people in (await bookings(place.land.database)).values()] == [1]


async def test_the_same_booking_fed_twice_books_once_and_says_nothing_new(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot) as place:
        anna = await a_teacher_and_an_offer(place)
        await place.bot.started()
        await to_the_question(anna, "Физика", with_seats(DAY))
        await deaf_to_confirmations(place)
        await anna.sends("Оптика")
        await anna.sees(BOOKED, "Оптика")
        window = await shown(place, anna)
        await repeated_after_a_kill(place)
        assert await shown(place, anna) == window
        assert [len(people) for people in (await bookings(place.land.database)).values()] == [1]
        await anna.sends("/my")
        await anna.sees("Мои дела", "физика")


async def test_a_button_of_a_notice_leaves_its_words_and_buttons_as_they_were(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place:
        anna = await a_teacher_and_an_offer(place)
        await place.bot.started()
        await place.daytime(HOST_ZONE)
        vera = place.person(HOST)
        await to_the_question(anna, "Физика", with_seats(DAY))
        await vera.looks_away()
        await anna.sends("Оптика")
        await anna.sees(BOOKED)
        notice = await vera.sees("11:00", "Оптика")
        assert notice.labels
        for _ in range(2):
            await vera.presses_at(notice, notice.buttons[0][0][1])
            window = await vera.sees("изика", "11:00")
            assert window.id != notice.id
            await vera.looks_away()
            assert next(said for said in await vera.said() if said.id == notice.id) == notice
        await vera.sends("/my")
        await vera.sees("дела")
        assert next(said for said in await vera.said() if said.id == notice.id) == notice
