"""Drawing of PDF, in the worker process. Imports nothing of Telegram: this module is loaded there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.papers import Diploma, Paper
from shnor_domain.tables import BadFile

P = TypeVar("P")

_FONT, _SIZE, _LINE = "DejaVu", 9, 4.6
"""Points, and millimetres from line to line."""
_LONGEST_LINE = 1_000
_WIDE, _PADDING, _LINES = 4, 4, 48
"""Millimetres of a wide letter and beside all of them; lines of a cell: no row may be higher than a page, or it cannot
be drawn."""
_ROOM = 180
"""Millimetres between the margins of A4."""
_MOST_ACROSS = 400
"""Letters of one line of a diploma: all of them together fit its sheet."""
_SHORT = 240
"""Letters of name and lines together that leave so much of the sheet empty that they stand lower."""
_GREY, _BLACK = (110, 110, 110), (20, 20, 20)


class WorkerPapers:
    """Port `PaperWriter`."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    async def write(self, paper: Paper) -> bytes:
        """Ours: a worker that dies over it is a bug and stays one."""
        return await self._drawn(write_pdf, paper)

    async def diploma(self, diploma: Diploma) -> bytes:
        """As `write`."""
        return await self._drawn(write_diploma, diploma)

    async def _drawn(self, draw: Callable[[P], bytes], what: P) -> bytes:
        try:
            return await self._pool.run(draw, what)
        except WorkerFailed as failed:
            if failed.reason == "busy":
                raise BadFile("busy") from failed
            raise


def write_pdf(paper: Paper) -> bytes:
    """A4 upright, Russian letters inside the file, page numbers at the foot."""
    from fpdf.enums import TableCellFillMode  # only when something is printed: the process also reads tables
    from fpdf.fonts import FontFace

    sheet = _sheet("portrait", paper.title, paper.foot)
    sheet.set_margins(15, 15, 15)
    sheet.set_auto_page_break(True, margin=18)
    sheet.add_page()
    sheet.set_font(_FONT, style="B", size=14)
    sheet.multi_cell(0, 7, paper.title[:_LONGEST_LINE], align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(_FONT, size=_SIZE + 1)
    for line in paper.lines:
        sheet.multi_cell(0, 5.5, line[:_LONGEST_LINE], align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(3)
    sheet.set_font(_FONT, size=_SIZE)
    rooms = [_letters(_ROOM * width / sum(paper.widths)) for width in paper.widths]
    heading = FontFace(emphasis="BOLD", fill_color=(235, 235, 235))
    with sheet.table(
        col_widths=paper.widths,
        text_align="LEFT",
        headings_style=heading,
        line_height=_LINE,
        padding=1,
        cell_fill_mode=TableCellFillMode.NONE,
    ) as table:
        for cells in (paper.head, *paper.rows):
            row = table.row()
            for cell, room in zip(cells, rooms, strict=True):
                row.cell(" ".join(cell.split())[:room])
    return _body(sheet)


def write_diploma(diploma: Diploma) -> bytes:
    """A4 across within a thin frame; all of it on one page."""
    sheet = _sheet("landscape", diploma.title, diploma.foot)
    sheet.set_margins(28, 24, 28)
    sheet.set_auto_page_break(False)
    sheet.add_page()
    sheet.set_draw_color(*_GREY)
    sheet.set_line_width(0.7)
    sheet.rect(10, 10, sheet.w - 20, sheet.h - 20)
    sheet.set_line_width(0.2)
    sheet.rect(12, 12, sheet.w - 24, sheet.h - 24)
    short = len(diploma.name) + sum(map(len, diploma.lines)) < _SHORT
    sheet.set_y(44 if short else 26)
    _across(sheet, diploma.head, 12, 6, color=_GREY)
    sheet.ln(8)
    _across(sheet, diploma.title, 30, 13, style="B")
    sheet.ln(1)
    _across(sheet, diploma.number, 12, 6, color=_GREY)
    sheet.ln(9)
    _across(sheet, diploma.name, 24, 11, style="B")
    sheet.ln(6)
    for line in diploma.lines:
        _across(sheet, line, 13, 7)
        sheet.ln(1.5)
    return _body(sheet)


def _across(
    sheet: Any, words: str, size: float, height: float, *, style: str = "", color: tuple[int, int, int] = _BLACK
) -> None:
    """Words in the middle, on as many lines as they need; a word that is wider than the sheet is broken."""
    sheet.set_font(_FONT, style=style, size=size)
    sheet.set_text_color(*color)
    text = " ".join(words.split())[:_MOST_ACROSS]
    sheet.multi_cell(0, height, text, align="C", new_x="LMARGIN", new_y="NEXT")


def _sheet(orientation: Literal["portrait", "landscape"], title: str, foot: str) -> Any:
    """An empty A4 with the letters that it needs inside; `foot` stands on each page, with its number."""
    from fpdf import FPDF

    class Sheet(FPDF):
        def footer(self) -> None:
            self.set_y(-13 if orientation == "portrait" else -22)
            self.set_font(_FONT, size=8)
            words = foot.replace("{page}", str(self.page_no())).replace("{pages}", "{nb}")
            self.cell(0, 6, words, align="C")

    sheet = Sheet(orientation=orientation, unit="mm", format="A4")
    fonts = _fonts()
    sheet.add_font(_FONT, fname=fonts / "DejaVuSans.ttf")
    sheet.add_font(_FONT, style="B", fname=fonts / "DejaVuSans-Bold.ttf")
    sheet.set_title(title)
    return sheet


def _body(sheet: Any) -> bytes:
    from fpdf.fonts import TTFFont

    body = bytes(sheet.output())
    for font in sheet.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()  # read lazily, and never closed by the library itself
    return body


def _letters(width: float) -> int:
    """How many letters a cell of this width holds, were they all wide."""
    return max(1, int((width - _PADDING) / _WIDE)) * _LINES


def _fonts() -> Path:
    """DejaVu Sans comes with matplotlib, so that no font of the machine is needed."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"
