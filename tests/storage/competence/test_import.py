"""A table of counts as a file: of whose territory it is, what is written, what is refused row by row."""

from pathlib import Path

import pytest
from sqlalchemy import select

from shnor_domain.competence.imports.kind import COMPETENCE
from shnor_domain.competence.model import Counts
from shnor_domain.competence.use_cases.looking import ShowCompetence
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.storage.schema import metadata
from shnor_domain.territories.imports.report import Change, ImportReport, Note, Problem, RowState
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from shnor_domain.territories.use_cases.subjects import FillReference
from tests.support.territories import FilesHere, TablesHere
from tests.support.village import Village

LABINSK = (Path(__file__).parents[2] / "data" / "competence_labinsk.csv").read_bytes()
YEAR = SchoolYear(2026)


@pytest.fixture
async def land(village: Village) -> Village:
    """With the whole catalogue of subjects."""
    await village.use(FillReference)()
    return village


async def bring(land: Village, actor: Actor, body: str | bytes, *, confirm: bool = True) -> ImportReport:
    raw = body.encode() if isinstance(body, str) else body
    parts = {"tables": TablesHere(), "import_files": FilesHere(), "import_kinds": (COMPETENCE,)}
    report: ImportReport = await land.use(ReadImport, **parts)(actor, "competence", "a.csv", raw)
    if confirm:
        await land.use(ConfirmImport, **parts)(actor, "competence", report.file, report.digest)
    return report


async def totals(land: Village, actor: Actor, where: Territory, year: SchoolYear = YEAR) -> Counts:
    counts: Counts = (await land.use(ShowCompetence)(actor, where, year)).summary.total
    return counts


async def test_the_table_of_labinsk_is_of_the_municipality_of_who_brings_it(land: Village) -> None:
    coordinator = await land.settled(Role.MUNICIPAL_COORDINATOR, land.municipality)
    report = await bring(land, coordinator, LABINSK)
    assert [row.state for row in report.rows] == [RowState.NEW] * 10 + [RowState.SAME]
    assert len(report.noted) == 15 and report.unknown_columns == ()
    assert await totals(land, coordinator, land.municipality) == Counts(65, 79, 84, 4)
    again = await bring(land, coordinator, LABINSK, confirm=False)
    assert {row.state for row in again.rows} == {RowState.SAME} and len(again.noted) == 15
    changed = LABINSK.replace("химия,16,3,4,7,2".encode(), "химия,16,3,4,6,2".encode())
    report = await bring(land, coordinator, changed)
    (row,) = [row for row in report.rows if row.state is RowState.CHANGED]
    assert row.changes == (Change("counts", "3 4 7 2", "3 4 6 2"),)
    assert Note("teachers", "16", "15") in row.notes
    assert {(note.column, note.declared, note.computed) for note in report.rows[-1].notes} == {
        ("c", "84", "83"), ("teachers", "232", "231"),
    }  # fmt: skip
    assert await totals(land, coordinator, land.municipality) == Counts(65, 79, 83, 4)


async def test_a_lead_brings_the_table_of_her_school(land: Village) -> None:
    lead = await land.settled(Role.SCHOOL_LEAD, land.school)
    await bring(land, lead, "предмет;A;B;C;D;источник\nхимия;1;2;0;-\nИтого;;;;;\n")
    assert await totals(land, lead, land.school) == Counts(1, 2)
    report = await bring(land, lead, "муниципалитет;предмет;A;B;C;D\nБлижний;химия;1;2;0;0\n")
    assert report.rows[0].problems == (Problem("municipality", "out-of-scope"),)


