"""Who enters a table, for which unit, and who may not."""

from collections.abc import Awaitable, Callable

import pytest

from shnor_domain.competence.errors import BadCounts
from shnor_domain.competence.model import Counts
from shnor_domain.competence.use_cases.entering import DropCounts, EnterCounts, EnterHeadcount
from shnor_domain.competence.use_cases.looking import CompetencePlaces, CompetenceYears, ShowCompetence
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.territories.model import SchoolYear
from tests.support.village import CHEMISTRY, Village

YEAR = SchoolYear(2026)
COUNTS = Counts(3, 4, 7, 2)
Helper = Callable[[Role, Territory], Awaitable[Actor]]


async def enter(village: Village, actor: Actor, where: Territory, counts: Counts = COUNTS) -> None:
    await village.use(EnterCounts)(actor, where, YEAR, CHEMISTRY, counts)


async def units(village: Village) -> list[tuple[Territory, PersonId | None]]:
    async with village.units.read() as work:
        return [(row.unit, row.by) for row in await work.competence.rows(village.region, YEAR)]


async def test_each_enters_for_her_own_unit(village: Village) -> None:
    for role, held, where, unit in (
        (Role.SCHOOL_LEAD, village.school, village.school, village.school),
        (Role.MUNICIPAL_COORDINATOR, village.municipality, village.school, village.municipality),
        (Role.METHODIST, village.municipality, village.municipality, village.municipality),
        (Role.REGIONAL_COORDINATOR, village.region, village.municipality, village.region),
        (Role.OBSERVER, village.region, village.far_municipality, village.region),
        (Role.METHODIST, village.region, village.far_school, village.region),
    ):
        actor = await village.settled(role, held)
        await enter(village, actor, where)
        assert (unit, actor.person) in await units(village)
        view = await village.use(ShowCompetence)(actor, where, YEAR)
        assert view.enters and view.summary.total == COUNTS
    written = [row for row in (await village.dump())["audit"] if "competence-enter" in row]
    assert len(written) == 6


async def test_others_enter_nothing_anywhere(village: Village, helper: Helper) -> None:
    before = await village.dump()
    refused: list[tuple[Actor, type[Exception]]] = [
        (await village.settled(Role.TEACHER, village.school), NotAllowed),
        (await village.settled(Role.TUTOR, village.municipality), NotAllowed),
        (await helper(Role.SCHOOL_CURATOR, village.school), NotAllowed),
        (await helper(Role.MENTOR, village.school), NotAllowed),
        (await village.settled(Role.SCHOOL_LEAD, village.second_school), NotFound),
        (await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality), NotFound),
        (await village.settled(Role.METHODIST, village.far_municipality), NotFound),
    ]
    for actor, error in refused:
        for call, more in ((EnterCounts, (CHEMISTRY, COUNTS)), (DropCounts, (CHEMISTRY,)), (EnterHeadcount, (5,))):
            with pytest.raises(error):
                await village.use(call)(actor, village.school, YEAR, *more)
    after = await village.dump()
    for table in ("competence_count", "competence_people"):
        assert after[table] == before[table] == []


