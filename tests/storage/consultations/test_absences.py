"""Who is asked to stand in for an absent host, who could, and what leaves no trace: on both databases."""

import asyncio
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.use_cases import leaving
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    ChooseAnother,
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence, PlanAbsence
from shnor_domain.consultations.absences.use_cases.giving_back import GiveBackUncarried
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.errors import DomainError, Invalid, NotFound
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.places import place
from tests.support.away import DAY, FIRST, HOST, asked, busy_people, case, meeting, placed_methodists, told
from tests.support.consultations import (
    BIOLOGY,
    MONDAY,
    STRANGER,
    Republic,
    teacher,
)


@pytest.fixture(autouse=True)
async def placed(land: Republic) -> None:
    await placed_methodists(land)


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


async def test_of_a_meeting_that_the_host_took_back_the_list_of_substitutes_is_silent(land: Republic) -> None:
    await land.publishes(HOST, capacity=3)
    await case(land, AnswerAsk)(FIRST, await asked(land), False)
    assert [each.ask.state for each in await case(land, AbsenceAsks)(HOST)] == [Answer.REFUSED]
    await case(land, TakeAskBack)(HOST, await asked(land, 91))
    assert await case(land, AbsenceAsks)(HOST) == []


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
