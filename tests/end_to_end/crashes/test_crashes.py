"""Killed with -9 at a hundred moments of a mailing and a storm of bookings, also between an effect and its mark: for
each row the database, the sandbox's transcript and the tap that caused it agree.

Four parts, so that they may run side by side: two of them in `make check`, all hundred kills in `make long`.
"""

import asyncio
import logging
import random
import re
from collections import Counter
from datetime import time
from pathlib import Path

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.tasks import Tasks
from shnor_domain.people.use_cases.settings import SetPreferences
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.updates import inbox
from tests.end_to_end.crashes import agreement
from tests.end_to_end.crashes.blows import Place, Striker, blows
from tests.end_to_end.crashes.books import Fall, fall, open_books
from tests.end_to_end.crashes.storm import Seeker
from tests.support.installation import Installation, installation
from tests.support.length import more
from tests.support.letters import LETTER, Letters
from tests.support.nursery import Nursery
from tests.support.walk import HOST, HOST_ZONE, arrives, bookings, crowd, publishes, soon

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

DAY = soon(4, HOST_ZONE)
PARTS, PEOPLE, SEATS, READERS = 4, 6, 2, 60
ANYWHERE = 12
EXACT = {
    Place.LETTER: 4,
    Place.HOST: 2,
    Place.BOOKED: 2,
    Place.CANCELLED: 2,
    Place.REFUSED: 1,
    Place.CONFIRMATION: 2,
}
ANSWERED_WITHIN = 400.0
"""Seconds that the sandbox keeps a tap open: longer than many starts of the bot on a busy machine."""

logger = logging.getLogger(__name__)


@pytest.mark.parametrize("part", range(1, more(2, PARTS) + 1))
async def test_after_25_kills_of_100_rows_transcript_and_taps_agree(
    part: int, nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    assert PARTS * (ANYWHERE + sum(EXACT.values())) == 100
    seed = random.randrange(2**32)
    logger.warning("moments of the kills: seed %s", seed)
    chance = random.Random(seed)
    async with installation(
        sqlite_url, tmp_path, answered_within=ANSWERED_WITHIN, process=nursery.bot, LOG_LEVEL="WARNING"
    ) as place:
        letters, storm = await many_readers(place), await a_day_of_physics(place)
        with Striker(place.bot).at_work() as striker:
            falls = await killed_again_and_again(place, striker, letters, storm, chance)
            books = await open_books(place, striker, falls)
        await what_is_shown_now_is_what_is_booked(place, storm)
        assert "incident" not in place.bot.output
    agreement.every_row_that_was_planned_is_there_and_final_or_still_due(books, letters.keys)
    agreement.every_mark_has_its_message_and_every_other_message_its_kill(books)
    agreement.no_more_was_repeated_than_was_in_flight(books)
    assert agreement.what_was_said_and_not_marked_was_said_again(books) == EXACT[Place.LETTER] + EXACT[Place.HOST]
    agreement.every_tap_was_done_once(books)
    agreement.every_booking_has_its_tap_its_answer_and_its_notice(books)
    agreement.every_answer_is_true(books, {question: note for one in storm for question, note in one.notes.items()})


async def many_readers(place: Installation) -> Letters:
    letters = Letters(place.land.database)
    await letters.settle(READERS, SystemClock().now())
    for chat in letters.readers.values():
        place.sandbox.ensure_person(chat, "Читатель")
    return letters


async def a_day_of_physics(place: Installation) -> list[Seeker]:
    """A host without quiet hours, and more people who want to see her than she has seats."""
    await arrives(place)
    await (await place.land.the(SetPreferences))(await place.land.actor(HOST), quiet=(0, 0))
    await publishes(place.land, HOST, "physics", day=DAY, last_day=DAY, starts=time(11), zone=HOST_ZONE, capacity=SEATS)
    freed = asyncio.Event()
    return [Seeker(who, DAY, freed) for who in await crowd(place, PEOPLE)]


async def killed_again_and_again(
    place: Installation, striker: Striker, letters: Letters, storm: list[Seeker], chance: random.Random
) -> dict[int, Fall]:
    """The last life is spared and ends what was begun."""
    falls: dict[int, Fall] = {}
    tasks = Tasks()
    running = [tasks.start(one.storms(), name=f"storm {one.who.id}") for one in storm]
    try:
        for blow in blows(chance, EXACT, ANYWHERE):
            await letters.go_on(SystemClock().now())
            await an_answer_will_be_lost(place, chance.choice(list(letters.readers.values())))
            striker.next_life(blow)
            await striker.falls()
            falls[striker.life] = await fall(place.land.database, striker)
        await letters.go_on(SystemClock().now())
        await an_answer_will_be_lost(place, letters.last_reader)
        before = await states_of_letters(place)
        striker.next_life(None)
        for one in storm:
            one.ends()
        await asyncio.gather(*running)
    finally:
        await tasks.cancel()
    await place.bot.until(lambda: nothing_waits(place), "the end of what is due")
    await the_last_life_has_counted(place, await states_of_letters(place) - before)
    return falls


async def an_answer_will_be_lost(place: Installation, chat: int) -> None:
    """The next message to this chat arrives, and the bot never hears of it."""
    await place.street.post("faults", {"kind": "lost_answer", "method": "sendMessage", "chat_id": chat})


async def states_of_letters(place: Installation) -> Counter[str]:
    counted = select(notification.c.state, func.count()).where(notification.c.kind == LETTER)
    async with place.land.database.read() as connection:
        rows = await connection.execute(counted.group_by(notification.c.state))
        return Counter({state: number for state, number in rows})


async def nothing_waits(place: Installation) -> bool:
    due = select(notification.c.id).where(notification.c.wake <= SystemClock().now()).limit(1)
    new = select(inbox.c.update_id).where(inbox.c.state == "new").limit(1)
    async with place.land.database.read() as connection:
        return not (await connection.execute(due)).all() and not (await connection.execute(new)).all()


async def the_last_life_has_counted(place: Installation, ended: Counter[str]) -> None:
    """/metrics knows what this process has sent, and what ended unknown as such."""
    async with ClientSession() as http, http.get(f"http://127.0.0.1:{place.bot.port}/metrics") as answer:
        told = await answer.text()
    sent = re.findall(rf'^shnor_notices_sent_total{{kind="{LETTER}"}} (\S+)$', told, re.MULTILINE)
    unknown = re.findall(
        rf'^shnor_notices_not_sent_total{{kind="{LETTER}",reason="[a-z-]+",state="unknown"}} (\S+)$', told, re.MULTILINE
    )
    assert ([float(each) for each in sent], [float(each) for each in unknown]) == ([ended["sent"]], [ended["unknown"]])


async def what_is_shown_now_is_what_is_booked(place: Installation, storm: list[Seeker]) -> None:
    booked = await bookings(place.land.database)
    assert 0 < sum(map(len, booked.values())) <= SEATS
    for one in storm:
        person = (await place.land.actor(one.who.id)).person
        await one.who.sends("/my")
        shown = await one.who.sees("Мои дела")
        assert ("физика" in shown.text) is any(person in seats for seats in booked.values())
