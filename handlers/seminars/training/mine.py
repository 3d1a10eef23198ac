"""«Мои часы»: by half-year with sums, and each lesson (JP5)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start
from aiogram_dialog.widgets.text import Format

from handlers.seminars.certificates.states import MyCertificates
from handlers.seminars.certificates.views import duration
from handlers.seminars.events.views import look_of
from handlers.seminars.programme.states import ReadEvent
from handlers.seminars.requests.views import short
from handlers.seminars.training.files import send_mine
from handlers.seminars.training.states import MyHours
from handlers.seminars.training.views import year_lines
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.seminars.presence.hours import Training
from shnor_domain.seminars.training.use_cases.mine import MyTraining
from shnor_domain.territories.paging import ROWS, page_of

LIST = "my_lessons"


async def _training(manager: DialogManager) -> Training:
    return await (await given(manager, MyTraining))(actor_of(manager))


async def mine(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Sums, and a page of lessons, the latest first; where there are none it says how they come about."""
    look, training = await look_of(dialog_manager), await _training(dialog_manager)
    lessons = [each for part in training.parts for each in part.lessons]
    page = page_of(lessons, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    lines = [
        look.texts(
            "strain-lesson",
            number=str(number),
            day=words.short_day(look.texts, each.day, this_year=look.now.year),
            title=short(each.title),
            hours=duration(look.texts, each.minutes),
        )
        for number, each in numbered
    ]
    text = look.texts("strain-none")
    if lessons:
        sums = Safe("\n".join(year_lines(look.texts, training)))
        text = look.texts("strain-mine", sums=sums, lines=Safe("\n".join(lines)))
    return {
        "text": text,
        LIST: [
            Choice(each.event, look.texts.button("btn-strain-lesson", number=str(number), title=short(each.title)))
            for number, each in numbered
        ],
        "some": bool(lessons),
        "page": page.number,
        "pages": page.pages,
    }


async def on_lesson(manager: DialogManager, event: int) -> None:
    """Its event: materials, rating and certificate are there."""
    await manager.start(ReadEvent.card, data={"event": event})


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them as xlsx."""
    await send_mine(manager, await _training(manager))


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_lesson, int),
            Turning(LIST),
            Start(T("btn-scert-mine"), id="certificates", state=MyCertificates.all),
            Button(T("btn-strain-file"), id="file", on_click=on_file, when="some"),
            way_back(),
            menu_button(),
            state=MyHours.all,
            getter=mine,
        )
    )
