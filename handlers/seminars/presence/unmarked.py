"""Lessons to be marked: those of the last two weeks, and those of one event."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import by_time, look_of
from handlers.seminars.presence.files import send_attendance
from handlers.seminars.presence.states import MarkingEvent, MarkingLesson, UnmarkedLessons
from handlers.seminars.requests.views import short
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.presence.use_cases.marking import AttendanceTable, BegunLessons
from shnor_domain.seminars.presence.use_cases.marking import UnmarkedLessons as Unmarked
from shnor_domain.territories.paging import page_of

LIST, OF_EVENT = "unmarked", "begun"


async def unmarked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, the earliest first."""
    look = await look_of(dialog_manager)
    found = await (await given(dialog_manager, Unmarked))(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, LIST))
    return {
        "text": look.texts("scame-unmarked", some=bool(found)),
        LIST: [
            Choice(
                each.lesson.id,
                look.texts.button(
                    "btn-scame-lesson",
                    at=look.short_moment(each.lesson.starts),
                    title=short(each.event.terms.title),
                ),
            )
            for each in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def begun(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Lessons of the event that have begun, or begin within a quarter of an hour."""
    look = await look_of(dialog_manager)
    event_id = EventId(int(started_with(dialog_manager, "event")))
    event, lessons = await (await given(dialog_manager, BegunLessons))(actor_of(dialog_manager), event_id)
    page = page_of(lessons, turned_to(dialog_manager, OF_EVENT))
    head = {"title": short(event.terms.title), "some": bool(lessons)}
    return {
        "text": look.texts("scame-begun", **head),
        "some": bool(lessons),
        OF_EVENT: [
            Choice(
                each.id,
                look.texts.button(
                    "btn-scame-begun",
                    number=str(by_time(event).index(each) + 1),
                    at=look.short_moment(each.starts),
                ),
            )
            for each in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who came to all of them, as xlsx."""
    event_id = EventId(int(started_with(manager, "event")))
    await send_attendance(manager, await (await given(manager, AttendanceTable))(actor_of(manager), event_id))


async def on_lesson(manager: DialogManager, lesson: int) -> None:
    """Mark it."""
    await manager.start(MarkingLesson.card, data={"lesson": lesson})


def dialogs() -> list[Dialog]:
    """The windows; new objects for each dispatcher."""
    return [
        Dialog(
            Screen(
                Format("{text}"),
                choices(LIST, on_lesson, int),
                Turning(LIST),
                way_back(),
                menu_button(),
                state=UnmarkedLessons.all,
                getter=unmarked,
            )
        ),
        Dialog(
            Screen(
                Format("{text}"),
                choices(OF_EVENT, on_lesson, int),
                Turning(OF_EVENT),
                Button(T("btn-strain-file"), id="file", on_click=on_file, when="some"),
                way_back(),
                menu_button(),
                state=MarkingEvent.lessons,
                getter=begun,
            )
        ),
    ]
