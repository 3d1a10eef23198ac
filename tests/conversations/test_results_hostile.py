"""Results where everything is called badly, where people type anything and press everything, and hostile tables."""

import io
import logging
import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from shnor_domain.results.clusters import Cluster, KeptCluster
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import procedures
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.territories.model import SchoolYear
from tests.conversations.test_competence import workbook
from tests.support.bot_in_memory import MONDAY
from tests.support.explorer import Explorer
from tests.support.forgeries import Forger
from tests.support.hostile import NEAR, Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import TYPED, WELCOME
from tests.support.neighbours import Neighbours, neighbours
from tests.support.result_people import lay, opens
from tests.support.workbooks import rebuilt, xlsx

ANSWERS = ("31 4", "4 из 31", "28", "30", "1", "01.09.2026", *WELCOME)
STAYS = {*ENDS, "menu"}
HEAD: list[object] = ["школа", "учебный год", "процедура", "участников", "ниже минимума", "источник"]
ROW: list[object] = ["СОШ № 6", "2025/26", "ОГЭ, математика", 31, 4, "отчёт"]
CLUSTER_HEAD: list[object] = ["школа", "учебный год", "кластер", "документ"]


async def counted(here: Hostile) -> None:
    """All nine of three years, low and repeated, of two schools; clusters with long documents."""
    await FillThresholds(here.talk.units.write)()
    places = (here.school, here.talk.where(NEAR, "СОШ № 9"))
    years = [SchoolYear(year) for year in (2023, 2024, 2025)]
    rows = [
        Result(where, year, each.code, 5_000, 4_999, here.words(200), Unit.SCHOOL, None, MONDAY)
        for where in places
        for year in years
        for each in procedures()
    ]
    kept = [KeptCluster(here.school, SchoolYear(year), Cluster.STRONG, here.words(200), None, MONDAY)
            for year in range(2014, 2027)]  # fmt: skip
    async with here.talk.units.write() as work:
        await work.results.save(rows, keep_mark=False)
        await work.clusters.save(kept)


