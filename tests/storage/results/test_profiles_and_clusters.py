"""Threshold profiles of a region, clusters by year, and how schools moved; on both databases."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.results.clusters import Cluster, Dynamics, Moves
from shnor_domain.results.procedures import procedures
from shnor_domain.results.thresholds import Combine, Outcome, ThresholdId, ThresholdProfile
from shnor_domain.results.use_cases.clusters import ClusterHistory, ClusterMoves, EnterCluster
from shnor_domain.results.use_cases.counting import OverThreshold, SchoolsOverThreshold
from shnor_domain.results.use_cases.entering import SetWithoutEge
from shnor_domain.results.use_cases.profiles import (
    AddProfile,
    ChangeProfile,
    ChooseProfile,
    FillThresholds,
    ListProfiles,
    Profiles,
)
from shnor_domain.territories.model import School, SchoolState, SchoolYear
from shnor_domain.territories.use_cases.change_schools import CloseSchool
from tests.support.results import MATHS, RUSSIAN, Y24, Y25, Land, holding

OWN = ThresholdProfile(ThresholdId(0), " Наш  порог ", "письмо", date(2026, 9, 1), 250, 1, 1, Combine.OR, 5)
Y26 = SchoolYear(2026)


async def listed(land: Land, actor: Actor) -> Profiles:
    found: Profiles = await land.use(ListProfiles)(actor, land.village.region.region)
    return found


async def test_the_shipped_profiles_are_there_once_and_the_first_holds(land: Land) -> None:
    assert await FillThresholds(land.village.units.write)() == 0
    told = await listed(land, land.coordinator)
    assert [one.combine for one in told.profiles] == [Combine.AND, Combine.OR, Combine.INFO]
    assert told.active == told.profiles[0] and not told.changes
    assert (await land.shown(land.lead())).verdict.profile == told.active


async def test_a_region_adds_changes_and_chooses_its_own(land: Land) -> None:
    region = land.village.region.region
    made = await land.use(AddProfile)(land.region, region, OWN)
    assert (await listed(land, land.region)).active.combine is Combine.AND, "adding chooses nothing"
    await land.use(ChooseProfile)(land.region, region, made)
    await land.use(ChangeProfile)(land.region, replace(OWN, id=made, share=150))
    told = await listed(land, land.region)
    assert (told.active.id, told.active.title, told.active.share, told.changes) == (made, "Наш порог", 150, True)
    assert told.profiles[-1] == told.active and told.active.region == region
    await land.lay(land.result(1, Y25, MATHS, 20, 3))
    verdict = (await land.shown(land.lead())).verdict
    assert (verdict.outcome, verdict.procedures, verdict.profile.title) == (Outcome.REACHED, (MATHS,), "Наш порог")


async def test_nobody_else_changes_profiles(land: Land) -> None:
    region = land.village.region.region
    made = await land.use(AddProfile)(land.region, region, OWN)
    async with land.village.units.write() as work:
        other = await work.municipalities.add_region("Другая республика", None)
    stranger = holding(Role.REGIONAL_COORDINATOR, Territory(other))
    for actor in (land.coordinator, land.observer, land.lead(), land.teacher):
        for case, arguments in ((AddProfile, (region, OWN)), (ChooseProfile, (region, made))):
            with pytest.raises(NotAllowed):
                await land.use(case)(actor, *arguments)
        with pytest.raises(NotAllowed):
            await land.use(ChangeProfile)(actor, replace(OWN, id=made))
    strange: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (AddProfile, (region, OWN)), (ChooseProfile, (region, made)), (ListProfiles, (region,)),
    )  # fmt: skip
    for each, given in strange:
        with pytest.raises(NotFound):
            await land.use(each)(stranger, *given)
    with pytest.raises(NotFound):
        await land.use(ChangeProfile)(stranger, replace(OWN, id=made))
    with pytest.raises(NotFound):
        await land.use(ChooseProfile)(stranger, other, made)


async def test_a_shipped_profile_is_everybodys_and_is_not_changed(land: Land) -> None:
    shipped = (await listed(land, land.region)).profiles[0]
    with pytest.raises(NotFound):
        await land.use(ChangeProfile)(land.region, replace(shipped, share=1))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"source": ""}, "source"),
        ({"share": 0}, "share"),
        ({"share": 1001}, "share"),
        ({"procedures": 10}, "procedures"),
        ({"years": 4}, "years"),
        ({"minimum": 0}, "minimum"),
    ],
)
async def test_a_profile_needs_title_source_and_numbers_that_can_be(
    sqlite_land: Land, wrong: dict[str, object], field: str
) -> None:
    land = sqlite_land
    values = {name: getattr(OWN, name) for name in OWN.__dataclass_fields__} | wrong
    with pytest.raises(Invalid) as refused:
        await land.use(AddProfile)(land.region, land.village.region.region, ThresholdProfile(**values))
    assert refused.value.field == field


async def test_schools_over_the_threshold_are_counted_and_listed_by_number(land: Land) -> None:
    for school in (5, 1, 3):
        for year in (Y24, Y25):
            for code in (MATHS, RUSSIAN):
                await land.lay(land.result(school, year, code, 10, 9))
    await land.lay(*(land.result(2, Y25, one.code, 10, 0) for one in procedures()))
    told: OverThreshold = await land.use(SchoolsOverThreshold)(land.region, land.village.region)
    assert [school.number for school in told.page.rows] == [1, 5, 3], "by municipality, then number"
    assert (told.year, told.page.total) == (Y25, 3)
    assert told.counts == {
        Outcome.REACHED: 3, Outcome.NOT_REACHED: 1, Outcome.NO_DATA: 1, Outcome.TOLD: 0,
    }  # fmt: skip
    near: OverThreshold = await land.use(SchoolsOverThreshold)(land.coordinator, land.village.municipality, 9)
    assert [school.number for school in near.page.rows] == [1, 5] and near.page.number == 0
    with pytest.raises(NotFound):
        await land.use(SchoolsOverThreshold)(land.coordinator, land.village.far_municipality)


async def test_the_count_says_what_the_cards_say(land: Land) -> None:
    for school, below in ((1, 9), (2, 3), (4, 2)):
        for code in (MATHS, RUSSIAN):
            await land.lay(land.result(school, Y25, code, 10, below), land.result(school, Y24, code, 10, below))
    told: OverThreshold = await land.use(SchoolsOverThreshold)(land.coordinator, land.village.municipality)
    cards = [number for number in (1, 2, 4, 5)
             if (await land.shown(land.coordinator, number)).verdict.outcome is Outcome.REACHED]  # fmt: skip
    assert [school.number for school in told.page.rows] == cards == [1, 2]


async def told_of(land: Land, actor: Actor, number: int = 1) -> tuple[Outcome, int]:
    """What the card of a school says, which is what the count of the territory says of it."""
    card = (await land.shown(actor, number)).verdict
    counted: OverThreshold = await land.use(SchoolsOverThreshold)(actor, land.village.municipality)
    assert counted.counts[card.outcome] >= 1 and sum(counted.counts.values()) == 4
    others = Counter([(await land.shown(actor, each)).verdict.outcome for each in (1, 2, 4, 5)])
    assert {outcome: count for outcome, count in counted.counts.items() if count} == others
    return card.outcome, card.hidden


async def test_a_group_of_last_year_that_is_hidden_leaves_the_verdict_open_and_is_counted(land: Land) -> None:
    now = [land.result(1, Y25, one.code, 10, 9 if one.code in (MATHS, RUSSIAN) else 0) for one in procedures()]
    before = [land.result(1, Y24, one.code, 4, 4) for one in procedures()[2:]]
    await land.lay(*now, *before, land.result(1, Y24, MATHS, 10, 0), land.result(1, Y24, procedures()[1].code, 4, 0))
    assert await told_of(land, land.coordinator) == (Outcome.NO_DATA, 8)
    assert (await land.shown(land.lead())).verdict.outcome is Outcome.REACHED


async def test_a_school_without_ege_and_no_procedure_leave_nothing_open(land: Land) -> None:
    codes = [one.code for one in procedures()[:6]]
    await land.lay(*(land.result(1, Y25, code, 10, 9) for code in codes[:2]))
    await land.lay(*(land.result(1, Y25, code, 10, 0) for code in codes[2:]))
    await land.lay(*(land.result(1, Y24, code, 0, 0) for code in codes))
    assert await told_of(land, land.coordinator) == (Outcome.NO_DATA, 0), "ЕГЭ of both years is missing"
    await land.use(SetWithoutEge)(land.coordinator, land.id(1), True)
    assert await told_of(land, land.coordinator) == (Outcome.NOT_REACHED, 0)
    await land.lay(*(land.result(2, Y25, code, 10, 0) for code in codes))
    assert await told_of(land, land.coordinator, 2) == (Outcome.NO_DATA, 0), "three of ЕГЭ are missing"
    await land.use(SetWithoutEge)(land.coordinator, land.id(2), True)
    assert await told_of(land, land.coordinator, 2) == (Outcome.NOT_REACHED, 0)


async def test_years_before_a_joining_are_of_another_school_and_leave_the_second_condition_open(land: Land) -> None:
    for year in (Y24, Y25):
        await land.lay(*(land.result(1, year, code, 10, 9) for code in (MATHS, RUSSIAN)))
    assert (await land.shown(land.coordinator)).verdict.outcome is Outcome.REACHED
    await land.lay(land.result(2, Y24, MATHS, 20, 9))
    async with land.village.units.write() as work:
        school = await work.schools.get(land.id(2))
        assert isinstance(school, School)
        await work.schools.change(replace(school, state=SchoolState.MERGED, successor=land.id(1)))
    verdict = (await land.shown(land.coordinator)).verdict
    assert (verdict.outcome, verdict.procedures, verdict.repeated) == (Outcome.NO_DATA, (MATHS, RUSSIAN), ())
    counted: OverThreshold = await land.use(SchoolsOverThreshold)(land.coordinator, land.village.municipality)
    assert counted.counts[Outcome.REACHED] == 0 and counted.page.total == 0


async def test_a_cluster_is_entered_with_its_document_and_taken_away(land: Land) -> None:
    await land.use(EnterCluster)(land.observer, land.id(1), Y25, Cluster.STRONG, "список")
    await land.use(EnterCluster)(land.coordinator, land.id(1), Y26, Cluster.BASE, "список")
    history = await land.use(ClusterHistory)(land.lead(), land.id(1))
    assert [(one.year, one.cluster, one.source) for one in history] == [
        (Y25, Cluster.STRONG, "список"), (Y26, Cluster.BASE, "список"),
    ]  # fmt: skip
    shown = (await land.shown(land.lead())).clusters
    assert [(one.year, one.dynamics) for one in shown] == [
        (Y24, Dynamics.NO_COMPARISON), (Y25, Dynamics.NO_COMPARISON), (Y26, Dynamics.POSITIVE),
    ]  # fmt: skip
    await land.use(EnterCluster)(land.region, land.id(1), Y26, None, "")
    assert len(await land.use(ClusterHistory)(land.curator(), land.id(1))) == 1


async def test_a_school_enters_no_cluster_and_a_cluster_needs_a_document(land: Land) -> None:
    with pytest.raises(NotAllowed):
        await land.use(EnterCluster)(land.lead(), land.id(1), Y25, Cluster.OUT, "список")
    with pytest.raises(NotFound):
        await land.use(EnterCluster)(land.coordinator, land.id(3), Y25, Cluster.OUT, "список")
    with pytest.raises(Invalid):
        await land.use(EnterCluster)(land.coordinator, land.id(1), Y25, Cluster.OUT, " ")
    with pytest.raises(Invalid):
        await land.use(EnterCluster)(land.coordinator, land.id(1), SchoolYear(2030), Cluster.OUT, "список")


async def test_who_leads_the_school_enters_no_cluster_of_it_whatever_else_she_is(land: Land) -> None:
    with pytest.raises(NotAllowed):
        await land.use(EnterCluster)(land.both(), land.id(1), Y25, Cluster.OUT, "список")
    await land.use(EnterCluster)(land.both(), land.id(2), Y25, Cluster.OUT, "список")


async def laid(land: Land, number: int, before: Cluster | None, now: Cluster | None) -> None:
    for year, cluster in ((Y25, before), (Y26, now)):
        if cluster is not None:
            await land.use(EnterCluster)(land.region, land.id(number), year, cluster, "список")


async def test_moves_are_counted_and_no_school_is_named(land: Land) -> None:
    await laid(land, 1, Cluster.STRONG, Cluster.BASE)
    await laid(land, 2, Cluster.OUT, Cluster.BASE)
    await laid(land, 3, Cluster.MEDIUM, Cluster.MEDIUM)
    await laid(land, 4, None, Cluster.MEDIUM)
    told: Moves = await land.use(ClusterMoves)(land.region, land.village.region)
    assert told.year == Y26 and told.counts == {
        Dynamics.POSITIVE: 1, Dynamics.NEGATIVE: 1, Dynamics.NEUTRAL: 1, Dynamics.NO_COMPARISON: 1,
    }  # fmt: skip
    near: Moves = await land.use(ClusterMoves)(land.coordinator, land.village.municipality)
    assert near.counts[Dynamics.NEUTRAL] == 0


async def test_a_school_that_another_was_joined_to_is_not_compared_across_it(land: Land) -> None:
    await laid(land, 1, Cluster.STRONG, Cluster.BASE)
    await land.lay(land.result(1, Y24, MATHS, 20, 9), land.result(1, Y25, MATHS, 20, 3))
    await land.use(CloseSchool)(land.coordinator, land.id(2), land.id(1))
    told: Moves = await land.use(ClusterMoves)(land.region, land.village.region)
    assert (told.counts[Dynamics.POSITIVE], told.counts[Dynamics.NO_COMPARISON]) == (0, 1)
    shown = await land.shown(land.lead())
    assert shown.clusters[2].dynamics is Dynamics.NO_COMPARISON
    assert shown.rows[0].changes[2] is not None, "joined in 2026: results of 2024/25 and 2025/26 are of one school"


async def test_of_a_joining_that_nobody_entered_here_the_last_year_tells(land: Land) -> None:
    await laid(land, 1, Cluster.STRONG, Cluster.BASE)
    await land.lay(land.result(2, Y24, MATHS, 20, 9))
    async with land.village.units.write() as work:
        school = await work.schools.get(land.id(2))
        assert isinstance(school, School)
        await work.schools.change(replace(school, state=SchoolState.MERGED, successor=SchoolId(land.id(1))))
        mergers = await work.clusters.mergers(land.village.municipality)
    assert mergers == {land.id(1): frozenset({Y25})}
    assert (await land.shown(land.lead())).clusters[2].dynamics is Dynamics.POSITIVE
