"""Which half-year a list shows: the one that is asked for, or another of the reader's choice."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, menu_button, texts_of
from handlers.shell.turning import turn
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.use_cases.looking import Halves

_CHOSEN = "cycle"
Read = Callable[[DialogManager], Awaitable[Halves | None]]


def chosen(manager: DialogManager) -> CycleId | None:
    """None until she has chosen one."""
    cycle = manager.dialog_data.get(_CHOSEN)
    return None if cycle is None else CycleId(int(cycle))


def choose(manager: DialogManager, cycle: int) -> None:
    """From now on this one."""
    manager.dialog_data[_CHOSEN] = cycle


def screen(state: State, back: State, list_id: str, read: Read) -> Screen:
    """The window of half-years, the latest first."""

    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        texts, found = texts_of(dialog_manager), await read(dialog_manager)
        all_ = () if found is None else found.all
        rows = [
            Choice(cycle.id, texts.button("btn-seminar-half", half=half_words(texts, cycle.half)))
            for cycle, _phase in reversed(all_)
        ]
        return {"halves": rows}

    async def on_half(manager: DialogManager, cycle: int) -> None:
        choose(manager, cycle)
        turn(manager, list_id)
        await manager.switch_to(back)

    return Screen(
        T("sreq-halves"),
        choices("halves", on_half, int),
        back_button(back),
        menu_button(),
        state=state,
        getter=getter,
    )
