"""An update that comes again after a kill of the process brings no old value back (ADR 3); on both databases."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

from shnor_domain.results.clusters import Cluster
from shnor_domain.results.entering import Entry
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.results.use_cases.clusters import EnterCluster
from shnor_domain.results.use_cases.entering import DropResult, EnterResults, MarkBiased, SetWithoutEge
from shnor_domain.results.use_cases.profiles import AddProfile, ChangeProfile, ChooseProfile, ListProfiles
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from tests.support.results import MATHS, Y25, Land

PROFILE = ThresholdProfile(ThresholdId(0), "Порог", "письмо", date(2026, 9, 1), 250, 1, 1, Combine.OR)


@asynccontextmanager
async def in_hand(number: int) -> AsyncIterator[None]:
    token = update_in_hand.set(UpdateInHand(number, 7))
    try:
        yield
    finally:
        update_in_hand.reset(token)


async def comes_again(act: Callable[[], Awaitable[object]], meanwhile: Callable[[], Awaitable[object]]) -> None:
    """The same update before and after somebody else's act."""
    async with in_hand(7):
        await act()
    async with in_hand(8):
        await meanwhile()
    async with in_hand(7):
        await act()


async def test_an_update_that_comes_again_brings_no_old_number_or_mark_back(land: Land) -> None:
    enter, mark = land.use(EnterResults), land.use(MarkBiased)
    old, new = [Entry(Y25, MATHS, 20, 5)], [Entry(Y25, MATHS, 21, 5)]
    await comes_again(
        lambda: enter(land.lead(), land.id(1), old, "отчёт"), lambda: enter(land.region, land.id(1), new, "отчёт")
    )
    assert (await land.cell(land.region, Y25, MATHS)).participants == 21
    await comes_again(
        lambda: mark(land.observer, land.id(1), Y25, MATHS, True),
        lambda: mark(land.region, land.id(1), Y25, MATHS, False),
    )
    assert not (await land.cell(land.region, Y25, MATHS)).biased
    await comes_again(
        lambda: land.use(DropResult)(land.lead(), land.id(1), Y25, MATHS),
        lambda: land.lay(land.result(1, Y25, MATHS, 22, 5)),
    )
    assert (await land.cell(land.region, Y25, MATHS)).participants == 22


async def test_an_update_that_comes_again_brings_no_old_cluster_or_ege_back(land: Land) -> None:
    enter, without = land.use(EnterCluster), land.use(SetWithoutEge)
    await comes_again(
        lambda: enter(land.observer, land.id(1), Y25, Cluster.STRONG, "список"),
        lambda: enter(land.region, land.id(1), Y25, Cluster.BASE, "список"),
    )
    shown = await land.shown(land.region)
    assert [one.kept.cluster for one in shown.clusters if one.kept is not None] == [Cluster.BASE]
    await comes_again(
        lambda: without(land.lead(), land.id(1), True), lambda: without(land.coordinator, land.id(1), False)
    )
    assert not (await land.shown(land.lead())).without_ege


async def test_an_update_that_comes_again_brings_no_old_profile_back(land: Land) -> None:
    region = land.village.region.region
    add, change, choose = (land.use(case) for case in (AddProfile, ChangeProfile, ChooseProfile))
    async with in_hand(6):
        made, again = await add(land.region, region, PROFILE), await add(land.region, region, PROFILE)
    assert made == again
    await comes_again(
        lambda: change(land.region, replace(PROFILE, id=made, share=100)),
        lambda: change(land.admin, replace(PROFILE, id=made, share=200)),
    )
    shipped = (await land.use(ListProfiles)(land.region, region)).profiles[0].id
    await comes_again(lambda: choose(land.region, region, made), lambda: choose(land.admin, region, shipped))
    told = await land.use(ListProfiles)(land.region, region)
    assert (told.active.id, told.profiles[-1].share) == (shipped, 200)
