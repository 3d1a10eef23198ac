"""Who reads hours of whom, and which schools asked and did not come (JP5, JP9, JP10)."""

from datetime import timedelta

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Role
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.use_cases.marking import MarkLessonNotHeld
from shnor_domain.seminars.training.use_cases.mine import MyTraining
from shnor_domain.seminars.training.use_cases.of_schools import TrainingNumbers, TrainingOfSchool
from shnor_domain.seminars.training.use_cases.watching import WatchPresence
from shnor_domain.storage.schema.territories import school
from shnor_domain.territories.periods import Half
from tests.support.came_land import CameLand, two_lessons
from tests.support.event_land import lesson


async def test_hours_go_with_a_person_and_her_lead_reads_them_by_name(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for who in ("teacher", "colleague", "other"):
        await land.sits(event, who)
    lesson_one = await land.at_lesson(event)
    await land.marks(event)
    await land.at_lesson(event, 2)
    await land.checks_in("teacher", event, 2)
    mine = await land.use(MyTraining)(land["teacher"])
    assert [(each.half and each.half.half, each.minutes, len(each.lessons)) for each in mine.parts] == [
        (Half.AUTUMN, 150, 2)
    ]
    assert mine.parts[0].lessons[1].lesson == lesson_one.id
    assert (await land.use(MyTraining)(land["host"])).parts == ()
    hers = await land.use(TrainingOfSchool)(land["lead"])
    assert [(each.name, each.minutes) for each in hers.rows][:2] == [
        (f"teacher {land['teacher'].person}", 150),
        (f"teacher {land['colleague'].person}", 60),
    ]
    assert {each.minutes for each in hers.rows[2:]} == {0}, "leads of the school, who were nowhere"
    with pytest.raises(NotFound):
        await land.use(TrainingOfSchool)(land["lead"], land.school("second_school"))
    for who in ("teacher", "host", "methodist", "coordinator", "observer"):
        with pytest.raises(NotAllowed):
            await land.use(TrainingOfSchool)(land[who])


async def test_numbers_of_fewer_than_five_people_are_hidden(land: CameLand) -> None:
    event = await land.published(*two_lessons())
    for number in range(4):
        land.people[f"guest {number}"] = await land.village.settled(Role.TEACHER, land.village.school)
        await land.sits(event, f"guest {number}")
    await land.sits(event, "other")
    await land.sits(event, "far")
    await land.was_held(event)
    numbers = land.use(TrainingNumbers)
    found = await numbers(land["coordinator"])
    assert [(row.school.name, row.people) for row in found.rows] == [("СОШ № 1", None), ("СОШ № 2", None)]
    event = await land.published(lesson(land.village.clock.at + timedelta(days=1), 30), host="tutor")
    await land.sits(event, "teacher")
    await land.at_lesson(event)
    await land.checks_in("teacher", event)
    found = await numbers(land["coordinator"])
    assert [(row.people, row.lessons, row.minutes) for row in found.rows] == [(5, 9, 630), (None, None, None)]
    assert len((await numbers(land["observer"])).rows) == 3
    for who in ("teacher", "lead", "host", "methodist"):
        with pytest.raises(NotAllowed):
            await numbers(land[who])


async def test_a_coordinator_sees_who_asked_signed_up_came_and_asked_but_did_not_come(land: CameLand) -> None:
    asked = await land.sends()
    await land.supports("neighbour", asked)
    await land.supports("far lead", asked)
    event = await land.published(*two_lessons(), requests=(asked,))
    for who in ("teacher", "colleague", "other"):
        await land.sits(event, who)
    watch = land.use(WatchPresence)
    ahead = await watch(land["coordinator"])
    assert [(row.school.name, row.asked, row.signed, row.came, len(row.missed)) for row in ahead.rows] == [
        ("СОШ № 1", 1, 2, 0, 0),
        ("СОШ № 2", 1, 1, 0, 0),
    ]
    await land.at_lesson(event)
    for who in ("teacher", "colleague"):
        await land.checks_in(who, event)
    await land.at_lesson(event, 2)
    await land.checks_in("teacher", event, 2)
    await land.at_lesson(event, 2, minutes=90)
    found = await watch(land["coordinator"], land.cycle)
    assert [(row.asked, row.signed, row.came, len(row.missed)) for row in found.rows] == [(1, 2, 2, 0), (1, 1, 0, 1)]
    assert (found.asking, found.signed, found.came, found.missed) == (2, 2, 1, 1)
    assert [each.event.id for each in found.rows[1].missed] == [event]
    everywhere = await watch(land["observer"])
    assert [(row.school.name, len(row.missed)) for row in everywhere.rows][2:] == [("СОШ № 3", 1)]
    for who in ("teacher", "lead", "host", "methodist"):
        with pytest.raises(NotAllowed):
            await watch(land[who])


async def test_a_school_that_came_on_seats_without_names_is_not_said_to_have_missed_it(land: CameLand) -> None:
    asked = await land.sends("neighbour")
    event = await land.published(requests=(asked,))
    await land.keeps(event, "neighbour", 3)
    await land.at_lesson(event, minutes=60)
    watch = land.use(WatchPresence)
    assert (await watch(land["coordinator"])).missed == 1
    await land.marks(event)
    (row,) = (await watch(land["coordinator"])).rows
    assert (row.signed, row.came, row.missed, row.nameless) == (3, 0, (), True)
    assert [each.nameless for each in row.events] == [3]


async def test_what_a_merged_school_had_is_its_successors(land: CameLand) -> None:
    asked = await land.sends("neighbour")
    event = await land.published(requests=(asked,))
    for who in ("teacher", "other"):
        await land.sits(event, who)
    await land.was_held(event)
    async with land.village.database.write() as connection:
        gone = {"state": "merged", "successor_id": land.school()}
        await connection.execute(school.update().where(school.c.id == land.school("second_school")).values(**gone))
    (row,) = (await land.use(WatchPresence)(land["coordinator"])).rows
    assert (row.school.name, row.asked, row.signed, row.came, row.missed) == ("СОШ № 1", 1, 2, 2, ())


async def test_nobody_missed_what_was_not_held(land: CameLand) -> None:
    asked = await land.sends("neighbour")
    event = await land.published(*two_lessons(), requests=(asked,))
    watch = land.use(WatchPresence)
    first = await land.at_lesson(event, minutes=60)
    await land.use(MarkLessonNotHeld)(land["host"], first.id, WhyNotHeld.PEOPLE)
    second = await land.at_lesson(event, 2, minutes=90)
    assert [(row.missed != (), row.events[0].unheld) for row in (await watch(land["coordinator"])).rows] == [
        (True, False)
    ]
    await land.use(MarkLessonNotHeld)(land["host"], second.id, WhyNotHeld.PEOPLE)
    assert [(row.missed != (), row.events[0].unheld) for row in (await watch(land["coordinator"])).rows] == [
        (False, True)
    ]
