"""`shnor-bot import` reports, asks, writes."""

import io
from pathlib import Path

import pytest

from bot.failures import StartFailure
from bot.importing import import_file
from bot.settings import Settings
from shnor_domain.territories.words import shipped

DAYS = (
    "region,subject,weekday\nКраснодарский край,химия,понедельник\nКраснодарский край,методический день,четверг\n"
    "Краснодарский край,магия,среда\n"
)


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=sqlite_url, files_dir=tmp_path / "files")


async def run(settings: Settings, kind: str, body: bytes, tmp_path: Path, *, yes: bool = True) -> int:
    file = tmp_path / "table.csv"
    file.write_bytes(body)
    return await import_file(settings, kind, file, yes=yes, report_only=False)


async def test_the_report_is_printed_and_confirmed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await run(settings, "municipalities", shipped("municipalities.csv"), tmp_path) == 0
    assert capsys.readouterr().out.endswith("Строка 48: Урванский — новая строка\nЗаписано строк: 47\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("нет\n"))
    assert await run(settings, "consultation-days", DAYS.encode(), tmp_path, yes=False) == 1
    assert capsys.readouterr().out.endswith("Записать? Напишите «да»\nНичего не записано.\n")
    assert await run(settings, "consultation-days", DAYS.encode(), tmp_path) == 1
    assert capsys.readouterr().out == (
        "Дни консультаций: что изменит файл\n"
        "Новых: 2, изменится: 0, без изменений: 0, под вопросом: 0, с ошибкой: 1\n"
        "Строка 2: химия — новая строка\n"
        "  день недели: добавится «понедельник»\n"
        "Строка 3: методический день — новая строка\n"
        "  день недели: добавится «четверг»\n"
        "Строка 4: магия — не загрузится\n"
        "  столбец «предмет», «магия»: такого предмета нет\n"
        "Записано строк: 2\n"
    )
    assert await run(settings, "consultation-days", DAYS.encode(), tmp_path) == 1
    assert capsys.readouterr().out.endswith("Записывать нечего: ничего не изменилось.\n")
    assert list((tmp_path / "files" / "imports").iterdir()) == []


async def test_a_file_that_is_no_table_is_one_line(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(StartFailure) as refused:
        await run(settings, "schools", b"\0\0\0", tmp_path)
    assert "\n" not in refused.value.line and "таблица" in refused.value.line


async def test_the_operator_brings_results_from_the_command_line(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await run(settings, "municipalities", shipped("municipalities.csv"), tmp_path)
    await run(settings, "schools", "municipality,school\nЛабинский,СОШ № 6\n".encode(), tmp_path)
    capsys.readouterr()
    head = "Школа,Учебный год,Процедура,Участников,Ниже минимума\n"
    good = head + "СОШ № 6,2024/25,ВПР математика 5,20,5\nСОШ № 6,2023/24,ОГЭ русский,нет процедуры,\n"
    assert await run(settings, "results", (good + "СОШ № 6,2024,ЕГЭ русский,9,3\n").encode(), tmp_path) == 1
    assert capsys.readouterr().out == (
        "Результаты процедур: что изменит файл\n"
        "Новых: 2, изменится: 0, без изменений: 0, под вопросом: 0, с ошибкой: 1\n"
        "Строка 2: СОШ № 6, ВПР математика 5, 2024/25 — новая строка\n"
        "  участников: добавится «20»\n"
        "  ниже минимума: добавится «5»\n"
        "Строка 3: СОШ № 6, ОГЭ русский, 2023/24 — новая строка\n"
        "  участников: добавится «нет процедуры»\n"
        "Строка 4: СОШ № 6, ЕГЭ русский, 2024 — не загрузится\n"
        "  столбец «учебный год», «2024»: это не учебный год\n"
        "Записано строк: 2\n"
    )
    clusters = "Школа,Учебный год,Кластер,Документ\nСОШ № 6,2024/25,сильно,список\n"
    assert await run(settings, "clusters", clusters.encode(), tmp_path) == 0
    assert "  кластер: добавится «сильно»\n" in capsys.readouterr().out
