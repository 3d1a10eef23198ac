"""The dialog of an announcement that is being written."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Cancel

from handlers.announcements.compose import audience, buttons, files, lists, missing, text, when, whole
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.people.form import take_data
from handlers.registration.views import place_words
from handlers.shell import Choice, Screen, T, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.announcements.model import By
from shnor_domain.announcements.use_cases.composing import AnnouncesAs
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.territories.use_cases.naming import NameTerritories


async def start_writing(manager: DialogManager) -> None:
    """As who, where there are several places; else the words at once. Others are refused before anything opens."""
    scopes = await (await given(manager, AnnouncesAs))(actor_of(manager))
    if not scopes:
        raise NotAllowed
    if len(scopes) > 1:
        await manager.start(Compose.by)
        return
    await manager.start(Compose.text, data={"by": _data(scopes[0])})


def _data(by: By) -> list[Any]:
    where = by.territory
    return [by.role.value, [where.region, where.municipality, where.school]]


async def scopes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Places in whose name she may announce."""
    found, texts = await (await given(dialog_manager, AnnouncesAs))(actor_of(dialog_manager)), texts_of(dialog_manager)
    names = await (await given(dialog_manager, NameTerritories))([by.territory for by in found])
    return {
        "scopes": [
            Choice(at, texts.button("btn-announce-by", place=place_words(texts, names[by.territory])))
            for at, by in enumerate(found)
        ]
    }


async def on_scope(manager: DialogManager, at: int) -> None:
    """One of them."""
    found = await (await given(manager, AnnouncesAs))(actor_of(manager))
    if at >= len(found):
        raise Stale
    Writing(manager).by = found[at]
    await manager.switch_to(Compose.text)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("announce-by"),
            choices("scopes", on_scope, int),
            Cancel(T("btn-back"), id="cancel"),
            menu_button(),
            state=Compose.by,
            getter=scopes,
        ),
        text.window(),
        *whole.windows(),
        files.window(),
        *buttons.windows(),
        *audience.windows(),
        *lists.windows(),
        *missing.windows(),
        *when.windows(),
        on_start=take_data,
        name="announce",
    )
