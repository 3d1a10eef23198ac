"""Results are entered by those who may, overwritten, marked and taken back; on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.results.cells import State
from shnor_domain.results.entering import Entry
from shnor_domain.results.procedures import procedures
from shnor_domain.results.use_cases.entering import DropResult, EnterResults, MarkBiased, SetWithoutEge
from shnor_domain.results.use_cases.listing import ResultsOfSchools, SchoolLines
from shnor_domain.results.use_cases.tables import ResultsTable, ScopeTable
from shnor_domain.storage.schema.people import audit
from shnor_domain.territories.model import School, SchoolState, SchoolYear
from tests.support.results import EGE, MATHS, RUSSIAN, Y23, Y24, Y25, Land, holding
from tests.support.village import whose


async def test_a_lead_enters_many_values_at_once_and_reads_them(land: Land) -> None:
    lead = await land.village.settled(Role.SCHOOL_LEAD, land.schools[1])
    entries = [Entry(Y25, MATHS, 20, 5), Entry(Y24, MATHS, 18, 9), Entry(Y25, RUSSIAN, 0)]
    assert await land.use(EnterResults)(lead, land.id(1), entries, " протокол  № 5 ") == 3
    cell = await land.cell(lead, Y25, MATHS)
    assert (cell.participants, cell.below, cell.share, cell.source) == (20, 5, 250, "протокол № 5")
    assert (await land.cell(lead, Y25, RUSSIAN)).state is State.NO_PROCEDURE
    assert (await land.cell(lead, Y23, RUSSIAN)).state is State.NO_DATA
    row = (await land.shown(lead)).rows[0]
    assert [None if one is None else one.points for one in row.changes] == [None, None, -250]


async def test_a_correction_overwrites_and_the_log_keeps_who_and_what_in_codes(land: Land) -> None:
    lead = await land.village.settled(Role.SCHOOL_LEAD, land.schools[1])
    for below in (5, 6):
        await land.use(EnterResults)(lead, land.id(1), [Entry(Y25, MATHS, 20, below)], "отчёт")
    assert (await land.cell(lead, Y25, MATHS)).below == 6
    async with land.village.database.read() as connection:
        rows = (await connection.execute(select(audit).where(audit.c.action == "results-enter"))).all()
    assert [(row.actor_id, row.subject) for row in rows] == [(whose(lead), f"school:{land.id(1)}")] * 2
    assert {str(row.details) for row in rows} == {"{'2025': 'vpr-math-5'}"}


@pytest.mark.parametrize("who", ["lead", "coordinator", "region", "observer", "admin"])
async def test_those_who_answer_for_a_school_enter(sqlite_land: Land, who: str) -> None:
    land = sqlite_land
    actor = land.lead() if who == "lead" else getattr(land, who)
    assert await land.use(EnterResults)(actor, land.id(1), [Entry(Y25, MATHS, 20, 5)], "отчёт") == 1
    assert (await land.cell(actor, Y25, MATHS)).below == 5


async def test_nobody_else_enters(sqlite_land: Land) -> None:
    land, entries = sqlite_land, [Entry(Y25, MATHS, 20, 5)]
    methodist = holding(Role.METHODIST, land.village.region)
    for actor in (land.teacher, methodist, land.curator(), land.mentor()):
        with pytest.raises(NotAllowed):
            await land.use(EnterResults)(actor, land.id(1), entries, "отчёт")
    for actor in (land.lead(2), holding(Role.MUNICIPAL_COORDINATOR, land.village.far_municipality)):
        with pytest.raises(NotFound):
            await land.use(EnterResults)(actor, land.id(1), entries, "отчёт")
    assert (await land.cell(land.lead(), Y25, MATHS)).state is State.NO_DATA


async def test_one_wrong_number_and_nothing_is_written(sqlite_land: Land) -> None:
    land = sqlite_land
    with pytest.raises(Invalid):
        await land.use(EnterResults)(land.lead(), land.id(1), [Entry(Y25, MATHS, 20, 5), Entry(Y25, EGE, 5, 6)], "о")
    assert (await land.shown(land.lead())).completeness.entered == 0


async def test_a_school_without_ege_has_six_procedures_and_keeps_what_it_had(land: Land) -> None:
    lead = land.lead()
    await land.lay(land.result(1, Y23, EGE, 10, 1))
    assert (await land.shown(lead)).completeness.due == 27
    await land.use(SetWithoutEge)(lead, land.id(1), True)
    await land.use(SetWithoutEge)(lead, land.id(1), True)
    shown = await land.shown(lead)
    assert (shown.without_ege, shown.completeness.due, shown.completeness.entered) == (True, 19, 1)
    states = [cell.state for cell in shown.rows[8].cells]
    assert states == [State.SHOWN, State.NOT_APPLICABLE, State.NOT_APPLICABLE]
    with pytest.raises(Invalid, match="invalid"):
        await land.use(EnterResults)(lead, land.id(1), [Entry(Y25, EGE, 10, 1)], "отчёт")
    await land.use(SetWithoutEge)(lead, land.id(1), False)
    assert (await land.shown(lead)).completeness.due == 27


async def test_a_mark_of_bias_is_set_above_the_school_and_outlives_a_correction(land: Land) -> None:
    await land.lay(land.result(1, Y25, MATHS, 20, 5), land.result(1, Y24, MATHS, 20, 8))
    with pytest.raises(NotAllowed):
        await land.use(MarkBiased)(land.lead(), land.id(1), Y25, MATHS, True)
    await land.use(MarkBiased)(land.observer, land.id(1), Y25, MATHS, True)
    await land.use(EnterResults)(land.lead(), land.id(1), [Entry(Y25, MATHS, 20, 6)], "отчёт")
    shown = await land.shown(land.lead())
    cell = shown.rows[0].cells[2]
    assert (cell.biased, cell.share, shown.rows[0].changes[2], shown.verdict.counted) == (True, 300, None, 0)
    await land.use(MarkBiased)(land.observer, land.id(1), Y25, MATHS, False)
    assert (await land.shown(land.lead())).rows[0].changes[2] is not None
    with pytest.raises(Stale):
        await land.use(MarkBiased)(land.observer, land.id(1), Y25, EGE, True)


async def test_who_leads_the_school_takes_no_mark_off_it_whatever_else_she_is(land: Land) -> None:
    await land.lay(*(land.result(number, Y25, MATHS, 20, 5, biased=True) for number in (1, 2)))
    for biased in (True, False):
        with pytest.raises(NotAllowed):
            await land.use(MarkBiased)(land.both(), land.id(1), Y25, MATHS, biased)
    assert (await land.cell(land.both(), Y25, MATHS)).biased
    assert [(await land.shown(land.both(), number)).marks for number in (1, 2)] == [False, True]
    await land.use(MarkBiased)(land.both(), land.id(2), Y25, MATHS, False)


async def test_a_value_in_a_wrong_place_is_taken_back(land: Land) -> None:
    await land.lay(land.result(1, Y25, MATHS, 20, 5))
    with pytest.raises(NotFound):
        await land.use(DropResult)(land.lead(2), land.id(1), Y25, MATHS)
    await land.use(DropResult)(land.lead(), land.id(1), Y25, MATHS)
    assert (await land.cell(land.lead(), Y25, MATHS)).state is State.NO_DATA
    with pytest.raises(Stale):
        await land.use(DropResult)(land.lead(), land.id(1), Y25, MATHS)


async def test_lists_tell_how_much_is_entered_by_number_and_never_by_result(land: Land) -> None:
    await land.lay(
        land.result(2, Y25, MATHS, 20, 20), land.result(2, Y24, MATHS, 0, 0), land.result(5, Y25, MATHS, 3, 1)
    )
    lines: SchoolLines = await land.use(ResultsOfSchools)(land.coordinator)
    assert [one.school.number for one in lines.page.rows] == [1, 2, 4, 5]
    assert [(one.completeness.entered, one.completeness.due) for one in lines.page.rows] == [
        (0, 27), (2, 27), (0, 27), (1, 27),
    ]  # fmt: skip
    assert lines.years == (Y23, Y24, Y25) and (Y25, RUSSIAN) in lines.page.rows[1].completeness.missing
    own: SchoolLines = await land.use(ResultsOfSchools)(land.lead(3), 7)
    assert [one.school.number for one in own.page.rows] == [3]
    with pytest.raises(NotAllowed):
        await land.use(ResultsOfSchools)(land.teacher)


async def test_a_table_of_a_territory_has_a_row_for_each_open_school(land: Land) -> None:
    await land.lay(land.result(1, Y25, MATHS, 20, 5), land.result(3, Y25, EGE, 10, 2))
    table: ScopeTable = await land.use(ResultsTable)(land.region, land.village.region)
    assert [(row.unit, row.school.number) for row in table.rows] == [
        ("Ближний", 1), ("Ближний", 2), ("Ближний", 4), ("Ближний", 5), ("Дальний", 3),
    ]  # fmt: skip
    assert all(len(row.cells) == len(procedures()) for row in table.rows)
    assert [row.cells[0].share for row in table.rows] == [250, None, None, None, None]
    near: ScopeTable = await land.use(ResultsTable)(land.coordinator, land.village.municipality, SchoolYear(2025))
    assert [row.school.number for row in near.rows] == [1, 2, 4, 5]
    with pytest.raises(NotFound):
        await land.use(ResultsTable)(land.coordinator, land.village.region)


async def test_a_closed_school_takes_no_results(sqlite_land: Land) -> None:
    land = sqlite_land
    async with land.village.units.write() as work:
        school = await work.schools.get(land.id(1))
        assert isinstance(school, School)
        await work.schools.change(replace(school, state=SchoolState.CLOSED))
    with pytest.raises(NotFound):
        await land.use(EnterResults)(land.admin, land.id(1), [Entry(Y25, MATHS, 20, 5)], "отчёт")
