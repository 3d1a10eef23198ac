"""Plans as people look at them: whose rows they see, and that progress is a count of them (rule 9, L8)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from shnor_domain.errors import DomainError, NotAllowed, NotFound
from shnor_domain.identity import Actor, MunicipalityId, Role, SchoolId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemState, Programme
from shnor_domain.roadmap.ports import By
from shnor_domain.roadmap.programmes import Turn
from shnor_domain.roadmap.standing import Counts, counts_of
from shnor_domain.roadmap.use_cases.looking import OpenParts, OpenPlan, PlanAsTable, PlansInReach
from shnor_domain.roadmap.use_cases.mine import MyItems
from shnor_domain.roadmap.use_cases.progress import ShowOwnerItems, ShowProgress
from tests.support.plans import item, kept
from tests.support.village import ORDER, Village, whose

TODAY = date(2026, 9, 15)
SOON, PASSED = TODAY + timedelta(days=3), TODAY - timedelta(days=3)


async def region_plan(village: Village) -> tuple[int, list[Item]]:
    """One measure of the region, one that both schools of the near and the one of the far municipality have a part
    of, one of the near municipality."""
    return await kept(
        village.units,
        village.region,
        item(village.region, SOON, number=1, bodies=("институт",)),
        item(village.region, SOON, number=2, title="Договор"),
        item(village.school, SOON, number=2, title="Договор", parent=1),
        item(village.second_school, PASSED, number=2, title="Договор", parent=1),
        item(village.far_school, SOON, number=2, title="Договор", parent=1, state=ItemState.DONE),
        item(village.municipality, None, number=3, title="Приказ"),
    )


async def curator_of(village: Village, *schools: int | None) -> Actor:
    curator = await village.settled(Role.SCHOOL_CURATOR, village.far_municipality)
    for school in schools:
        pair = Pair(
            PairId(0), PairKind.SCHOOL, whose(curator), SchoolId(school or 0), ORDER, date(2026, 9, 1), None, None, None
        )
        async with village.units.write() as work:
            await work.pairs.add(pair)
    return await village.actor(curator.chat)


async def test_progress_is_a_count_of_the_rows_behind_it(village: Village) -> None:
    ends = (None, PASSED, TODAY, SOON)
    items = [
        item(owner, last, number=number, state=state)
        for number, (owner, last, state) in enumerate(
            product((village.school, village.second_school, village.far_school, village.municipality), ends, ItemState),
            1,
        )
    ]
    plan, stored = await kept(village.units, village.region, item(village.region, PASSED), *items)
    await kept(village.units, village.school, item(village.school, PASSED))
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    units = await village.use(ShowProgress)(region, None, plan)
    assert (units.by, [share.name for share in units.shares]) == (By.MUNICIPALITY, ["", "Ближний", "Дальний"])
    assert units.total == counts_of(stored, TODAY)
    schools = await village.use(ShowProgress)(region, village.municipality, plan)
    assert (schools.by, [share.number for share in schools.shares]) == (By.SCHOOL, [None, 1, 2])
    for share in (*units.shares[1:], *schools.shares[1:]):
        assert share.counts == counts_of([each for each in stored if share.where.covers(each.owner)], TODAY)
    assert schools.shares[0].counts == counts_of([i for i in stored if i.owner == village.municipality], TODAY)
    assert schools.shares[1].counts == Counts(12, 4, 4, 1, 1)
    assert schools.shares[1].counts.percent == 33
    everything = await village.use(ShowProgress)(region)
    assert everything.total.total == units.total.total + 1


async def test_a_coordinator_counts_her_own_and_a_stranger_nothing(village: Village) -> None:
    plan, _ = await region_plan(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    shown = await village.use(ShowProgress)(near)
    assert [(share.number, share.counts.total) for share in shown.shares] == [(None, 1), (1, 1), (2, 1)]
    assert shown.total == Counts(3, 0, 0, 1, 1)
    for where in (village.far_municipality, village.far_school):
        with pytest.raises(NotFound):
            await village.use(ShowProgress)(near, where)
    teacher = await village.settled(Role.TEACHER, village.school)
    for case, arguments in ((ShowProgress, ()), (PlansInReach, ()), (OpenPlan, (plan,)), (PlanAsTable, (plan,))):
        with pytest.raises(NotAllowed):
            await village.use(case)(teacher, *arguments)
    assert (await village.use(MyItems)(teacher)).items == () or not (await village.use(MyItems)(teacher)).items


async def test_who_helps_a_school_elsewhere_reaches_it_from_her_rows(village: Village) -> None:
    plan, _ = await region_plan(village)
    both = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.seat(both, Role.SCHOOL_CURATOR, village.municipality)
    pair = Pair(
        PairId(0), PairKind.SCHOOL, whose(both), SchoolId(village.far_school.school or 0), ORDER, date(2026, 9, 1),
        None, None, None,
    )  # fmt: skip
    async with village.units.write() as work:
        await work.pairs.add(pair)
    both = await village.actor(both.chat)
    shown = await village.use(ShowProgress)(both)
    assert [(share.where, share.counts.total) for share in shown.shares] == [
        (village.municipality, 3),
        (village.far_municipality, 1),
    ]
    there = await village.use(ShowProgress)(both, village.far_municipality)
    assert (there.by, [share.where for share in there.shares]) == (By.SCHOOL, [village.far_school])
    at_home = await village.use(ShowProgress)(both, village.municipality)
    assert (at_home.by, at_home.total.passed) == (By.SCHOOL, 1)
    assert [share.where for share in at_home.shares] == [village.municipality, village.school, village.second_school]
    table = await village.use(PlanAsTable)(both, plan, village.far_municipality)
    assert [each.owner for each in table.items] == [village.far_school] and table.counts == Counts(1, 1)
    with pytest.raises(NotFound):
        await village.use(ShowProgress)(both, replace(village.far_municipality, municipality=MunicipalityId(999)))


async def test_of_a_plan_everybody_sees_her_own_part(village: Village) -> None:
    plan, (own, whole, first, second, far, order) = await region_plan(village)

    async def rows(actor: Actor) -> list[tuple[int, int | None]]:
        view = await village.use(OpenPlan)(actor, plan)
        return [(entry.item.id, None if entry.parts is None else entry.parts.total) for entry in view.entries]

    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    curator = await curator_of(village, village.school.school, village.second_school.school)
    assert await rows(region) == [(own.id, None), (whole.id, 3), (order.id, None)]
    assert await rows(near) == [(whole.id, 2), (order.id, None)]
    assert await rows(curator) == [(whole.id, 2)]
    assert await rows(lead) == [(first.id, None)]
    _, parts, _ = await village.use(OpenParts)(near, whole.id)
    assert [part.id for part in parts] == [first.id, second.id]
    _, parts, _ = await village.use(OpenParts)(region, whole.id)
    assert [part.id for part in parts] == [first.id, second.id, far.id]
    with pytest.raises(NotFound):
        await village.use(OpenParts)(near, own.id)
    table = await village.use(PlanAsTable)(near, plan)
    assert [each.id for each in table.items] == [first.id, second.id, order.id]
    paper = await village.use(PlanAsTable)(region, plan, village.school)
    assert ([each.id for each in paper.items], paper.counts.total) == ([first.id], 1)


async def test_plans_of_others_are_not_there(village: Village) -> None:
    theirs, _ = await kept(village.units, village.far_school, item(village.far_school, SOON))
    ours, _ = await region_plan(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    assert [(seen.plan.id, seen.counts.total) for seen in await village.use(PlansInReach)(near)] == [(ours, 3)]
    for case in (OpenPlan, PlanAsTable):
        with pytest.raises(NotFound):
            await village.use(case)(near, theirs)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert [seen.plan.id for seen in await village.use(PlansInReach)(region)] == [ours, theirs]


async def test_one_s_own_items_go_by_date(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    _, stored = await kept(
        village.units,
        village.school,
        item(village.school, None, number=1),
        item(village.school, SOON, number=2),
        item(village.school, PASSED, number=3),
        item(village.school, SOON, number=4, state=ItemState.DROPPED),
    )
    mine = await village.use(MyItems)(lead)
    assert [each.id for each in mine.items] == [stored[2].id, stored[1].id, stored[0].id]
    assert mine.today == TODAY


async def test_people_of_a_body_have_the_items_in_which_it_is_named(village: Village) -> None:
    _, (own, *_rest) = await region_plan(village)
    expert = await village.settled(Role.METHODIST, village.region)
    assert not (await village.use(MyItems)(expert)).items
    assert village.region.region is not None
    async with village.units.write() as work:
        await work.plan_people.name_body(village.region.region, "институт", whose(expert))
    assert [each.id for each in (await village.use(MyItems)(expert)).items] == [own.id]


async def test_a_school_s_plan_tells_how_far_it_is_and_whose_turn_it_is(village: Village) -> None:
    states = (ItemState.DONE, ItemState.DONE, ItemState.OPEN, ItemState.ON_REVIEW, ItemState.DROPPED)
    steps = [item(village.school, number=number, state=state) for number, state in enumerate(states, 1)]
    await kept(village.units, village.school, *steps, programme=Programme.MEDK)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    medk = (await village.use(ShowOwnerItems)(lead, village.school)).medk
    assert medk is not None and (medk.done, medk.total, medk.turn) == (2, 4, Turn.SCHOOL)
    assert medk.next is not None and medk.next.number == "3"
    async with village.units.write() as work:
        await work.plans.set_state(medk.next.id, ItemState.ON_REVIEW)
    shown = await village.use(ShowOwnerItems)(lead, village.school)
    assert shown.medk is not None and (shown.medk.turn, shown.reviewer) == (Turn.REVIEWER, None)
    await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert (await village.use(ShowOwnerItems)(lead, village.school)).reviewer is Rung.REGION
    await curator_of(village, village.school.school)
    assert (await village.use(ShowOwnerItems)(lead, village.school)).reviewer is Rung.CURATOR
    far = await village.settled(Role.SCHOOL_LEAD, village.far_school)
    refused: list[type[DomainError]] = []
    for where in (village.school, replace(village.far_school, school=village.school.school)):
        with pytest.raises(DomainError) as caught:
            await village.use(ShowOwnerItems)(far, where)
        refused.append(caught.type)
    assert refused == [NotFound, NotFound]
