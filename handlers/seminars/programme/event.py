"""One published event for who reads it: what it is, and what she may do with it (`acts`)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.registration.consent import register
from handlers.schedule.windows import started_with
from handlers.seminars.events.data import on_result, on_start
from handlers.seminars.events.views import look_of
from handlers.seminars.programme import states
from handlers.seminars.programme.acts import do, parts
from handlers.seminars.programme.views import inside_text, open_text
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.cards import EventView
from shnor_domain.seminars.programme.use_cases.reading import OneEvent

ACTS, _VIEW = "acts", "seminar_event_view"


async def view_of(manager: DialogManager) -> EventView:
    """As it stands now, read once an update; `NotFound` when it is not the reader's to see."""
    data = manager.middleware_data
    if _VIEW not in data:
        event = EventId(int(started_with(manager, "event")))
        data[_VIEW] = await (await given(manager, OneEvent))(actor_of(manager), event)
    found: EventView = data[_VIEW]
    return found


def changed(manager: DialogManager) -> None:
    """What was read before the act in hand is read anew."""
    manager.middleware_data.pop(_VIEW, None)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event in words, and the acts of this reader."""
    look, view = await look_of(dialog_manager), await view_of(dialog_manager)
    known = actor_of(dialog_manager).person is not None
    if view.inside is None:
        text = [open_text(look, view.open, known=known), look.texts("sprog-stranger", known=known)]
        return {"text": Safe("\n".join(text)), ACTS: [], "stranger": not known}
    lines, acts = await parts(dialog_manager, view)
    return {
        "text": Safe("\n".join([inside_text(look, view, view.inside), *lines])),
        ACTS: [Choice(each.key, each.label) for each in acts],
        "stranger": False,
    }


async def on_act(manager: DialogManager, key: str) -> None:
    """It may be possible no more."""
    view = await view_of(manager)
    _lines, acts = await parts(manager, view)
    found = next((each for each in acts if each.key == key), None)
    if found is None:
        raise Stale
    changed(manager)
    await do(manager, found, view.open.id)


async def on_register(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the consent, and on to the steps."""
    await register(manager)


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(ACTS, on_act, str),
            Button(T("btn-menu-register"), id="register", on_click=on_register, when="stranger"),
            way_back(),
            menu_button(),
            state=states.ReadEvent.card,
            getter=card,
        ),
        on_start=on_start,
        on_process_result=on_result,
    )
