"""A table of profiles: read first, written whole, and never half a profile."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from bot.import_kinds import IMPORT_KINDS
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import SchoolId
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.use_cases.counts import RiskCounts
from shnor_domain.tables import BadFile
from shnor_domain.territories.imports.report import ImportReport, RowState
from shnor_domain.territories.model import School
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from tests.support.risk import EQUIPMENT, MOTIVATION, STAFF, Risk
from tests.support.territories import FilesHere, TablesHere

HEAD = "Муниципалитет;Школа;Факторы риска (только актуальные для ОО);Значимость фактора риска;Дата;Источник\n"
NEW, SAME, CHANGED, PROBLEM = RowState.NEW, RowState.SAME, RowState.CHANGED, RowState.PROBLEM


class Table:
    """One bringer's tables."""

    def __init__(self, risk: Risk, who: str) -> None:
        self.risk, self.actor, self.files = risk, risk.who(who), FilesHere()

    def use(self, case: Any) -> Any:
        village = self.risk.street.village
        return village.use(case, tables=TablesHere(), import_files=self.files, import_kinds=IMPORT_KINDS)

    async def reads(self, rows: str) -> ImportReport:
        body = (HEAD + rows).encode()
        report: ImportReport = await self.use(ReadImport)(self.actor, "risk-profiles", "a.csv", body)
        return report

    async def writes(self, rows: str) -> int:
        report = await self.reads(rows)
        written: int = await self.use(ConfirmImport)(self.actor, "risk-profiles", report.file, report.digest)
        return written


def states(report: ImportReport) -> list[RowState]:
    return [row.state for row in report.rows]


TWO = (
    "Ближний;СОШ № 1;Низкий уровень оснащения школы;высокая;12.03.2026;ФИС ОКО\n"
    "Ближний;1;2. Дефицит педагогических кадров;;12.03.2026;ФИС ОКО\n"
)


async def test_a_table_becomes_profiles_once(risk: Risk) -> None:
    table = Table(risk, "region")
    assert states(await table.reads(TWO)) == [NEW, NEW]
    assert await table.writes(TWO) == 2
    card = await risk.card()
    assert card.profile is not None and card.profile.day == date(2026, 3, 12)
    assert dict(card.profile.factors) == {EQUIPMENT: Significance.HIGH, STAFF: Significance.UNKNOWN}
    assert states(await table.reads(TWO)) == [SAME, SAME]


async def test_a_changed_significance_is_a_new_version_of_the_same_day(risk: Risk) -> None:
    table = Table(risk, "district")
    await table.writes(TWO)
    changed = TWO.replace(";;", ";средняя;")
    report = await table.reads(changed)
    assert states(report) == [CHANGED, CHANGED]
    assert [(one.before, one.after) for row in report.rows for one in row.changes] == [("unknown", "middle")]
    await table.writes(changed)
    card = await risk.card()
    assert len(card.versions) == 2 and card.versions[0].wave == card.versions[1].wave == 1
    assert [row.significance for row in card.rows] == [Significance.HIGH, Significance.MIDDLE]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("Ближний;СОШ № 1;Мотивация котов;высокая;12.03.2026;ФИС ОКО\n", "factor", "unknown-factor"),
        ("Ближний;СОШ № 1;motivation;ужасная;12.03.2026;ФИС ОКО\n", "significance", "unknown-significance"),
        ("Ближний;СОШ № 1;motivation;;12.03.2026;\n", "source", "missing"),
        ("Ближний;СОШ № 1;staff;высокая;12.03.2026;ФИС ОКО\n", "factor", "twice"),
    ],
)
async def test_a_row_that_cannot_be_used_holds_its_whole_profile(
    risk: Risk, row: str, column: str, reason: str
) -> None:
    table = Table(risk, "region")
    report = await table.reads(TWO + row + "Ближний;СОШ № 2;6;низкая;12.03.2026;ФИС ОКО\n")
    assert states(report) == [PROBLEM, PROBLEM, PROBLEM, NEW]
    assert [(one.column, one.reason) for one in report.rows[2].problems] == [(column, reason)]
    assert {one.reason for one in report.rows[0].problems} == {"profile-not-whole"}


@pytest.mark.parametrize("day", ["", "вчера", "31.02.2026", "01.01.2019", "01.01.2027"])
async def test_a_day_that_is_none_is_said(risk: Risk, day: str) -> None:
    report = await Table(risk, "region").reads(f"Ближний;СОШ № 1;motivation;;{day};ФИС ОКО\n")
    assert "day" in {one.column for one in report.rows[0].problems}


async def test_a_table_without_a_column_for_the_source_is_said_at_once(risk: Risk) -> None:
    table = Table(risk, "region")
    body = "Муниципалитет;Школа;Фактор;Дата\nБлижний;1;motivation;12.03.2026\n".encode()
    with pytest.raises(BadFile):
        await table.use(ReadImport)(table.actor, "risk-profiles", "a.csv", body)


async def test_nobody_brings_profiles_of_others(risk: Risk) -> None:
    report = await Table(risk, "other district").reads(TWO)
    assert states(report) == [PROBLEM, PROBLEM]
    assert "out-of-scope" in {one.reason for one in report.rows[0].problems}
    for who in ("lead", "teacher", "curator"):
        with pytest.raises(NotAllowed):
            await Table(risk, who).reads(TWO)


async def test_an_older_table_beside_a_newer_profile_changes_no_work_on_factors(risk: Risk) -> None:
    await risk.enters("lead", {MOTIVATION: Significance.HIGH})
    await Table(risk, "observer").writes(TWO)
    card = await risk.card()
    assert [row.factor.code for row in card.rows] == [FactorCode("motivation")] and len(card.versions) == 2


async def test_older_and_newer_profiles_of_a_school_in_one_table_follow_each_other(risk: Risk) -> None:
    table = Table(risk, "region")
    rows = TWO + "Ближний;СОШ № 1;motivation;низкая;12.09.2026;ФИС ОКО\n"
    assert await table.writes(rows) == 3
    card = await risk.card()
    assert [(one.day.month, one.wave) for one in card.versions] == [(9, 1), (3, 1)]
    assert [row.factor.code for row in card.rows if row.case is not None] == [MOTIVATION]


async def test_a_table_of_many_schools_is_written_with_few_statements(risk: Risk) -> None:
    village = risk.street.village
    near = village.municipality
    assert near.region is not None and near.municipality is not None
    async with village.units.write() as work:
        for number in range(11, 41):
            school = School(SchoolId(0), near.region, near.municipality, f"СОШ № {number}", number)
            await work.schools.add(school)
    rows = "".join(
        f"Ближний;{number};{factor};высокая;12.03.2026;ФИС ОКО\n"
        for number in range(11, 41)
        for factor in ("equipment", "staff", "motivation", "parents")
    )
    table = Table(risk, "region")
    report = await table.reads(rows)
    seen: list[str] = []
    engine = village.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
    written = await table.use(ConfirmImport)(table.actor, "risk-profiles", report.file, report.digest)
    assert written == 120 and len(seen) < 40, seen
    counts = (await risk.use(RiskCounts)(risk.who("district"))).rows
    assert [row.left for row in counts] == [4] * 30