async def test_a_region_names_municipality_school_and_year_in_the_file(land: Village) -> None:
    region = await land.settled(Role.METHODIST, land.region)
    body = (
        "регион,муниципалитет,школа,учебный год,предмет,A,B,C,D,человек\n"
        "Республика,Ближний,,2025/26,химия,5,0,0,1,\n"
        "Республика,Ближний,,2025/26,Всего,5,0,0,1,6\n"
        ",Дальний,3,,физика,0,6,0,0,\n"
        ",,,,физика,0,6,0,0,\n"
        "Другая,Ближний,,,физика,0,6,0,0,\n"
        ",Ничей,,,физика,0,6,0,0,\n"
        ",Дальний,77,,физика,0,6,0,0,\n"
        ",Дальний,3,давно,физика,0,6,0,0,\n"
        ",Дальний,3,,магия,0,6,0,0,\n"
        ",Дальний,3,,химия,0,много,0,0,\n"
        ",Дальний,3,,химия,0,0,0,0,\n"
        ",Дальний,3,,химия,,,,,\n"
        ",Дальний,3,,физика,1,1,1,1,\n"
    )
    report = await bring(land, region, body)
    assert [row.state for row in report.rows[:3]] == [RowState.NEW] * 3
    assert [row.problems for row in report.rows[3:]] == [
        (Problem("municipality", "missing"),),
        (Problem("region", "unknown-region", "Другая"),),
        (Problem("municipality", "unknown-municipality", "Ничей"),),
        (Problem("school", "unknown-school", "77"),),
        (Problem("year", "bad-year", "давно"),),
        (Problem("subject", "unknown-subject", "магия"),),
        (Problem("b", "bad-count", "много"),),
        (Problem("a", "no-positions"),),
        (Problem("a", "missing"),),
        (Problem("subject", "twice", "4"),),
    ]
    view = await land.use(ShowCompetence)(region, land.municipality, SchoolYear(2025))
    assert (view.summary.total, view.summary.people) == (Counts(5, 0, 0, 1), 6)
    assert await totals(land, region, land.far_school) == Counts(0, 6)


async def test_others_rows_are_problems_and_the_operator_enters_for_the_territory(land: Village) -> None:
    far = await land.settled(Role.MUNICIPAL_COORDINATOR, land.far_municipality)
    report = await bring(land, far, "муниципалитет,предмет,A,B,C,D\nБлижний,химия,1,1,1,1\n")
    assert report.rows[0].problems == (Problem("municipality", "out-of-scope"),)
    admin = await land.settled(Role.ADMIN, Territory())
    await bring(land, admin, "муниципалитет,предмет,A,B,C,D\nБлижний,химия,1,1,1,1\n")
    coordinator = await land.settled(Role.MUNICIPAL_COORDINATOR, land.municipality)
    assert await totals(land, coordinator, land.municipality) == Counts(1, 1, 1, 1)
    assert await totals(land, admin, land.municipality) == Counts()


async def test_each_table_that_a_file_changes_stands_in_the_audit_log(land: Village) -> None:
    """By territory and year, once a table; what stays as it is leaves none."""
    region = await land.settled(Role.METHODIST, land.region)
    body = (
        "муниципалитет,школа,учебный год,предмет,A,B,C,D\n"
        "Ближний,,2025/26,химия,5,0,0,1\nБлижний,,2025/26,физика,5,0,0,2\n"
        "Ближний,1,,химия,5,0,0,1\nДальний,77,,химия,5,0,0,1\n"
    )

    async def lines() -> list[tuple[str, int | None]]:
        audit = metadata.tables["audit"]
        async with land.database.read() as connection:
            wanted = select(audit.c.subject, audit.c.actor_id).where(audit.c.action == "competence-import")
            found = await connection.execute(wanted.order_by(audit.c.id))
            return [(row.subject, row.actor_id) for row in found]

    await bring(land, region, body)
    near, school = land.municipality.municipality, land.school.school
    first = [
        (f"competence:municipality:{near}:2025", region.person),
        (f"competence:school:{school}:2026", region.person),
    ]
    assert await lines() == first
    await bring(land, region, body.replace("химия,5,0,0,1\nДальний", "химия,6,0,0,1\nДальний"))
    assert await lines() == [*first, first[1]]
