"""Reading a plan, in the worker process: a Word file with its paragraphs and tables, or what `tables` reads."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from bot.worker.archives import Refused, check
from bot.worker.numbering import Numbering, numbering_of
from bot.worker.tables import read_table
from shnor_domain.tables import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, Sheet, Table

_CORE = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TRANSPARENT = frozenset(f"{_WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
"""Elements that only wrap what counts."""
_NOT_THERE = frozenset(
    (
        *(f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_SIGNS = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def read_document(name: str, body: bytes) -> Table | str:
    """Sheets in the order of the document, or the reason why it is none (see `BadFile`).

    Paragraphs between two tables of a Word file are a sheet without a name, a row each; its tables are called 1, 2, ….
    What merged cells say stands in each of them, and numbers that Word itself gives to paragraphs stand before them.
    """
    try:
        if len(body) > LARGEST_FILE:
            raise Refused("too-big")
        if not _is_word(body):
            return read_table(name, body, True)
        check(body, MOST_ROWS, MOST_COLUMNS, _CORE)
        sheets = _docx(body)
        if not any(cell.strip() for sheet in sheets for row in sheet.rows for cell in row):
            raise Refused("empty")
        return Table(sheets)
    except Refused as refused:
        return refused.reason


def _is_word(body: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return _CORE in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _docx(body: bytes) -> tuple[Sheet, ...]:
    import docx  # only when a Word file is read: the process also draws charts
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    # python-docx asks elements for what their schema promises: a forged part lacks it
    forged = (OpcError, LxmlError, zipfile.BadZipFile, LookupError, ValueError, OSError, AttributeError, TypeError)
    try:
        document = docx.Document(io.BytesIO(body))
        return tuple(_sheets(document.element.body, numbering_of(document)))
    except forged as error:
        raise Refused("damaged") from error


def _sheets(body: Any, numbering: Numbering) -> Iterator[Sheet]:
    tables = 0
    texts: list[tuple[str, ...]] = []
    for element in _inside(body):
        if element.tag == f"{_WORD}p":
            texts.append((_paragraph(element, numbering),))
        elif element.tag == f"{_WORD}tbl":
            if texts:
                yield Sheet("", tuple(texts))
                texts = []
            tables += 1
            yield Sheet(str(tables), tuple(_rows(element, numbering)))
    if texts:
        yield Sheet("", tuple(texts))


def _rows(table: Any, numbering: Numbering) -> Iterator[tuple[str, ...]]:
    """Rows of one width each as the grid has it; a cell that goes on from the row above says what that one says."""
    above: dict[int, str] = {}
    for count, row in enumerate(_inside(table, f"{_WORD}tr")):
        if count >= MOST_ROWS:
            raise Refused("too-many-rows")
        if row.find(f"{_WORD}trPr/{_WORD}del") is not None:
            continue
        cells: list[str] = [""] * _number(row.find(f"{_WORD}trPr/{_WORD}gridBefore"), 0)
        merged: dict[int, str] = {}
        for cell in _inside(row, f"{_WORD}tc"):
            merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
            goes_on = merge is not None and merge.get(f"{_WORD}val", "continue") == "continue"
            text = above.get(len(cells), "") if goes_on else _cell(cell, numbering)
            if merge is not None:
                merged[len(cells)] = text
            cells += [text] * _number(cell.find(f"{_WORD}tcPr/{_WORD}gridSpan"), 1)
            if len(cells) > MOST_COLUMNS:
                raise Refused("too-many-columns")
        above = merged
        yield tuple(cells)


def _cell(cell: Any, numbering: Numbering) -> str:
    """Paragraphs on lines of their own; rows of a table inside of the cell are lines too."""
    lines = []
    for element in _inside(cell):
        if element.tag == f"{_WORD}p":
            lines.append(_paragraph(element, numbering))
        elif element.tag == f"{_WORD}tbl":
            lines += [" ".join(dict.fromkeys(row)) for row in _rows(element, numbering)]
    return "\n".join(lines)


def _paragraph(paragraph: Any, numbering: Numbering) -> str:
    text = "".join(_texts(paragraph))
    label = numbering.label(paragraph)
    return f"{label} {text}".strip() if label else text


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _NOT_THERE:
            yield from _texts(child)


def _inside(element: Any, tag: str | None = None) -> Iterator[Any]:
    """Children in their order, those of wrapping elements too; only those of `tag` where one is given."""
    for child in element:
        if child.tag in _TRANSPARENT:
            yield from _inside(child, tag)
        elif tag is None or child.tag == tag:
            yield child


def _number(element: Any, otherwise: int) -> int:
    """The number of a span, never more than a row may have columns."""
    value = element.get(f"{_WORD}val", "") if element is not None else ""
    return min(int(value), MOST_COLUMNS + 1) if value.isdecimal() and len(value) < 10 else otherwise
