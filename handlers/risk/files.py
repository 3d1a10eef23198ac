"""Profiles as tables, protocols as texts, files that people brought: each a message of its own."""

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.risk.data import RiskView
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts.texts import clip
from shnor_domain.results.sheets import school_sheet
from shnor_domain.tables import Sheet, TableWriter

_FILE_NAME = 60
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
    writer = await given(manager, TableWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    title = texts.plain("risk-file", title=view.picture.title)
    body = await writer.write(sheets)
    await send_body(manager, body, f"{file_name(title)}.xlsx", texts("risk-file", title=view.picture.title))


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


async def send_body(manager: DialogManager, body: bytes, name: str, caption: Safe | None = None) -> None:
    """As a document; the window comes below it."""
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_document(actor_of(manager).chat, BufferedInputFile(body, name), caption=caption)
    manager.show_mode = ShowMode.SEND


def file_name(title: str) -> str:
    """Without signs that file systems refuse."""
    clean = "".join(" " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in title)
    return clip(" ".join(clean.split()) or "profile", _FILE_NAME)
