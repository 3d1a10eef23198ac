"""Coordinators: the weekly times of their territory, by subject where there are many."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Start

from handlers.consultations.data import eyes_of
from handlers.consultations.views import host_name
from handlers.schedule.desk_days.states import TerritoryDays
from handlers.schedule.states import Oversight, SlotCard
from handlers.schedule.views import ROWS, slot_line
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations import cards
from shnor_domain.consultations.use_cases.oversight import SlotsInScope


async def _found(manager: DialogManager) -> list[cards.SlotCard]:
    return await (await given(manager, SlotsInScope))(actor_of(manager))


async def on_start(_data: Any, manager: DialogManager) -> None:
    """Few times need no choice of a subject."""
    found = await _found(manager)
    await manager.switch_to(Oversight.subjects if len(found) > ROWS else Oversight.slots)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Subjects that somebody consults on here."""
    eyes = await eyes_of(dialog_manager)
    named = {card.slot.terms.subject: card.subject for card in await _found(dialog_manager)}
    return {
        "subjects": [
            Choice(code, eyes.texts.button("btn-schedule-subject", subject=name)) for code, name in named.items()
        ]
    }


async def slots(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The times, of one subject where it was chosen."""
    eyes = await eyes_of(dialog_manager)
    chosen, found = dialog_manager.dialog_data.get("subject"), await _found(dialog_manager)
    rows = [card for card in found if chosen is None or card.slot.terms.subject == chosen]
    return {
        "slots": [
            Choice(
                str(card.slot.id),
                eyes.texts.button("btn-oversight-slot", row=slot_line(eyes, card), host=host_name(eyes, card)),
            )
            for card in rows
        ],
        "none": not rows,
        "some": bool(rows),
        "by_subject": chosen is not None,
    }


async def on_subject(manager: DialogManager, subject: str) -> None:
    """The times of one subject."""
    manager.dialog_data["subject"] = subject
    await manager.switch_to(Oversight.slots)


async def on_slot(manager: DialogManager, slot: int) -> None:
    """The same card that its host sees."""
    await manager.start(SlotCard.card, data={"slot": slot})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("oversight-subjects"),
            choices("subjects", on_subject, str, width=2),
            Start(T("btn-oversight-week"), id="graph", state=TerritoryDays.week),
            Start(T("btn-oversight-asked"), id="asked", state=TerritoryDays.asked),
            menu_button(),
            state=Oversight.subjects,
            getter=subjects,
        ),
        Screen(
            T("oversight-none", when="none"),
            T("oversight-slots", when="some"),
            choices("slots", on_slot, int),
            Start(T("btn-oversight-week"), id="graph", state=TerritoryDays.week, when="some"),
            Start(T("btn-oversight-asked"), id="asked", state=TerritoryDays.asked),
            back_button(Oversight.subjects, when="by_subject"),
            menu_button(),
            state=Oversight.slots,
            getter=slots,
        ),
        on_start=on_start,
    )
