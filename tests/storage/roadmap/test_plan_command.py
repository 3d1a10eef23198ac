"""`shnor-bot import roadmap` reports, asks, writes (D)."""

import io
from pathlib import Path

import pytest

from bot.cli import parser
from bot.commands.import_data import PlanWanted
from bot.failures import StartFailure
from bot.importing_plan import import_plan
from bot.settings import Settings
from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import Item, Plan
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.loaded_land import land_in
from tests.support.plans_at_hand import plan_file

REGION = "Краснодарский край"
OPEN = plan_file(
    ("1", "Семинар", "май", "ИРО", "Приказ"),
    ("2", "Анализ", "когда удобно", "МОУО, школы", "Справка"),
)
OLD = plan_file(("1", "Семинар", "май", "ИРО", "Приказ о семинаре"), heading="План на 2021 год")


@pytest.fixture
async def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    await land_in(sqlite_url)
    return Settings(database_url=sqlite_url, files_dir=tmp_path / "files")


async def run(
    settings: Settings, body: bytes, wanted: PlanWanted, tmp_path: Path, *, yes: bool = True, report: bool = False
) -> int:
    file = tmp_path / "план.csv"
    file.write_bytes(body)
    return await import_plan(settings, file, wanted, yes=yes, report_only=report)


async def written(settings: Settings) -> list[tuple[Plan, list[Item]]]:
    database = Database(settings.database_url)
    try:
        async with Units(database).read() as work:
            return [(plan, list(await work.plans.items(plan.id))) for plan in await work.plans.within([Territory()])]
    finally:
        await database.close()


async def test_a_plan_is_reported_and_written_only_as_far_as_it_is_said(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = PlanWanted(region=REGION)
    assert await run(settings, OPEN, wanted, tmp_path, report=True) == 1
    told = capsys.readouterr().out
    assert told.startswith("План мероприятий на 2026/27 учебный год\nФайл: план.csv\nГоды плана: 2026/27 учебный год\n")
    assert f"Для кого: {REGION}\n" in told and "Срок непонятен у 1 пункта: 2\n" in told
    assert "1. Семинар: май 2027\n  ИРО\n" in told
    assert "2. Анализ: срок непонятен: «когда удобно»\n  МОУО, школа, 5 частей\n" in told
    assert told.endswith("Ничего не записано.\n")
    assert await run(settings, OPEN, wanted, tmp_path) == 1
    assert "--open-without-date" in capsys.readouterr().out
    assert await written(settings) == []
    said = PlanWanted(region=REGION, without_date=True)
    monkeypatch.setattr("sys.stdin", io.StringIO("нет\n"))
    assert await run(settings, OPEN, said, tmp_path, yes=False) == 1
    assert capsys.readouterr().out.endswith("Записать план? Напишите «да»\nНичего не записано.\n")
    assert await run(settings, OPEN, said, tmp_path) == 1
    assert capsys.readouterr().out.endswith("Записано пунктов: 2, частей для исполнителей: 5\n")
    ((plan, items),) = await written(settings)
    assert (plan.title, len(items)) == ("План мероприятий на 2026/27 учебный год", 7)
    assert list((tmp_path / "files" / "imports").iterdir()) == []


async def test_years_are_said_and_an_old_plan_is_moved(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = plan_file(("1", "Семинар", "май", "МОУО", "Приказ"), heading="План")
    wanted = PlanWanted(municipality="Лабинский")
    with pytest.raises(StartFailure, match="Скажите годы плана"):
        await run(settings, body, wanted, tmp_path)
    with pytest.raises(StartFailure, match="«2026-2027» поняты не до конца"):
        await run(settings, body, PlanWanted(municipality="Лабинский", years="2026-2027"), tmp_path)
    await run(settings, body, PlanWanted(municipality="Лабинский", years="2026/27"), tmp_path)
    assert "Годы плана: 2026/27 учебный год" in capsys.readouterr().out
    await run(settings, OLD, PlanWanted(municipality="Лабинский", move=True), tmp_path)
    assert "Годы плана: 2021 год" not in capsys.readouterr().out
    plans = [plan for plan, _ in await written(settings)]
    assert [plan.title for plan in plans] == ["План на 2021 год", "План"]
    assert plans[0].window.first.year > 2021


async def test_for_whom_has_to_be_said(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(StartFailure, match="--region или --municipality"):
        await run(settings, OPEN, PlanWanted(), tmp_path)
    with pytest.raises(StartFailure, match="«Нигде»"):
        await run(settings, OPEN, PlanWanted(region="Нигде"), tmp_path)
    with pytest.raises(StartFailure, match="нужных столбцов"):
        await run(settings, "фамилия;оценка\n".encode(), PlanWanted(region=REGION), tmp_path)


def test_the_command_line_knows_its_options() -> None:
    options = parser().parse_args(
        ["import", "roadmap", "план.docx", "--region", REGION, "--years", "2026/27", "--move", "--yes",
         "--open-without-date"]
    )  # fmt: skip
    assert (options.kind, options.region, options.years, options.move) == ("roadmap", REGION, "2026/27", True)
    assert (options.yes, options.open_without_date) == (True, True)
