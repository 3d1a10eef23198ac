"""The link of a meeting that another leads, and the warning that it has none: on both databases."""

from datetime import datetime, time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases import leaving
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.link_missing import LINK_MISSING
from shnor_domain.consultations.model import SessionId
from shnor_domain.consultations.reminders import subject_of_session
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.identity import PersonId
from tests.support.away import DAY, FIRST, HOST, asked, case, meeting, placed_methodists
from tests.support.consultations import (
    CHEMISTRY,
    MONDAY,
    Republic,
    teacher,
)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


async def test_the_warning_of_a_missing_link_follows_who_leads_and_when(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3, link=None)
    await land.book(teacher(5), key, None)
    row = await meeting(land)
    await case(land, MoveMeeting)(HOST, key, DAY, time(16))
    covers = {CHEMISTRY: PersonId(90)}
    assert await warned(land, row.id) == {(1, MONDAY + timedelta(hours=1))}
    await case(land, DeclareAbsence)(HOST, PersonId(1), DAY, DAY, covers)
    async with land.units.read() as work:
        (ask,) = await work.absences.of_absent(PersonId(1), land.clock.now())
    await case(land, AnswerAsk)(FIRST, ask.id, True)
    assert await warned(land, row.id) == {(90, MONDAY + timedelta(hours=1))}


async def test_the_link_of_who_stood_in_goes_with_him(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3, link=None)
    await land.book(teacher(5), key, None)
    row, ask = await meeting(land), await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    await case(land, SendMeetingLink)(FIRST, key, "https://meet.example.org/his")
    assert (await meeting(land)).link == "https://meet.example.org/his" and await warned(land, row.id) == set()
    land.clock.pass_by(minutes=1)
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(90), land.clock.now())
    back = await meeting(land)
    assert (back.host_id, back.link) == (1, None) and await warned(land, row.id) == {(1, MONDAY)}


async def test_the_link_of_the_host_stays_with_her_meeting(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3, link=None)
    await land.book(teacher(5), key, None)
    await case(land, SendMeetingLink)(HOST, key, "https://meet.example.org/hers")
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    assert (await meeting(land)).link == "https://meet.example.org/hers"


async def warned(land: Republic, session_id: int) -> set[tuple[int, datetime]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(subject_of_session(SessionId(session_id)))
    return {
        (row.notice.person, datetime.fromisoformat(str(row.notice.payload["starts"])))
        for row in rows
        if row.notice.kind == LINK_MISSING and row.state.value == "planned"
    }
