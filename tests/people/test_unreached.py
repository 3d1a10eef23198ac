"""«Некому доставить»: whom nothing reaches, told to who can do something about it (rule 7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Notice, NoticeState
from shnor_domain.notifications.unreached import Unreached
from shnor_domain.notifications.use_cases.unreached import CountUnreached, WhomNothingReaches
from shnor_domain.people.use_cases.leaving import WithdrawConsent
from shnor_domain.roadmap.model import ItemState
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.support.plans import item, kept
from tests.support.village import Village, whose

DAY = timedelta(days=1)


async def whom(village: Village, actor: Actor) -> list[Unreached]:
    """The list; the count of the menu agrees with it."""
    found = list(await village.use(WhomNothingReaches)(actor))
    assert await village.use(CountUnreached)(actor) == len(found)
    return found


async def lost(village: Village, person: Actor, reason: str = "blocked") -> None:
    async with village.units.write() as work:
        await work.reach.lost(ChatId(person.chat), reason, village.clock.now())


async def told(village: Village, person: Actor, key: str, state: NoticeState, *, ago: timedelta = DAY) -> None:
    """A message that was due `ago` and is in this state now."""
    async with village.units.write() as work:
        await work.notices.plan(Notice(key, whose(person), "told", "item:1", village.clock.now() - ago))
        row = next(row for row in await work.notices.in_state([NoticeState.PLANNED], 100) if row.notice.key == key)
        if state is NoticeState.HELD:
            await work.notices.hold(row.id, None, "unreachable", village.clock.now())
        elif state is not NoticeState.PLANNED:
            await work.notices.end(row.id, state, "refused", village.clock.now())


@pytest.fixture
async def coordinator(village: Village) -> Actor:
    """Of a municipality whose listed school № 1 has a lead."""
    await village.settled(Role.SCHOOL_LEAD, village.school)
    return await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)


async def test_where_everybody_can_be_reached_there_is_nobody(village: Village, coordinator: Actor) -> None:
    await village.settled(Role.TEACHER, village.school)
    assert await whom(village, coordinator) == []


@pytest.mark.parametrize("reason", ["blocked", "deactivated", "never-started", "no-chat"])
async def test_a_person_whom_nothing_reaches_stands_there_with_what_waits_for_her(
    village: Village, coordinator: Actor, reason: str
) -> None:
    teacher = await village.settled(Role.TEACHER, village.second_school)
    await lost(village, teacher, reason)
    await told(village, teacher, "a", NoticeState.HELD)
    await told(village, teacher, "b", NoticeState.PLANNED)
    await told(village, teacher, "c", NoticeState.PLANNED, ago=-DAY)
    await told(village, teacher, "d", NoticeState.CANCELLED)
    assert await whom(village, coordinator) == [Unreached(village.second_school, teacher.person, reason, waiting=2)]


async def test_what_was_refused_or_unknown_in_the_last_two_weeks_counts_and_what_is_older_does_not(
    village: Village, coordinator: Actor
) -> None:
    teacher = await village.settled(Role.TEACHER, village.school)
    other = await village.settled(Role.TEACHER, village.school)
    for key, state, ago in (
        ("a", NoticeState.FAILED, 14 * DAY),
        ("b", NoticeState.FAILED, DAY),
        ("c", NoticeState.UNKNOWN, DAY),
        ("d", NoticeState.MISSED, DAY),
        ("e", NoticeState.UNKNOWN, 15 * DAY),
    ):
        await told(village, teacher, key, state, ago=ago)
    await told(village, other, "f", NoticeState.FAILED, ago=14 * DAY + timedelta(seconds=1))
    assert await whom(village, coordinator) == [Unreached(village.school, teacher.person, None, failed=2, unknown=1)]


async def test_a_listed_school_without_a_lead_in_the_bot_stands_there(village: Village, coordinator: Actor) -> None:
    school = village.second_school.school
    assert school is not None
    for year, status in ((2026, Status.BASE), (2025, Status.SHNOR)):
        async with village.units.write() as work:
            await work.schools.set_status(SchoolStatus(school, SchoolYear(year), status, "list"))
    assert await whom(village, coordinator) == [], "it is not on the list of this year"
    async with village.units.write() as work:
        await work.schools.set_status(SchoolStatus(school, SchoolYear(2026), Status.PROJECT_500, "list"))
        await work.schools.set_status(SchoolStatus(school, SchoolYear(2026), Status.SHNOR, "list"))
    assert await whom(village, coordinator) == [Unreached(village.second_school)]
    newcomer = await village.newcomer()
    await village.seat(newcomer, Role.SCHOOL_LEAD, village.second_school, verified=False)
    assert await whom(village, coordinator) == [Unreached(village.second_school)], "«Верно» was not said yet"
    lead = await village.settled(Role.SCHOOL_LEAD, village.second_school)
    assert await whom(village, coordinator) == []
    await village.use(WithdrawConsent)(lead)
    assert await whom(village, coordinator) == [Unreached(village.second_school)]


async def test_a_person_of_many_places_stands_there_once_by_her_school_and_who_left_does_not(
    village: Village, coordinator: Actor
) -> None:
    tutor = await village.settled(Role.TUTOR, village.municipality)
    await village.seat(tutor, Role.TEACHER, village.second_school)
    await village.seat(tutor, Role.TEACHER, village.school)
    gone = await village.settled(Role.TEACHER, village.school)
    moved = await village.settled(Role.TEACHER, village.school, ends=date(2026, 9, 14))
    for person in (tutor, gone, moved):
        await lost(village, person)
    await village.use(WithdrawConsent)(gone)
    assert await whom(village, coordinator) == [Unreached(village.second_school, tutor.person, "blocked")]


async def test_the_list_goes_by_municipality_school_and_name_and_never_by_what_waits(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    people = {}
    for name, role, where in (
        ("Борис", Role.TEACHER, village.second_school),
        ("Анна", Role.TEACHER, village.second_school),
        ("Яна", Role.TEACHER, village.school),
        ("Вера", Role.METHODIST, village.municipality),
        ("Глеб", Role.METHODIST, village.region),
        ("Дарья", Role.TEACHER, village.far_school),
    ):
        people[name] = await village.settled(role, where)
        async with village.units.write() as work:
            kept = await work.people.get(whose(people[name]))
            assert kept is not None
            await work.people.save(replace(kept, name=name))
        await lost(village, people[name])
    await told(village, people["Глеб"], "a", NoticeState.HELD)
    found = await whom(village, region)
    names = {whose(actor): name for name, actor in people.items()}
    order = [names[row.person] if row.person is not None else f"№ {row.where.school}" for row in found]
    assert order == [f"№ {village.school.school}", "Яна", "Анна", "Борис", "Вера", "Дарья", "Глеб"]


async def test_rule_1_others_get_nothing(village: Village, coordinator: Actor) -> None:
    teacher = await village.settled(Role.TEACHER, village.second_school)
    await lost(village, teacher)
    newcomer = await village.newcomer()
    await village.seat(newcomer, Role.REGIONAL_COORDINATOR, village.region, verified=False)
    strangers = [
        Actor(None, 999),
        await village.actor(newcomer.chat),
        teacher,
        *[
            await village.settled(role, where)
            for role, where in (
                (Role.MUNICIPAL_COORDINATOR, village.far_municipality),
                (Role.SCHOOL_LEAD, village.second_school),
                (Role.OBSERVER, village.region),
                (Role.METHODIST, village.region),
            )
        ],
    ]
    for stranger in strangers:
        assert await whom(village, stranger) == []
    admin = await village.settled(Role.ADMIN, Territory())
    for one in (coordinator, admin):
        assert await whom(village, one) == [Unreached(village.second_school, teacher.person, "blocked")]


async def test_open_items_for_which_nobody_answers_stand_there(village: Village, coordinator: Actor) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert region.person is not None and village.region.region is not None
    await kept(
        village.units,
        village.region,
        item(village.region, bodies=("ИРО", "Совет")),
        item(village.region, bodies=("ИРО", "ЦОКО"), number=2),
        item(village.region, bodies=("Архив",), number=3, state=ItemState.DONE),
        item(village.municipality, number=4),
        item(village.far_municipality, number=5),
        item(village.far_municipality, number=6, state=ItemState.DONE),
        item(village.second_school, number=7),
        item(village.far_school, number=8, state=ItemState.DROPPED),
        item(village.school, number=9),
    )
    missing = [
        Unreached(village.second_school),
        Unreached(village.far_municipality, items=1),
        Unreached(village.region, body="ИРО", items=2),
        Unreached(village.region, body="Совет", items=1),
        Unreached(village.region, body="ЦОКО", items=1),
    ]
    assert await whom(village, region) == missing
    assert await whom(village, coordinator) == missing[:1], "a municipality hears of its own alone"
    async with village.units.write() as work:
        await work.plan_people.name_body(village.region.region, "Совет", region.person)
    await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    await village.settled(Role.SCHOOL_LEAD, village.second_school)
    assert await whom(village, region) == [
        Unreached(village.region, body="ИРО", items=1),
        Unreached(village.region, body="ЦОКО", items=1),
    ]
