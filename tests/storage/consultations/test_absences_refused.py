"""What absences refuse, and what stays as it was: on both databases."""

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial
from typing import Any

import pytest

from shnor_domain.consultations.absences.errors import HostBusy
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.giving_back import CannotLead
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.errors import SessionGone, SessionStarted
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId
from tests.support import away
from tests.support.away import DAY, FIRST, HOST, SECOND, placed_methodists
from tests.support.consultations import BIOLOGY, CHEMISTRY, MONDAY, Republic, teacher


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


@pytest.fixture
async def case(land: Republic) -> Callable[[Any], Any]:
    return partial(away.case, land)


Case = Callable[[Any], Any]


@pytest.fixture
async def key(land: Republic) -> SessionKey:
    """One seat, in which teacher 5 is booked."""
    key = await land.publishes(HOST, capacity=1)
    await land.book(teacher(5), key, "тема")
    return key


@pytest.fixture
async def ask(land: Republic, case: Case, key: SessionKey) -> SubstitutionId:
    """The host will be away on Monday, and a colleague is asked."""
    await case(DeclareAbsence)(HOST, PersonId(1), DAY, DAY, {CHEMISTRY: PersonId(90)})
    async with land.units.read() as work:
        (found,) = await work.absences.of_absent(PersonId(1), land.clock.now())
    return found.id


async def test_the_queue_stays_with_the_meeting_that_another_leads(
    land: Republic, case: Case, key: SessionKey, ask: SubstitutionId
) -> None:
    place = await case(JoinQueue)(teacher(6), key, "вопрос")
    await case(AnswerAsk)(FIRST, ask, True)
    async with land.units.read() as work:
        (waiting,) = await work.queues.of_person(PersonId(6), land.clock.now())
        (booked,) = await work.bookings.of_visitor(PersonId(5), land.clock.now())
    assert waiting.id == place.waiting.id and waiting.host == 90 == booked.host
    await CancelBooking(land.units.write, land.clock)(teacher(5), booked.id, None)
    async with land.units.read() as work:
        row = (await work.sessions.find([key]))[key]
    # the seat is kept for who waits, with the time of who leads now
    assert (row.host, row.taken, row.held) == (90, 0, 1)


async def test_who_has_the_role_no_longer_cannot_agree(land: Republic, case: Case, ask: SubstitutionId) -> None:
    with pytest.raises(NotAllowed):
        await case(AnswerAsk)(Actor(PersonId(90), 90, "Asia/Yakutsk"), ask, True)
    with pytest.raises(NotFound):
        await case(AnswerAsk)(SECOND, ask, True)
    async with land.units.read() as work:
        found = await work.absences.get(ask)
    assert found is not None and found.state is Answer.ASKED


async def test_of_what_is_off_or_over_nobody_agrees_and_nobody_gives_back(
    land: Republic, case: Case, key: SessionKey, ask: SubstitutionId
) -> None:
    await case(AnswerAsk)(FIRST, ask, True)
    with pytest.raises(NotFound):
        await case(CannotLead)(SECOND, key)
    with pytest.raises(Stale):
        await case(AnswerAsk)(FIRST, ask, False)
    land.clock.at = MONDAY
    with pytest.raises(SessionGone):
        await case(CannotLead)(FIRST, key)
    with pytest.raises(SessionStarted):
        await case(MoveMeeting)(HOST, key, DAY, time(17))


async def test_who_is_asked_of_what_was_called_off_meanwhile_answers_nothing_any_more(
    case: Case, key: SessionKey, ask: SubstitutionId
) -> None:
    await case(CancelSession)(HOST, key)
    with pytest.raises(Stale):
        await case(AnswerAsk)(FIRST, ask, True)


async def test_the_host_takes_nothing_back_twice_or_while_she_is_elsewhere(
    land: Republic, case: Case, ask: SubstitutionId
) -> None:
    await case(AnswerAsk)(FIRST, ask, True)
    other = await land.publishes(SECOND, subject=BIOLOGY)
    await land.book(teacher(1), SessionKey(other.slot, MONDAY), None)
    with pytest.raises(HostBusy):
        await case(TakeAskBack)(HOST, ask)
    async with land.units.read() as work:
        (booked,) = await work.bookings.of_visitor(PersonId(1), land.clock.now())
        found = await work.absences.get(ask)
    assert found is not None and found.state is Answer.AGREED
    await CancelBooking(land.units.write, land.clock)(teacher(1), booked.id, None)
    assert await case(TakeAskBack)(HOST, ask) == 1
    with pytest.raises(Stale):
        await case(TakeAskBack)(HOST, ask)


async def test_who_cannot_lead_at_the_new_hour_counts_as_having_refused(
    land: Republic, case: Case, key: SessionKey, ask: SubstitutionId
) -> None:
    # somebody is booked in a time of his own then
    own = await land.publishes(FIRST, subject=BIOLOGY, starts=time(17))
    await land.book(teacher(6), SessionKey(own.slot, key.starts + timedelta(hours=2)), "тема")
    await case(MoveMeeting)(HOST, key, DAY, time(17))
    async with land.units.read() as work:
        found = await work.absences.get(ask)
        kinds = {row.notice.kind for row in await work.notices.of_subject(f"substitution:{ask}")}
    assert found is not None and found.state is Answer.REFUSED and "substitution-refused" in kinds


async def test_old_buttons_of_a_meeting_that_has_moved_find_it_and_days_that_cannot_be_are_refused(
    case: Case, key: SessionKey
) -> None:
    move = case(MoveMeeting)
    with pytest.raises(Invalid):
        await move(HOST, key, DAY - timedelta(days=30), time(17))
    await move(HOST, key, DAY + timedelta(days=1), time(17))
    found = await case(OneMeeting)(HOST, key)
    assert found.meeting.occurrence.starts == MONDAY + timedelta(hours=26) and found.meeting.booked == 1
    with pytest.raises(SessionGone):
        await case(MoveMeeting)(HOST, key, DAY, time(18))