def to_results(here: Hostile, who: str, *labels: str) -> Callable[[], Awaitable[None]]:
    """/results, then buttons that begin so, as far as they are there."""
    person = here.people[who]

    async def start() -> None:
        await person.sends("/results")
        for label in labels:
            for found in [each for each in person.buttons if each.startswith(label)][:1]:
                await person.presses(found)

    return start


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_whatever_schools_are_called_every_window_of_results_can_be_shown(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        await counted(here)
        seen = set[str]()
        for who, steps, labels in (
            ("lead", 15, ()),
            ("lead", 12, ("Внести результаты", "2025/26")),
            ("coordinator", 15, ()),
            ("coordinator", 10, ("Сводка",)),
        ):
            walker = Explorer(here.talk, here.people[who], TYPED, ANSWERS, spares=STAYS)
            await walker.walk(steps, to_results(here, who, *labels))
            seen |= walker.names()
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert kind == "wide" or cut == [], "a screen needs paging, or shorter rows"
    assert {"Results:school", "ResultEntry:numbers", "Results:schools", "Summary:numbers"} <= seen


async def test_changed_data_of_any_button_of_results_breaks_no_window(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        await counted(here)
        forger = Forger(here.talk, here.people["coordinator"], ANSWERS, spares=STAYS)
        await forger.walk(8, to_results(here, "coordinator"))
        await forger.walk(6, to_results(here, "coordinator", "Сводка"))
        assert len(forger.tried) > 6


async def test_photos_long_texts_and_second_taps_change_nothing(sqlite_url: str) -> None:
    async with neighbours(sqlite_url) as here:
        lead = here.lead
        await opens(lead)
        await lead.presses("Внести результаты")
        await lead.presses("2025/26")
        await lead.sends("31 4")
        await lead.sends_photo("31 4")
        lead.sees("Шаг 2 из 9")
        await lead.sends_cut("9" * 5_000)
        lead.sees("Шаг 2 из 9")
        await lead.sends_document("31.txt", b"31 4")
        lead.sees("Шаг 2 из 9")
        window = replace(lead.last, rows=list(lead.last.rows))
        await lead.presses("Процедуры не было")
        await lead.presses_old(window, "Процедуры не было")
        while "Данные школы" not in lead.buttons:
            await lead.presses("Пропустить" if "Пропустить" in lead.buttons else "Дальше")
        await lead.presses("Данные школы")
        lead.sees("ВПР, математика, 5 класс: 4 из 31")
        window = replace(lead.last, rows=list(lead.last.rows))
        await lead.presses("Записать")
        await lead.presses_old(window, "Записать")
        written = [action for action, _ in await here.audited() if action == "results-enter"]
        assert written == ["results-enter"]


async def brings(here: Neighbours, kind: str, name: str, body: bytes) -> None:
    await here.coordinator.opens("Загрузить таблицу")
    await here.coordinator.presses(kind)
    here.coordinator.sees("Например: СОШ № 6; 2025/26;")
    await here.coordinator.sends_document(name, body)


async def test_a_table_of_results_with_errors_is_told_row_by_row(sqlite_url: str) -> None:
    async with neighbours(sqlite_url) as here:
        rows: list[list[object]] = [
            ROW,
            ROW,
            ["СОШ № 777", "2025/26", "ОГЭ, математика", 31, 4, ""],
            ["СОШ № 6", "2026", "ОГЭ, математика", 31, 4, ""],
            ["СОШ № 6", "2025/26", "физика", 31, 4, ""],
            ["СОШ № 6", "2025/26", "ОГЭ, русский", 4, 31, ""],
            ["СОШ № 6", "2025/26", "ЕГЭ, русский", "много", 4, ""],
            ["СОШ № 6", "2024/25", "ЕГЭ, русский", "нет процедуры", "", ""],
            ["СОШ № 1", "2025/26", "ОГЭ, математика", 31, 4, "чужая"],
        ]
        await brings(here, "Результаты процедур", "свод.xlsx", xlsx(HEAD, *rows))
        coordinator = here.coordinator
        coordinator.sees("Результаты процедур: что изменит файл", "Новых: 2", "с ошибкой: 7")
        await coordinator.presses("С ошибкой (7)")
        coordinator.sees(
            "то же самое уже есть в другой строке",
            "«СОШ № 777»: такой школы",
            "«2026»: это не учебный год",
            "«физика»: такой процедуры нет",
            "«31»: больше, чем участников",
            "«много»: здесь нужно целое число",
            "«СОШ № 1»: такой школы",
        )
        await coordinator.presses("Назад")
        await coordinator.presses("Записать")
        coordinator.sees("Записано строк: 2")
        await opens(here.lead)
        here.lead.sees("ОГЭ, математика: 4 из 31 (12,9 %)")


async def test_a_table_of_clusters_with_errors_is_told_row_by_row(sqlite_url: str) -> None:
    async with neighbours(sqlite_url) as here:
        rows: list[list[object]] = [
            ["СОШ № 6", "2025/26", "базово", "письмо № 1"],
            ["СОШ № 5", "2025/26", "ужасно", "письмо № 1"],
            ["СОШ № 9", "2025/26", "сильно", ""],
            ["СОШ № 16", "2025/26", "сильно", "письмо № 1"],
        ]
        await brings(here, "Кластеры по годам", "кластеры.xlsx", xlsx(CLUSTER_HEAD, *rows))
        here.coordinator.sees("Кластеры: что изменит файл", "Новых: 2", "с ошибкой: 2")
        await here.coordinator.presses("С ошибкой (2)")
        here.coordinator.sees("«ужасно»: такого кластера нет", "столбец «источник»: пусто")
        await here.coordinator.presses("Назад")
        await here.coordinator.presses("Записать")
        await opens(here.lead)
        await here.lead.presses("Кластеры по годам")
        here.lead.sees("2025/26: кластер 1, письмо № 1")


def hostile_files() -> dict[str, tuple[str, bytes, str]]:
    honest = xlsx(HEAD, ROW)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3_000):
            archive.writestr(f"xl/{number}.xml", "")
    return {
        "damaged": ("a.xlsx", honest[: len(honest) // 2], "Файл не открывается"),
        "password": ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "с паролем"),
        "bomb": ("a.xlsx", rebuilt(honest, "xl/media/bomb.bin", b"\0" * (300 * 1024 * 1024)), "Файл не открывается"),
        "entries": ("a.xlsx", many.getvalue(), "Файл не открывается"),
        "huge": ("a.csv", ";".join(map(str, HEAD)).encode() + b"\n" + b"x;y\n" * 1_200_000, "слишком много строк"),
        "picture": ("a.xlsx", b"\x89PNG\r\n\x1a\n", "Это не таблица"),
    }


@pytest.mark.parametrize("kind", ["damaged", "password", "bomb", "entries", "huge", "picture"])
async def test_a_hostile_table_of_results_gets_a_clear_answer_and_changes_nothing(sqlite_url: str, kind: str) -> None:
    name, body, words = hostile_files()[kind]
    async with neighbours(sqlite_url) as here:
        for table in ("Результаты процедур", "Кластеры по годам"):
            await brings(here, table, name, body)
            here.coordinator.sees(words, "Пришлите файл xlsx или csv")
        await opens(here.coordinator)
        here.coordinator.sees("СОШ № 6, Лабинск: внесены 0 из 27")


async def test_formulas_of_a_table_are_text_and_run_nowhere(sqlite_url: str) -> None:
    async with neighbours(sqlite_url) as here:
        formula = '=HYPERLINK("http://x.ru";"да")'
        body = f"{';'.join(map(str, HEAD))}\nСОШ № 6;2025/26;ОГЭ, математика;31;4;'{formula}'\n".replace(
            "'", '"'
        ).replace('("http://x.ru";"да")', "(1)")
        await brings(here, "Результаты процедур", "формулы.csv", body.encode())
        await here.coordinator.presses("Записать")
        await lay(here, "СОШ № 5", 20, 3)
        await opens(here.lead)
        await here.lead.presses("Excel")
        screen = next(screen for screen in reversed(here.lead.screens) if screen.body is not None)
        with zipfile.ZipFile(io.BytesIO(screen.body or b"")) as archive:
            sheets = b"".join(archive.read(each) for each in archive.namelist() if each.startswith("xl/worksheets/"))
        assert b"<f>" not in sheets and b"<hyperlink" not in sheets
        assert any("=HYPERLINK(1)" in cell for row in workbook(here.lead)[0] for cell in row)
