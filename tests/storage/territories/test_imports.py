"""An import reports first, writes what was read, and changes only what changed."""

import io

import openpyxl
import pytest

from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import Role
from shnor_domain.letters import visible_letters
from shnor_domain.tables import BadFile
from shnor_domain.territories.errors import ReportChanged
from shnor_domain.territories.imports.report import Change, Problem, RowState
from shnor_domain.territories.model import SchoolState, Status
from shnor_domain.territories.words import shipped
from tests.support.territories import ADMIN, SCHOOLS, STRANGER, YEAR, Country, coordinator, teacher

HOSTILE = [
    "<b>&_*[ № 7",
    '=HYPERLINK("http://x";"y") № 7',
    "\u202eשלום № 7",
    "Школа 🏫 № 7",
    "'; DROP TABLE school; -- № 7",
]


async def test_nothing_is_written_before_the_report_is_confirmed(land: Country) -> None:
    report = await land.report("schools", SCHOOLS)
    assert [(row.number, row.state, row.title) for row in report.rows] == [
        (2, RowState.NEW, "СОШ № 6"),
        (3, RowState.NEW, "СОШ № 11"),
        (4, RowState.NEW, "СОШ № 16"),
    ]
    assert await land.schools() == []


async def test_schools_come_with_number_base_mark_and_statuses_of_their_years(land: Country) -> None:
    await land.bring("schools", SCHOOLS)
    schools = await land.schools("Лабинский")
    assert [(school.name, school.number, school.base) for school in schools] == [
        ("СОШ № 6", 6, False),
        ("СОШ № 11", 11, True),
        ("СОШ № 16", 16, False),
    ]
    async with land.units.read() as work:
        statuses = await work.schools.statuses([schools[0].id])
    assert [(one.year, one.status, one.source) for one in statuses] == [
        (2020, Status.PROJECT_500, "приказ"),
        (YEAR, Status.SHNOR, "приказ"),
    ]


async def test_the_same_file_again_changes_nothing(land: Country) -> None:
    await land.bring("schools", SCHOOLS)
    again = await land.report("schools", SCHOOLS)
    assert {row.state for row in again.rows} == {RowState.SAME}
    municipalities = await land.read_import(ADMIN, "municipalities", "m.csv", shipped("municipalities.csv"))
    assert {row.state for row in municipalities.rows} == {RowState.SAME}


async def test_columns_order_encoding_and_format_do_not_matter(land: Country) -> None:
    await land.bring("schools", SCHOOLS)
    russian = "Статусы;Название школы;Район;Источник\nШНОР, 500+ (2020);СОШ №6;Лабинский район;приказ\n"
    report = await land.bring("schools", russian.encode("cp1251"))
    assert [row.state for row in report.rows] == [RowState.SAME]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Школы"], ["Школа", "№", "Муниципалитет"], ["Гимназия", 3, "г. Лабинск"], ["СОШ № 6", 6, "Лабинский"]):
        sheet.append(row)
    body = io.BytesIO()
    book.save(body)
    report = await land.read_import(ADMIN, "schools", "school.xlsx", body.getvalue())
    assert [(row.number, row.state) for row in report.rows] == [(3, RowState.NEW), (4, RowState.SAME)]


async def test_only_what_changed_is_changed(land: Country) -> None:
    await land.bring("schools", SCHOOLS)
    before = await land.schools()
    report = await land.bring("schools", "school,municipality,code,settlement\nСОШ № 6,Лабинский,23-06,Лабинск\n")
    assert report.rows[0].changes == (Change("code", "", "23-06"), Change("settlement", "", "Лабинск"))
    after = await land.schools()
    assert (after[0].code, after[0].settlement, after[0].id) == ("23-06", "Лабинск", before[0].id)
    assert after[1:] == before[1:]


async def test_the_same_code_with_another_name_asks_and_keeps_the_old_spelling(land: Country) -> None:
    await land.bring("schools", "school,municipality,code\nСОШ № 6,Лабинский,23-06\n")
    renamed = "school,municipality,code\nЛицей имени героя,Лабинский,23-06\n"
    report = await land.bring("schools", renamed)
    assert report.rows[0].state is RowState.RENAMED
    assert [school.name for school in await land.schools()] == ["СОШ № 6"], "no answer, no change"
    await land.bring("schools", renamed, answers={2: False})
    assert [school.name for school in await land.schools()] == ["СОШ № 6"]
    await land.bring("schools", renamed, answers={2: True})
    [school] = await land.schools()
    assert (school.name, school.aliases) == ("Лицей имени героя", ("СОШ № 6",))


