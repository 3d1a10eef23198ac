"""What people write into tables, read as they mean it."""

from datetime import date

import pytest

from shnor_domain.identity import SubjectId
from shnor_domain.tables import BadFile, Sheet, Table
from shnor_domain.territories.imports.grid import grid_of
from shnor_domain.territories.imports.words import (
    date_in,
    is_methodist_day,
    statuses_in,
    subject_in,
    weekday_in,
    year_in,
)
from shnor_domain.territories.model import Status, Subject
from shnor_domain.territories.words import shipped_rows


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("ШНОР", ((Status.SHNOR, None),)),
        ("ШНОР; 500+ (2021)", ((Status.SHNOR, None), (Status.PROJECT_500, 2021))),
        ("базовая школа", ((Status.BASE, None),)),
        ("ПНОР 2024/25, зона риска", ((Status.SHNOR, 2024), (Status.ZONE, None))),
        ("", ()),
        ("хорошая школа", None),
    ],
)
def test_statuses(cell: str, meant: object) -> None:
    assert statuses_in(cell) == meant


def test_weekdays_and_the_methodists_day() -> None:
    assert [weekday_in(text) for text in ("понедельник", "СР", " Воскресенье ", "завтра", "")] == [0, 2, 6, None, None]
    assert is_methodist_day("Методический день") and not is_methodist_day("химия")


def test_years_and_dates() -> None:
    assert [year_in(text) for text in ("2026", "2026/27", "2026-2027 уч. год", "26/27")] == [2026, 2026, 2026, None]
    assert [date_in(text) for text in ("2026-04-27", "27.04.2026", "27 апреля")] == [date(2026, 4, 27)] * 2 + [None]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("химия", "chemistry"), ("Русский язык", "russian"), ("ИКТ", "informatics"), ("магия", None)],
)
def test_subjects_of_the_shipped_catalogue(cell: str, code: str | None) -> None:
    catalogue = [
        Subject(SubjectId(row["code"]), row["name"], tuple(row["spellings"].split("|")))
        for row in shipped_rows("subjects.csv")
    ]
    found = subject_in(cell, catalogue)
    assert (found.code if found else None) == code


def test_columns_stand_in_any_order_under_a_title_in_either_language() -> None:
    heading = ("Статусы", "Лишний", "Название", "municipality")
    sheet = Sheet("Лист1", (("Школы района",), (), heading, ("ШНОР", "x", "СОШ № 6", "Лабинский")))
    wanted = ("municipality", "school", "statuses")
    grid = grid_of(Table((Sheet("Пусто", ()), sheet)), wanted, ("municipality", "school"))
    assert (grid.sheet, grid.unknown, grid.lines[0].number) == ("Лист1", ("Лишний",), 4)
    assert grid.lines[0].cells == {"statuses": "ШНОР", "school": "СОШ № 6", "municipality": "Лабинский"}


def test_a_table_without_its_columns_says_which() -> None:
    with pytest.raises(BadFile) as refused:
        grid_of(Table((Sheet("", (("Школа", "Цвет"),)),)), ("municipality", "school"), ("municipality", "school"))
    assert refused.value.facts == {"reason": "no-columns", "columns": "municipality"}


def test_cells_hold_one_line_of_what_can_be_seen_and_lists_as_many_as_they_have() -> None:
    rows = (
        ("муниципалитет", "школа", "статус"),
        ("Лабинский", "СОШ № 5\n2. Всё\u202e верно\x00\u2028конец", "ШНОР\nбазовая школа"),
    )
    grid = grid_of(Table((Sheet("", rows),)), ("municipality", "school", "statuses"), ("municipality", "school"))
    (line,) = grid.lines
    assert line["school"] == "СОШ № 5 2. Всё верно конец"
    assert line["statuses"] == "ШНОР\nбазовая школа"
