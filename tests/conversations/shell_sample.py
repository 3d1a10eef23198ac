"""A small dialog made of everything that the shell has, and a notice: what the tests of this folder talk with."""

from datetime import date
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, setup_dialogs
from aiogram_dialog.widgets.kbd import Button, Cancel, Start, SwitchTo
from aiogram_dialog.widgets.text import Const, Format

from bot.dialog_manager import WindowManagerFactory
from handlers.shell import Asks, DayPicker, Home, Paged, Screen, Step, T, back_button, menu_button, tell, texts_of
from handlers.texts import Texts

TEXTS = Texts()
SCHOOLS = [{"id": number, "name": f"СОШ № {number}"} for number in range(1, 20)]


class Sample(StatesGroup):
    school = State()
    topic = State()
    day = State()
    done = State()


class Remind(CallbackData, prefix="remind"):
    booking: int


async def schools(**_: Any) -> dict[str, Any]:
    return {"schools": SCHOOLS}


async def days(**_: Any) -> dict[str, Any]:
    return {"first_day": date(2026, 11, 20), "last_day": date(2027, 1, 15), "today": date(2026, 11, 20)}


async def on_school(manager: DialogManager, number: int) -> None:
    manager.dialog_data["school"] = number
    await manager.switch_to(Sample.topic)


async def on_topic(manager: DialogManager, text: str) -> None:
    manager.dialog_data["topic"] = text
    await manager.switch_to(Sample.day)


async def on_day(manager: DialogManager, day: date) -> None:
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(Sample.done)


async def refuse(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    tell(manager, texts_of(manager)("expects-tap"))


def sample_dialogs() -> list[Dialog]:
    """A menu and a wizard, new objects at each call: a router belongs to one dispatcher."""
    menu = Dialog(Screen(Const("Меню"), Start(Const("Начать"), id="go", state=Sample.school), state=Home.menu))
    wizard = Dialog(
        Screen(
            Step(1, 3),
            Const("Ваша школа"),
            Paged(
                Format("{item[name]}"),
                id="school",
                items="schools",
                item_id=lambda school: school["id"],
                on_pick=on_school,
                parse=int,
            ),
            menu_button(),
            state=Sample.school,
            getter=schools,
        ),
        Screen(
            Step(2, 3),
            Const("О чём поговорим?"),
            Asks("topic", on_topic, most=20, least=3),
            back_button(),
            state=Sample.topic,
        ),
        Screen(Step(3, 3), Const("День"), DayPicker("day", on_day), back_button(), state=Sample.day, getter=days),
        Screen(
            Format("Готово: {dialog_data[school]}, {dialog_data[topic]}, {dialog_data[day]}"),
            Button(Const("Отказать"), id="refuse", on_click=refuse),
            SwitchTo(Const("Не менять"), id="same", state=Sample.done),
            back_button(),
            Cancel(Const("Закрыть")),
            T("times-minutes", minutes=lambda data: 45),
            state=Sample.done,
        ),
    )
    return [menu, wizard]


def sample_dispatcher(storage: BaseStorage | None = None) -> Dispatcher:
    """A dispatcher with the sample's dialogs, commands and one notice («/notice» sends it)."""
    dispatcher = Dispatcher(storage=storage or MemoryStorage())
    dispatcher["texts"] = TEXTS
    router = Router()

    @router.message(Command("start"))
    async def start(message: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)

    @router.callback_query(Remind.filter())
    async def open_booking(query: CallbackQuery, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)
        await dialog_manager.answer_callback()

    dispatcher.include_routers(router, *sample_dialogs())
    setup_dialogs(dispatcher, dialog_manager_factory=WindowManagerFactory())
    return dispatcher
