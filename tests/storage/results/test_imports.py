"""Tables of results and clusters: a report row by row, nothing written before it is confirmed; on both databases."""

import pytest
from sqlalchemy import select

from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Role, SchoolId
from shnor_domain.results.cells import State
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.use_cases.clusters import ClusterHistory
from shnor_domain.results.use_cases.entering import SetWithoutEge
from shnor_domain.storage.schema.people import audit
from shnor_domain.territories.imports.report import Change, Problem, RowState
from shnor_domain.territories.model import School
from tests.support.results import EGE, MATHS, RUSSIAN, Y24, Y25, Land
from tests.support.village import whose

HEAD = "Школа,Муниципалитет,Учебный год,Процедура,Участников,Ниже минимума\n"
GOOD = (
    HEAD
    + 'СОШ № 1,Ближний,2025/26,"ВПР, математика, 5 класс",20,5\n'
    + "2,Ближний,2025-2026,ВПР рус 5,нет процедуры,\n"
    + "СОШ № 3,,2024/25,ЕГЭ русский,3,1\n"
)


async def test_rows_are_reported_first_and_written_when_confirmed(land: Land) -> None:
    report = await land.report("results", GOOD, land.region)
    assert [row.state for row in report.rows] == [RowState.NEW] * 3
    assert (await land.cell(land.region, Y25, MATHS)).state is State.NO_DATA
    await land.bring("results", GOOD, land.region)
    cell = await land.cell(land.region, Y25, MATHS)
    assert (cell.participants, cell.below) == (20, 5)
    assert (await land.cell(land.region, Y25, RUSSIAN, 2)).state is State.NO_PROCEDURE
    assert (await land.cell(land.region, Y24, EGE, 3)).state is State.SHOWN, "entered by the region"
    assert (await land.cell(land.mentor(3), Y24, EGE, 3)).state is State.HIDDEN
    again = await land.report("results", GOOD, land.region)
    assert [row.state for row in again.rows] == [RowState.SAME] * 3


async def test_what_differs_is_named(land: Land) -> None:
    await land.lay(land.result(1, Y25, MATHS, 20, 5, source=""))
    report = await land.bring("results", HEAD + "СОШ № 1,Ближний,2025/26,vpr-math-5,21,5\n", land.coordinator)
    assert report.rows[0].changes == (Change("participants", "20", "21"),)
    assert (await land.cell(land.lead(), Y25, MATHS)).participants == 21


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,20,21", Problem("below", "above-participants", "21")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,5001,1", Problem("participants", "out-of-range", "5001")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,много,1", Problem("participants", "not-a-count", "много")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,-3,1", Problem("participants", "not-a-count", "-3")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,20,", Problem("below", "missing")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,25,нет процедуры", Problem("participants", "no-procedure", "25")),
        ("СОШ № 1,Ближний,2025/26,vpr-math-5,нет процедуры,3", Problem("below", "no-procedure", "3")),
        ("СОШ № 1,Ближний,2026/27,vpr-math-5,20,1", Problem("year", "bad-year", "2026/27")),
        ("СОШ № 1,Ближний,2026,vpr-math-5,20,1", Problem("year", "bad-year", "2026")),
        ("СОШ № 1,Ближний,2025/27,vpr-math-5,20,1", Problem("year", "bad-year", "2025/27")),
        ("СОШ № 1,Ближний,2029/30,vpr-math-5,20,1", Problem("year", "bad-year", "2029/30")),
        ("СОШ № 1,Ближний,2025/26,ВПР физика,20,1", Problem("procedure", "unknown-procedure", "ВПР физика")),
        ("СОШ № 99,Ближний,2025/26,vpr-math-5,20,1", Problem("school", "unknown-school", "СОШ № 99")),
        ("СОШ № 1,Неведомый,2025/26,vpr-math-5,20,1", Problem("municipality", "unknown-municipality", "Неведомый")),
        ("СОШ № 3,Дальний,2025/26,vpr-math-5,20,1", Problem("municipality", "out-of-scope", "Дальний")),
        ("СОШ № 3,,2025/26,vpr-math-5,20,1", Problem("school", "unknown-school", "СОШ № 3")),
        ("СОШ № 4,Ближний,2025/26,ЕГЭ русский,20,1", Problem("procedure", "without-ege", "ЕГЭ русский")),
    ],
)
async def test_a_row_that_cannot_be_says_why_and_is_not_written(sqlite_land: Land, row: str, problem: Problem) -> None:
    land = sqlite_land
    await land.use(SetWithoutEge)(land.coordinator, land.id(4), True)
    report = await land.bring("results", f"{HEAD}{row}\nСОШ № 2,Ближний,2025/26,ВПР мат 6,20,1\n", land.coordinator)
    assert [one.state for one in report.rows] == [RowState.PROBLEM, RowState.NEW]
    assert report.rows[0].problems == (problem,) and report.rows[0].number == 2
    assert (await land.shown(land.coordinator, 2)).completeness.entered == 1


