"""«Оставить места для школы»: a number, typed or from a button."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.events.asking import numbers
from handlers.seminars.events.data import SaidBelow
from handlers.seminars.events.views import look_of
from handlers.seminars.signing import states
from handlers.seminars.signing.data import SCHOOL, card_of, changed, chosen_school, event_id, school_choices
from handlers.shell import Asks, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.errors import Stale
from shnor_domain.seminars.signing.showing import SchoolSeats
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats

USUAL = (1, 2, 3, 5)


async def on_start(data: Any, manager: DialogManager) -> None:
    """The only school is chosen already."""
    if isinstance(data, dict) and SCHOOL in data:
        manager.dialog_data[SCHOOL] = data[SCHOOL]


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that she leads and that it invites."""
    return school_choices(dialog_manager, (await card_of(dialog_manager)).led)


async def on_school(manager: DialogManager, school: int) -> None:
    """For which seats are kept."""
    manager.dialog_data[SCHOOL] = school
    await manager.switch_to(states.EventKept.number)


async def number(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What there is, and how many are kept; the number that was seen is what is changed."""
    look, card, mine = await look_of(dialog_manager), await card_of(dialog_manager), await _seats(dialog_manager)
    kept = 0 if mine.kept is None else mine.kept.heads
    dialog_manager.dialog_data["was"] = kept
    lines = [look.texts("ssign-free", count=max(0, card.room.free), waits=card.waits)]
    if mine.left is not None:
        lines.append(look.texts("ssign-left", count=mine.left, school=mine.name, several=len(card.led) > 1))
    return {"title": card.event.terms.title, "seats": Safe("\n".join(lines)), "kept": kept, "has": kept > 0}


async def on_typed(manager: DialogManager, text: str) -> None:
    """Typed."""
    await on_number(manager, typed_capacity(text))


async def on_number(manager: DialogManager, heads: int) -> None:
    """Keep so many, or change what is kept."""
    mine, actor = await _seats(manager), actor_of(manager)
    if mine.kept is None:
        await (await given(manager, KeepSeats))(actor, event_id(manager), mine.school, heads)
    else:
        was = int(manager.dialog_data.get("was", 0))
        await (await given(manager, ChangeKept))(actor, mine.kept.id, was, heads)
    changed(manager)
    await manager.done(SaidBelow("ssign-kept-done"))


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them go to the queue, or to all."""
    mine = await _seats(manager)
    if mine.kept is None:
        raise Stale
    await (await given(manager, CancelSignUp))(actor_of(manager), mine.kept.id)
    changed(manager)
    await manager.done(SaidBelow("ssign-kept-off-done"))


async def _seats(manager: DialogManager) -> SchoolSeats:
    school = chosen_school(manager)
    found = next((each for each in (await card_of(manager)).led if each.school == school), None)
    if found is None:
        raise Stale
    return found


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("ssign-kept-school"),
            choices("schools", on_school, int),
            way_back(),
            menu_button(),
            state=states.EventKept.school,
            getter=schools,
        ),
        Screen(
            T("ssign-kept-ask", "title", "seats", "kept"),
            numbers("keep", "btn-ssign-number", USUAL, on_number),
            Asks("keep", on_typed, most=100),
            Button(T("btn-ssign-kept-off"), id="off", on_click=on_off, when="has"),
            way_back(),
            menu_button(),
            state=states.EventKept.number,
            getter=number,
        ),
        on_start=on_start,
    )
