"""«Отметиться»: the reader says that she is at a lesson (JP1, JP2)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import look_of
from handlers.seminars.presence.states import Here
from handlers.seminars.presence.views import lesson_head
from handlers.shell import Asks, Screen, T, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of, now_of
from handlers.texts import Safe, times
from shnor_domain.seminars.events.model import LessonId
from shnor_domain.seminars.presence.model import SaidBy
from shnor_domain.seminars.presence.use_cases.checking_in import CheckedIn, CheckIn, MyLesson, Stands

_MOST = 40
"""Signs of a typed code with what people write around it."""


def lesson_id(manager: DialogManager) -> LessonId:
    """The lesson that this dialog is about."""
    return LessonId(int(started_with(manager, "lesson")))


async def found_of(manager: DialogManager) -> CheckedIn:
    """As it stands now."""
    return await (await given(manager, MyLesson))(actor_of(manager), lesson_id(manager))


async def lesson(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The lesson, what is said of her, and what she may do now."""
    look, found = await look_of(dialog_manager), await found_of(dialog_manager)
    stands = found.stands(look.now)
    lines = [lesson_head(look, found.event, found.lesson)]
    facts = {
        "opens": times.own_clock(look.texts, found.opens, look.zone),
        "closes": times.own_clock(look.texts, found.closes, look.zone),
    }
    if found.said_at is not None:
        lines.append(look.texts("scame-said", at=times.date_and_clock(look.texts, found.said_at, look.zone)))
    if found.why_not_held is not None:
        lines.append(look.texts("scame-not-held", why=found.why_not_held.value))
    elif found.host_says is not None:
        lines.append(look.texts("scame-host-says", came=found.host_says))
    if found.said_at is None and not found.spoken:
        lines.append(look.texts("scame-stands", stands=stands.value, by=found.by.value, **facts))
    # ahead it is there too: the window stays open until the time has come, and earlier it says when
    soon = found.said_at is None and not found.spoken and stands in (Stands.AHEAD, Stands.NOW)
    return {"text": Safe("\n".join(lines)), "taps": soon and found.by is SaidBy.BUTTON}


async def on_here(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """She is here."""
    await (await given(manager, CheckIn))(actor_of(manager), lesson_id(manager))


async def on_code(manager: DialogManager, text: str) -> None:
    """The code that she heard; after it is accepted what is typed changes nothing."""
    found = await found_of(manager)
    if found.by is SaidBy.BUTTON or (found.spoken and found.said_at is None):
        tell(manager, texts_of(manager)("scame-spoken" if found.spoken else "scame-tap"))
        return
    await (await given(manager, CheckIn))(actor_of(manager), lesson_id(manager), text)


async def check_in_at_once(manager: DialogManager, found: CheckedIn) -> None:
    """What a tap on the button of a notice does already: where a tap is enough, and the time is right."""
    if found.by is SaidBy.BUTTON and not found.spoken and found.may(await now_of(manager)):
        await (await given(manager, CheckIn))(actor_of(manager), found.lesson.id)


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            Button(T("btn-scame-here"), id="here", on_click=on_here, when="taps"),
            Asks("code", on_code, most=_MOST),
            way_back(),
            menu_button(),
            state=Here.lesson,
            getter=lesson,
        )
    )
