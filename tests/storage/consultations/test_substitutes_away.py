"""Who stands in is away himself, and who is asked at all: on both databases."""

import asyncio
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, ChooseAnother, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import (
    DeclareAbsence,
    Declared,
    MeetingsDuring,
    PlanAbsence,
)
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.absences.use_cases.giving_back import GiveBackUncarried
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.offers import OfferedTimes
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, Role, Territory
from shnor_domain.seats.errors import NoSeatsLeft
from shnor_domain.storage.schema.consultations import busy, session
from shnor_domain.storage.schema.people import audit, preferences
from shnor_domain.storage.schema.places import place
from tests.support.away import DAY, FIRST, HOST, SECOND, case, placed_methodists
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

THIRD = methodist(92)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land, 92)


async def asks(land: Republic, last: date = DAY, substitute: int = 90) -> SubstitutionId:
    """The host will be away from Monday on, and a colleague is asked."""
    covers = {CHEMISTRY: PersonId(substitute)}
    await case(land, DeclareAbsence)(HOST, PersonId(1), DAY, last, covers)
    async with land.units.read() as work:
        return (await work.absences.of_absent(PersonId(1), land.clock.now()))[-1].id


async def own_time(land: Republic) -> SessionKey:
    """A meeting of the colleague's own that overlaps the absent host's by a quarter of an hour."""
    slot = (await land.publishes(FIRST, subject=BIOLOGY, starts=time(15, 30), open_to=Territory(YAKUTIA))).slot
    return SessionKey(slot, MONDAY + timedelta(minutes=30))


async def taken_hours(land: Republic) -> set[int]:
    async with land.database.read() as connection:
        return set((await connection.execute(select(busy.c.person_id))).scalars())


async def agree_and_book(land: Republic, ask: SubstitutionId, visitor: Actor, own: SessionKey) -> list[type[Exception]]:
    """The colleague agrees and a visitor books the colleague's own time, at once; gives what was refused."""
    refused: list[type[Exception]] = []

    async def agree() -> None:
        try:
            await case(land, AnswerAsk)(FIRST, ask, True)
        except SubstituteBusy:
            refused.append(SubstituteBusy)

    async def book() -> None:
        try:
            await land.book(visitor, own, None)
        except NoSeatsLeft:
            refused.append(NoSeatsLeft)

    await asyncio.gather(agree(), book())
    return refused


async def leaders(land: Republic) -> dict[datetime, int]:
    async with land.database.read() as connection:
        return {row.starts: row.host_id for row in await connection.execute(select(session))}


async def told(land: Republic, subject: str) -> list[str]:
    async with land.units.read() as work:
        return [row.notice.kind for row in await work.notices.of_subject(subject) if row.state.value == "planned"]


async def two_days(land: Republic) -> tuple[Any, Any, SubstitutionId]:
    """Somebody is booked on Monday and on Tuesday, and a colleague has agreed to lead both."""
    monday = await land.publishes(HOST, capacity=3)
    tuesday = SessionKey((await land.publishes(HOST, capacity=3, weekday=1)).slot, TUESDAY)
    cards = [await land.book(teacher(number), key, None) for number, key in ((5, monday), (6, tuesday))]
    ask = await asks(land, DAY + timedelta(days=1))
    await case(land, AnswerAsk)(FIRST, ask, True)
    land.clock.pass_by(minutes=1)
    return cards[0], cards[1], ask


