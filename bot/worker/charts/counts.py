"""Levels of competence by subject: a table of counts, under each row its shares in one bar."""

from bot.worker.charts.letters import Face, clean, width
from bot.worker.charts.sheet import BODY, EDGE, INK, SMALL, SOFT, TITLE, WIDTH, Box, Label, Sheet
from shnor_domain.pictures import CountsPicture, CountsRow

_ROOM = WIDTH - 2 * EDGE
_SUBJECT = 220
_CELLS = _ROOM - _SUBJECT
_HEIGHT = 24
_LETTER = Face(SMALL.size, bold=True)
_FILLS = (("#D55E00", ""), ("#E69F00", "///"), ("#56B4E9", "..."), ("#009E73", "\\\\\\"), ("#CC79A7", "xxx"))
"""Okabe and Ito, each with a pattern and a letter of its own."""
_GROUND = "#D9DDE2"


def draw_counts(picture: CountsPicture) -> tuple[Sheet, float]:
    """The sheet and its height."""
    sheet = Sheet()
    y = sheet.text(EDGE, 16, picture.title, _ROOM, TITLE, 3)
    for line in picture.lines:
        y = sheet.text(EDGE, y, line, _ROOM, BODY, 3, SOFT)
    y = _heading(sheet, y + 12, picture)
    for row in picture.rows:
        y = _row(sheet, y, row, picture)
    if not picture.rows:
        y = sheet.text(EDGE, y, picture.nothing, _ROOM, BODY, 3)
    y += 10
    for line in picture.foot:
        y = sheet.text(EDGE, y, line, _ROOM, SMALL, 3, SOFT)
    return sheet, y + 14


def _heading(sheet: Sheet, y: float, picture: CountsPicture) -> float:
    low = sheet.text(EDGE, y, picture.head, _SUBJECT - 16, _LETTER, 3)
    column = _CELLS / max(len(picture.levels), 1)
    for number, level in enumerate(picture.levels):
        x = EDGE + _SUBJECT + number * column
        fill, hatch = _FILLS[number % len(_FILLS)]
        sheet.boxes.append(Box(x, y + 4, 18, 14, fill=fill, edge=INK, hatch=hatch or None))
        low = max(low, sheet.text(x + 26, y, level, column - 34, SMALL, 4))
    return low + 8


def _row(sheet: Sheet, y: float, row: CountsRow, picture: CountsPicture) -> float:
    sheet.boxes.append(Box(EDGE, y, _ROOM, 1, fill=_GROUND))
    y += 8
    low = sheet.text(EDGE, y, row.subject, _SUBJECT - 16, BODY, 3)
    left = EDGE + _SUBJECT
    if row.instead:
        return max(low, sheet.text(left, y, row.instead, _CELLS, BODY, 2, SOFT)) + 8
    column = _CELLS / max(len(picture.levels), 1)
    below = y + BODY.line
    for number, cell in enumerate(row.cells[: len(picture.levels)]):
        below = max(below, sheet.text(left + number * column, y, cell.word, column - 8, SMALL, 2))
    if any(cell.share is not None for cell in row.cells):
        _bar(sheet, left, below + 2, row, picture)
        below += _HEIGHT + 2
    return max(low, below) + 10


def _bar(sheet: Sheet, left: float, y: float, row: CountsRow, picture: CountsPicture) -> None:
    shares = [min(max(cell.share or 0, 0), 100) for cell in row.cells[: len(picture.levels)]]
    whole = max(sum(shares), 100)
    sheet.boxes.append(Box(left, y, _CELLS, _HEIGHT, fill=_GROUND))
    for number, share in enumerate(shares):
        long = _CELLS * share / whole
        if not long:
            continue
        fill, hatch = _FILLS[number % len(_FILLS)]
        sheet.boxes.append(Box(left, y, long, _HEIGHT, fill=fill, edge=INK, hatch=hatch or None))
        letter = clean(picture.letters[number])[:2] if number < len(picture.letters) else ""
        wide = width(letter, _LETTER)
        if letter and wide + 16 <= long:
            middle = left + (long - wide) / 2
            sheet.boxes.append(Box(middle - 4, y + 2, wide + 8, _HEIGHT - 4, fill="white"))
            sheet.labels.append(Label(middle, y + 2, letter, _LETTER, INK))
        left += long
