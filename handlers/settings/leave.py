"""«Я в отпуске до»: the last day, and who decides meanwhile."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.schedule.absences.away import offer_absence
from handlers.settings.privacy import privacy_message
from handlers.settings.states import Settings
from handlers.settings.views import leave_day
from handlers.shell import DayPicker, Paged, Screen, T, back_button, given, tell, texts_of
from handlers.shell.acting import actor_of, now_of
from shnor_domain.announcements.use_cases.looking import StoppedByLeave
from shnor_domain.clock import Clock
from shnor_domain.identity import PersonId
from shnor_domain.people.use_cases.rights import DECIDING
from shnor_domain.people.use_cases.settings import EndLeave, SetLeave, ShowSettings
from shnor_domain.people.use_cases.stand_ins import StandIns

_LONGEST = timedelta(days=366)


@inject
async def days(
    dialog_manager: DialogManager, clock: FromDishka[Clock], settings: FromDishka[ShowSettings], **_: Any
) -> dict[str, Any]:
    """From today for a year, and whether she is away already."""
    actor = actor_of(dialog_manager)
    today = clock.now().astimezone(ZoneInfo(actor.zone)).date()
    _person, kept = await settings(actor)
    stops = await (await given(dialog_manager, StoppedByLeave))(actor)
    window = {"today": today, "first_day": today, "last_day": today + _LONGEST}
    return {**window, "away": kept.away_on(today), "stops": stops}


async def on_day(manager: DialogManager, day: date) -> None:
    """The last day; who can stand in is asked for next, where there is anybody."""
    manager.dialog_data["until"] = day.isoformat()
    if await (await given(manager, StandIns))(actor_of(manager)):
        await manager.switch_to(Settings.deputy)
    else:
        await _leave(manager, None)


@inject
async def stand_ins(dialog_manager: DialogManager, found: FromDishka[StandIns], **_: Any) -> dict[str, Any]:
    """Who holds one of her roles in the same place, by name."""
    texts = texts_of(dialog_manager)
    people = await found(actor_of(dialog_manager))
    return {"rows": [{"id": each.id, "label": texts.button("btn-person", name=each.name)} for each in people]}


async def on_deputy(manager: DialogManager, person: int) -> None:
    """Decisions go to her meanwhile."""
    await _leave(manager, PersonId(person))


async def on_nobody(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The level above decides meanwhile."""
    await _leave(manager, None)


@inject
async def on_back(event: CallbackQuery, button: Button, manager: DialogManager, end: FromDishka[EndLeave]) -> None:
    """Back from leave."""
    await end(actor_of(manager))
    tell(manager, texts_of(manager)("leave-ended"))
    await manager.switch_to(Settings.all)


async def show_privacy(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The message of /privacy, below."""
    bot = manager.middleware_data["bot"]
    words, buttons = privacy_message(texts_of(manager), known=True)
    await bot.send_message(actor_of(manager).chat, words, reply_markup=buttons)


def windows() -> list[Screen]:
    """The day, the deputy."""
    nobody: Keyboard = Button(T("btn-no-deputy"), id="nobody", on_click=on_nobody)
    return [
        Screen(
            T("ask-leave", "stops"),
            DayPicker("day", on_day),
            Button(T("btn-leave-end"), id="end", on_click=on_back, when="away"),
            back_button(Settings.all),
            state=Settings.leave,
            getter=days,
        ),
        Screen(
            T("ask-deputy"),
            Paged(Format("{item[label]}"), id="people", items="rows", item_id=_id, on_pick=on_deputy, parse=int),
            nobody,
            back_button(Settings.leave),
            state=Settings.deputy,
            getter=stand_ins,
        ),
    ]


async def _leave(manager: DialogManager, deputy: PersonId | None) -> None:
    until = date.fromisoformat(manager.dialog_data["until"])
    texts, actor = texts_of(manager), actor_of(manager)
    stops = await (await given(manager, StoppedByLeave))(actor)
    await (await given(manager, SetLeave))(actor, until, deputy)
    today = (await now_of(manager)).astimezone(ZoneInfo(actor.zone)).date()
    decisions = "deputy" if deputy is not None else "above" if actor.has(*DECIDING) else "none"
    tell(manager, texts("leave-set", until=leave_day(texts, until, today), decisions=decisions, stops=stops))
    await manager.switch_to(Settings.all)
    await offer_absence(manager, until)


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
