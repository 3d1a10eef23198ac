"""Word files made at test time, honest and not."""

import io
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Block = str | Sequence[Sequence[str]]
"""A paragraph, or a table by rows."""


def word(*blocks: Block) -> bytes:
    """Paragraphs and tables in this order; two tables in a row have an empty paragraph between them, as in Word."""
    document = docx.Document()
    before_is_table = False
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            if before_is_table:
                document.add_paragraph()
            _add(document, block)
        before_is_table = not isinstance(block, str)
    return saved(document)


def word_of_xml(*elements: str) -> bytes:
    """A document whose body is this XML, each element with its namespace given as `w`."""
    document = docx.Document()
    end = document.element.body[-1]
    for element in elements:
        opening, _, rest = element.partition(">")
        slash = "/" if opening.endswith("/") else ""
        end.addprevious(parse_xml(f"{opening.removesuffix('/')} {NAMESPACE}{slash}>{rest}"))
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: "docx.document.Document", rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
