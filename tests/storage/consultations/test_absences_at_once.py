"""Answers, choices and moves of many at once: on both databases."""

import asyncio
from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    CallOffUncovered,
    ChooseAnother,
)
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.errors import DomainError, Stale
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.absences import substitution_meeting
from shnor_domain.storage.schema.consultations import booking, busy, session
from tests.support.away import FIRST, HOST, asked, busy_people, case, meeting, placed_methodists, told
from tests.support.consultations import (
    Republic,
    teacher,
)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


async def test_two_answers_at_once_are_one(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, "тема")
    ask = await asked(land)
    answers: list[str] = []

    async def answer(agrees: bool) -> None:
        try:
            await case(land, AnswerAsk)(FIRST, ask, agrees)
        except Stale:
            answers.append("stale")
        else:
            answers.append("agreed" if agrees else "refused")

    await asyncio.gather(*(answer(number % 2 == 0) for number in range(6)))
    assert answers.count("stale") == 5
    agreed = "agreed" in answers
    assert (await meeting(land)).host_id == (90 if agreed else 1)
    assert await busy_people(land) == {5, 90 if agreed else 1}
    assert ("consultation-substitute" in await told(land, f"booking:{card.booking.id}")) is agreed


async def test_an_agreement_and_a_call_off_at_once_leave_nobody_in_between(land: Republic) -> None:
    for week in range(3):
        key = await land.publishes(HOST, capacity=3, weekday=0, starts=time(9 + 2 * week))
        key = SessionKey(key.slot, datetime(2026, 11, 30, 2 * week, tzinfo=UTC))
        await land.book(teacher(5 + week), key, None)
        ask = await asked(land)

        async def agree(ask: SubstitutionId = ask) -> None:
            with suppress(DomainError):
                await case(land, AnswerAsk)(FIRST, ask, True)

        async def off(ask: SubstitutionId = ask) -> None:
            with suppress(DomainError):
                await case(land, CallOffUncovered)(HOST, ask)

        await asyncio.gather(agree(), off())
        async with land.units.read() as work:
            found = await work.absences.get(ask)
        assert found is not None
        async with land.database.read() as connection:
            row = (await connection.execute(select(session).where(session.c.slot_id == key.slot))).one()
        if found.state is Answer.AGREED:
            assert (row.state, row.host_id) == ("open", 90)
            await case(land, CancelSession)(HOST, key)
        else:
            assert row.state == "cancelled" and found.state is Answer.WITHDRAWN
        assert await busy_people(land) == set()


async def test_an_agreement_and_a_cancel_at_once_keep_everybodys_time(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asked(land)

    async def agree() -> None:
        await case(land, AnswerAsk)(FIRST, ask, True)

    async def cancel() -> None:
        await CancelBooking(land.units.write, land.clock)(teacher(5), card.booking.id, None)

    await asyncio.gather(agree(), cancel())
    row = await meeting(land)
    assert (row.host_id, row.taken) == (90, 0)
    assert await busy_people(land) == set()
    again = await land.book(teacher(6), key, None)
    assert again.booking.host == 90 and await busy_people(land) == {6, 90}


async def test_two_who_choose_at_once_ask_one(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, False)

    async def choose(person: int) -> bool:
        try:
            await case(land, ChooseAnother)(HOST, ask, PersonId(person))
        except (Stale, SessionGone):
            return False
        return True

    done = await asyncio.gather(choose(91), choose(90), choose(91))
    assert sum(done) == 1
    async with land.database.read() as connection:
        live = await connection.execute(select(substitution_meeting).where(substitution_meeting.c.live == 1))
        assert len(live.all()) == 1


async def test_a_move_while_people_book_leaves_everybody_in_one_place(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=20)
    for number in (5, 6, 7):
        await land.book(teacher(number), key, "тема")
    moved = False

    async def books(number: int) -> None:
        with suppress(DomainError):
            await land.book(teacher(number), key, None)

    async def move() -> None:
        nonlocal moved
        with suppress(Stale):
            await case(land, MoveMeeting)(HOST, key, date(2026, 12, 1), time(16))
            moved = True

    crowd = [books(number) for number in range(8, 14)]
    await asyncio.gather(*crowd[:3], move(), *crowd[3:])
    if not moved:
        await move()
    async with land.database.read() as connection:
        rows = (await connection.execute(select(session))).all()
        live = (await connection.execute(select(booking).where(booking.c.state == "booked"))).all()
        cells = (await connection.execute(select(busy))).all()
    (row,) = rows
    assert row.starts == datetime(2026, 12, 1, 7, tzinfo=UTC) and row.taken == len(live) >= 3
    assert {cell.person_id for cell in cells} == {1, *(each.visitor_id for each in live)}
    assert {cell.cell * 300 for cell in cells} == {int(row.starts.timestamp()) + 300 * n for n in range(9)}
    with pytest.raises(SessionGone):
        await land.book(teacher(20), key, None)
