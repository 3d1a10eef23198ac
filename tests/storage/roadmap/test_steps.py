"""Which rows the daily planning lays for whom (L1, L2, L4)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.notifications.model import NoticeState
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.roadmap.benches import answers_for
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.telling import Raised, owners, raised
from shnor_domain.roadmap.use_cases.mine import MyItems
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.village import ORDER, Village, whose

SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
AUTUMN = Window(date(2026, 9, 1), date(2026, 12, 10))
"""Until a Thursday."""
STEP, SCHOOL, DISTRICT = "plan-step", "plan-school", "plan-district"


def item(owner: Territory, window: Window = AUTUMN) -> Item:
    return Item(ItemId(0), PlanId(0), None, 1, "1", "Самодиагностика", Period("", (window,)), owner, SEPTEMBER)


async def keeps(village: Village, *items: Item) -> list[Item]:
    year = Window(date(2026, 9, 1), date(2027, 5, 31))
    plan = Plan(PlanId(0), "План", Programme.ROADMAP, village.region, year, "", SEPTEMBER)
    async with village.units.write() as work:
        return list(await work.plans.items(await work.plans.add(plan, items)))


async def on(village: Village, day: date) -> list[tuple[int, str]]:
    """Whom a day's digests will tell what, planned twice on that morning of Якутск."""
    village.clock.at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for _ in range(2):
        await village.use(PlanSteps)()
    async with village.units.read() as work:
        rows = await work.notices.in_state([NoticeState.PLANNED], 1000)
    midnights = [
        village.clock.at - timedelta(hours=east) for east in (9, 11)
    ]  # the region keeps the clock of the far one
    return sorted((row.notice.person, row.notice.kind) for row in rows if row.notice.due in midnights)


async def curates(village: Village, school: Territory) -> Actor:
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    pair = Pair(
        PairId(0),
        PairKind.SCHOOL,
        whose(curator),
        SchoolId(school.school or 0),
        ORDER,
        date(2026, 9, 1),
        None,
        None,
        None,
    )
    async with village.units.write() as work:
        await work.pairs.add(pair)
    return curator


async def test_the_lead_hears_of_her_item_before_its_day_and_everybody_above_after_it(village: Village) -> None:
    lead = whose(await village.settled(Role.SCHOOL_LEAD, village.school))
    curator = whose(await curates(village, village.school))
    district = whose(await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality))
    region = whose(await village.settled(Role.REGIONAL_COORDINATOR, village.region))
    await village.settled(Role.SCHOOL_LEAD, village.second_school)
    await keeps(village, item(village.school))
    assert await on(village, date(2026, 12, 2)) == []
    for day in (date(2026, 12, 3), date(2026, 12, 7), date(2026, 12, 9), date(2026, 12, 10)):
        assert await on(village, day) == [(lead, STEP)]
    assert await on(village, date(2026, 12, 11)) == sorted([(lead, STEP), (curator, SCHOOL)])
    assert await on(village, date(2026, 12, 15)) == sorted([(lead, STEP), (district, SCHOOL)])
    assert await on(village, date(2026, 12, 21)) == sorted([(lead, STEP), (region, DISTRICT)])


async def test_an_empty_level_passes_the_row_upward(village: Village) -> None:
    region = whose(await village.settled(Role.REGIONAL_COORDINATOR, village.region))
    await keeps(village, item(village.school))
    assert await on(village, date(2026, 12, 11)) == [(region, DISTRICT)]
    async with village.units.read() as work:
        [row] = await work.notices.in_state([NoticeState.PLANNED], 10)
        # the municipality was empty too, and stands higher
        assert await raised(work, row.notice, village.clock.at) == Raised(Rung.MUNICIPALITY)


async def test_a_level_held_by_the_owner_herself_is_left_out(village: Village) -> None:
    district = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await keeps(village, item(village.municipality))
    assert await on(village, date(2026, 12, 15)) == [(whose(district), STEP)]


async def test_a_body_of_the_region_is_reached_through_whom_the_region_has_named(village: Village) -> None:
    expert = whose(await village.settled(Role.METHODIST, village.region))
    await keeps(village, replace(item(village.region), bodies=("институт", "министерство")))
    assert await on(village, date(2026, 12, 3)) == []
    async with village.units.write() as work:
        assert village.region.region is not None
        await work.plan_people.name_body(village.region.region, "институт", expert)
        await work.plan_people.name_body(village.region.region, "институт", expert)
    assert await on(village, date(2026, 12, 3)) == [(expert, STEP)]


