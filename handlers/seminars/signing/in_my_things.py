"""Events in which one takes part, among «Мои дела» and above the menu."""

from datetime import timedelta
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Start

from handlers.seminars.events.views import look_of
from handlers.seminars.signing.mine import agenda_of
from handlers.seminars.signing.states import MyEvents
from handlers.seminars.signing.views import seat_row
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.seminars.signing.use_cases.looking import NextLesson

_MOST = 3
_NEAR = timedelta(days=7)
"""How soon a lesson is that stands above the menu."""


async def event_lines(manager: DialogManager) -> list[Safe]:
    """A heading and the next ones; the others are a tap away."""
    found = await agenda_of(manager)
    if not found.seats and not found.waits:
        return []
    look = await look_of(manager)
    rows = [seat_row(look, number, each) for number, each in enumerate(found.seats[:_MOST], 1)]
    return [look.texts("ssign-in-my-things", waits=len(found.waits)), *rows]


def to_my_events(when: str) -> Start:
    """The button beneath."""
    return Start(T("btn-ssign-in-my-things"), id="events", state=MyEvents.all, when=when)


async def nearest_lesson(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Занятие: …» of the coming week; None when there is none."""
    found = await (await given(dialog_manager, NextLesson))(actor_of(dialog_manager))
    if found is None:
        return None
    look, (event, lesson) = await look_of(dialog_manager), found
    if lesson.starts - look.now > _NEAR:
        return None
    return look.texts("ssign-nearest", at=look.moment(lesson.starts, event.zone), title=event.terms.title)
