"""«Записаться»: which school where there are several, then one tap more."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.events.data import SaidBelow
from handlers.seminars.events.views import look_of
from handlers.seminars.programme.views import next_lessons, of_all
from handlers.seminars.signing import states
from handlers.seminars.signing.data import SCHOOL, card_of, changed, chosen_school, event_id, school_choices
from handlers.shell import Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent


async def on_start(data: Any, manager: DialogManager) -> None:
    """The only school is chosen already."""
    if isinstance(data, dict) and SCHOOL in data:
        manager.dialog_data[SCHOOL] = data[SCHOOL]


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those as whose she is invited."""
    return school_choices(dialog_manager, (await card_of(dialog_manager)).schools)


async def on_school(manager: DialogManager, school: int) -> None:
    """On whose quota it counts."""
    manager.dialog_data[SCHOOL] = school
    await manager.switch_to(states.EventSignUp.confirm)


async def confirming(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What she signs up for, with all its hours on both clocks."""
    look, card = await look_of(dialog_manager), await card_of(dialog_manager)
    lessons = card.event.open_lessons
    lines = [
        look.texts("ssign-hour", at=look.moment(each.starts, card.event.zone)) for each in next_lessons(look, lessons)
    ]
    return {
        "title": card.event.terms.title,
        "lessons": Safe("\n".join([*lines, *of_all(look, len(lessons))])),
        "several": len(lessons) > 1,
    }


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A seat, or the refusal, after which the card below says what there is."""
    case = await given(manager, SignUpForEvent)
    await case(actor_of(manager), event_id(manager), chosen_school(manager))
    changed(manager)
    await manager.done(SaidBelow("ssign-done"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("ssign-which-school"),
            choices("schools", on_school, int),
            way_back(),
            menu_button(),
            state=states.EventSignUp.school,
            getter=schools,
        ),
        Screen(
            T("ssign-confirm", "title", "lessons", "several"),
            Button(T("btn-ssign-yes"), id="yes", on_click=on_yes),
            way_back(),
            menu_button(),
            state=states.EventSignUp.confirm,
            getter=confirming,
        ),
        on_start=on_start,
    )
