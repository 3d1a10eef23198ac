"""Word files become sheets in the order of the document, whatever is in them."""

import io
import zipfile

import docx
import openpyxl
import pytest

from bot.worker.documents import read_document
from bot.worker.plans import WorkerPlans
from bot.worker.pool import WorkerPool
from shnor_domain.tables import BadFile, Sheet, Table
from tests.support.word_files import saved, word, word_of_xml
from tests.support.workbooks import rebuilt


def sheets(body: bytes, name: str = "plan.docx") -> tuple[Sheet, ...]:
    read = read_document(name, body)
    assert isinstance(read, Table), read
    return read.sheets


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = word("План", "на 2026 год", [["№", "Срок"], ["1", "май\nиюнь"]], "Раздел", [["2", ""]])
    assert sheets(body) == (
        Sheet("", (("План",), ("на 2026 год",))),
        Sheet("1", (("№", "Срок"), ("1", "май\nиюнь"))),
        Sheet("", (("Раздел",),)),
        Sheet("2", (("2", ""),)),
    )


def test_merged_cells_say_the_same_in_every_position() -> None:
    document = docx.Document()
    grid = document.add_table(rows=3, cols=3)
    for at, text in enumerate("abcdefghi"):
        grid.cell(at // 3, at % 3).text = text
    across = grid.cell(0, 0).merge(grid.cell(0, 1))
    across.text = "вдоль"
    down = grid.cell(1, 2).merge(grid.cell(2, 2))
    down.text = "вниз"
    assert sheets(saved(document))[0].rows == (("вдоль", "вдоль", "c"), ("d", "e", "вниз"), ("g", "h", "вниз"))


def test_what_word_wraps_is_read_and_what_it_deleted_is_not() -> None:
    body = word_of_xml(
        "<w:p><w:r><w:t>План</w:t></w:r><w:del><w:r><w:delText>старый</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> новый</w:t></w:r></w:ins></w:p>",
        "<w:sdt><w:sdtContent>"
        + table(
            row(cell("1"), cell("А")),
            "<w:sdt><w:sdtContent>" + row(cell("2"), cell("Б")) + "</w:sdtContent></w:sdt>",
            row(cell("3"), cell("В"), properties="<w:del/>"),
        )
        + "</w:sdtContent></w:sdt>",
    )
    assert sheets(body) == (Sheet("", (("План новый",),)), Sheet("1", (("1", "А"), ("2", "Б"))))


def test_tabs_breaks_and_tables_inside_of_cells_are_text() -> None:
    inner = table(row(cell("х"), cell("у")))
    body = word_of_xml(
        table(
            "<w:tr><w:tc><w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:noBreakHyphen/></w:r></w:p>"
            f"{inner}<w:p/></w:tc></w:tr>"
        )
    )
    assert sheets(body)[0].rows == (("а б\nв-\nх у\n",),)


def test_numbers_that_word_gives_stand_in_the_cells() -> None:
    document = docx.Document()
    grid = document.add_table(rows=3, cols=2)
    for line in grid.rows:
        line.cells[0].paragraphs[0].style = "List Number"
        line.cells[1].text = "мероприятие"
        line.cells[1].paragraphs[0].style = "List Bullet"
    assert sheets(saved(document))[0].rows == tuple((f"{number}.", "- мероприятие") for number in (1, 2, 3))


def test_a_row_that_begins_later_keeps_its_columns() -> None:
    late = row(cell("б"), properties='<w:gridBefore w:val="1"/>')
    assert sheets(word_of_xml(table(row(cell("1"), cell("а")), late)))[0].rows == (("1", "а"), ("", "б"))


@pytest.mark.parametrize("span", ["101", "1000000000", "99999999999999999999999"])
def test_a_cell_as_wide_as_the_sea_is_refused(span: str) -> None:
    wide = word_of_xml(table(row(cell("а", f'<w:gridSpan w:val="{span}"/>'), *[cell("б")] * 100)))
    assert read_document("a.docx", wide) == "too-many-columns"


def test_a_bomb_is_not_unpacked() -> None:
    body = rebuilt(word("План"), "word/media/bomb.bin", b"\0" * (300 * 1024 * 1024))
    assert read_document("a.docx", body) == "bomb"


def test_entities_are_not_followed() -> None:
    evil = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>&a;&b;x</w:t></w:r></w:p></w:body></w:document>"
    )
    read = read_document("a.docx", rebuilt(word("План"), "word/document.xml", evil))
    assert read in ("damaged", "empty") or (isinstance(read, Table) and "ha" not in str(read) and "/" not in str(read))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (rebuilt(word("План"), "word/document.xml", b"<w:document"), "damaged"),
        (rebuilt(word("План"), "word/document.xml", b"<html/>"), "damaged"),
        (rebuilt(word("План"), "[Content_Types].xml", b"<a/>"), "damaged"),
        (rebuilt(word("План"), "word/numbering.xml", b"<a>"), "damaged"),
        (word(), "empty"),
        (word(" ", [["", " "]]), "empty"),
        (word("План")[:-40], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-xls"),
        (b"x" * (20 * 1024 * 1024 + 1), "too-big"),
    ],
    ids=["xml", "html", "types", "numbering", "nothing", "blank", "cut", "doc", "big"],
)
def test_what_is_no_document_is_refused_with_a_reason(body: bytes, reason: str) -> None:
    assert read_document("a.docx", body) == reason


def test_an_archive_with_only_the_name_of_a_document_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "x")
    assert read_document("a.docx", out.getvalue()) == "damaged"


def test_tables_are_read_as_before_with_merged_cells_filled() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "План"
    for line in (["№", "Срок"], [1, "май"], [2, None], [3, "июнь"]):
        page.append(line)
    page.merge_cells("B2:B3")
    out = io.BytesIO()
    book.save(out)
    rows = (("№", "Срок"), ("1", "май"), ("2", "май"), ("3", "июнь"))
    assert sheets(out.getvalue(), "a.xlsx") == (Sheet("План", rows),)
    assert sheets("№;Срок\n1;май\n".encode(), "a.csv") == (Sheet("", rows[:2]),)


def test_merged_ranges_that_lie_over_each_other_are_not_filled_for_ever() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for _ in range(200):
        page.append(["х"] * 50)
    for _ in range(3_000):
        page.merged_cells.ranges.add(openpyxl.worksheet.cell_range.CellRange("A1:AX200"))
    out = io.BytesIO()
    book.save(out)
    assert len(sheets(out.getvalue(), "a.xlsx")[0].rows) == 200


async def test_a_plan_is_read_in_the_other_process_and_refusals_come_back() -> None:
    pool = WorkerPool()
    try:
        plans = WorkerPlans(pool)
        body = word("План на 2026 год", [["№", "Мероприятие", "Срок"], ["1", "Семинар", "май"]])
        draft = await plans.read("a.docx", body)
        assert [(item.number, item.title) for item in draft.items] == [("1", "Семинар")]
        for bad, reason in ((word("Ничего"), "no-columns"), (b"\0", "not-a-table")):
            with pytest.raises(BadFile) as refused:
                await plans.read("a.docx", bad)
            assert refused.value.reason == reason
    finally:
        await pool.close()
