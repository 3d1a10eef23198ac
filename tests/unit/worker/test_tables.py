"""Files are hostile until they are read."""

import io
import zipfile

import openpyxl
import pytest

from bot.qr import qr_png
from bot.worker.tables import read_table, write_xlsx
from shnor_domain.tables import MOST_ROWS, Sheet, Table
from tests.support.workbooks import rebuilt, xlsx

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "<b>&_*[",
    "\u202eשלום",
    "🏫",
    "@SUM(1)",
    "+1",
    "http://example.org",
    "я" * 4096,
)


def test_what_is_written_is_read_back_as_text() -> None:
    sheet = Sheet("Школы", (("Название", "№"), *((text, "7") for text in HOSTILE)))
    assert read_table("a.xlsx", write_xlsx([sheet])) == Table((sheet,))
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([sheet])))
    assert {cell.data_type for cell in book["Школы"]["A"]} == {"s"}
    assert book["Школы"].freeze_panes == "A2"


def test_counts_are_numbers_and_all_else_stays_as_it_is_written() -> None:
    rows = (("Сколько", "2026"), ("12", "0"), ("007", "89140000000"), ("1,2", "−3"), ("4.5", "50 %"))
    sheet = Sheet("Часы", rows)
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([sheet])))
    assert list(book["Часы"].iter_rows(values_only=True)) == [
        ("Сколько", "2026"), (12, 0), ("007", "89140000000"), ("1,2", "−3"), ("4.5", "50 %"),
    ]  # fmt: skip
    assert read_table("часы.xlsx", write_xlsx([sheet])) == Table((sheet,))


def test_names_of_sheets_are_made_fit_and_different() -> None:
    sheets = [Sheet(name, (("а",),)) for name in ("[]:*?/\\", "Итог", "итог", "я" * 40, "я" * 41)]
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(sheets)))
    assert book.sheetnames == ["1", "Итог", "итог 2", "я" * 28, f"{'я' * 27} 2"]


def test_numbers_and_dates_become_the_text_a_person_sees() -> None:
    from datetime import date, datetime

    body = xlsx(["№", "n", "d", "t"], [6, 2.5, date(2026, 11, 21), datetime(2026, 11, 21, 15, 30)])  # noqa: DTZ001
    assert read_table("a.xlsx", body) == Table(
        (Sheet("Sheet", (("№", "n", "d", "t"), ("6", "2.5", "2026-11-21", "2026-11-21 15:30:00"))),)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_any_encoding_and_delimiter(encoding: str, mark: str) -> None:
    body = f'Школа{mark}Село\r\n"СОШ{mark} № 6"{mark}Амга\r\n'.encode(encoding)
    assert read_table("a.csv", body) == Table((Sheet("", (("Школа", "Село"), (f"СОШ{mark} № 6", "Амга"))),))


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.xlsx", "это не таблица".encode(), "not-a-table"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-xls"),
        ("a.csv", b"", "empty"),
        ("a.csv", b" \n;;\n", "empty"),
        ("a.csv", b"a\0b", "not-a-table"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 100, "damaged"),
        ("a.csv", b'"' + b"x" * 200_000, "damaged"),
        ("a.csv", b"x" * (20 * 1024 * 1024 + 1), "too-big"),
        ("a.csv", b"x\n" * (MOST_ROWS + 1), "too-many-rows"),
        ("a.csv", b"x," * 101 + b"x", "too-many-columns"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_is_refused_with_a_reason(name: str, body: bytes, reason: str) -> None:
    assert read_table(name, body) == reason


def test_any_other_archive_is_no_table() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("photo.txt", "x")
    assert read_table("a.xlsx", out.getvalue()) == "not-a-table"


def test_a_bomb_is_not_unpacked() -> None:
    body = rebuilt(xlsx(["a"]), "xl/media/bomb.bin", b"\0" * (300 * 1024 * 1024))
    assert len(body) < 1024 * 1024
    assert read_table("a.xlsx", body) == "bomb"


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    body = bytearray(rebuilt(xlsx(["a"]), "xl/media/bomb.bin", b"\0" * (300 * 1024 * 1024)))
    size = (300 * 1024 * 1024).to_bytes(4, "little")
    at = bytes(body).rfind(size)
    assert at > 0
    body[at : at + 4] = (10).to_bytes(4, "little")
    assert read_table("a.xlsx", bytes(body)) == "bomb"


@pytest.mark.parametrize(("cell", "reason"), [("A1048576", "too-many-rows"), ("XFD2", "too-many-columns")])
def test_a_cell_at_the_far_end_is_not_reached_for(cell: str, reason: str) -> None:
    row = "".join(letter for letter in cell if letter.isdigit())
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1">'
        f'<v>1</v></c></row><row r="{row}"><c t="n" r="{cell}"><v>1</v></c></row></sheetData></worksheet>'
    )
    body = rebuilt(xlsx(["a"]), "xl/worksheets/sheet1.xml", sheet.encode())
    assert read_table("a.xlsx", body) == reason


def test_an_archive_of_thousands_of_entries_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"{number}", b"")
    assert read_table("a.xlsx", out.getvalue()) == "bomb"


def test_a_link_becomes_a_picture() -> None:
    assert qr_png("https://t.me/some_bot?start=abc").startswith(b"\x89PNG")