@pytest.mark.parametrize(("answer", "names"), [(True, ["Лицей № 6"]), (False, ["Лицей № 6", "СОШ № 6"])])
async def test_the_same_number_under_another_name_asks(land: Country, answer: bool, names: list[str]) -> None:
    await land.bring("schools", "school,municipality\nСОШ № 6,Лабинский\n")
    report = await land.bring("schools", "school,municipality\nЛицей № 6,Лабинский\n", answers={2: answer})
    assert report.rows[0].state is RowState.RENAMED
    assert [school.name for school in await land.schools()] == names


async def test_problems_name_row_column_and_reason_and_the_rest_is_written(land: Country) -> None:
    body = (
        "municipality,school,statuses,number\n"
        "Лабинский,СОШ № 6,ШНОР,\n"
        "Атлантида,СОШ № 7,,\n"
        ",СОШ № 8,,\n"
        "Лабинский,,,\n"
        "Лабинский,СОШ № 9,отличная,\n"
        "Лабинский,Гимназия,,много\n"
        f"Лабинский,{'я' * 4096},,\n"
        "Лабинский,СОШ № 5,,\n"
        "Лабинский,сош №5,,\n"
    )
    report = await land.bring("schools", body)
    assert {row.number: row.problems for row in report.rows if row.problems} == {
        3: (Problem("municipality", "unknown-municipality", "Атлантида"),),
        4: (Problem("municipality", "missing"),),
        5: (Problem("school", "missing"),),
        6: (Problem("statuses", "unknown-status", "отличная"),),
        7: (Problem("number", "bad-number", "много"),),
        8: (Problem("school", "too-long", "я" * 100),),
        9: (Problem("school", "twice", "СОШ № 5"),),
        10: (Problem("school", "twice", "сош №5"),),
    }
    assert [school.name for school in await land.schools()] == ["СОШ № 6"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_stay_text(land: Country, name: str) -> None:
    quoted = name.replace('"', '""')
    report = await land.bring("schools", f'municipality,school\nЛабинский,"{quoted}"\n')
    assert report.rows[0].state is RowState.NEW
    assert [school.name for school in await land.schools()] == [visible_letters(name)]
    again = await land.report("schools", f'municipality,school\nЛабинский,"{quoted}"\n')
    assert again.rows[0].state is RowState.SAME


async def test_a_report_that_is_no_longer_true_is_not_confirmed(land: Country) -> None:
    report = await land.report("schools", SCHOOLS)
    await land.bring("schools", "school,municipality\nСОШ № 6,Лабинский\n")
    with pytest.raises(ReportChanged):
        await land.confirm(ADMIN, "schools", report.file, report.digest, year=report.year)
    assert len(await land.schools()) == 1


async def test_a_confirmed_file_is_gone(land: Country) -> None:
    report = await land.bring("schools", SCHOOLS)
    with pytest.raises(Stale):
        await land.confirm(ADMIN, "schools", report.file, report.digest, year=report.year)


async def test_a_coordinator_imports_into_her_own_municipality_only(land: Country) -> None:
    labinsk = await land.municipality("Лабинский")
    body = "municipality,school\nЛабинский,СОШ № 6\nАмгинский,Амгинская СОШ № 1\n"
    report = await land.bring("schools", body, coordinator(labinsk.territory))
    assert [row.state for row in report.rows] == [RowState.NEW, RowState.PROBLEM]
    assert report.rows[1].problems == (Problem("municipality", "out-of-scope", "Амгинский"),)
    assert [school.name for school in await land.schools()] == ["СОШ № 6"]


async def test_a_region_is_made_by_an_admin_alone(land: Country) -> None:
    labinsk = await land.municipality("Лабинский")
    regional = coordinator(type(labinsk.territory)(region=labinsk.region), Role.REGIONAL_COORDINATOR)
    body = (
        "region,canonical_name,iana_tz\n"
        "Краснодарский край,Курганинский,Europe/Moscow\n"
        "Новый край,Дальний,Asia/Tokyo\n"
        "Республика Саха (Якутия),Лишний,Asia/Yakutsk\n"
    )
    report = await land.bring("municipalities", body, regional)
    assert [[p.reason for p in row.problems] for row in report.rows] == [[], ["unknown-region"], ["out-of-scope"]]
    assert (await land.municipality("Курганинский")).region == labinsk.region


async def test_a_municipality_is_checked_before_it_is_believed(land: Country) -> None:
    body = (
        "region,canonical_name,iana_tz,utc_offset,aliases\n"
        "Краснодарский край,Курганинский,Europe/Atlantis,,\n"
        "Краснодарский край,Мостовский,Europe/Moscow,+05:00,\n"
        "Краснодарский край,Апшеронский,Europe/Moscow,+03:00,Лабинский район\n"
        "Краснодарский край,Лабинский,Europe/Moscow,,Лаба\n"
    )
    report = await land.bring("municipalities", body)
    assert [[p.reason for p in row.problems] for row in report.rows] == [
        ["unknown-zone"],
        ["offset-differs"],
        ["spelling-taken", "twice"],
        [],
    ]
    assert "Лаба" in (await land.municipality("Лабинский")).aliases


async def test_a_municipality_with_a_new_name_and_the_old_town_asks(land: Country) -> None:
    body = (
        "region,canonical_name,iana_tz,admin_center\nКраснодарский край,Лабинский округ новый,Europe/Moscow,Лабинск\n"
    )
    report = await land.bring("municipalities", body, answers={2: True})
    assert report.rows[0].changes == (Change("name", "Лабинский", "Лабинский округ новый"),)
    assert "Лабинский" in (await land.municipality("Лабинский округ новый")).aliases


async def test_days_become_settings_and_the_methodists_day_is_no_subject(land: Country) -> None:
    body = (
        "region,municipality,subject,weekday,source\n"
        "Республика Северная Осетия — Алания,,химия,понедельник,план\n"
        "Краснодарский край,Лабинский,методический день,четверг,план\n"
        "Краснодарский край,,магия,среда,\n"
        "Краснодарский край,,физика,когда-нибудь,\n"
    )
    report = await land.bring("consultation-days", body)
    assert [row.state for row in report.rows] == [RowState.NEW] * 2 + [RowState.PROBLEM] * 2
    assert [row.problems[0].reason for row in report.rows[2:]] == ["unknown-subject", "unknown-weekday"]
    labinsk, ardon = await land.municipality("Лабинский"), await land.municipality("Ардонский")
    async with land.units.read() as work:
        assert [(d.subject, d.weekday) for d in await work.calendars.subject_days(ardon.region)] == [("chemistry", 0)]
        assert [d.weekday for d in await work.calendars.methodist_days_of(labinsk.id)] == [3]
        assert await work.calendars.methodist_days_of(ardon.id) == []
        assert await work.calendars.subject_days(labinsk.region) == []
    assert {row.state for row in (await land.report("consultation-days", body)).rows[:2]} == {RowState.SAME}


@pytest.mark.parametrize("kind", ["municipalities", "schools", "consultation-days"])
async def test_a_stranger_and_a_teacher_are_refused_before_the_file_is_read(land: Country, kind: str) -> None:
    labinsk = await land.municipality("Лабинский")
    for actor in (STRANGER, teacher(labinsk.territory)):
        with pytest.raises(NotAllowed):
            await land.read_import(actor, kind, "x.xlsx", b"not a table at all")
        with pytest.raises(NotAllowed):
            await land.confirm(actor, kind, "key", "digest")
    assert land.files.bodies == {}


async def test_a_file_without_its_columns_is_refused(land: Country) -> None:
    with pytest.raises(BadFile, match="bad-file"):
        await land.report("schools", "Цвет,Вкус\nсиний,сладкий\n")


async def test_a_closed_school_leads_to_its_successor(land: Country) -> None:
    await land.bring("schools", "school,municipality,code\nСОШ № 6,Лабинский,06\nСОШ № 16,Лабинский,16\n")
    await land.bring("schools", "school,municipality,code,state,successor\nСОШ № 16,Лабинский,16,присоединена,06\n")
    schools = await land.schools()
    assert (schools[1].state, schools[1].successor) == (SchoolState.MERGED, schools[0].id)