async def test_a_lead_enters_no_table_of_her_municipality(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    with pytest.raises(NotFound):
        await enter(village, lead, village.municipality)
    with pytest.raises(NotFound):
        await village.use(ShowCompetence)(lead, village.municipality, YEAR)


async def test_a_button_cannot_make_a_school_lie_elsewhere(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    forged = Territory(village.municipality.region, village.municipality.municipality, village.far_school.school)
    for where in (forged, Territory(school=SchoolId(10_000)), Territory(municipality=MunicipalityId(10_000))):
        with pytest.raises(NotFound):
            await enter(village, coordinator, where)
        with pytest.raises(NotFound):
            await village.use(ShowCompetence)(coordinator, where, YEAR)


async def test_what_is_no_table_is_refused(village: Village) -> None:
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    enter_counts = village.use(EnterCounts)
    with pytest.raises(Invalid):
        await enter_counts(region, village.region, YEAR, CHEMISTRY, COUNTS)
    for year in (SchoolYear(2014), SchoolYear(2027)):
        with pytest.raises(Invalid):
            await enter_counts(region, village.municipality, year, CHEMISTRY, COUNTS)
    with pytest.raises(Invalid):
        await enter_counts(region, village.municipality, YEAR, SubjectId("magic"), COUNTS)
    for counts in (Counts(), Counts(-1, 9), Counts(10**6)):
        with pytest.raises(BadCounts):
            await enter_counts(region, village.municipality, YEAR, CHEMISTRY, counts)
    assert await units(village) == []


async def test_more_people_than_positions_are_refused_where_all_positions_are_hers_to_see(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    people = village.use(EnterHeadcount)
    await enter(village, coordinator, village.municipality, Counts(1, 1, 1))
    with pytest.raises(BadCounts):
        await people(coordinator, village.municipality, YEAR, 4)
    for number in (0, -1):
        with pytest.raises(BadCounts):
            await people(coordinator, village.municipality, YEAR, number)
    await people(region, village.municipality, YEAR, 4)
    await people(coordinator, village.municipality, YEAR, 2)
    view = await village.use(ShowCompetence)(coordinator, village.municipality, YEAR)
    assert view.summary.people == 2
    await people(coordinator, village.municipality, YEAR, None)
    assert (await village.use(ShowCompetence)(coordinator, village.municipality, YEAR)).summary.people is None


async def test_an_update_fed_again_brings_no_old_number_back(village: Village) -> None:
    """Somebody else corrected what it wrote in between."""
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    other = await village.settled(Role.METHODIST, village.municipality)
    people = village.use(EnterHeadcount)

    async def again(update: int, call: Callable[[], Awaitable[None]]) -> None:
        token = update_in_hand.set(UpdateInHand(update, coordinator.chat))
        try:
            await call()
        finally:
            update_in_hand.reset(token)

    async def now() -> tuple[Counts, int | None]:
        summary = (await village.use(ShowCompetence)(coordinator, village.municipality, YEAR)).summary
        return summary.total, summary.people

    async def enters() -> None:
        await enter(village, coordinator, village.municipality)

    async def counts_people() -> None:
        await people(coordinator, village.municipality, YEAR, 11)

    async def drops() -> None:
        await village.use(DropCounts)(coordinator, village.municipality, YEAR, CHEMISTRY)

    await again(1, enters)
    await again(2, counts_people)
    assert await now() == (COUNTS, 11)
    await enter(village, other, village.municipality, Counts(9, 9))
    await people(other, village.municipality, YEAR, 12)
    await again(1, enters)
    await again(2, counts_people)
    assert await now() == (Counts(9, 9), 12)
    await again(3, drops)
    assert await now() == (Counts(), None)
    await enter(village, other, village.municipality, Counts(8, 8))
    await again(3, drops)
    assert await now() == (Counts(8, 8), 12)
    await again(4, enters)
    assert await now() == (COUNTS, 12), "another update is another wish"


async def test_who_begins_where(village: Village, helper: Helper) -> None:
    places = village.use(CompetencePlaces)
    for role, held, found in (
        (Role.REGIONAL_COORDINATOR, village.region, [village.region]),
        (Role.METHODIST, village.municipality, [village.municipality]),
        (Role.ADMIN, Territory(), [village.region]),
        (Role.SCHOOL_LEAD, village.school, [village.school]),
        (Role.SCHOOL_CURATOR, village.municipality, []),
        (Role.TEACHER, village.school, []),
    ):
        assert await places(await village.settled(role, held)) == found
    for role in (Role.SCHOOL_CURATOR, Role.MENTOR):
        assert await places(await helper(role, village.school)) == [village.school]


async def test_years_are_this_one_three_before_it_and_those_entered(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.use(EnterCounts)(coordinator, village.school, SchoolYear(2019), CHEMISTRY, COUNTS)
    rows = await village.use(CompetenceYears)(coordinator, village.municipality)
    assert [(row.year, row.entered) for row in rows] == [
        (2026, False), (2025, False), (2024, False), (2023, False), (2019, True),
    ]  # fmt: skip


async def test_inside_go_by_number_whatever_they_have(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await enter(village, coordinator, village.second_school)
    view = await village.use(ShowCompetence)(coordinator, village.municipality, YEAR)
    assert [(one.name, bool(one.summary.lines)) for one in view.inside] == [("СОШ № 1", False), ("СОШ № 2", True)]
    assert (view.of, view.summary.tables, view.above) == (2, 1, None)
