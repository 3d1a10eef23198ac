"""What the windows of hosts have in common: lists, ways out, and where a refused field is asked again."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard, Start

from handlers.schedule.states import Desk
from handlers.shell import T
from shnor_domain.errors import Invalid

V = TypeVar("V")

FAR_TOO_LONG = 20_000
"""Above what Telegram carries: a link is refused as a link, its beginning would lead elsewhere."""


def fixed(value: object) -> Callable[[Mapping[str, Any]], object]:
    """An argument of a text that no data changes."""
    return lambda data: value


def to_desk(when: WhenCondition = None) -> Keyboard:
    """«Моё расписание» in this very message."""
    return Start(T("btn-schedule-desk"), id="desk", state=Desk.main, mode=StartMode.RESET_STACK, when=when)


def started_with(manager: DialogManager, name: str) -> Any:
    """A value with which this dialog was started."""
    data = manager.start_data
    assert isinstance(data, dict)  # every start of these dialogs gives one
    return data[name]


@asynccontextmanager
async def asked_again(manager: DialogManager, windows: Mapping[str, State]) -> AsyncIterator[None]:
    """Let a refused field be asked again in its own window: the refusal flies on and is shown there."""
    try:
        yield
    except Invalid as refused:
        if refused.field in windows:
            await manager.switch_to(windows[refused.field])
        raise