async def test_a_school_without_ege_may_say_that_there_was_none(sqlite_land: Land) -> None:
    land = sqlite_land
    await land.use(SetWithoutEge)(land.coordinator, land.id(4), True)
    report = await land.report("results", HEAD + "СОШ № 4,,2025/26,ЕГЭ русский,нет процедуры,\n", land.coordinator)
    assert [row.state for row in report.rows] == [RowState.NEW]


async def test_twins_in_a_file_are_a_problem_of_the_second(sqlite_land: Land) -> None:
    twins = HEAD + "СОШ № 1,,2025/26,vpr-math-5,20,1\n№ 1,Ближний,2025/26,ВПР мат 5,30,1\n"
    report = await sqlite_land.report("results", twins, sqlite_land.coordinator)
    assert [row.state for row in report.rows] == [RowState.NEW, RowState.PROBLEM]
    assert report.rows[1].problems == (Problem("procedure", "twice", "ВПР мат 5"),)


async def test_a_name_of_several_schools_is_asked_for_its_municipality(sqlite_land: Land) -> None:
    land = sqlite_land
    region, far = land.village.far_municipality.region, land.village.far_municipality.municipality
    assert region is not None and far is not None
    async with land.village.units.write() as work:
        await work.schools.add(School(SchoolId(0), region, far, "СОШ № 1", 1))
    body = HEAD + "СОШ № 1,,2025/26,vpr-math-5,20,1\nСОШ № 1,Дальний,2025/26,vpr-math-5,20,1\n"
    report = await land.report("results", body, land.region)
    assert [row.state for row in report.rows] == [RowState.PROBLEM, RowState.NEW]
    assert report.rows[0].problems == (Problem("school", "several-schools", "СОШ № 1"),)


async def test_a_column_of_bias_marks_and_a_file_without_it_leaves_marks_alone(land: Land) -> None:
    head = "школа,учебный год,процедура,участников,ниже минимума,необъективно\n"
    await land.bring("results", head + "СОШ № 1,2025/26,vpr-math-5,20,5,да\n", land.observer)
    assert (await land.cell(land.lead(), Y25, MATHS)).biased
    await land.bring("results", HEAD + "СОШ № 1,Ближний,2025/26,vpr-math-5,20,6\n", land.coordinator)
    assert (await land.cell(land.lead(), Y25, MATHS)).biased
    await land.bring("results", head + "СОШ № 1,2025/26,vpr-math-5,20,6,нет\n", land.coordinator)
    assert not (await land.cell(land.lead(), Y25, MATHS)).biased


async def test_clusters_come_with_their_document(land: Land) -> None:
    head = "школа,учебный год,кластер,документ\n"
    body = head + "СОШ № 1,2025/26,сильно,список\nСОШ № 2,2025/26,так себе,список\nСОШ № 3,2025/26,базово,\n"
    report = await land.bring("clusters", body, land.region)
    assert [row.state for row in report.rows] == [RowState.NEW, RowState.PROBLEM, RowState.PROBLEM]
    assert [row.problems[0].reason for row in report.rows[1:]] == ["unknown-cluster", "missing"]
    [kept] = await land.use(ClusterHistory)(land.lead(), land.id(1))
    assert (kept.cluster, kept.source) == (Cluster.STRONG, "список")
    changed = head + "СОШ № 1,2025/26,нет данных,\n"
    assert (await land.bring("clusters", changed, land.region)).rows[0].changes == (
        Change("cluster", "strong", "none"),
    )
    assert await land.use(ClusterHistory)(land.lead(), land.id(1)) == []


