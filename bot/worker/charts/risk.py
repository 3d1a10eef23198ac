"""The risk profile of a school: its factors by significance, then nine indicators in small panels, three in a row."""

from collections.abc import Sequence

from bot.worker.charts.letters import Face, clean, width
from bot.worker.charts.sheet import BODY, EDGE, HEAD, INK, SMALL, SOFT, TITLE, WIDTH, Box, Mark, Piece, Sheet
from shnor_domain.pictures import FactorRow, Legend, Panel, RiskPicture, YearCell

_ROOM = WIDTH - 2 * EDGE
_WEIGHTS = {3: "#D55E00", 2: "#E69F00", 1: "#56B4E9"}
"""Okabe and Ito: told apart by the colour-blind; the number of filled squares says the same."""
_BAR, _EARLIER, _TRACK, _GROUND = "#0072B2", "#56B4E9", "#D9DDE2", "#F4F6F8"
_SQUARE, _NAME, _SIGN = 13, 500, 175
"""Pixels: a square of significance, the room of a factor's name and of the word at its right."""
_IN_A_ROW, _GAP, _PAD = 3, 12, 9
_PANEL = (_ROOM - _GAP * (_IN_A_ROW - 1)) / _IN_A_ROW
_HEIGHT, _MARKS = 10, 9
"""Pixels of a bar, and above and below it for the marks of averages."""
BIASED = "*"
"""After the year of a biased result, beside the hatched bar; the legend says what it means."""
_SHARE = Face(SMALL.size, bold=True)


def draw_risk(picture: RiskPicture) -> tuple[Sheet, float]:
    """The sheet and its height."""
    sheet = Sheet()
    y = sheet.text(EDGE, 16, picture.title, _ROOM, TITLE, 3)
    for line in picture.lines:
        y = sheet.text(EDGE, y, line, _ROOM, BODY, 3, SOFT)
    y = sheet.text(EDGE, y + 12, picture.factors_title, _ROOM, HEAD, 2) + 2
    for row in picture.factors:
        y = _factor(sheet, y, row)
    if not picture.factors:
        y = sheet.text(EDGE, y, picture.no_factors, _ROOM, BODY, 3)
    y = sheet.text(EDGE, y + 12, picture.panels_title, _ROOM, HEAD, 2) + 4
    for start in range(0, len(picture.panels), _IN_A_ROW):
        y = _row(sheet, y, picture.panels[start : start + _IN_A_ROW]) + _GAP
    y = _legend(sheet, y, picture.legend) + 4
    for line in picture.foot:
        y = sheet.text(EDGE, y, line, _ROOM, SMALL, 3, SOFT)
    return sheet, y + 14


def _factor(sheet: Sheet, y: float, row: FactorRow) -> float:
    """Number and name at the left, significance at the right, below them what the school has said and done."""
    sheet.boxes.append(Box(EDGE, y, _ROOM, 1, fill=_TRACK))
    y += 6
    indent = 36
    sheet.text(EDGE, y, row.number, indent - 4, BODY, 1)
    low = sheet.text(EDGE + indent, y, row.name, _NAME - indent, BODY, 3)
    at = WIDTH - EDGE - _SIGN
    for place in range(3):
        full = _WEIGHTS[row.weight] if place < row.weight else None
        left = at - (3 - place) * (_SQUARE + 4) - 6
        sheet.boxes.append(Box(left, y + 5, _SQUARE, _SQUARE, fill=full, edge=INK))
    low = max(low, sheet.text(at, y, row.significance, _SIGN, BODY, 2))
    said = [Piece(row.decision), Piece(row.done, colour=SOFT)]
    low, _places = sheet.flow(EDGE + indent, low, _ROOM - indent, said, gap=20)
    return low + 6


def _row(sheet: Sheet, y: float, panels: Sequence[Panel]) -> float:
    """Panels of one height; years, and their bars, stand at one height too."""
    ground = len(sheet.boxes)
    inner = _PANEL - 2 * _PAD
    lefts = [EDGE + number * (_PANEL + _GAP) + _PAD for number in range(len(panels))]
    below = max(sheet.text(x, y + _PAD, panel.title, inner, _SHARE, 3) for x, panel in zip(lefts, panels, strict=True))
    low = max(_years(sheet, x, below + 2, panel, inner) for x, panel in zip(lefts, panels, strict=True)) + _PAD
    sheet.boxes[ground:ground] = [Box(x - _PAD, y, _PANEL, low - y, fill=_GROUND) for x in lefts]
    return low


