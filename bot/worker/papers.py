"""Drawing of PDF, in the worker process. Imports nothing of Telegram: this module is loaded there."""

from pathlib import Path

from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.papers import Paper
from shnor_domain.tables import BadFile

_FONT, _SIZE, _LINE = "DejaVu", 9, 4.6
"""Points, and millimetres from line to line."""
_LONGEST_LINE = 1_000
_WIDE, _PADDING, _LINES = 4, 4, 48
"""Millimetres of a wide letter and beside all of them; lines of a cell: no row may be higher than a page, or it cannot
be drawn."""
_ROOM = 180
"""Millimetres between the margins of A4."""


class WorkerPapers:
    """Port `PaperWriter`."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    async def write(self, paper: Paper) -> bytes:
        """Ours: a worker that dies over it is a bug and stays one."""
        try:
            return await self._pool.run(write_pdf, paper)
        except WorkerFailed as failed:
            if failed.reason == "busy":
                raise BadFile("busy") from failed
            raise


def write_pdf(paper: Paper) -> bytes:
    """A4 upright, Russian letters inside the file, page numbers at the foot."""
    from fpdf import FPDF  # only when something is printed: the process also reads tables
    from fpdf.enums import TableCellFillMode
    from fpdf.fonts import FontFace, TTFFont

    class Sheet(FPDF):
        def footer(self) -> None:
            self.set_y(-13)
            self.set_font(_FONT, size=8)
            words = paper.foot.replace("{page}", str(self.page_no())).replace("{pages}", "{nb}")
            self.cell(0, 6, words, align="C")

    sheet = Sheet(orientation="portrait", unit="mm", format="A4")
    fonts = _fonts()
    sheet.add_font(_FONT, fname=fonts / "DejaVuSans.ttf")
    sheet.add_font(_FONT, style="B", fname=fonts / "DejaVuSans-Bold.ttf")
    sheet.set_title(paper.title)
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
