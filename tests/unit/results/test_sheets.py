"""Tables that go out say what the screen says; the worker reckons."""

import pytest

from bot.worker.classifying import WorkerClassifier
from bot.worker.pool import WorkerPool
from bot.worker.tables import read_table, write_xlsx
from shnor_domain.identity import MunicipalityId, RegionId, SchoolId
from shnor_domain.results.averages import Average
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.dynamics import Change, Completeness
from shnor_domain.results.errors import TooBusy
from shnor_domain.results.ports import Packed
from shnor_domain.results.procedures import procedures
from shnor_domain.results.sheets import school_sheet, scope_sheet
from shnor_domain.results.thresholds import Outcome, shipped_profiles, verdict
from shnor_domain.results.use_cases.reading import ProcedureRow, SchoolResults
from shnor_domain.results.use_cases.tables import ScopeTable, TableRow
from shnor_domain.tables import Table
from shnor_domain.territories.model import School, SchoolYear
from tests.support.results import EGE, MATHS, Y24, Y25, Keys

SCHOOL = School(SchoolId(1), RegionId(1), MunicipalityId(1), "=СОШ № 1", 1)
SHOWN = Cell(Y25, MATHS, State.SHOWN, 20, 5, biased=True, source="=HYPERLINK(1)")


def results() -> SchoolResults:
    row = ProcedureRow(
        procedures()[0],
        (Cell(Y24, MATHS, State.HIDDEN, source="отчёт"), SHOWN),
        (None, Change(-25)),
        (None, None),
        (None, Average(304, 3)),
    )
    told = verdict([], shipped_profiles()[0], Y25)
    return SchoolResults(SCHOOL, (Y24, Y25), (row,), Completeness(2, 2, ()), told, (), False, True, False)


def test_a_sheet_says_what_the_screen_says() -> None:
    assert school_sheet(results(), Keys()).rows == (
        ("procedure", "year", "participants", "below", "share", "change", "near", "region", "bias", "source"),
        ("vpr-math-5", "2024", "", "", "hidden", "", "no-data", "no-data", "", "отчёт"),
        ("vpr-math-5", "2025", "20", "5", "25.0 % biased", "-2.5", "no-data", "30.4 %", "biased", "=HYPERLINK(1)"),
    )


async def test_a_sheet_of_a_territory_has_three_columns_a_procedure() -> None:
    cells = tuple(SHOWN if one.code == MATHS else Cell(Y25, one.code, State.NO_DATA) for one in procedures())
    sheet = await scope_sheet(ScopeTable(Y25, (TableRow("Ближний", SCHOOL, cells, Cluster.BASE),)), Keys())
    assert len(sheet.rows[0]) == len(sheet.rows[1]) == 3 + 3 * len(procedures())
    assert sheet.rows[1][:7] == ("Ближний", "=СОШ № 1", "base", "20", "5", "25.0 % biased", "")
    assert sheet.rows[0][-3:] == (f"{EGE}: participants", f"{EGE}: below", f"{EGE}: share")


def test_what_looks_like_a_formula_goes_out_as_text() -> None:
    read = read_table("a.xlsx", write_xlsx([school_sheet(results(), Keys())]))
    assert isinstance(read, Table) and read.sheets[0].rows[2][-1] == "=HYPERLINK(1)"


async def test_the_worker_reckons_and_a_full_queue_is_said() -> None:
    packed = Packed("1,2", tuple((SchoolYear(year), one.code, "1,20,9,2,20,1") for year in (2024, 2025)
                                 for one in procedures()))  # fmt: skip
    pool = WorkerPool()
    try:
        found = await WorkerClassifier(pool).classify(packed, shipped_profiles()[0], Y25, 0, 8)
    finally:
        await pool.close()
    assert (found.page, found.counts[Outcome.REACHED], found.counts[Outcome.NOT_REACHED]) == ((1,), 1, 1)
    with pytest.raises(TooBusy):
        await WorkerClassifier(WorkerPool(queue=0)).classify(packed, shipped_profiles()[0], Y25, 0, 8)
