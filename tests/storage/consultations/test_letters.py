"""Letters to who is booked: a notice a person, three a day under any number of taps, gone with who wrote them."""

import asyncio
from datetime import UTC, datetime

import pytest

from shnor_domain.consultations.desk import own_data
from shnor_domain.consultations.desk.errors import NobodyBooked, TooManyLetters
from shnor_domain.consultations.desk.notices import LETTER, LetterStands
from shnor_domain.consultations.desk.use_cases.letters import Room, RoomForLetter, WriteToBooked
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.errors import DomainError, Invalid, NotFound
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import StoredNotice
from tests.support.consultations import STRANGER, Republic, methodist, teacher

HOST, OTHER_HOST = methodist(1), methodist(90)
ANNA, BELLA = teacher(2), teacher(3)


async def writes(land: Republic, key: SessionKey, text: str = "Возьмите тетради", who: Actor = HOST) -> int:
    return await WriteToBooked(land.units.write, land.clock)(who, key, text)


async def told(land: Republic) -> list[StoredNotice]:
    async with land.units.read() as work:
        rows = [row for number in range(1, 40) for row in await work.notices.of_subject(f"letter:{number}")]
    return [row for row in rows if row.notice.kind == LETTER]


async def test_each_of_the_booked_has_a_notice_that_the_night_holds(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=5)
    for who in (ANNA, BELLA):
        await land.book(who, key, None)
    assert await RoomForLetter(land.units.read, land.clock)(HOST, key) == Room(2, 3)
    assert await writes(land, key) == 2
    rows = await told(land)
    assert [(row.notice.person, row.notice.act_by, row.notice.urgent) for row in rows] == [
        (2, None, False),
        (3, None, False),
    ]
    assert "тетради" not in repr(rows)


async def test_many_letters_at_once_are_three(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=5)
    await land.book(ANNA, key, None)

    async def one(number: int) -> str:
        try:
            return str(await writes(land, key, f"Письмо {number}"))
        except DomainError as refusal:
            return refusal.code

    said = await asyncio.gather(*(one(number) for number in range(12)))
    assert sorted(said) == ["1"] * 3 + ["too-many-letters"] * 9
    assert len(await told(land)) == 3


async def test_the_day_is_that_of_the_slots_own_calendar(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    land.clock.at = datetime(2026, 11, 22, 14, 50, tzinfo=UTC)  # ten to midnight in Якутск
    for _ in range(3):
        await writes(land, key)
    with pytest.raises(TooManyLetters):
        await writes(land, key)
    land.clock.pass_by(minutes=10)
    assert await writes(land, key) == 1


async def test_what_cannot_be_sent_leaves_nothing(land: Republic) -> None:
    key = await land.publishes(HOST)
    with pytest.raises(NotFound):
        await writes(land, key)
    mine = await land.book(ANNA, key, None)
    for who in (OTHER_HOST, ANNA, STRANGER):
        with pytest.raises(NotFound):
            await writes(land, key, who=who)
    for text, reason in ((" \n ", "empty"), ("я" * 1001, "long")):
        with pytest.raises(Invalid) as refused:
            await writes(land, key, text)
        assert refused.value.reason == reason
    await CancelBooking(land.units.write, land.clock)(ANNA, mine.booking.id, None)
    with pytest.raises(NobodyBooked):
        await writes(land, key)
    await CancelSession(land.units.write, land.clock)(HOST, key)
    with pytest.raises(SessionGone):
        await writes(land, key)
    assert await told(land) == []


async def test_a_letter_is_true_for_who_comes_until_the_end_and_while_its_writer_is_here(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    await writes(land, key)
    [row] = await told(land)
    stands = LetterStands(land.units.read)
    end = datetime(2026, 11, 30, 6, 45, tzinfo=UTC)
    assert [await stands(row, at) for at in (land.clock.now(), key.starts, end)] == [True, True, False]
    async with land.units.write() as work:
        data = await own_data.contribute(work, row.notice.person)
        assert data == {"letters": []}
        assert HOST.person is not None
        data = await own_data.contribute(work, HOST.person)
        await own_data.on_person_leaves(work, HOST.person, land.clock.now())
    assert data == {"letters": [{"sent": "2026-11-21T03:00:00+00:00", "text": "Возьмите тетради", "people": 1}]}
    assert not await stands(row, land.clock.now())
    async with land.units.read() as work:
        assert await own_data.contribute(work, HOST.person) == {"letters": []}
    assert (await RoomForLetter(land.units.read, land.clock)(HOST, key)).left == 2
