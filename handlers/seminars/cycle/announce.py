"""The catalogue before it goes to the schools: what they will read, and how many."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.cycle import reading
from handlers.seminars.notice_words import catalogue_words
from handlers.seminars.states import Halves
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue, PreviewCatalogue

_VERSION = "previewed"


async def preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The message itself and who gets it; what is announced is what was shown."""
    texts, cycle = texts_of(dialog_manager), await reading.cycle_of(dialog_manager)
    found = await (await given(dialog_manager, PreviewCatalogue))(actor_of(dialog_manager), cycle.id)
    dialog_manager.dialog_data[_VERSION] = found.cycle.version
    return {
        "message": catalogue_words(texts, found.cycle, [each.offer.title for each in found.topics]),
        "leads": found.readership.leads,
        "teachers": found.readership.teachers,
        "nobody": not found.readership.leads and not found.readership.teachers,
    }


async def on_announce(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Once; of two who tap the second reads that it is done."""
    cycle, version = await reading.cycle_of(manager), int(manager.dialog_data.get(_VERSION) or 0)
    await manager.switch_to(Halves.half)
    await (await given(manager, AnnounceCatalogue))(actor_of(manager), cycle.id, version)
    tell(manager, texts_of(manager)("seminar-announced"))


def window() -> Screen:
    """The preview."""
    return Screen(
        T("seminar-preview", "message", "leads", "teachers", "nobody"),
        Button(T("btn-seminar-announce-now"), id="now", on_click=on_announce),
        back_button(Halves.half),
        menu_button(),
        state=Halves.announce,
        getter=preview,
    )
