"""Profiles as they are entered and read: by the lead, the coordinators, the observer; by nobody else."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shnor_domain.contents import BadEvidence
from shnor_domain.errors import DomainError, Invalid, NotAllowed, NotFound
from shnor_domain.identity import SchoolId
from shnor_domain.risk.errors import ProfileByLead
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import Act, CaseState, Decision
from shnor_domain.risk.use_cases.catalogue import (
    AddFactor,
    FillFactors,
    MoveFactor,
    OfferFactor,
    ReadFactors,
    RenameFactor,
)
from shnor_domain.risk.use_cases.counts import RiskCounts
from shnor_domain.risk.use_cases.find import FindRiskSchool
from shnor_domain.risk.use_cases.profiles import CarryOver, ProfileFile, ProfileVersions
from shnor_domain.roadmap.use_cases.erase import SweepEvidence
from shnor_domain.territories.model import School
from shnor_domain.territories.names import Found, Nothing, Several
from shnor_domain.territories.school_names import find_school
from tests.support.evidence_files import PDF
from tests.support.risk import AUTUMN, EQUIPMENT, FOUR, MOTIVATION, SPECIAL, SPRING, STAFF, Risk


async def refused(acts: Any) -> type[DomainError]:
    with pytest.raises(DomainError) as refusal:
        await acts
    return type(refusal.value)


async def test_of_a_school_without_a_profile_the_card_says_so(risk: Risk) -> None:
    card = await risk.card()
    assert (card.profile, card.rows, card.versions) == (None, (), ())
    assert card.may.enter and card.may.decide and not card.may.protocol


async def test_factors_of_the_current_profile_go_by_significance_and_wait_for_the_school(risk: Risk) -> None:
    await risk.enters("region")
    card = await risk.card("curator")
    assert card.profile is not None and (card.profile.day, card.profile.source) == (AUTUMN, "ФИС ОКО")
    assert [row.factor.code for row in card.rows] == [EQUIPMENT, STAFF, MOTIVATION, SPECIAL]
    assert all(row.case is not None and row.case.decision is Decision.PENDING for row in card.rows)
    assert not card.may.enter and card.may.protocol


@pytest.mark.parametrize("who", ["lead", "district", "region", "observer"])
async def test_a_profile_is_entered_by_the_lead_the_coordinators_and_the_observer(risk: Risk, who: str) -> None:
    kept = await risk.enters(who)
    assert kept.author == risk.who(who).person and kept.wave == 1


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("teacher", ProfileByLead), ("curator", NotAllowed), ("other lead", NotFound), ("other district", NotFound)],
)
async def test_nobody_else_enters_or_even_sees_one(risk: Risk, who: str, refusal: type[DomainError]) -> None:
    assert await refused(risk.enters(who)) is refusal
    await risk.enters("lead")
    if who != "curator":
        assert await refused(risk.card(who)) is refusal
        assert await refused(risk.use(ProfileVersions)(risk.who(who), risk.school)) is refusal


async def test_an_older_profile_is_kept_and_changes_nothing(risk: Risk) -> None:
    await risk.enters("lead")
    old = await risk.enters("lead", {FactorCode("parents"): Significance.HIGH}, SPRING)
    card = await risk.card()
    assert [each.day for each in card.versions] == [AUTUMN, SPRING] and old.year == 2025
    assert FactorCode("parents") not in {row.factor.code for row in card.rows}


async def test_what_is_wrong_with_a_profile_is_said_and_nothing_is_kept(risk: Risk) -> None:
    tomorrow = risk.street.village.clock.at.date() + timedelta(days=1)
    for more, field in (
        ({"day": tomorrow}, "day"),
        ({"source": " "}, "source"),
        ({"factors": {FactorCode("no-such"): Significance.LOW}}, "factor"),
        ({"wave": 10}, "wave"),
    ):
        with pytest.raises(Invalid) as refusal:
            await risk.enters("lead", **more)
        assert refusal.value.field == field
    assert await refused(risk.enters("lead", body=b"MZ program", name="profile.pdf")) is BadEvidence
    assert (await risk.card()).versions == () and risk.street.bodies() == []


async def test_the_file_of_a_profile_is_kept_and_no_sweep_takes_it(risk: Risk) -> None:
    kept = await risk.enters("lead", body=PDF, name="C:\\профиль.exe")
    risk.street.village.clock.forward(days=2)
    assert await risk.use(SweepEvidence)() == 0
    assert await risk.use(ProfileFile)(risk.who("curator"), kept.id) == ("профиль.pdf", PDF)
    assert await refused(risk.use(ProfileFile)(risk.who("other lead"), kept.id)) is NotFound
    assert await refused(risk.use(ProfileFile)(risk.who("teacher"), kept.id)) is ProfileByLead


async def test_a_new_year_carries_what_is_activated_and_asks_the_rest_anew(risk: Risk) -> None:
    await risk.enters("lead", day=SPRING)
    active = await risk.activates(STAFF, SPRING)
    await risk.decides(EQUIPMENT, Decision.REFUTED, "обновили в августе")
    await risk.enters("district", {EQUIPMENT: Significance.LOW})
    card = await risk.card()
    assert [(row.factor.code, row.carried) for row in card.rows] == [(STAFF, True), (EQUIPMENT, False)]
    staff, equipment = (row.case for row in card.rows)
    assert staff is not None and (staff.id, staff.year, staff.activated) == (active.id, 2026, SPRING)
    assert equipment is not None and equipment.decision is Decision.PENDING
    history = (await risk.factor("lead", active.id)).history
    assert [line.act for line in history] == [
        Act.OPENED, Act.DECIDED, Act.CONFIRMED, Act.ACTIVATED, Act.CARRIED,
    ]  # fmt: skip


async def test_a_lead_makes_no_factor_vanish_by_a_profile_of_her_own(risk: Risk) -> None:
    await risk.enters("district")
    decided = await risk.decides(EQUIPMENT)
    await risk.enters("lead", {}, AUTUMN + timedelta(days=1))
    counts = (await risk.use(RiskCounts)(risk.who("district"))).rows
    assert [(row.closed, row.left) for row in counts] == [(0, 4)]
    assert len(await risk.told("risk-waits")) == 1
    confirmed = await risk.confirms("curator", decided)
    assert confirmed.verified
    await risk.enters("district", {STAFF: Significance.HIGH}, AUTUMN + timedelta(days=2))
    assert [row.factor.code for row in (await risk.card()).rows] == [STAFF], "who is above the school ends them"


async def test_of_two_profiles_entered_at_once_the_newer_one_stands(risk: Risk) -> None:
    """Whoever comes first, in many rounds: the cases are those of the newest by date."""
    newer = {STAFF: Significance.HIGH}
    for round_ in range(4):
        day = AUTUMN + timedelta(days=2 * round_)
        await asyncio.gather(risk.enters("region", FOUR, day), risk.enters("district", newer, day + timedelta(days=1)))
        async with risk.street.village.units.read() as work:
            cases = await work.risk_cases.of_school(risk.school)
        assert {one.factor for one in cases if one.state is CaseState.OPEN} == {STAFF}
    assert sorted(one.wave for one in (await risk.card()).versions) == list(range(1, 9))


async def test_the_lead_carries_over_without_a_new_profile_once(risk: Risk) -> None:
    await risk.enters("lead", day=SPRING)
    await risk.activates(STAFF, SPRING)
    assert await refused(risk.use(CarryOver)(risk.who("curator"), risk.school)) is NotAllowed
    assert await risk.use(CarryOver)(risk.who("lead"), risk.school) == 1
    assert await risk.use(CarryOver)(risk.who("district"), risk.school) == 0
    assert (await risk.case(STAFF)).year == 2026


async def test_a_region_changes_the_catalogue_for_itself_alone(risk: Risk) -> None:
    region = risk.street.village.region.region
    who = risk.who("region")
    made = await risk.use(AddFactor)(who, region, "Питание", "Питание школьников", "приказ № 1")
    await risk.use(RenameFactor)(who, region, STAFF, "Кадры")
    await risk.use(OfferFactor)(who, region, MOTIVATION, False)
    moved = await risk.use(MoveFactor)(who, region, made.code, True)
    assert [one.code for one in moved][-2:] == [made.code, FactorCode("parents")]
    found = {one.code: one for one in await risk.use(ReadFactors)(who, region)}
    assert (found[STAFF].name, found[MOTIVATION].active) == ("Кадры", False)
    assert found[STAFF].wording == "Дефицит педагогических кадров"
    assert await refused(risk.use(RenameFactor)(who, region, STAFF, "питание")) is not Invalid
    assert await refused(risk.enters("lead")) is Invalid, "a retired factor is entered no more"
    for stranger in ("district", "lead", "observer"):
        assert await refused(risk.use(ReadFactors)(risk.who(stranger), region)) is NotAllowed
    assert await risk.street.village.use(FillFactors)() == 0
    async with risk.street.village.units.read() as work:
        assert {one.name for one in await work.risk_factors.of_region(None)} >= {"Педагогические кадры"}


async def test_a_school_is_found_by_number_and_place_with_typos_inside_ones_scope(risk: Risk) -> None:
    find, village = risk.use(FindRiskSchool), risk.street.village
    async with village.units.write() as work:
        far = village.far_municipality
        assert far.region is not None and far.municipality is not None
        await work.schools.add(School(SchoolId(0), far.region, far.municipality, "СОШ № 1", 1))
    district = await find(risk.who("district"), "сош 1")
    assert isinstance(district, Found) and district.one.id == risk.school
    region = await find(risk.who("region"), "сош 1")
    assert isinstance(region, Several) and len(region.candidates) == 2
    placed = await find(risk.who("region"), "сош 1 ближн")
    assert isinstance(placed, Found) and placed.one.id == risk.school and placed.one.settlement is None
    typo = await find(risk.who("region"), "сош 1 блжиний")
    assert isinstance(typo, Found) and typo.one.id == risk.school and not typo.exact
    own = await find(risk.who("lead"))
    assert isinstance(own, Found) and own.one.id == risk.school
    assert isinstance(await find(risk.who("lead"), "сош 3"), Nothing)
    assert await refused(find(risk.who("teacher"), "сош 1")) is ProfileByLead


@pytest.mark.parametrize(
    "typed", ["1", "№ 1", "11", "сош 1", "сош1", "школа 11 ближний", "сош 11 ближн", "77 гимназия", "лицей", "9", "6"]
)
async def test_a_number_is_asked_of_the_database_first_and_nothing_else_is_found_for_it(risk: Risk, typed: str) -> None:
    village = risk.street.village
    far = village.far_municipality
    assert far.region is not None and far.municipality is not None
    made = [("СОШ № 1", 1), ("СОШ № 11", 11), ("Гимназия № 77", 77), ("Лицей 6", None), ("ООШ № 10", 10)]
    async with village.units.write() as work:
        for name, number in made:
            await work.schools.add(
                School(SchoolId(0), far.region, far.municipality, name, number, "Дальний", name[::-1])
            )
        of_all = {unit.id: unit for unit in await work.municipalities.within()}
        schools = [one for one in await work.schools.within(far.region) if one.state.open]
    placed = [
        replace(
            one,
            settlement=" ".join(
                filter(None, (one.settlement, of_all[one.municipality].name, of_all[one.municipality].town))
            ),
        )
        for one in schools
    ]

    def told(match: Any) -> tuple[str, tuple[int, ...]]:
        many = getattr(match, "candidates", None) or getattr(match, "near", None)
        return type(match).__name__, tuple(one.id for one in many or filter(None, [getattr(match, "one", None)]))

    assert told(await risk.use(FindRiskSchool)(risk.who("region"), typed)) == told(find_school(typed, placed))


async def test_the_same_factors_of_the_demo_school_are_four(risk: Risk) -> None:
    await risk.enters("lead")
    assert {row.factor.code for row in (await risk.card()).rows} == set(FOUR)
