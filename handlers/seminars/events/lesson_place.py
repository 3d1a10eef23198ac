"""Where a lesson is: an address that opens, or words."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import FAR_TOO_LONG
from handlers.seminars.events import states
from handlers.seminars.events.data import changed, lesson_of
from handlers.shell import (
    Asks,
    Screen,
    T,
    back_button,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_link
from shnor_domain.seminars.events.use_cases.leading import (
    SetLessonLink,
)
from shnor_domain.seminars.model import Form

_LESSONS = states.Lessons
_KEPT = "typed_place"


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked for: an address from afar, words on the spot; and what was refused."""
    card, lesson = await lesson_of(dialog_manager)
    kept = dialog_manager.dialog_data.get(_KEPT)
    return {
        "online": card.event.terms.form is Form.ONLINE,
        "has": lesson.link is not None or lesson.venue is not None,
        "now": lesson.link or lesson.venue or "",
        "kept": kept is not None,
        "typed": kept or "",
    }


async def on_place(manager: DialogManager, text: str) -> None:
    """An address or words, by the form of the event."""
    manager.dialog_data[_KEPT] = text
    card, _lesson = await lesson_of(manager)
    if card.event.terms.form is Form.ONLINE:
        await _set_place(manager, typed_link(text), None)
    else:
        await _set_place(manager, None, text)


async def on_no_place(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Taken away."""
    await _set_place(manager, None, None)


async def _set_place(manager: DialogManager, link: str | None, venue: str | None) -> None:
    _card, lesson = await lesson_of(manager)
    case = await given(manager, SetLessonLink)
    changed(manager, await case(actor_of(manager), lesson.id, link, venue))
    manager.dialog_data.pop(_KEPT, None)
    await manager.switch_to(_LESSONS.one)
    tell(manager, texts_of(manager)("sev-place-done"))


def windows() -> list[Screen]:
    """For the dialog of lessons."""
    return [
        Screen(
            T("sev-ask-place", "online", "has", "now"),
            T("sev-kept", "typed", when="kept"),
            Button(T("btn-sev-no-place"), id="none", on_click=on_no_place, when="has"),
            Asks("place", on_place, most=FAR_TOO_LONG),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.place,
            getter=place,
        ),
    ]
