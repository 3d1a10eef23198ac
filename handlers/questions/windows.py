"""Buttons that lead to questions from other windows."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Keyboard, Start

from handlers.questions.states import Ask, Asked
from handlers.shell import T


def to_my_questions(when: WhenCondition = None) -> Keyboard:
    """«Мои вопросы» above this window."""
    return Start(T("btn-my-questions"), id="questions", state=Asked.all, when=when)


def to_ask(when: WhenCondition = None, *, key: str = "btn-ask", keep: tuple[str, ...] = ()) -> Keyboard:
    """«Спросить без встречи» above this window. `keep` are names in the data of its dialog that hold the topic's code,
    a booking and what was typed: «subject» or «topic», «booking», «text»."""

    async def on_click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await start_asking(manager, {name: manager.dialog_data.get(name) for name in keep})

    return Button(T(key), id="ask", on_click=on_click, when=when)


async def start_asking(manager: DialogManager, known: Mapping[str, Any]) -> None:
    """Past the steps whose answers are known: `subject`, `booking`, `text`."""
    subject, text = known.get("subject"), known.get("text") or known.get("topic")
    data = {"topic": subject, "booking": known.get("booking"), "text": text}
    state = Ask.topic if subject is None else Ask.whole if text else Ask.text
    await manager.start(state, data={name: value for name, value in data.items() if value}, mode=StartMode.NORMAL)
