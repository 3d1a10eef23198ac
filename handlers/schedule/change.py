"""«Изменить» on a weekly time: what can be changed without touching anybody's booking."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.schedule.states import SlotCard
from handlers.schedule.summary import HORIZONS, NOTICES
from handlers.schedule.views import terms_text
from handlers.schedule.windows import asked_again, fixed
from handlers.shell import (
    Asks,
    Choice,
    DayPicker,
    Screen,
    T,
    back_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import Format
from shnor_domain.consultations.rules import MAX_CAPACITY, MAX_TEXT
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot, RoomForChange
from shnor_domain.consultations.use_cases.hosting import SlotPage

CAPACITIES = (1, 3, 5, 10, 20)
ASKED_IN = {
    "capacity": SlotCard.change_capacity,
    "last_day": SlotCard.change_last_day,
    "notice": SlotCard.change_notice,
    "horizon": SlotCard.change_horizon,
    "venue": SlotCard.change_venue,
}

PageOf = Callable[[DialogManager], Awaitable[SlotPage]]


def windows(page_of: PageOf) -> list[Screen]:
    """Windows of the slot's dialog; `page_of` reads the slot."""

    async def menu(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        eyes, page = await eyes_of(dialog_manager), await page_of(dialog_manager)
        terms = page.card.slot.terms
        return {
            "terms": terms_text(eyes, terms, page.card.subject, page.area, page.card.town),
            "format": terms.format.value,
            "in_place": terms.format is not Format.ONLINE,
        }

    async def room(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        found = await (await given(dialog_manager, RoomForChange))(
            actor_of(dialog_manager), (await page_of(dialog_manager)).card.slot.id
        )
        button = texts_of(dialog_manager).button
        return {
            "sizes": [
                Choice(str(size), button("btn-schedule-capacity", value=size))
                for size in CAPACITIES
                if size >= found.seats
            ],
            "today": found.today,
            "first_day": found.first,
            "last_day": found.last,
            "least": found.seats,
            "most": MAX_CAPACITY,
            "now": found.slot.terms.capacity,
            "format": found.slot.terms.format.value,
        }

    async def save(manager: DialogManager, changes: Changes) -> int:
        page = await page_of(manager)
        async with asked_again(manager, ASKED_IN):
            return await (await given(manager, ChangeSlot))(actor_of(manager), page.card.slot.id, changes)

    async def saved(manager: DialogManager, changes: Changes) -> None:
        await save(manager, changes)
        await manager.switch_to(SlotCard.change)
        tell(manager, texts_of(manager)("schedule-changed"))

    async def on_capacity(manager: DialogManager, text: str) -> None:
        await on_size(manager, typed_capacity(text))

    async def on_size(manager: DialogManager, size: int) -> None:
        await saved(manager, Changes(capacity=size))

    async def on_last_day(manager: DialogManager, day: date) -> None:
        await saved(manager, Changes(last_day=day))

    async def on_venue(manager: DialogManager, text: str) -> None:
        told = await save(manager, Changes(venue=text))
        manager.dialog_data.update(what="venue", told=told)
        await manager.switch_to(SlotCard.told)

    def limit(key: str, shown: int, changes: Changes) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await saved(manager, changes)

        return Button(T(f"btn-schedule-{key}", value=fixed(shown)), id=f"{key}_{shown}", on_click=click)

    return [
        Screen(
            T("schedule-change-slot", "terms"),
            SwitchTo(T("btn-schedule-change-capacity"), id="to_capacity", state=SlotCard.change_capacity),
            SwitchTo(T("btn-schedule-last-day"), id="to_last_day", state=SlotCard.change_last_day),
            SwitchTo(T("btn-schedule-ask-notice"), id="to_notice", state=SlotCard.change_notice),
            SwitchTo(T("btn-schedule-ask-horizon"), id="to_horizon", state=SlotCard.change_horizon),
            SwitchTo(
                T("btn-schedule-change-place", "format"), id="to_venue", state=SlotCard.change_venue, when="in_place"
            ),
            back_button(SlotCard.card),
            menu_button(),
            state=SlotCard.change,
            getter=menu,
        ),
        Screen(
            T("schedule-change-capacity", "now", "least", "most"),
            choices("sizes", on_size, int, width=5),
            Asks("change_capacity", on_capacity, most=100),
            back_button(SlotCard.change),
            state=SlotCard.change_capacity,
            getter=room,
        ),
        Screen(
            T("schedule-change-last-day"),
            DayPicker("change_last", on_last_day),
            back_button(SlotCard.change),
            state=SlotCard.change_last_day,
            getter=room,
        ),
        Screen(
            T("schedule-ask-notice"),
            Group(*(limit("notice", hours, Changes(notice=hours * 60)) for hours in NOTICES), width=2),
            back_button(SlotCard.change),
            state=SlotCard.change_notice,
        ),
        Screen(
            T("schedule-ask-horizon"),
            Group(*(limit("horizon", days, Changes(horizon=days)) for days in HORIZONS), width=2),
            back_button(SlotCard.change),
            state=SlotCard.change_horizon,
        ),
        Screen(
            T("schedule-change-venue", "format"),
            Asks("change_venue", on_venue, most=MAX_TEXT),
            back_button(SlotCard.change),
            state=SlotCard.change_venue,
            getter=room,
        ),
    ]
