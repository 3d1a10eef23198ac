"""A host who has chosen another zone is asked whether her weekly times follow her (rule 4)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import eyes_of
from handlers.schedule.absences.states import Follow
from handlers.schedule.absences.views import booked_lines
from handlers.schedule.views import ROWS, lines, weekly, zone_words
from handlers.shell import Screen, T, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.absences.use_cases.zones import LetSlotsFollow, SlotsElsewhere


async def ask_whether_slots_follow(manager: DialogManager, zone: str) -> bool:
    """Start the question above the window she is in; False where she hosts nothing on another clock."""
    actor = actor_of(manager)
    found = await (await given(manager, SlotsElsewhere))(actor, zone)
    if found.slots:
        await manager.start(Follow.ask, data={"zone": zone})
    return bool(found.slots)


async def ask(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her times as they stand, and who would be told."""
    zone = _zone(dialog_manager)
    # in the update that has set it the actor is of her old zone still
    eyes = replace(await eyes_of(dialog_manager), zone=zone)
    found = await (await given(dialog_manager, SlotsElsewhere))(actor_of(dialog_manager), zone)
    return {
        "rows": lines(
            eyes.texts("follow-row", subject=card.subject, weekly=weekly(eyes, card)) for card in found.slots[:ROWS]
        ),
        "zone": zone_words(eyes, zone),
        "affected": booked_lines(eyes, "follow-affected", found.affected),
        "some": bool(found.slots),
    }


async def on_follow(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """They keep the hour on the wall, of the new zone."""
    moved = await (await given(manager, LetSlotsFollow))(actor_of(manager), _zone(manager))
    manager.dialog_data.update(told=moved.told)
    await manager.switch_to(Follow.done)


def _zone(manager: DialogManager) -> str:
    data = manager.start_data
    assert isinstance(data, dict)  # every start gives one
    return str(data["zone"])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("follow-ask", "rows", "zone"),
            T("absence-lines", rows="affected"),
            cancel_button("btn-follow-stay"),
            Button(T("btn-follow-move"), id="move", on_click=on_follow, when="some"),
            menu_button(),
            state=Follow.ask,
            getter=ask,
        ),
        Screen(
            T("follow-done", told="dialog_data.told"),
            cancel_button("btn-back"),
            menu_button(),
            state=Follow.done,
        ),
        name="follow",
    )
