"""Plans on paper: every page is drawn, whatever stands in the cells."""

import re

import pytest

from bot.worker.papers import WorkerPapers, write_diploma, write_pdf
from bot.worker.pool import WorkerPool
from shnor_domain.papers import Diploma, Paper

WIDTHS = (6, 46, 22, 26, 20)


def paper(*cells: str, rows: int = 1) -> Paper:
    row = (cells * 5)[:5]
    return Paper("План школы", ("СОШ № 6",), ("№", "Что", "Срок", "Кто", "Состояние"), WIDTHS, (row,) * rows, "{page}")


def pages(body: bytes) -> int:
    return max(int(count) for count in re.findall(rb"/Count (\d+)", body))


def test_a_long_plan_takes_several_pages_with_its_own_letters() -> None:
    body = write_pdf(paper("Самодиагностика школы", rows=80))
    assert body.startswith(b"%PDF-") and pages(body) > 1
    assert b"DejaVuSans" in body, "Russian letters come with the file"


@pytest.mark.parametrize(
    "cell", ["Щ" * 3_000, "слово " * 900, "😀" * 2_000, "а\nб\n" * 900, "\u0301" * 2_000, "", "<b>&"]
)
def test_no_cell_is_too_high_to_be_drawn(cell: str) -> None:
    assert pages(write_pdf(paper(cell))) >= 1


async def test_the_worker_draws_it() -> None:
    pool = WorkerPool()
    body = await WorkerPapers(pool).write(paper("Договор"))
    await pool.close()
    assert body.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Айталина Петровна Ы-Ёлкина", "Функциональная грамотность"),
        ("Щ" * 80, "Ш" * 300),
        ("Слово " * 13, "длинное слово " * 20),
        ("", ""),
    ],
)
def test_a_diploma_is_one_page_however_long_its_words_are(name: str, title: str) -> None:
    sheet = Diploma("Институт", "Сертификат", "№ 14-2026-17", name, (title, "6 часов 30 минут"), "Сформировано")
    body = write_diploma(sheet)
    assert pages(body) == 1
    assert b"DejaVuSans" in body