def _years(sheet: Sheet, x: float, y: float, panel: Panel, room: float) -> float:
    names = [clean(cell.year + (BIASED if cell.biased else "")) for cell in panel.years]
    column = min(max((width(name, SMALL) for name in names), default=0), room * 0.4) + 10
    for number, (name, cell) in enumerate(zip(names, panel.years, strict=True)):
        y = _year(sheet, x, y, (name, column), cell, room, newest=number == len(names) - 1)
    words = [(above, word) for above, word in ((True, panel.municipality), (False, panel.region)) if clean(word)]
    low, places = sheet.flow(x, y, room, [Piece(word, colour=SOFT, lead=16) for _above, word in words], gap=10)
    for (above, _word), place in zip(words, places, strict=True):
        _sign(sheet, place, above)
    return low


def _sign(sheet: Sheet, place: tuple[float, float], above: bool) -> None:
    """The mark of an average before the words for it; `place` is where its line begins."""
    x, y = place
    sheet.marks.append(Mark(x + 6, y + (16 if above else 6), above))


def _year(
    sheet: Sheet, x: float, y: float, year: tuple[str, float], cell: YearCell, room: float, newest: bool
) -> float:
    name, column = year
    sheet.text(x, y, name, column - 10, SMALL, 1)
    pieces = [Piece(cell.word, _SHARE), Piece(cell.count, colour=SOFT)]
    low, _places = sheet.flow(x + column, y, room - column, pieces, gap=10)
    low = max(low, y + SMALL.line)
    averages = [share for share in (cell.municipality, cell.region) if share is not None]
    if cell.share is None and not averages:
        return low + 4
    top = low + _MARKS
    if cell.share is not None:
        _bar(sheet, x, top, cell, room, newest)
    else:
        sheet.boxes.append(Box(x, top + _HEIGHT / 2, room, 1, fill=SOFT))
    if cell.municipality is not None:
        sheet.marks.append(Mark(x + _part(cell.municipality, room), top, above=True))
    if cell.region is not None:
        sheet.marks.append(Mark(x + _part(cell.region, room), top + _HEIGHT, above=False))
    return top + _HEIGHT + (_MARKS if cell.region is not None else 3) + 3


def _bar(sheet: Sheet, x: float, top: float, cell: YearCell, room: float, newest: bool) -> None:
    """The whole is 100 %; of 0 % a line is left, so that it is not taken for nothing."""
    sheet.boxes.append(Box(x, top, room, _HEIGHT, fill=_TRACK))
    colour = _BAR if newest else _EARLIER
    long = max(_part(cell.share or 0, room), 2)
    hatched = {"fill": "white", "hatch": "/////"} if cell.biased else {"fill": colour, "hatch": None}
    sheet.boxes.append(Box(x, top, long, _HEIGHT, edge=colour, **hatched))


def _part(share: float, room: float) -> float:
    return room * min(max(share, 0), 100) / 100


def _legend(sheet: Sheet, y: float, legend: Legend) -> float:
    words = (legend.share, legend.biased, legend.municipality, legend.region)
    shown = [(kind, word) for kind, word in enumerate(words) if clean(word)]
    pieces = [Piece(word, lead=20 if kind > 1 else 32) for kind, word in shown]
    low, places = sheet.flow(EDGE, y, _ROOM, pieces, gap=20)
    for (kind, _word), (x, top) in zip(shown, places, strict=True):
        if kind == 0:
            sheet.boxes.append(Box(x, top + 6, 24, _HEIGHT, fill=_BAR))
        elif kind == 1:
            sheet.boxes.append(Box(x, top + 6, 24, _HEIGHT, fill="white", edge=_BAR, hatch="/////"))
        else:
            _sign(sheet, (x, top), above=kind == 2)
    return low