async def test_what_nobody_answers_for_is_the_regional_coordinators_own_wherever_it_is_asked(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    expert = await village.settled(Role.METHODIST, village.region)
    bare, named = await keeps(
        village, item(village.region), replace(item(village.region), position=2, bodies=("институт",))
    )

    async def hers(actor: Actor) -> list[int]:
        own = [each.id for each in (await village.use(MyItems)(actor)).items]
        async with village.units.read() as work:
            assert own == [each.id for each in (bare, named) if await answers_for(work, actor, each)]
            for each in (bare, named):
                assert (whose(actor) in await owners(work, each, village.clock.at)) is (each.id in own)
        return own

    assert await hers(region) == [bare.id, named.id] and await hers(expert) == []
    assert await on(village, date(2026, 12, 3)) == [(whose(region), STEP)] * 2
    async with village.units.write() as work:
        assert village.region.region is not None
        await work.plan_people.name_body(village.region.region, "институт", whose(expert))
    assert await hers(region) == [bare.id] and await hers(expert) == [named.id]


async def test_l2_who_is_approved_after_the_digests_of_a_day_has_no_step_of_it_made_up_for(village: Village) -> None:
    lead = whose(await village.settled(Role.SCHOOL_LEAD, village.school))
    district = await village.newcomer()
    curator = await curates(village, village.school)
    await keeps(village, item(village.school), item(village.municipality))
    village.clock.at = datetime(2026, 12, 11, 9, tzinfo=UTC)  # 18:00 in Якутск, of the first working day after
    await village.seat(district, Role.MUNICIPAL_COORDINATOR, village.municipality, starts=date(2026, 12, 11))
    second = await village.newcomer()
    await village.seat(second, Role.SCHOOL_LEAD, village.school, starts=date(2026, 12, 11))
    await village.use(PlanSteps)()
    async with village.units.read() as work:
        rows = [row.notice for row in await work.notices.in_state([NoticeState.PLANNED], 100)]
    today = [row for row in rows if row.due == datetime(2026, 12, 10, 15, tzinfo=UTC)]
    since = {(row.person, row.kind): row.since for row in today}
    assert since == {
        (lead, STEP): SEPTEMBER,
        (whose(curator), SCHOOL): None,
        (whose(second), STEP): village.clock.at,
        (whose(district), STEP): village.clock.at,
    }
    assert {row.since for row in rows if row.due > village.clock.at} <= {SEPTEMBER, None}


async def test_l2_an_old_plan_imported_today_plans_nothing(village: Village) -> None:
    await village.settled(Role.SCHOOL_LEAD, village.school)
    await keeps(village, item(village.school, Window(date(2021, 1, 1), date(2021, 5, 31))))
    for ahead in range(0, 30, 3):
        assert await on(village, date(2026, 9, 2) + timedelta(days=ahead)) == []


async def test_what_is_done_or_on_review_or_has_parts_reaches_nobody(village: Village) -> None:
    await village.settled(Role.SCHOOL_LEAD, village.school)
    whole = item(village.region)
    part = replace(item(village.school), parent=ItemId(0))
    own = [replace(item(village.school), position=position) for position in (2, 3)]
    kept = await keeps(village, whole, part, *own)
    assert [(each.parent, each.owner) for each in kept[:2]] == [(None, village.region), (kept[0].id, village.school)]
    async with village.units.write() as work:
        assert await work.plans.parts(kept[0].id) == [kept[1]]
        for each, state in zip(kept[1:], (ItemState.DONE, ItemState.ON_REVIEW, ItemState.DROPPED), strict=True):
            await work.plans.set_state(each.id, state)
    assert await on(village, date(2026, 12, 3)) == []


async def test_l5_evidence_that_came_back_after_the_day_begins_the_steps_anew(village: Village) -> None:
    lead = whose(await village.settled(Role.SCHOOL_LEAD, village.school))
    [kept] = await keeps(village, item(village.school))
    async with village.units.write() as work:
        returned = datetime(2026, 12, 18, 3, tzinfo=UTC)
        await work.plans.set_state(kept.id, ItemState.OPEN, returned=returned)
        again = await work.plans.item(kept.id)
    assert again is not None and (again.returned, again.period) == (returned, kept.period)
    assert await on(village, date(2026, 12, 15)) == []
    assert await on(village, date(2026, 12, 21)) == [(lead, STEP)]
