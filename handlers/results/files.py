"""Results as xlsx: made of what the screens say and of nothing else (rule 9)."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.people.eyes import eyes_of
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.texts import Texts
from handlers.texts.texts import clip
from shnor_domain.identity import Territory
from shnor_domain.results.sheets import school_sheet, scope_sheet
from shnor_domain.results.use_cases.reading import SchoolResults
from shnor_domain.results.use_cases.tables import ResultsTable
from shnor_domain.tables import Sheet, TableWriter
from shnor_domain.territories.model import SchoolYear

_FILE_NAME = 60


async def send_school_table(manager: DialogManager, view: SchoolResults) -> None:
    """A row a procedure and year; the window comes below it."""
    eyes, words = await eyes_of(manager), await wording_of(manager)
    title = eyes.texts.plain("results-file-school", school=school_name(eyes, view.school))
    await _send(manager, eyes.texts, title, [school_sheet(view, words)])


async def send_scope_table(manager: DialogManager, where: Territory, year: SchoolYear, place: str) -> None:
    """A row a school of the territory."""
    eyes, words = await eyes_of(manager), await wording_of(manager)
    table = await (await given(manager, ResultsTable))(eyes.actor, where, year)
    title = eyes.texts.plain("results-file-scope", place=place, year=words.year(year))
    await _send(manager, eyes.texts, title, [scope_sheet(table, words)])


async def _send(manager: DialogManager, texts: Texts, title: str, sheets: Sequence[Sheet]) -> None:
    body = await (await given(manager, TableWriter)).write(sheets)  # type: ignore[type-abstract]  # asked for by its protocol
    bot: Bot = manager.middleware_data["bot"]
    file = BufferedInputFile(body, f"{_file_name(title)}.xlsx")
    await bot.send_document(actor_of(manager).chat, file, caption=texts("results-caption", title=title))
    manager.show_mode = ShowMode.SEND


def _file_name(title: str) -> str:
    clean = "".join(" " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in title)
    return clip(" ".join(clean.split()) or "results", _FILE_NAME)
