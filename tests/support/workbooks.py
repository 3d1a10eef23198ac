"""Workbooks made at test time, honest and not."""

import io
import zipfile

import openpyxl
from python_calamine import CalamineWorkbook


def xlsx(*rows: list[object]) -> bytes:
    """One sheet with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def texts_of(body: bytes) -> dict[str, list[list[str]]]:
    """What a person reads in each sheet, by its name; a count is as it is written, «12»."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    return {
        name: [[_shown(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def _shown(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def rebuilt(body: bytes, name: str, content: bytes) -> bytes:
    """The archive with one entry replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()
