"""What was written and not sent: it waits for who wrote it outside of any window, until it is sent or put away.

«В меню», a command and a notice's button forget the data of every open dialog (ADR 4); nothing typed is lost by them
(rule 12). It goes with the chat's forms when she deletes her data.
"""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram_dialog import DialogManager

_SHELF = "shelf"
MOST = 20
"""Drafts of one chat; the oldest goes first."""


async def shelved(manager: DialogManager, name: str) -> dict[str, Any]:
    """What was kept under this name; empty where nothing was."""
    found: dict[str, Any] = (await _of(manager).get_data()).get(_SHELF, {}).get(name, {})
    return found


async def shelve(manager: DialogManager, name: str, draft: dict[str, Any]) -> None:
    """Keep JSON values in place of what was there; an empty draft leaves nothing."""
    state = _of(manager)
    data = await state.get_data()
    before: dict[str, Any] = data.pop(_SHELF, {})
    after = {each: kept for each, kept in before.items() if each != name} | ({name: draft} if draft else {})
    if after != before:
        latest = dict(list(after.items())[-MOST:])
        await state.set_data(data | ({_SHELF: latest} if latest else {}))


def _of(manager: DialogManager) -> FSMContext:
    state: FSMContext = manager.middleware_data["state"]
    return state
