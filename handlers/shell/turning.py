"""«‹ 2 из 5 ›» for lists that come by pages from a use case: only the rows that are shown are read."""

from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import ButtonVariant, RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard

from handlers.shell.words import texts_of

FIRST = 0


class Turning(Keyboard):
    """Reads `page` (from 0) and `pages` from the window's data; the getter asks `turned_to` which page is wanted.

    A list of the same `id` may stand in the window: its buttons are told apart from these.
    """

    def __init__(self, id: str, when: WhenCondition = None) -> None:
        super().__init__(id=f"{id}_turn", when=when)
        self.list = id

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        page, pages = data["page"], data["pages"]
        if pages <= 1:
            return []
        texts = texts_of(manager)
        row: list[ButtonVariant] = [self._turn(texts.button("btn-page-current", page=page + 1, pages=pages), page)]
        if page > 0:
            row.insert(0, self._turn(texts.button("btn-page-previous"), page - 1))
        if page < pages - 1:
            row.append(self._turn(texts.button("btn-page-next"), page + 1))
        return [row]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data.isdecimal():
            turn(manager, self.list, int(data))
        return True

    def _turn(self, label: str, page: int) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=self._item_callback_data(page))


def turned_to(manager: DialogManager, id: str) -> int:
    """The page that was turned to, counted from 0; it may lie beyond the end by now."""
    return int(manager.dialog_data.get(_key(id), FIRST))


def turn(manager: DialogManager, id: str, page: int = FIRST) -> None:
    """Turn to a page: to the first one when what is listed changes."""
    manager.dialog_data[_key(id)] = page


def _key(id: str) -> str:
    return f"page_{id}"
