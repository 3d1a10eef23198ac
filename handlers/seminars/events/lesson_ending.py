"""A lesson less: called off, or gone from a draft."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.events import states
from handlers.seminars.events.data import changed, lesson_of
from handlers.seminars.events.views import hits, look_of
from handlers.seminars.requests.views import schools_word
from handlers.shell import (
    Screen,
    T,
    back_button,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.seminars.events.use_cases.leading import (
    CancelLesson,
)
from shnor_domain.seminars.events.use_cases.making import DropLesson

_LESSONS = states.Lessons


async def going(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which one, and whom it concerns."""
    look = await look_of(dialog_manager)
    card, lesson = await lesson_of(dialog_manager)
    return {
        "title": card.event.terms.title,
        "at": look.moment(lesson.starts, card.event.zone),
        "schools": schools_word(look.texts, card.schools),
        "asked": bool(card.schools),
        **hits(card),
    }


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Called off; a refusal is shown on the lesson."""
    _card, lesson = await lesson_of(manager)
    await manager.switch_to(_LESSONS.one)
    changed(manager, await (await given(manager, CancelLesson))(actor_of(manager), lesson.id))
    tell(manager, texts_of(manager)("sev-lesson-off-done"))


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Gone from the draft."""
    card, lesson = await lesson_of(manager)
    await manager.switch_to(_LESSONS.all)
    changed(manager, await (await given(manager, DropLesson))(actor_of(manager), card.event.id, lesson.id))
    tell(manager, texts_of(manager)("sev-lesson-dropped"))


def windows() -> list[Screen]:
    """For the dialog of lessons."""
    return [
        Screen(
            T("sev-lesson-off-ask", "title", "at", "schools", "asked"),
            T("sev-hits", "taken", "waits", when="opened"),
            Button(T("btn-sev-lesson-off-yes"), id="yes", on_click=on_off),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.off,
            getter=going,
        ),
        Screen(
            T("sev-lesson-drop", "title", "at"),
            Button(T("btn-sev-drop-yes"), id="yes", on_click=on_drop),
            back_button(_LESSONS.one),
            menu_button(),
            state=_LESSONS.drop,
            getter=going,
        ),
    ]
