"""Half-years, cycles and wishes on both databases: who is first, what a tap does twice, what goes to a region."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import func, insert, select

from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, PlaceId, Role
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.seminars import own_data
from shnor_domain.seminars.cycle.model import Cycle, Dates, WishState
from shnor_domain.seminars.cycle.use_cases import carrying
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import SetPeriods, ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.errors import AlreadyWished, PeriodInUse, TooManyWishes
from shnor_domain.seminars.model import RequestId
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.engine import Database
from shnor_domain.storage.inbox import Arrived, InboxStore
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.seminar_cycle import catalogue_topic, topic_wish
from shnor_domain.storage.schema.seminar_requests import seminar_request
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from shnor_domain.territories.periods import Days, Half
from tests.support.seminar_nest import AUTUMN, SPRING, offer
from tests.support.village import Village, settle, whose


@dataclass
class Seminar:
    """Use cases over one database, and its people."""

    village: Village
    runner: Actor
    coordinator: Actor
    lead: Actor
    teacher: Actor

    def use(self, case: Any) -> Any:
        return self.village.use(case)

    async def half(self, number: int) -> Any:
        rows = await self.use(ShowPeriods)(self.runner, self.village.region.region)
        return rows[number].half

    async def cycle(self, number: int = 0, dates: Dates = AUTUMN, *, announced: bool = True) -> Cycle:
        made: Cycle = await self.use(SetCycle)(self.runner, (await self.half(number)).id, dates, None)
        await self.use(AddCatalogueTopic)(self.runner, made.id, offer())
        if announced:
            made = await self.use(AnnounceCatalogue)(self.runner, made.id, made.version)
        return made

    async def wishes(self, cycle: Cycle, topic: str, who: Actor | None = None) -> Any:
        return await self.use(WishTopic)(who or self.teacher, cycle.id, self.village.school.school, topic)

    async def count(self, table: Any, *where: Any) -> int:
        async with self.village.database.read() as connection:
            found = await connection.execute(select(func.count()).select_from(table).where(*where))
            return int(found.scalar_one())


@pytest.fixture
async def seminar(database_url: str) -> AsyncIterator[Seminar]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
        assert village.school.school is not None
        await work.schools.set_status(SchoolStatus(village.school.school, SchoolYear(2026), Status.SHNOR, "список"))
    yield Seminar(
        village,
        runner=await village.settled(Role.METHODIST, village.region),
        coordinator=await village.settled(Role.REGIONAL_COORDINATOR, village.region),
        lead=await village.settled(Role.SCHOOL_LEAD, village.school),
        teacher=await village.settled(Role.TEACHER, village.school),
    )
    await database.close()


def failures(outcomes: list[Any], kind: type[Exception]) -> int:
    assert not [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, kind)]
    return sum(isinstance(each, kind) for each in outcomes)


async def test_usual_half_years_are_laid_once_however_many_look_at_once(seminar: Seminar) -> None:
    show, region = seminar.use(ShowPeriods), seminar.village.region.region
    found = await asyncio.gather(*(show(who, region) for who in (seminar.runner, seminar.coordinator) * 5))
    assert len({tuple(row.half.id for row in rows) for rows in found}) == 1
    assert [(row.half.year, row.half.half) for row in found[0]] == [
        (2026, Half.AUTUMN), (2026, Half.SPRING), (2027, Half.AUTUMN), (2027, Half.SPRING),
    ]  # fmt: skip


async def test_days_of_two_half_years_never_meet_whoever_moves_them_at_once(seminar: Seminar) -> None:
    region, move = seminar.village.region.region, seminar.use(SetPeriods)
    autumn, spring = Days(date(2026, 9, 1), date(2027, 1, 20)), Days(date(2026, 12, 10), date(2027, 5, 31))
    await move(seminar.coordinator, region, SchoolYear(2026), Half.SPRING, Days(date(2027, 2, 1), date(2027, 5, 31)))
    outcomes = await asyncio.gather(
        move(seminar.coordinator, region, SchoolYear(2026), Half.AUTUMN, autumn),
        move(seminar.coordinator, region, SchoolYear(2026), Half.SPRING, spring),
        return_exceptions=True,
    )
    assert failures(list(outcomes), Invalid) >= 1
    halves = [await seminar.half(number) for number in range(2)]
    assert not halves[0].days.meets(halves[1].days)


async def test_a_half_year_stands_still_once_it_is_over_and_never_ends_before_its_programme(seminar: Seminar) -> None:
    region, move = seminar.village.region.region, seminar.use(SetPeriods)
    await seminar.cycle(1, SPRING)
    with pytest.raises(Invalid) as refused:
        await move(
            seminar.coordinator, region, SchoolYear(2026), Half.SPRING, Days(date(2027, 1, 1), date(2027, 2, 11))
        )
    assert refused.value.reason == "cycle"
    with pytest.raises(NotFound):
        await move(seminar.runner, region, SchoolYear(2026), Half.SPRING, Days(date(2027, 1, 1), date(2027, 5, 1)))
    seminar.village.clock.forward(days=120)
    with pytest.raises(PeriodInUse):
        await move(
            seminar.coordinator, region, SchoolYear(2026), Half.AUTUMN, Days(date(2026, 9, 1), date(2027, 1, 31))
        )


async def test_of_two_who_begin_or_announce_a_cycle_at_once_one_does(seminar: Seminar) -> None:
    half, begin = await seminar.half(0), seminar.use(SetCycle)
    who = (seminar.runner, seminar.coordinator)
    outcomes = await asyncio.gather(*(begin(each, half.id, AUTUMN, None) for each in who), return_exceptions=True)
    assert failures(list(outcomes), Stale) == 1
    [cycle] = [each for each in outcomes if isinstance(each, Cycle)]
    await seminar.use(AddCatalogueTopic)(seminar.runner, cycle.id, offer())
    announce = seminar.use(AnnounceCatalogue)
    told = await asyncio.gather(*(announce(each, cycle.id, 1) for each in who * 4), return_exceptions=True)
    assert failures(list(told), Stale) == 7


async def test_the_same_topic_is_added_once_whoever_adds_it_at_once(seminar: Seminar) -> None:
    cycle = await seminar.cycle(announced=False)
    add = seminar.use(AddCatalogueTopic)
    who = (seminar.runner, seminar.coordinator) * 3
    outcomes = await asyncio.gather(
        *(add(each, cycle.id, offer("Разговор с родителями")) for each in who), return_exceptions=True
    )
    assert failures(list(outcomes), Invalid) == 5
    assert await seminar.count(catalogue_topic) == 2


async def test_a_double_tap_is_one_wish_and_five_are_the_most(seminar: Seminar) -> None:
    cycle = await seminar.cycle()
    outcomes = await asyncio.gather(*(seminar.wishes(cycle, "Дроби") for _ in range(8)), return_exceptions=True)
    assert failures(list(outcomes), AlreadyWished) == 7
    more = await asyncio.gather(*(seminar.wishes(cycle, f"Тема {each}") for each in range(8)), return_exceptions=True)
    assert failures(list(more), TooManyWishes) == 4
    assert await seminar.count(topic_wish) == 5


async def test_the_same_update_fed_twice_wishes_once_and_answers_alike(seminar: Seminar) -> None:
    cycle = await seminar.cycle()
    await InboxStore(seminar.village.database).accept([Arrived(7, 5, "message", "{}", seminar.village.clock.now())])
    answers = []
    for _ in range(2):
        token = update_in_hand.set(UpdateInHand(7, 5))
        answers.append(await seminar.wishes(cycle, "Дроби"))
        update_in_hand.reset(token)
    assert answers[0] == answers[1]
    assert await seminar.count(topic_wish) == 1


async def test_a_region_is_told_page_by_page_and_after_a_crash_goes_on_where_it_stood(seminar: Seminar) -> None:
    village = seminar.village
    leads = [seminar.lead, *[await village.settled(Role.SCHOOL_LEAD, village.school) for _ in range(4)]]
    both = await village.settled(Role.TEACHER, village.school)
    await village.seat(both, Role.SCHOOL_LEAD, village.school)
    await village.settled(Role.TEACHER, village.far_school)  # no project school
    await seminar.cycle()
    carry = seminar.use(CarrySeminars)
    laid = carrying._rows
    calls = 0

    async def breaks(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise RuntimeError("the process dies here")
        return await laid(*arguments)

    with patch.object(carrying, "PAGE", 2):
        with patch.object(carrying, "_rows", breaks):
            assert await carry() == 1
        assert await seminar.count(notification) == 2
        assert await carry() > 0
        assert await carry() == 0
    people = {whose(each) for each in (*leads, both, seminar.teacher)}
    async with village.database.read() as connection:
        found = (await connection.execute(select(notification.c.person_id))).scalars().all()
    assert sorted(found) == sorted(people)


async def test_of_who_leaves_a_taken_wish_stays_a_number_and_the_others_go(seminar: Seminar) -> None:
    cycle = await seminar.cycle()
    taken, _ = await seminar.wishes(cycle, "Дроби"), await seminar.wishes(cycle, "Вычитание")
    async with seminar.village.database.write() as connection:
        request = await _request(connection, cycle)
    async with seminar.village.units.write() as work:
        await work.seminar_wishes.take([taken.id], request)
    delete = seminar.village.use(DeleteMe, leaves=(own_data.on_person_leaves,), sweep=_nothing)
    await delete(seminar.teacher)
    async with seminar.village.units.read() as work:
        [left] = (await work.seminar_wishes.of_requests([request]))[request]
    assert (left.person, left.topic, left.key, left.state) == (None, None, "", WishState.TAKEN)
    assert await seminar.count(topic_wish) == 1


async def test_with_a_place_in_the_school_end_the_wishes_there_unless_another_is_left(seminar: Seminar) -> None:
    cycle, village = await seminar.cycle(), seminar.village
    await seminar.wishes(cycle, "Дроби")
    await village.seat(seminar.teacher, Role.SCHOOL_LEAD, village.school)

    async def ends(place: PlaceId) -> list[WishState]:
        async with village.units.write() as work:
            kept = await work.places.get(place)
            assert kept is not None
            await own_data.on_place_ends(work, kept, village.clock.now())
            await work.places.end(place, village.clock.now().date() - timedelta(days=1))
            return [each.state for each in await work.seminar_wishes.of(whose(seminar.teacher))]

    teaches, leads = (place.id for place in (await village.actor(seminar.teacher.chat)).places)
    assert await ends(teaches) == [WishState.OPEN]
    assert await ends(leads) == [WishState.WITHDRAWN]


async def _request(connection: Any, cycle: Cycle) -> RequestId:
    made = insert(seminar_request).values(
        cycle_id=cycle.id, region_id=cycle.region, topic="Дроби", topic_key="дроби", audience="teachers",
        form="online", state="open", since=cycle.announced,
    )  # fmt: skip
    return RequestId((await connection.execute(made.returning(seminar_request.c.id))).scalar_one())


async def _nothing() -> None:
    """There is nothing to sweep here."""
