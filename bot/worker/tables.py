"""Reading and writing tables, in the worker process. Imports nothing of Telegram: this module is loaded there."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from bot.worker.archives import Refused, check
from shnor_domain.tables import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, Sheet, Table

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",;\t"
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
"""What is a number beyond doubt: no leading zero that would be lost, not as long as a telephone number."""
_LOOKED_AT, _LOOKED_AT_ROWS = 100_000, 50
"""Characters and rows of a csv by which its delimiter is told."""


def read_table(name: str, body: bytes, fill_merged: bool = False) -> Table | str:
    """A table, or the reason why it is none (see `BadFile`): a text travels between processes, an exception
    with facts does not. `fill_merged`: what merged cells of a workbook say stands in each of them."""
    try:
        if len(body) > LARGEST_FILE:
            raise Refused("too-big")
        if body.startswith(_OLE):
            raise Refused("old-xls")
        if body.startswith(_ZIP):
            sheets = _xlsx(body, fill_merged)
        elif name.lower().endswith((".xlsx", ".xlsm", ".xls")):
            raise Refused("not-a-table")
        else:
            sheets = (_csv(body),)
        if not any(cell.strip() for sheet in sheets for row in sheet.rows for cell in row):
            raise Refused("empty")
        return Table(sheets)
    except Refused as refused:
        return refused.reason


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Texts, so that what begins with «=» or «http» runs and opens nothing; counts are numbers, for who sums them up.
    The heading is bold, frozen and filtered."""
    import xlsxwriter  # only when a table is written: the process also draws charts

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        used: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_sheet_name(sheet.name, used))
            for number, row in enumerate(sheet.rows):
                for column, cell in enumerate(row):
                    if number and _COUNT.fullmatch(cell):
                        page.write_number(number, column, int(cell), body)
                    else:
                        page.write_string(number, column, cell[:32_767], body if number else head)
            for column in range(max((len(row) for row in sheet.rows), default=0)):
                longest = max((len(row[column]) for row in sheet.rows[:500] if column < len(row)), default=0)
                page.set_column(column, column, min(max(longest + 2, 8), 60))
            if sheet.rows:
                page.freeze_panes(1, 0)
                page.autofilter(0, 0, len(sheet.rows) - 1, max(len(sheet.rows[0]) - 1, 0))
    return out.getvalue()


def _sheet_name(name: str, used: set[str]) -> str:
    """At most 31 characters, without those that Excel forbids, no two equal."""
    clean = "".join(" " if letter in "[]:*?/\\" else letter for letter in name).strip().strip("'")[:28] or "1"
    plain, number = clean, 1
    while clean.casefold() in used:
        number += 1
        clean = f"{plain[:27]} {number}"
    used.add(clean.casefold())
    return clean


def _xlsx(body: bytes, fill_merged: bool) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    check(body, MOST_ROWS, MOST_COLUMNS)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        sheets = []
        for name in book.sheet_names[:20]:
            page = book.get_sheet_by_name(name)
            rows = _bounded(page.to_python(skip_empty_area=False))
            sheets.append(Sheet(name, _filled(rows, page.merged_cell_ranges or ()) if fill_merged else rows))
        return tuple(sheets)
    except (CalamineError, ValueError, OSError) as error:
        raise Refused("damaged") from error


def _filled(
    rows: tuple[tuple[str, ...], ...], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> tuple[tuple[str, ...], ...]:
    """Rows with the text of each merged range in all of its cells; overlapping ranges could otherwise ask for any
    amount of work, so that no more cells are filled than the rows have."""
    cells = [list(row) for row in rows]
    left = sum(map(len, cells))
    for (top, start), (bottom, end) in ranges:
        inside = cells[top : bottom + 1]
        left -= sum(len(row[start : end + 1]) for row in inside)
        if left < 0:
            break
        text = inside[0][start] if inside and start < len(inside[0]) else ""
        for row in inside:
            row[start : end + 1] = [text] * len(row[start : end + 1])
    return tuple(tuple(row) for row in cells)


def _csv(body: bytes) -> Sheet:
    text = _decoded(body)
    if "\x00" in text:
        raise Refused("not-a-table")
    try:
        return Sheet("", _bounded(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))))
    except csv.Error as error:
        raise Refused("damaged") from error


def _decoded(body: bytes) -> str:
    encodings = ["utf-16"] if body.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("not-a-table")


def _delimiter(text: str) -> str:
    """The one that divides most of the first rows alike: a title above the table may hold commas, or no sign at all."""

    def alike(mark: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text[:_LOOKED_AT], newline=""), delimiter=mark)
        widths = Counter(len(row) for row in islice(rows, _LOOKED_AT_ROWS) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=alike)


def _bounded(rows: Iterable[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for row in rows:
        if len(found) >= MOST_ROWS:
            raise Refused("too-many-rows")
        if len(row) > MOST_COLUMNS and any(_text(cell).strip() for cell in row[MOST_COLUMNS:]):
            raise Refused("too-many-columns")
        found.append(tuple(_text(cell) for cell in row[:MOST_COLUMNS]))
    return tuple(found)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, (datetime, date)):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell)