async def test_who_leads_a_school_brings_its_numbers_and_neither_its_marks_nor_its_cluster(sqlite_land: Land) -> None:
    land = sqlite_land
    await land.lay(land.result(1, Y25, MATHS, 20, 5, biased=True), land.result(2, Y25, MATHS, 20, 5, biased=True))
    head = "школа,учебный год,процедура,участников,ниже минимума,необъективно\n"
    rows = "СОШ № {0},2025/26,vpr-math-5,21,5,нет\nСОШ № {0},2025/26,ВПР рус 5,20,5,нет\n"
    report = await land.bring("results", head + rows.format(1) + rows.format(2), land.both())
    assert [row.state for row in report.rows] == [RowState.PROBLEM, RowState.NEW, RowState.CHANGED, RowState.NEW]
    assert report.rows[0].problems == (Problem("biased", "own-school", "нет"),)
    assert (await land.cell(land.lead(), Y25, MATHS)).biased
    kept = await land.report("results", head + rows.format(1).replace("нет", "да", 1), land.both())
    assert [row.state for row in kept.rows] == [RowState.CHANGED, RowState.SAME]
    head = "школа,учебный год,кластер,документ\n"
    body = head + "СОШ № 1,2025/26,сильно,список\nСОШ № 2,2025/26,сильно,список\n"
    report = await land.bring("clusters", body, land.both())
    assert [row.state for row in report.rows] == [RowState.PROBLEM, RowState.NEW]
    assert report.rows[0].problems == (Problem("school", "own-school", "СОШ № 1"),)


@pytest.mark.parametrize(
    "cells", ["нет процедуры,0", "нет процедуры,нет процедуры", ",нет процедуры", "0,нет процедуры"]
)
async def test_no_procedure_stands_beside_nothing_else(sqlite_land: Land, cells: str) -> None:
    body = f"{HEAD}СОШ № 1,Ближний,2025/26,vpr-math-5,{cells}\n"
    await sqlite_land.bring("results", body, sqlite_land.coordinator)
    assert (await sqlite_land.cell(sqlite_land.lead(), Y25, MATHS)).state is State.NO_PROCEDURE


async def test_a_table_leaves_who_and_what_in_the_log_by_school(land: Land) -> None:
    coordinator = await land.village.settled(Role.MUNICIPAL_COORDINATOR, land.village.municipality)
    rows = ("1,2025/26,vpr-math-5", "1,2024/25,vpr-math-5", "1,2025/26,vpr-rus-5", "2,2025/26,vpr-math-5")
    head = "школа,учебный год,процедура,участников,ниже минимума\n"
    await land.bring("results", head + "".join(f"СОШ № {row},20,5\n" for row in rows), coordinator)
    head = "школа,учебный год,кластер,документ\n"
    await land.bring("clusters", head + "СОШ № 1,2025/26,сильно,список\n", coordinator)
    await land.bring("clusters", head + "СОШ № 1,2025/26,нет данных,\n", coordinator)
    one, two = f"school:{land.id(1)}", f"school:{land.id(2)}"
    async with land.village.database.read() as connection:
        found = (
            await connection.execute(select(audit).where(audit.c.subject.in_((one, two))).order_by(audit.c.id))
        ).all()
    assert {row.actor_id for row in found} == {whose(coordinator)}
    assert [(row.action, row.subject, row.details) for row in found] == [
        ("results-enter", one, {"2025": "vpr-math-5 vpr-rus-5", "2024": "vpr-math-5"}),
        ("results-enter", two, {"2025": "vpr-math-5"}),
        ("cluster-enter", one, {"2025": "strong"}),
        ("cluster-enter", one, {"2025": "none"}),
    ]


@pytest.mark.parametrize("kind", ["results", "clusters"])
async def test_a_school_brings_no_tables(sqlite_land: Land, kind: str) -> None:
    for actor in (sqlite_land.lead(), sqlite_land.teacher, sqlite_land.curator()):
        with pytest.raises(NotAllowed):
            await sqlite_land.report(kind, "\x00", actor)
