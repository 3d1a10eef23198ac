"""Programmes for many schools, the plan of a pair, items one by one (R130, R236)."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Customs, Period, Question, Window
from shnor_domain.roadmap.programmes import template
from shnor_domain.roadmap.use_cases.adding import AddItem, DropItem, ReadTyped, StartPairPlan
from shnor_domain.roadmap.use_cases.dating import DateItem
from shnor_domain.roadmap.use_cases.naming_reviewer import NameReviewer
from shnor_domain.roadmap.use_cases.programmes import OfferProgramme, StartProgramme
from shnor_domain.roadmap.use_cases.shifting import ShiftItems, UndoShift, Wanted
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.roadmap import bites
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.support.plans import item, kept
from tests.support.village import ORDER, Village, whose

UNDATED = Period("без срока")


async def listed(village: Village, *schools: Territory) -> None:
    async with village.units.write() as work:
        for school in schools:
            assert school.school is not None
            await work.schools.set_status(SchoolStatus(school.school, SchoolYear(2026), Status.PROJECT_500, "список"))


async def mentor_of(village: Village, school: Territory) -> Actor:
    mentor = await village.settled(Role.MENTOR, village.region)
    pair = Pair(
        PairId(0), PairKind.TEAM, whose(mentor), SchoolId(school.school or 0), ORDER, date(2026, 9, 1), None, None, None
    )
    async with village.units.write() as work:
        await work.pairs.add(pair)
    return await village.actor(mentor.chat)


async def test_a_programme_gives_each_school_of_the_project_its_steps_once(village: Village) -> None:
    await listed(village, village.second_school, village.far_school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    offer = await village.use(OfferProgramme)(near, village.municipality, Programme.MEDK)
    assert ([school.school for school in offer.schools], offer.already, offer.year) == (
        [village.school.school, village.second_school.school],
        0,
        2026,
    )
    one = await village.use(StartProgramme)(near, village.municipality, Programme.MEDK, [village.school.school])
    rest = await village.use(StartProgramme)(near, village.municipality, Programme.MEDK)
    nothing = await village.use(StartProgramme)(near, village.municipality, Programme.MEDK)
    assert (one.schools, rest.schools, nothing.plan) == (1, 1, None)
    async with village.units.read() as work:
        plan = await work.plans.plan(rest.plan)
        items = await work.plans.items(rest.plan)
        mine = await work.plans.owned_by([village.school])
    assert plan is not None and plan.title.endswith("2026/27")
    wholes = [each for each in items if each.parent is None]
    assert [each.number for each in wholes] == [str(number) for number in range(1, 14)]
    assert {each.owner for each in items if each.parent is not None} == {village.second_school}
    assert len(mine) == 13 and not any(each.period.windows for each in mine)


async def test_steps_of_the_region_stay_with_it(village: Village) -> None:
    await listed(village, village.far_school)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    whole = await village.use(StartProgramme)(region, village.region, Programme.FIVE_HUNDRED)
    assert whole.schools == 2
    async with village.units.write() as work:
        items = await work.plans.items(whole.plan)
        owners = {each.owner for each in items if each.number == "1.2" and each.parent is not None}
        assert owners == {village.municipality, village.far_municipality}
        assert len({each.number for each in items}) == 28 == len(template(Programme.FIVE_HUNDRED).steps)
        await work.boards.drop([each.id for each in items])
    own = await village.use(StartProgramme)(near, village.municipality, Programme.FIVE_HUNDRED)
    async with village.units.read() as work:
        items = await work.plans.items(own.plan)
    assert {each.number for each in items if each.owner == village.municipality} >= {"1.2", "1.4", "2.4"}
    assert not {"1.1", "3.2", "6.6"} & {each.number for each in items}


def own_steps(items: Sequence[Item]) -> Counter[tuple[Territory, str]]:
    """Steps of regions and municipalities, by whose they are and their number."""
    wholes = {each.parent for each in items}
    return Counter((each.owner, each.number) for each in items if each.id not in wholes and each.owner.school is None)


async def test_started_again_it_gives_the_region_and_its_municipalities_nothing_twice(village: Village) -> None:
    await listed(village, village.second_school, village.far_school)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    use, programme = village.use(StartProgramme), Programme.FIVE_HUNDRED
    started = [
        await use(near, village.municipality, programme, [village.school.school]),
        await use(region, village.region, programme, [village.far_school.school]),
        await use(region, village.region, programme),
    ]
    assert [each.schools for each in started] == [1, 1, 1]
    async with village.units.read() as work:
        items = [item for each in started for item in await work.plans.items(each.plan)]
    own = own_steps(items)
    assert set(own.values()) == {1}
    assert {owner for owner, _ in own} == {village.region, village.municipality, village.far_municipality}
    assert (village.region, "1.1") in own and (village.far_municipality, "1.2") in own
    schools = Counter((each.owner, each.number) for each in items if each.owner.school is not None)
    assert {owner for owner, _ in schools} == {village.school, village.second_school, village.far_school}
    assert set(schools.values()) == {1}


async def test_programmes_are_started_at_home_and_for_schools_of_the_project(village: Village) -> None:
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    before = await village.dump()
    for who, refusal in ((near, NotFound), (lead, NotAllowed)):
        with pytest.raises(refusal):
            await village.use(StartProgramme)(who, village.region, Programme.MEDK)
        with pytest.raises(refusal):
            await village.use(OfferProgramme)(who, village.far_municipality, Programme.MEDK)
    with pytest.raises(Invalid):
        await village.use(StartProgramme)(near, village.municipality, Programme.MEDK, [village.far_school.school])
    with pytest.raises(NotFound):
        await village.use(StartProgramme)(near, village.municipality, Programme.PAIR)
    assert await village.dump() == before


async def test_a_pair_draws_up_its_plan_item_by_item(village: Village) -> None:
    mentor = await mentor_of(village, village.school)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    plan = await village.use(StartPairPlan)(mentor, Territory(school=village.school.school))
    assert await village.use(StartPairPlan)(lead, village.school) == plan
    read = await village.use(ReadTyped)(mentor, plan, "октябрь")
    assert read == Period("октябрь", (Window(date(2026, 10, 1), date(2026, 10, 31)),))
    asked = await village.use(ReadTyped)(lead, plan, "август")
    assert isinstance(asked, Question) and len(asked.readings) == 2
    first = await village.use(AddItem)(mentor, plan, " Открытый  урок ", read)
    second = await village.use(AddItem)(lead, plan, "Разбор ВПР", UNDATED)
    async with village.units.read() as work:
        items = await work.plans.items(plan)
    assert [(each.id, each.number, each.title) for each in items] == [
        (first, "1", "Открытый урок"),
        (second, "2", "Разбор ВПР"),
    ]
    assert {each.owner for each in items} == {village.school}
    await village.use(DropItem)(lead, first)
    with pytest.raises(Stale):
        await village.use(DropItem)(mentor, first)


async def test_what_was_to_be_said_of_all_that_is_dropped_goes_unsaid(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bites, "MOST", 2)
    near = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    await village.settled(Role.SCHOOL_LEAD, village.school)
    await village.settled(Role.SCHOOL_LEAD, village.second_school)
    schools = (village.school, village.second_school, village.far_school)
    _, (whole, *_parts) = await kept(
        village.units,
        village.region,
        item(village.region, date(2026, 9, 18)),
        *[item(school, date(2026, 9, 18), parent=0) for school in schools],
    )
    later = Period("до 18 сентября", (Window(date(2026, 9, 1), date(2026, 9, 18)),))
    assert await village.use(DateItem)(near, whole.id, later) == 3
    assert await village.told("plan-step")
    await village.use(DropItem)(near, whole.id)
    assert not await village.told("plan-step")


async def test_a_coordinator_may_add_to_the_plan_of_a_pair(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    plan = await village.use(StartPairPlan)(lead, village.school)
    made = await village.use(AddItem)(near, plan, "Открытый урок", UNDATED)
    assert await village.use(DateItem)(near, made, Period("май", (Window(date(2027, 5, 1), date(2027, 5, 31)),))) == 1
    with pytest.raises(NotFound):
        await village.use(DropItem)(far, made)
    await village.use(DropItem)(near, made)


async def test_typed_days_are_read_as_the_plan_counts_its_years(village: Village) -> None:
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    year = Window(date(2026, 1, 1), date(2026, 12, 31))
    calendar = Plan(PlanId(0), "План на год", Programme.ROADMAP, village.municipality, year, "", village.clock.now())
    async with village.units.write() as work:
        plan = await work.plans.add(calendar, ())
    half = await village.use(ReadTyped)(near, plan, "1 полугодие")
    assert half.windows == (Window(date(2026, 1, 1), date(2026, 6, 30)),)
    july = await village.use(ReadTyped, customs=Customs(month_day=25))(near, plan, "не позднее июля")
    assert july.windows == (Window(date(2026, 1, 1), date(2026, 7, 25)),)


async def test_a_pair_s_plan_is_nobody_else_s(village: Village) -> None:
    mentor = await mentor_of(village, village.school)
    plan = await village.use(StartPairPlan)(mentor, village.school)
    made = await village.use(AddItem)(mentor, plan, "Открытый урок", UNDATED)
    before = await village.dump()
    other = await mentor_of(village, village.far_school)
    teacher = await village.settled(Role.TEACHER, village.school)
    observer = await village.settled(Role.OBSERVER, village.region)
    before = await village.dump()
    with pytest.raises(NotFound):
        await village.use(StartPairPlan)(other, village.school)
    with pytest.raises(NotAllowed):
        await village.use(StartPairPlan)(teacher, village.school)
    for who, refusal in ((other, NotFound), (teacher, NotFound), (observer, NotAllowed)):
        for case in (
            village.use(ReadTyped)(who, plan, "май"),
            village.use(AddItem)(who, plan, "Чужое", UNDATED),
            village.use(DropItem)(who, made),
        ):
            with pytest.raises(refusal):
                await case
    with pytest.raises(NotFound):
        await village.use(AddItem)(mentor, PlanId(10_000), "Чужое", UNDATED)
    for title in ("", "я" * 501):
        with pytest.raises(Invalid):
            await village.use(AddItem)(mentor, plan, title, UNDATED)
    assert await village.dump() == before


async def test_a_whole_is_done_when_what_is_left_of_it_is(village: Village) -> None:
    near = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    _, (whole, first, second) = await kept(
        village.units,
        village.region,
        item(village.region),
        item(village.school, parent=0, state=ItemState.DONE),
        item(village.second_school, parent=0),
    )
    await village.use(DropItem)(near, second.id)
    _, (other, *parts) = await kept(
        village.units,
        village.region,
        item(village.region),
        item(village.school, parent=0, state=ItemState.DONE),
        item(village.second_school, parent=0, state=ItemState.ON_REVIEW),
    )
    await village.use(DropItem)(near, other.id)
    async with village.units.read() as work:
        assert [(await work.plans.item(each.id)).state for each in (other, *parts)] == [  # type: ignore[union-attr]
            ItemState.DONE,
            ItemState.DONE,
            ItemState.DROPPED,
        ]
    _, (gone, part) = await kept(village.units, village.region, item(village.region), item(village.school, parent=0))
    await village.use(DropItem)(near, part.id)
    with pytest.raises(Stale):
        await village.use(DropItem)(near, gone.id)

    async def state() -> ItemState:
        async with village.units.read() as work:
            found = await work.plans.item(whole.id)
        assert found is not None
        return found.state

    assert await state() is ItemState.DONE
    with pytest.raises(Stale):
        await village.use(DropItem)(near, first.id)


async def test_two_who_begin_at_once_begin_it_once(village: Village) -> None:
    await listed(village, village.second_school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    mentor, lead = await mentor_of(village, village.school), await village.settled(Role.SCHOOL_LEAD, village.school)
    started = await asyncio.gather(
        village.use(StartProgramme)(near, village.municipality, Programme.MEDK),
        village.use(StartProgramme)(region, village.region, Programme.MEDK),
    )
    assert sorted(each.schools for each in started) == [0, 2]
    plans = await asyncio.gather(*(village.use(StartPairPlan)(who, village.school) for who in (mentor, lead)))
    assert plans[0] == plans[1]


async def test_steps_without_days_get_them_with_their_parts(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    _, (whole, first, sent, other) = await kept(
        village.units,
        village.municipality,
        item(village.municipality),
        item(village.school, parent=0),
        item(village.second_school, parent=0, state=ItemState.ON_REVIEW),
        item(village.school, number=2),
    )
    soon = Period("до 18 сентября", (Window(date(2026, 9, 1), date(2026, 9, 18)),))
    assert await village.use(DateItem)(near, whole.id, soon) == 1
    async with village.units.read() as work:
        found = [await work.plans.item(each.id) for each in (whole, first, sent, other)]
    assert [None if each is None else each.period for each in found] == [soon, soon, sent.period, other.period]
    assert found[1] is not None and found[1].known == village.clock.now()
    assert ("plan-step", lead.chat) in await village.told(), "the steps to come are laid at once"
    await village.use(DateItem)(near, whole.id, UNDATED)
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    before = await village.dump()
    with pytest.raises(NotFound):
        await village.use(DateItem)(far, other.id, soon)
    with pytest.raises(NotFound):
        await village.use(DateItem)(lead, other.id, soon)
    with pytest.raises(Stale):
        await village.use(DateItem)(near, sent.id, soon)
    assert await village.dump() == before


async def test_the_same_update_fed_twice_changes_a_plan_once(village: Village) -> None:
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    plan, (first, second) = await kept(
        village.units,
        village.municipality,
        item(village.school, date(2026, 9, 20), number=1),
        item(village.school, date(2026, 9, 20), number=2),
    )
    wanted = Wanted(village.municipality, plan, 10)
    token = update_in_hand.set(UpdateInHand(77, 2))
    try:
        shifts = [await village.use(ShiftItems)(near, wanted, "распутица") for _ in range(2)]
        undone = [await village.use(UndoShift)(near, shifts[0].shift) for _ in range(2)]
        added = [await village.use(AddItem)(near, plan, "Ещё пункт", UNDATED) for _ in range(2)]
        dated = [await village.use(DateItem)(near, second.id, UNDATED) for _ in range(2)]
        started = [await village.use(StartProgramme)(near, village.municipality, Programme.MEDK) for _ in range(2)]
        for _ in range(2):
            await village.use(DropItem)(near, first.id)
    finally:
        update_in_hand.reset(token)
    for first_time, again in (shifts, undone, added, dated, started):
        assert first_time == again
    async with village.units.read() as work:
        items = await work.plans.items(plan)
    assert [(each.state, each.last_day) for each in items] == [
        (ItemState.DROPPED, date(2026, 9, 20)),
        (ItemState.OPEN, None),
        (ItemState.OPEN, None),
    ]


async def test_a_coordinator_says_who_confirms(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    _, (whole, _first, sent) = await kept(
        village.units,
        village.municipality,
        item(village.municipality),
        item(village.school, parent=0),
        item(village.second_school, parent=0, state=ItemState.ON_REVIEW),
    )

    async def named() -> list[Rung | None]:
        async with village.units.read() as work:
            return [each.reviewer for each in await work.plans.items(whole.plan)]

    for who, refusal in ((lead, NotAllowed), (far, NotFound)):
        with pytest.raises(refusal):
            await village.use(NameReviewer)(who, whole.id, Rung.REGION)
    with pytest.raises(Invalid):
        await village.use(NameReviewer)(near, whole.id, Rung.OWNER)
    with pytest.raises(Stale):
        await village.use(NameReviewer)(near, sent.id, Rung.REGION)
    assert await named() == [None, None, None]
    assert await village.use(NameReviewer)(near, whole.id, Rung.REGION) == 1
    assert await named() == [Rung.REGION, Rung.REGION, None]
    await village.use(NameReviewer)(near, whole.id, None)
    assert await named() == [None, None, None]