async def test_his_own_absence_lists_what_he_leads_and_gives_back_that_of_its_days_alone(land: Republic) -> None:
    hers, his, ask = await two_days(land)
    assert await case(land, MeetingsDuring)(FIRST, DAY, DAY) == 1
    plan = await case(land, PlanAbsence)(FIRST, PersonId(90), DAY, DAY)
    assert [each.occurrence.starts for each in plan.leads] == [MONDAY] and plan.meetings == 0
    assert [card.booking.id for card in plan.hearing] == [hers.booking.id]
    declare = case(land, DeclareAbsence)
    assert await declare(FIRST, PersonId(90), DAY, DAY, {}) == Declared(0, 0, 1)
    assert await leaders(land) == {MONDAY: 1, TUESDAY: 90}
    assert "consultation-substitute" in await told(land, f"booking:{hers.booking.id}")
    assert "substitution-refused" in await told(land, f"substitution:{ask}")
    async with land.units.read() as work:
        words = await work.notices.of_subject(f"booking:{his.booking.id}")
        # the absent host finds the one to be decided, and the one that is still led
        states = {each.ask.state: [row.key.starts for row in each.left] for each in await case(land, AbsenceAsks)(HOST)}
    assert sum(row.notice.kind == "consultation-substitute" for row in words) == 1
    assert states == {Answer.REFUSED: [MONDAY], Answer.AGREED: [TUESDAY]}
    async with land.database.read() as connection:
        cells = (await connection.execute(select(busy.c.person_id, busy.c.session_id).distinct())).all()
    assert len({(cell.person_id, cell.session_id) for cell in cells}) == 4
    assert await case(land, MeetingsDuring)(FIRST, DAY, DAY + timedelta(days=1)) == 1


async def test_what_he_leads_on_after_his_absence_is_taken_back_and_asked_of_another_by_itself(land: Republic) -> None:
    _hers, _his, ask = await two_days(land)
    await case(land, DeclareAbsence)(FIRST, PersonId(90), DAY, DAY, {})
    await case(land, ChooseAnother)(HOST, ask, PersonId(91))
    async with land.units.read() as work:
        found = await work.absences.of_absent(PersonId(1), land.clock.now())
    assert {(each.substitute, each.state) for each in found} == {(90, Answer.AGREED), (91, Answer.ASKED)}
    kept = next(each.id for each in found if each.state is Answer.AGREED)
    land.clock.pass_by(minutes=1)
    assert await case(land, TakeAskBack)(HOST, kept) == 1
    assert await leaders(land) == {MONDAY: 1, TUESDAY: 1}


