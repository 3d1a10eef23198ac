"""Rows that a page has cut in two, put together again, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shnor_domain.roadmap.imports.cells import begins_a_sentence, begins_small, glued, sentence
from shnor_domain.roadmap.imports.columns import Code
from shnor_domain.roadmap.imports.lines import Line
from shnor_domain.roadmap.imports.model import Doubt, Remark, Spot
from shnor_domain.roadmap.imports.period_cell import is_period, speaks_of_time
from shnor_domain.roadmap.imports.rows import Part, Row

_TEXTS = ("goal", "result")
"""Columns of which a cut cell may belong to the row below: its own begins in the middle."""


@dataclass(slots=True)
class Joined:
    """An item with the parts of its cells, pages one behind another."""

    number: str | None
    title: str
    section: str
    periods: list[str]
    starts: str
    ends: str
    responsible: str
    texts: dict[Code, str]
    sure: bool = True
    remarks: list[Remark] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


def joined(rows: Sequence[Row]) -> list[Joined]:
    """Items in their order. A cell of a cut row goes to the item above it, unless the one below begins in the middle of
    a sentence and the cell is the beginning."""
    found: list[Joined] = []
    section = ""
    borrowed: dict[Code, str] = {}
    for at, row in enumerate(rows):
        match row.part:
            case Part.SECTION:
                section = row.title
            case Part.ITEM:
                found.append(_item(row, section, borrowed))
                borrowed = {}
                if len(found) > 1 and not found[-1].texts["result"] and Doubt.TWO_RESULTS in _doubts(found[-2]):
                    found[-1].remarks.append(Remark(Doubt.RESULT_ABOVE))
            case Part.MORE:
                below = rows[at + 1].line if at + 1 < len(rows) and rows[at + 1].part is Part.ITEM else None
                borrowed = _more(found[-1], row.line, below)
    return found


def _item(row: Row, section: str, borrowed: dict[Code, str]) -> Joined:
    line = row.line
    texts = {code: glued(borrowed.get(code, ""), sentence(line[code])) for code in _TEXTS}
    remarks = [*row.remarks, *(Remark(Doubt.CELL_JOINED, code) for code in borrowed)]
    remarks += [Remark(Doubt.CELL_CUT, code) for code in _TEXTS if begins_small(texts[code])]
    return Joined(
        row.number,
        sentence(row.title),
        line["section"] or section,
        [line["period"]] if line["period"] else [],
        line["starts"],
        line["ends"],
        line["responsible"],
        texts,
        line.sure,
        remarks,
        [line.spot],
    )


def _more(item: Joined, line: Line, below: Line | None) -> dict[Code, str]:
    """Add a cut row to its item; gives back the cells that begin those of the row below."""
    item.spots.append(line.spot)
    title, period = line["title"], line["period"]
    if period and not title and not speaks_of_time(period) and not is_period(" ".join([*item.periods, period])):
        # no time at all: it slipped there from the column of titles
        item.remarks.append(Remark(Doubt.PERIOD_EXTRA_TEXT, period))
        title, period = period, ""
    if title:
        if item.title:
            item.remarks.append(Remark(Doubt.TITLE_JOINED))
        item.title = glued(item.title, sentence(title))
    if period:
        item.periods.append(period)
    if line["responsible"]:
        item.responsible = glued(item.responsible, line["responsible"])
    borrowed = {}
    for code in _TEXTS:
        cell, own = sentence(line[code]), item.texts[code]
        if not cell:
            continue
        whole = begins_a_sentence(cell) and bool(own) and not _is_open(own)
        if whole and below is not None and begins_small(below[code]):
            borrowed[code] = cell
            continue
        item.texts[code] = glued(own, cell)
        if whole and code == "result":
            item.remarks.append(Remark(Doubt.TWO_RESULTS, cell))
        elif own:
            item.remarks.append(Remark(Doubt.CELL_JOINED, code))
    return borrowed


def _is_open(text: str) -> bool:
    """True when a text cannot end here: behind a comma, a dash, a preposition."""
    return text[-1] in ",:;-–—(«" or len(text.split()[-1].rstrip(".")) <= 2


def _doubts(item: Joined) -> set[Doubt]:
    return {remark.doubt for remark in item.remarks}
