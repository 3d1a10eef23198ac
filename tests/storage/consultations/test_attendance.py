"""Marks and words in the database: one mark a meeting, whoever writes at once; what is typed goes with its person."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from shnor_domain.consultations.attendance.errors import NoAttendance
from shnor_domain.consultations.attendance.model import NotHeld, Said
from shnor_domain.consultations.attendance.use_cases.marking import MarkAttendance, MarkNotHeld, OneAttendance
from shnor_domain.consultations.feedback import own_data
from shnor_domain.consultations.feedback.use_cases.saying import GiveFeedback, LookBack, SayHowItWas, WriteFeedback
from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.storage.schema.attendance import booking_came, feedback, session_mark
from tests.support.consultations import MONDAY, STRANGER, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA = teacher(2), teacher(3)


async def over(land: Republic, *people: Actor) -> tuple[SessionKey, list[BookingId]]:
    """A meeting that they had booked, just over."""
    key = await land.publishes(HOST, capacity=5)
    bookings = [(await land.book(each, key, None)).booking.id for each in people]
    land.clock.at = MONDAY + timedelta(minutes=45)
    return key, bookings


async def test_two_marks_at_once_leave_one_of_them_whole(land: Republic) -> None:
    key, (anna, bella) = await over(land, ANNA, BELLA)
    held, off = MarkAttendance(land.units.write, land.clock), MarkNotHeld(land.units.write, land.clock)
    await asyncio.gather(
        *(held(HOST, key, {anna: 1}) for _ in range(4)),
        *(off(HOST, key, NotHeld.CONNECTION) for _ in range(4)),
        held(HOST, key, None),
    )
    found = await OneAttendance(land.units.read, land.clock)(HOST, key)
    assert found.mark is not None
    expected = [{anna: 1, bella: 0}, {anna: 1, bella: 1}] if found.mark.held else [{anna: 0, bella: 0}]
    assert dict(found.came) in expected
    async with land.database.read() as connection:
        assert len((await connection.execute(select(session_mark))).all()) == 1
        assert len((await connection.execute(select(booking_came))).all()) == 2


async def test_a_stranger_and_another_host_see_and_mark_nothing(land: Republic) -> None:
    key, (anna,) = await over(land, ANNA)
    for actor in (STRANGER, methodist(4), ANNA):
        with pytest.raises(NotFound):
            await OneAttendance(land.units.read, land.clock)(actor, key)
        with pytest.raises(NotFound):
            await MarkAttendance(land.units.write, land.clock)(actor, key, None)
    for actor in (STRANGER, BELLA, HOST):
        with pytest.raises(NotFound):
            await LookBack(land.units.read, land.clock)(actor, anna)
        with pytest.raises(NotFound):
            await SayHowItWas(land.units.write, land.clock)(actor, anna, Said.HELD)


async def test_who_hosts_no_more_marks_for_fourteen_days_and_then_reads_no_names(land: Republic) -> None:
    key, (anna,) = await over(land, ANNA)
    former = replace(HOST, places=())
    marked = await MarkAttendance(land.units.write, land.clock)(former, key, {anna: 1})
    assert marked.mark is not None and marked.mark.held
    land.clock.at = MONDAY + timedelta(days=14, minutes=46)
    look = OneAttendance(land.units.read, land.clock)
    assert len((await look(HOST, key)).bookings) == 1
    with pytest.raises(NotFound):
        await look(former, key)


async def test_who_had_cancelled_says_nothing_of_the_meeting(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=5)
    booking = (await land.book(ANNA, key, None)).booking.id
    await CancelBooking(land.units.write, land.clock)(ANNA, booking, None)
    land.clock.at = MONDAY + timedelta(hours=1)
    with pytest.raises(NoAttendance):
        await SayHowItWas(land.units.write, land.clock)(ANNA, booking, Said.HELD)


async def test_what_she_wrote_goes_with_her_and_her_score_stays(land: Republic) -> None:
    _key, (anna, bella) = await over(land, ANNA, BELLA)
    for actor, booking in ((ANNA, anna), (BELLA, bella)):
        await SayHowItWas(land.units.write, land.clock)(actor, booking, Said.HELD)
        await GiveFeedback(land.units.write, land.clock)(actor, booking, 4)
        await WriteFeedback(land.units.write, land.clock)(actor, booking, "  спасибо,  понятно ")
    assert ANNA.person is not None
    async with land.units.write() as work:
        data = await own_data.contribute(work, ANNA.person)
        await own_data.on_person_leaves(work, ANNA.person, land.clock.now())
    assert data["feedback"] == [
        {"starts": MONDAY.isoformat(), "subject": "chemistry", "said": "held", "score": 4, "text": "спасибо, понятно"}
    ]
    async with land.database.read() as connection:
        rows = (await connection.execute(select(feedback).order_by(feedback.c.booking_id))).all()
    assert [(row.score, row.words) for row in rows] == [(4, None), (4, "спасибо, понятно")]


async def test_an_answer_goes_when_she_was_not_there_after_all(land: Republic) -> None:
    _key, (anna,) = await over(land, ANNA)
    say = SayHowItWas(land.units.write, land.clock)
    await say(ANNA, anna, Said.HELD)
    await GiveFeedback(land.units.write, land.clock)(ANNA, anna, 5)
    found = await say(ANNA, anna, Said.COULD_NOT)
    assert (found.said, found.answer) == (Said.COULD_NOT, None)


async def test_who_led_the_meeting_marks_it_and_not_who_had_published_it(land: Republic) -> None:
    key, _booked = await over(land, ANNA)
    substitute = methodist(4)
    assert substitute.person is not None
    async with land.units.write() as work:
        session = (await work.sessions.find([key]))[key]
        await work.absences.pass_to(session.id, substitute.person)
    with pytest.raises(NotFound):
        await MarkAttendance(land.units.write, land.clock)(HOST, key, None)
    found = await MarkAttendance(land.units.write, land.clock)(substitute, key, None)
    assert found.mark is not None and found.mark.host == substitute.person
    async with land.units.read() as work:
        helps = await work.statistics.hours(substitute.person, (), MONDAY.date().replace(day=1), date(2026, 12, 1))
    assert [(each.times, each.minutes, each.people) for each in helps] == [(1, 45, 1)]
