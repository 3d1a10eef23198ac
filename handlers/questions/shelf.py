"""A question that was written and not sent: it waits for its asker outside of any window, until it is sent or put away.

«В меню» forgets the data of every open dialog (ADR 4); nothing typed is lost by it (rule 12).
"""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram_dialog import DialogManager

_DRAFT = ("text", "files")
_NAME = "question"


async def shelved(manager: DialogManager) -> dict[str, Any]:
    """What was kept, a text and files; empty where nothing was."""
    found: dict[str, Any] = (await _of(manager).get_data()).get(_NAME, {})
    return found


async def shelve(manager: DialogManager) -> None:
    """What this dialog holds, in place of what was kept; without a text and files nothing is left of it."""
    draft = {name: manager.dialog_data[name] for name in _DRAFT if name in manager.dialog_data}
    state = _of(manager)
    data = await state.get_data()
    before = data.pop(_NAME, None)
    kept = draft if draft.get("text") or draft.get("files") else None
    if kept != before:
        await state.set_data(data | ({_NAME: kept} if kept else {}))


def _of(manager: DialogManager) -> FSMContext:
    state: FSMContext = manager.middleware_data["state"]
    return state
