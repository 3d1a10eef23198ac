"""Profiles as tables."""

from aiogram_dialog import DialogManager

from handlers.risk.data import RiskView
from handlers.shell import texts_of
from handlers.shell.files import send_table
from shnor_domain.results.sheets import school_sheet
from shnor_domain.tables import Sheet

_COLUMNS = ("number", "factor", "wording", "significance", "standing", "done", "reason")


async def send_risk_table(manager: DialogManager, view: RiskView) -> None:
    """Factors, and results as the screen shows them; the window comes below it."""
    texts, results = texts_of(manager), school_sheet(view.results, view.words.results)
    head = tuple(texts.plain("risk-table", column=column) for column in _COLUMNS)
    rows = [_factor(view, at) for at in range(len(view.card.rows))]
    notes = [(line,) for line in (*view.picture.lines, *view.picture.foot)]
    sheets = [
        Sheet(texts.plain("risk-sheet", of="factors"), (head, *rows, *notes)),
        Sheet(texts.plain("risk-sheet", of="results"), results.rows),
    ]
    title = view.picture.title
    await send_table(manager, texts.plain("risk-file", title=title), sheets, texts("risk-file", title=title))


def _factor(view: RiskView, at: int) -> tuple[str, ...]:
    drawn, row = view.picture.factors[at], view.card.rows[at]
    reason = "" if row.case is None else row.case.reason
    return (
        drawn.number,
        drawn.name,
        row.factor.wording,
        drawn.significance,
        drawn.decision,
        drawn.done,
        reason,
    )
