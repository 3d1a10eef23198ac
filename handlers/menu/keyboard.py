"""The menu's buttons: sections from top to bottom, two short labels in a row."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.api.internal import ButtonVariant, RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Keyboard

from handlers.menu.entries import Entry
from handlers.shell import texts_of
from handlers.shell.acting import actor_of

_SHORT = 16
"""Two labels of so many letters fit beside each other on a small phone."""


class MenuButtons(Keyboard):
    """Reads «shown» (entries with their counts) from the window's data; a tap checks once more whose button it is."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__(id="m")
        self._entries = {entry.key: entry for entry in entries}

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        rows: RawKeyboard = []
        pair: list[ButtonVariant] = []
        section: int | None = None
        shown: list[tuple[Entry, int]] = data["shown"]
        for entry, count in sorted(shown, key=lambda one: one[0].section):
            label = _label(manager, entry, count)
            button = InlineKeyboardButton(text=label, callback_data=self._item_callback_data(entry.key))
            fits = pair and section == entry.section and len(label) <= _SHORT and len(pair[0].text) <= _SHORT
            if fits:
                pair.append(button)
                pair = []
            else:
                pair = [button]
                rows.append(pair)
            section = entry.section
        return rows

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        entry = self._entries.get(data)
        if entry is None or not entry.allowed(actor_of(manager)):
            return True
        await open_entry(manager, entry)
        return True


async def open_entry(manager: DialogManager, entry: Entry) -> None:
    """Go where the entry leads."""
    if isinstance(entry.opens, State):
        await manager.start(entry.opens, mode=StartMode.NORMAL)
    else:
        await entry.opens(manager)


def _label(manager: DialogManager, entry: Entry, count: int) -> str:
    texts = texts_of(manager)
    return texts.button(f"btn-menu-{entry.key}-count", count=count) if count else texts.button(f"btn-menu-{entry.key}")
