"""«Кто отвечает»: who stands behind a body, and who may say so."""

from typing import Any

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, RegionId, Role, Territory
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window, school_plan
from shnor_domain.roadmap.use_cases.plan_bodies import BodiesOf, BodyRow, NameBody, UnnameBody
from tests.support.village import TUESDAY, Village, whose

YEAR: Window = school_plan(2026).window


def item(owner: Territory, *bodies: str, parent: int | None = None) -> Item:
    of = None if parent is None else ItemId(parent)
    return Item(ItemId(0), PlanId(0), of, 1, "1", "Семинар", Period("", (YEAR,)), owner, TUESDAY, bodies)


@pytest.fixture
async def region(village: Village) -> RegionId:
    """With a plan that names bodies: whole items, a shared one, a municipality's."""
    plan = Plan(PlanId(0), "План", Programme.ROADMAP, village.region, YEAR, "", TUESDAY)
    items = (
        item(village.region, "ИРО", "Совет"),
        item(village.region, "ЦОКО", "МОУО"),
        item(village.region, "ЦОКО", parent=1),
        item(village.municipality, "МОУО", parent=1),
    )
    async with village.units.write() as work:
        await work.plans.add(plan, items)
    assert village.region.region is not None
    return village.region.region


async def rows(village: Village, actor: Actor, region: RegionId) -> dict[str, tuple[PersonId, ...]]:
    found: list[BodyRow] = await village.use(BodiesOf)(actor, region)
    return {row.name: row.people for row in found}


async def test_bodies_of_the_regions_own_items_are_listed_by_name(village: Village, region: RegionId) -> None:
    actor = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert await rows(village, actor, region) == {"ИРО": (), "Совет": (), "ЦОКО": ()}


async def test_people_of_the_region_are_named_and_taken_off_again(village: Village, region: RegionId) -> None:
    actor = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    expert = whose(await village.settled(Role.METHODIST, village.municipality))
    for _ in range(2):
        await village.use(NameBody)(actor, region, "ИРО", expert)
    assert (await rows(village, actor, region))["ИРО"] == (expert,)
    async with village.units.read() as work:
        assert await work.plan_people.of_body(region, "ИРО") == [expert]
    for _ in range(2):
        await village.use(UnnameBody)(actor, region, "ИРО", expert)
    assert (await rows(village, actor, region))["ИРО"] == ()
    log = [row for row in (await village.dump())["audit"] if "plan-body-name" in row or "plan-body-unname" in row]
    assert len(log) == 2


async def test_a_body_of_no_plan_and_a_person_from_elsewhere_are_not_there(village: Village, region: RegionId) -> None:
    actor = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    expert = whose(await village.settled(Role.METHODIST, village.region))
    async with village.units.write() as work:
        other = await work.municipalities.add_region("Другая", None)
    foreign = whose(await village.settled(Role.METHODIST, Territory(other)))
    newcomer = whose(await village.newcomer())
    for body, person in (("Никто", expert), ("ИРО", foreign), ("ИРО", newcomer), ("ИРО", PersonId(10_000))):
        with pytest.raises(NotFound):
            await village.use(NameBody)(actor, region, body, person)


async def test_only_the_region_itself_and_an_admin_see_and_name(village: Village, region: RegionId) -> None:
    expert = whose(await village.settled(Role.METHODIST, village.region))
    async with village.units.write() as work:
        other = await work.municipalities.add_region("Другая", None)
    before = await village.dump()
    refused: list[tuple[Actor, type[Exception]]] = [
        (await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality), NotAllowed),
        (await village.settled(Role.OBSERVER, village.region), NotAllowed),
        (await village.settled(Role.REGIONAL_COORDINATOR, Territory(other)), NotFound),
    ]
    calls: list[tuple[Any, tuple[Any, ...]]] = [
        (BodiesOf, ()),
        (NameBody, ("ИРО", expert)),
        (UnnameBody, ("ИРО", expert)),
    ]
    for actor, error in refused:
        for case, arguments in calls:
            with pytest.raises(error):
                await village.use(case)(actor, region, *arguments)
    assert (await village.dump())["plan_body"] == before["plan_body"]
    admin = await village.settled(Role.ADMIN, Territory())
    await village.use(NameBody)(admin, region, "ИРО", expert)
    assert (await rows(village, admin, region))["ИРО"] == (expert,)