async def test_what_he_was_asked_and_has_not_answered_is_refused_with_his_absence(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(teacher(5), key, None)
    ask = await asks(land)
    plan = await case(land, PlanAbsence)(FIRST, PersonId(90), DAY, DAY)
    assert [each.occurrence.starts for each in plan.asked] == [MONDAY] and plan.leads == () == plan.hearing
    assert await case(land, DeclareAbsence)(FIRST, PersonId(90), DAY, DAY, {}) == Declared(0, 0, 0)
    async with land.units.read() as work:
        found = await work.absences.get(ask)
    assert found is not None and found.state is Answer.REFUSED
    assert await told(land, f"substitution:{ask}") == ["substitution-refused"]
    assert "consultation-substitute" not in await told(land, f"booking:{card.booking.id}")


async def test_other_days_and_other_people_give_nothing_back(land: Republic) -> None:
    await two_days(land)
    plan, declare = case(land, PlanAbsence), case(land, DeclareAbsence)
    later = DAY + timedelta(days=7)
    assert (await plan(FIRST, PersonId(90), later, later)).empty
    await declare(FIRST, PersonId(90), later, later, {})
    for actor in (STRANGER, HOST, SECOND):
        with pytest.raises(NotFound):
            await declare(actor, PersonId(90), DAY, DAY, {})
    assert await leaders(land) == {MONDAY: 90, TUESDAY: 90}


async def test_a_coordinator_says_it_for_him_in_her_territory_alone_and_the_log_keeps_it(land: Republic) -> None:
    _hers, _his, _ask = await two_days(land)

    def coordinator(number: int, where: Territory) -> Actor:
        role = Role.MUNICIPAL_COORDINATOR if where.municipality else Role.REGIONAL_COORDINATOR
        return Actor(PersonId(number), number, "Asia/Yakutsk", (Place(PlaceId(number), role, where),))

    there = coordinator(80, Territory(YAKUTIA, MunicipalityId(1)))
    with pytest.raises(NotFound):
        await case(land, PlanAbsence)(there, PersonId(90), DAY, DAY)
    above = coordinator(81, Territory(YAKUTIA))
    assert (await case(land, DeclareAbsence)(above, PersonId(90), DAY, DAY, {})).returned == 1
    async with land.database.read() as connection:
        rows = (await connection.execute(select(audit.c.action, audit.c.actor_id))).all()
    assert [tuple(row) for row in rows] == [("absence", 81)]


async def test_what_is_given_back_near_its_start_is_asked_above_once_more(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    await land.book(teacher(5), key, None)
    ask, above = await asks(land), case(land, AskAbove)
    land.clock.at = MONDAY - timedelta(hours=3)
    assert await above() == 1
    await case(land, AnswerAsk)(FIRST, ask, True)
    land.clock.pass_by(minutes=20)
    assert await above() == 0
    await case(land, DeclareAbsence)(FIRST, PersonId(90), DAY, DAY, {})
    assert await above() == 1 and await above() == 0
    async with land.units.read() as work:
        rows = await work.notices.of_subject(f"substitution:{ask}")
    assert [row.notice.kind for row in rows].count("substitution-unanswered") == 2


async def offered(land: Republic) -> set[int]:
    (hours,) = (await case(land, PlanAbsence)(HOST, PersonId(1), DAY, DAY)).subjects
    return {person.id for person in hours.candidates}


async def test_who_is_on_leave_that_day_is_not_offered(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    usual = {"quiet_from": 1260, "quiet_to": 480, "save_traffic": False, "notices": "all"}
    leaves = {90: DAY, 91: DAY - timedelta(days=1)}
    async with land.database.write() as connection:
        for number, until in leaves.items():
            await connection.execute(insert(preferences).values(usual | {"person_id": number, "leave_until": until}))
    assert await offered(land) == {91, 92}
    with pytest.raises(NotFound):
        await asks(land, substitute=90)


async def test_whose_own_absence_covers_the_day_is_not_offered(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    async with land.units.write() as work:
        for number, days in ((90, (-3, 3)), (91, (-3, -1)), (92, (1, 3))):
            first, last = (DAY + timedelta(days=each) for each in days)
            await work.absences.add(PersonId(number), PersonId(number), first, last, land.clock.now())
    assert await offered(land) == {91, 92}


async def test_whose_own_time_nobody_has_booked_is_offered_and_who_is_booked_in_it_not(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    # 90 has a time of her own that overlaps by a quarter of an hour, 91 one that begins as this ends
    overlapping = await own_time(land)
    after = await land.publishes(SECOND, subject=BIOLOGY, starts=time(15, 45))
    assert await offered(land) == {90, 91, 92}
    booked = await land.book(teacher(5), overlapping, None)
    await land.book(teacher(6), SessionKey(after.slot, MONDAY + timedelta(minutes=45)), None)
    assert await offered(land) == {91, 92}
    await CancelBooking(land.units.write, land.clock)(teacher(5), booked.booking.id, None)
    assert await offered(land) == {90, 91, 92}


async def test_who_stands_in_is_booked_nowhere_of_her_own_until_it_goes_back(land: Republic) -> None:
    key, own = await land.publishes(HOST, capacity=3), await own_time(land)
    await land.book(teacher(5), key, None)
    ask = await asks(land)
    await case(land, AnswerAsk)(FIRST, ask, True)
    times = OfferedTimes(land.units.read, land.clock)
    found = await times(teacher(6), BIOLOGY, PersonId(90))
    (opening,) = [each for each in found.openings if each.occurrence.key == own]
    assert opening.seats == 0
    with pytest.raises(NoSeatsLeft):
        await land.book(teacher(6), own, None)
    await case(land, TakeAskBack)(HOST, ask)
    assert (await land.book(teacher(6), own, None)).booking.host == 90


async def test_who_is_booked_in_her_own_time_meanwhile_cannot_agree(land: Republic) -> None:
    key, own = await land.publishes(HOST, capacity=3), await own_time(land)
    await land.book(teacher(5), key, None)
    ask = await asks(land)
    await land.book(teacher(6), own, None)
    with pytest.raises(SubstituteBusy):
        await case(land, AnswerAsk)(FIRST, ask, True)


async def test_of_what_nobody_has_booked_the_first_who_books_has_her(land: Republic) -> None:
    key, own = await land.publishes(HOST, capacity=3), await own_time(land)
    await case(land, AnswerAsk)(FIRST, await asks(land), True)
    results = await asyncio.gather(
        land.book(teacher(5), key, None), land.book(teacher(6), own, None), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in results) == ["BookingCard", "NoSeatsLeft"]
    assert await taken_hours(land) == {90, 5 if isinstance(results[1], NoSeatsLeft) else 6}


async def test_an_agreement_and_a_booking_of_her_own_time_at_once_give_her_one_meeting(land: Republic) -> None:
    for week in range(3):
        theirs = await land.publishes(HOST, weekday=week, capacity=3)
        key = SessionKey(theirs.slot, MONDAY + timedelta(days=week))
        own = SessionKey((await land.publishes(FIRST, subject=BIOLOGY, weekday=week)).slot, key.starts)
        await land.book(teacher(5 + week), key, None)
        day = DAY + timedelta(days=week)
        declared = await case(land, DeclareAbsence)(HOST, PersonId(1), day, day, {CHEMISTRY: PersonId(90)})
        assert declared.asked == 1
        async with land.units.read() as work:
            ask = (await work.absences.of_absent(PersonId(1), land.clock.now()))[-1].id
        refused = await agree_and_book(land, ask, teacher(20 + week), own)
        assert len(refused) == 1
        async with land.units.read() as work:
            row = (await work.sessions.find([key]))[key]
        assert row.host == (1 if refused == [SubstituteBusy] else 90)


async def test_who_leads_for_a_third_then_is_not_offered_and_cannot_agree(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    theirs = await land.publishes(SECOND)
    ask, declare = await asks(land), case(land, DeclareAbsence)
    await declare(SECOND, PersonId(91), DAY, DAY, {CHEMISTRY: PersonId(90)})
    async with land.units.read() as work:
        (other,) = await work.absences.of_absent(PersonId(91), land.clock.now())
    await case(land, AnswerAsk)(FIRST, other.id, True)
    # nobody is booked in either, so no time of his is taken: he leads it all the same
    with pytest.raises(SubstituteBusy):
        await case(land, AnswerAsk)(FIRST, ask, True)
    await case(land, AnswerAsk)(FIRST, ask, False)
    await land.publishes(THIRD)
    (hours,) = (await case(land, PlanAbsence)(THIRD, PersonId(92), DAY, DAY)).subjects
    # 1 has declared herself away that day, as 91 has
    assert hours.candidates == ()
    await case(land, CancelSession)(SECOND, theirs)
    (hours,) = (await case(land, PlanAbsence)(THIRD, PersonId(92), DAY, DAY)).subjects
    assert [person.id for person in hours.candidates] == [90]


async def test_who_is_booked_then_is_not_offered(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    elsewhere = await land.publishes(SECOND, subject=BIOLOGY, starts=time(15, 30), open_to=Territory(YAKUTIA))
    visitor = teacher(90)
    await land.book(visitor, SessionKey(elsewhere.slot, MONDAY + timedelta(minutes=30)), None)
    assert await offered(land) == {92}


async def test_what_another_place_of_his_covers_he_leads_on(land: Republic) -> None:
    here, there = Territory(YAKUTIA, MunicipalityId(1)), Territory(YAKUTIA, MOMSKY)
    one = {"person_id": 90, "role": "methodist", "region_id": 1, "starts": date(2026, 9, 1), "verified": True}
    async with land.database.write() as connection:
        await connection.execute(update(place).where(place.c.person_id == 90).values(municipality_id=1))
        await connection.execute(insert(place).values(**one, municipality_id=2, deputy=False))
    await land.publishes(HOST, capacity=3, open_to=here)
    await land.publishes(HOST, capacity=3, weekday=1, open_to=there)
    ask = await asks(land, DAY + timedelta(days=1))
    await case(land, AnswerAsk)(FIRST, ask, True)
    async with land.database.write() as connection:
        over = land.clock.now().date() - timedelta(days=2)
        await connection.execute(update(place).where(place.c.municipality_id == 2).values(ends=over))
    land.clock.pass_by(minutes=1)
    await case(land, GiveBackUncarried)()
    assert await leaders(land) == {MONDAY: 90, TUESDAY: 1}
