"""Substitutes and moves under many writers, and what leaves no trace: on both databases."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.use_cases import leaving
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    CallOffUncovered,
    ChooseAnother,
    LookAtAsk,
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence, PlanAbsence
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.absences.use_cases.giving_back import GiveBackUncarried
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.absences.use_cases.zones import LetSlotsFollow
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.link_missing import LINK_MISSING
from shnor_domain.consultations.model import SessionId, SessionKey
from shnor_domain.consultations.reminders import subject_of_session
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.errors import DomainError, Invalid, NotFound, Stale
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, Role, Territory
from shnor_domain.storage.schema.absences import substitution_meeting
from shnor_domain.storage.schema.consultations import booking, busy, session
from shnor_domain.storage.schema.places import place
from tests.support.consultations import (
    BIOLOGY,
    CHEMISTRY,
    MOMSKY,
    MONDAY,
    STRANGER,
    YAKUTIA,
    Republic,
    methodist,
    teacher,
)

HOST, FIRST, SECOND = methodist(1), methodist(90), methodist(91)
DAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    """Whom the storage knows as methodists of the republic."""
    rows = [
        {
            "person_id": number,
            "role": "methodist",
            "region_id": 1,
            "starts": date(2026, 9, 1),
            "verified": True,
            "deputy": False,
        }
        for number in (1, 90, 91)
    ]
    async with land.database.write() as connection:
        await connection.execute(insert(place), rows)


def case(land: Republic, kind: Any) -> Any:
    names = kind.__dataclass_fields__
    ports = {"read": land.units.read, "write": land.units.write, "clock": land.clock}
    return kind(**{name: port for name, port in ports.items() if name in names})


async def asked(land: Republic, substitute: int = 90) -> SubstitutionId:
    """The host will be away on Monday, and a colleague is asked."""
    covers = {CHEMISTRY: PersonId(substitute)}
    await case(land, DeclareAbsence)(HOST, PersonId(1), DAY, DAY, covers)
    async with land.units.read() as work:
        return (await work.absences.of_absent(PersonId(1), land.clock.now()))[-1].id


async def meeting(land: Republic) -> Any:
    async with land.database.read() as connection:
        return (await connection.execute(select(session).where(session.c.starts == MONDAY))).one()


async def busy_people(land: Republic) -> set[int]:
    async with land.database.read() as connection:
        return set((await connection.execute(select(busy.c.person_id))).scalars())


async def told(land: Republic, subject: str) -> list[str]:
    async with land.units.read() as work:
        return [row.notice.kind for row in await work.notices.of_subject(subject) if row.state.value == "planned"]


async def test_who_could_lead_has_the_subject_in_his_place_and_is_free(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    plan = case(land, PlanAbsence)
    (hours,) = (await plan(HOST, PersonId(1), DAY, DAY)).subjects
    assert {person.id for person in hours.candidates} == {90, 91}
    other = await land.publishes(FIRST, subject=BIOLOGY)
    await land.book(teacher(5), SessionKey(other.slot, MONDAY), None)
    (hours,) = (await plan(HOST, PersonId(1), DAY, DAY)).subjects
    assert {person.id for person in hours.candidates} == {91}
    with pytest.raises(NotFound):
        await asked(land, 90)
    assert key.starts == MONDAY


async def test_days_that_cannot_be_are_refused(land: Republic) -> None:
    await land.publishes(HOST)
    for first, last in ((date(2026, 11, 1), date(2026, 11, 2)), (DAY, date(2026, 11, 29)), (DAY, date(2027, 3, 1))):
        with pytest.raises(Invalid):
            await case(land, DeclareAbsence)(HOST, PersonId(1), first, last, {})
    with pytest.raises(NotFound):
        await case(land, DeclareAbsence)(STRANGER, PersonId(1), DAY, DAY, {})


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


async def test_bookings_made_while_he_thinks_pass_to_him_too(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=20)
    ask = await asked(land)

    async def books(number: int) -> None:
        with suppress(DomainError):
            await land.book(teacher(number), key, None)

    async def agree() -> None:
        await case(land, AnswerAsk)(FIRST, ask, True)

    crowd = [books(number) for number in range(5, 15)]
    await asyncio.gather(*crowd[:5], agree(), *crowd[5:])
    row = await meeting(land)
    assert (row.host_id, row.taken) == (90, 10)
    assert await busy_people(land) == {90, *range(5, 15)}


async def test_who_is_elsewhere_by_then_cannot_agree(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    ask = await asked(land)
    other = await land.publishes(FIRST, subject=BIOLOGY)
    await land.book(teacher(5), SessionKey(other.slot, MONDAY), None)
    with pytest.raises(SubstituteBusy):
        await case(land, AnswerAsk)(FIRST, ask, True)
    await case(land, AnswerAsk)(FIRST, ask, False)


async def test_who_is_asked_late_has_half_an_hour_before_the_coordinator_is_asked(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    land.clock.at = MONDAY - timedelta(hours=2)
    ask = await asked(land)
    above = case(land, AskAbove)
    assert await above() == 0
    land.clock.pass_by(minutes=30)
    assert await above() == 1 and await above() == 0
    # nobody holds a level here: the absent host decides herself
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"substitution:{ask}")
    assert [row.notice.person for row in rows if row.notice.kind == "substitution-unanswered"] == [1]


async def test_who_is_asked_at_the_last_minute_has_half_of_what_is_left(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    land.clock.at = MONDAY - timedelta(minutes=20)
    await asked(land)
    above = case(land, AskAbove)
    land.clock.pass_by(minutes=5)
    assert await above() == 0
    land.clock.pass_by(minutes=5)
    assert await above() == 1


async def test_s6_a_meeting_whose_time_has_not_come_is_opened_for_no_writing(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    await asked(land)
    opened: list[datetime] = []

    def writes() -> AbstractAsyncContextManager[Any]:
        opened.append(land.clock.at)
        return land.units.write()

    above = AskAbove(land.units.read, writes, land.clock)
    for hours in (14, 8, 4):
        land.clock.at = MONDAY - timedelta(hours=hours)
        assert await above() == 0
    assert opened == []
    land.clock.at = MONDAY - timedelta(hours=3)
    assert await above() == 1 and await above() == 0
    assert opened == [MONDAY - timedelta(hours=3)]


async def test_s6_who_agrees_at_the_last_moment_spares_the_level_above(land: Republic) -> None:
    """Between the look of the job and its turn to write."""
    await land.publishes(HOST, capacity=3)
    ask = await asked(land)
    land.clock.at = MONDAY - timedelta(hours=3)

    @asynccontextmanager
    async def writes_after_he_has_agreed() -> AsyncIterator[Any]:
        await case(land, AnswerAsk)(FIRST, ask, True)
        async with land.units.write() as work:
            yield work

    assert await AskAbove(land.units.read, writes_after_he_has_agreed, land.clock)() == 0
    assert "substitution-unanswered" not in await told(land, f"substitution:{ask}")


async def test_whose_place_has_ended_by_its_date_leads_nothing(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    job = case(land, GiveBackUncarried)
    await job()
    assert (await meeting(land)).host_id == 90
    land.clock.pass_by(minutes=1)
    async with land.database.write() as connection:
        over = land.clock.now().date() - timedelta(days=2)
        await connection.execute(update(place).where(place.c.person_id == 90).values(ends=over))
    await job()
    assert (await meeting(land)).host_id == 1 and await busy_people(land) == {1, 5}
    assert "substitution-refused" in await told(land, f"substitution:{ask}")
    assert "consultation-substitute" in await told(land, f"booking:{card.booking.id}")
    with pytest.raises(NotFound):
        await OneMeeting(land.units.read)(FIRST, key)


async def test_candidates_are_away_on_days_of_the_slot_not_of_greenwich(land: Republic) -> None:
    # 07:00 in Якутск is still Sunday in Greenwich
    await land.publishes(HOST, capacity=3, starts=time(7))
    async with land.units.write() as work:
        await work.absences.add(PersonId(90), PersonId(90), DAY, DAY, land.clock.now())
        sunday = DAY - timedelta(days=1)
        await work.absences.add(PersonId(91), PersonId(91), sunday, sunday, land.clock.now())
    (hours,) = (await case(land, PlanAbsence)(HOST, PersonId(1), DAY, DAY)).subjects
    assert {person.id for person in hours.candidates} == {91}


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


async def test_of_what_was_called_off_nothing_comes_back(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    await case(land, CancelSession)(HOST, key)
    with pytest.raises(SessionGone):
        await case(land, TakeAskBack)(HOST, ask)
    assert (await told(land, f"slot:{key.slot}")).count("substitution-over") == 1


async def test_seats_of_what_was_called_off_stay_for_who_may_come_back(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    for number in (5, 6, 7):
        await land.book(teacher(number), key, None)
    row = await meeting(land)
    async with land.units.write() as work:
        await work.sessions.cancel(row.id)
        await work.sessions.resize(key.slot, land.clock.now(), 2)
    assert (await meeting(land)).capacity == 3
    async with land.units.write() as work:
        await work.sessions.resize(key.slot, land.clock.now(), 4)
    assert (await meeting(land)).capacity == 4


async def test_a_coordinator_decides_for_her_municipality_and_the_rest_is_asked_on(land: Republic) -> None:
    here = await land.publishes(HOST, capacity=3, open_to=Territory(YAKUTIA, MunicipalityId(1)))
    await land.publishes(HOST, capacity=3, starts=time(17), open_to=Territory(YAKUTIA, MOMSKY))
    ask = await asked(land)
    place = Place(PlaceId(80), Role.MUNICIPAL_COORDINATOR, Territory(YAKUTIA, MunicipalityId(1)))
    hers = Actor(PersonId(80), 80, "Asia/Yakutsk", (place,))
    looked = await case(land, LookAtAsk)(hers, ask)
    assert [row.key for row in looked.card.left] == [here]
    with pytest.raises(NotFound):
        await case(land, TakeAskBack)(hers, ask)
    new = await case(land, ChooseAnother)(hers, ask, PersonId(91))
    async with land.units.read() as work:
        asks = {each.substitute: each for each in await work.absences.of_absent(PersonId(1), land.clock.now())}
        keys = {
            person: [row.key for row in await work.absences.sessions(each.meetings)] for person, each in asks.items()
        }
    assert asks[PersonId(91)].id == new and keys[PersonId(91)] == [here]
    assert [key.starts for key in keys[PersonId(90)]] == [MONDAY + timedelta(hours=2)]
    assert await told(land, f"substitution:{asks[PersonId(90)].id}") == ["substitution-asked"]


async def test_who_was_asked_above_is_not_asked_again_as_another_decides(land: Republic) -> None:
    await land.publishes(HOST, capacity=3, open_to=Territory(YAKUTIA, MunicipalityId(1)))
    await land.publishes(HOST, capacity=3, starts=time(17), open_to=Territory(YAKUTIA, MOMSKY))
    ask, above = await asked(land), case(land, AskAbove)
    land.clock.at = MONDAY - timedelta(minutes=55)
    assert await above() == 2
    place = Place(PlaceId(80), Role.MUNICIPAL_COORDINATOR, Territory(YAKUTIA, MunicipalityId(1)))
    await case(land, ChooseAnother)(Actor(PersonId(80), 80, "Asia/Yakutsk", (place,)), ask, PersonId(91))
    land.clock.pass_by(minutes=50)
    async with land.units.read() as work:
        again = await work.absences.waiting_above(land.clock.now(), MONDAY + timedelta(hours=3))
    assert [each.substitute for each, row in again if row.key.starts > MONDAY] == []


async def test_given_back_while_the_host_is_busy_it_is_called_off_and_she_is_told(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    elsewhere = await land.publishes(HOST, capacity=3, weekday=1)
    await land.book(teacher(6), SessionKey(elsewhere.slot, MONDAY + timedelta(days=1)), None)
    async with land.database.write() as connection:
        hers = busy.c.person_id == 1
        (await connection.execute(update(busy).where(hers).values(cell=busy.c.cell - 24 * 12)))
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(90), land.clock.now())
    row = await meeting(land)
    assert (row.state, row.host_id) == ("cancelled", 1)
    assert "consultation-session-cancelled" in await told(land, f"booking:{card.booking.id}")
    assert "consultation-host-session-cancelled" in await told(land, f"slot:{key.slot}")


async def test_weekly_times_next_to_each_other_follow_to_another_clock(land: Republic) -> None:
    late = await land.publishes(HOST, capacity=3)
    early = await land.publishes(HOST, capacity=3, subject=BIOLOGY, starts=time(14))
    await land.book(teacher(5), late, None)
    await land.book(teacher(6), SessionKey(early.slot, MONDAY - timedelta(hours=1)), None)
    for zone, hours in (("Asia/Vladivostok", -1), ("Asia/Yakutsk", 0), ("Asia/Irkutsk", 1)):
        carried = await case(land, LetSlotsFollow)(HOST, zone)
        assert (carried.along, carried.away) == (2, 0)
        async with land.database.read() as connection:
            starts = set((await connection.execute(select(session.c.starts))).scalars())
        assert starts == {MONDAY + timedelta(hours=hours), MONDAY + timedelta(hours=hours - 1)}
        land.clock.pass_by(minutes=1)


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


async def test_of_a_meeting_that_the_host_took_back_the_list_of_substitutes_is_silent(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    await case(land, AnswerAsk)(FIRST, await asked(land), False)
    assert [each.ask.state for each in await case(land, AbsenceAsks)(HOST)] == [Answer.REFUSED]
    await case(land, TakeAskBack)(HOST, await asked(land, 91))
    assert await case(land, AbsenceAsks)(HOST) == []


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


async def test_a_meeting_that_comes_back_meets_where_its_rule_has_it(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    there = SessionKey(key.slot, MONDAY + timedelta(days=1))
    assert (await case(land, MoveMeeting)(HOST, key, date(2026, 12, 1), time(15))).along == 1
    assert (await case(land, MoveMeeting)(HOST, there, DAY, time(15))).along == 1
    async with land.units.read() as work:
        found = await work.bookings.get(card.booking.id)
    assert found is not None and found.key == key
    await land.book(teacher(6), key, None)


async def test_the_queue_goes_along_and_a_seat_left_behind_is_held_for_it(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=1)
    other = await land.publishes(FIRST, subject=BIOLOGY, weekday=1, starts=time(16))
    await land.book(teacher(5), key, None)
    await land.book(teacher(5), SessionKey(other.slot, MONDAY + timedelta(hours=25)), None)
    waits = await case(land, JoinQueue)(teacher(6), key, "тема")
    moved = await case(land, MoveMeeting)(HOST, key, date(2026, 12, 1), time(16))
    assert (moved.along, moved.away) == (0, 1)
    async with land.units.read() as work:
        (waiting,) = await work.queues.of_person(PersonId(6), land.clock.now())
        row = await work.sessions.get(waiting.session)
    assert waiting.id == waits.waiting.id and waiting.key.starts == MONDAY + timedelta(hours=25)
    assert row is not None and (row.taken, row.held) == (0, 1)
    assert "consultation-queue-moved" in await told(land, f"waiting:{waiting.id}")


async def test_when_a_substitute_leaves_the_host_decides_anew(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asked(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    land.clock.pass_by(minutes=1)
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, PersonId(90), land.clock.now())
    assert (await meeting(land)).host_id == 1 and await busy_people(land) == {1, 5}
    assert "substitution-refused" in await told(land, f"substitution:{ask}")
    await case(land, ChooseAnother)(HOST, ask, PersonId(91))
    assert card.booking.host == 1


async def test_what_a_person_takes_with_her_names_days_and_answers(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    await asked(land)
    async with land.units.read() as work:
        hers = await leaving.contribute(work, PersonId(1))
        his = await leaving.contribute(work, PersonId(90))
    assert hers["absences"] == [{"first_day": "2026-11-30", "last_day": "2026-11-30"}]
    wanted = {"asked": "me", "subject": "chemistry", "answer": "asked", "meetings": [MONDAY.isoformat()]}
    assert his["substitutions"] == [wanted]
