"""Results as xlsx: made of what the screens say and of nothing else (rule 9)."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from handlers.people.eyes import eyes_of
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import given
from handlers.shell.files import send_table
from handlers.texts import Texts
from shnor_domain.identity import Territory
from shnor_domain.results.sheets import school_sheet, scope_sheet
from shnor_domain.results.use_cases.reading import SchoolResults
from shnor_domain.results.use_cases.tables import ResultsTable
from shnor_domain.tables import Sheet
from shnor_domain.territories.model import SchoolYear


async def send_school_table(manager: DialogManager, view: SchoolResults) -> None:
    """A row a procedure and year; the window comes below it."""
    eyes, words = await eyes_of(manager), await wording_of(manager)
    title = eyes.texts.plain("results-file-school", school=school_name(eyes, view.school))
    await _send(manager, eyes.texts, title, [school_sheet(view, words)])


async def send_scope_table(manager: DialogManager, where: Territory, year: SchoolYear | None, place: str) -> None:
    """A row a school of the territory."""
    eyes, words = await eyes_of(manager), await wording_of(manager)
    table = await (await given(manager, ResultsTable))(eyes.actor, where, year)
    title = eyes.texts.plain("results-file-scope", place=place, year=words.year(table.year))
    await _send(manager, eyes.texts, title, [await scope_sheet(table, words)])


async def _send(manager: DialogManager, texts: Texts, title: str, sheets: Sequence[Sheet]) -> None:
    await send_table(manager, title, sheets, texts("results-caption", title=title))
