"""Videos in the menu, and on the pages of a booking."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.videos import states
from handlers.menu.entries import Entry, Group, Section
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.videos.rules import areas
from shnor_domain.consultations.videos.use_cases.looking import VideoSubjects
from shnor_domain.identity import Actor, Role

_COUNTED = "videos_by_subject"


def works(actor: Actor) -> bool:
    """Whoever holds an open place in a territory."""
    return any(place.verified and place.role is not Role.ADMIN for place in actor.places)


async def anything(*, dialog_manager: DialogManager, **_: Any) -> bool:
    """The button is there while there is something to watch, or where she may put something in."""
    return bool(areas(actor_of(dialog_manager))) or bool(await _counts(dialog_manager))


async def of_subject(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For pages of a booking: how many videos the chosen subject has."""
    subject = dialog_manager.dialog_data.get("subject")
    counts = await _counts(dialog_manager) if subject and works(actor_of(dialog_manager)) else {}
    return {"videos": counts.get(str(subject), 0)}


def videos_button() -> Button:
    """«Видео по предмету (3)», not there without any; the window's getters hold `of_subject`."""
    return Button(T("btn-videos-of-subject", count="videos"), id="videos", on_click=_open, when="videos")


async def _open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(states.Videos.list, data={"subject": str(manager.dialog_data["subject"])})


async def _counts(manager: DialogManager) -> dict[str, int]:
    """The window asks twice, the database once."""
    data = manager.middleware_data
    if _COUNTED not in data:
        shelf = await (await given(manager, VideoSubjects))(actor_of(manager))
        data[_COUNTED] = {str(each.id): count for each, count in shelf.subjects}
    found: dict[str, int] = data[_COUNTED]
    return found


ENTRIES = (
    Entry(
        "videos",
        states.Videos.subjects,
        works,
        Section.VISITOR,
        shown=anything,
        groups=(Group.CONSULTATIONS, Group.MORE),
    ),
)
