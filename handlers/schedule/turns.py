"""Pages of a text: «‹ 2 из 5 ›» under lines that do not fit one message."""

from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import ButtonVariant, RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Keyboard

from handlers.schedule.views import ROWS
from handlers.shell import texts_of

_PAGE = "turned"


class Turns(Keyboard):
    """Not there on a single page; the window's data has `pages` (see `leaf`)."""

    def __init__(self) -> None:
        super().__init__(id="turns")

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        pages, here = int(data["pages"]), page_of(manager, int(data["pages"]))
        if pages <= 1:
            return []
        texts = texts_of(manager)
        row: list[ButtonVariant] = []
        if here > 0:
            row.append(self._turn(texts.button("btn-page-previous"), here - 1))
        row.append(self._turn(texts.button("btn-page-current", page=here + 1, pages=pages), here))
        if here < pages - 1:
            row.append(self._turn(texts.button("btn-page-next"), here + 1))
        return [row]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data.isdecimal():
            manager.dialog_data[_PAGE] = int(data)
        return True

    def _turn(self, label: str, page: int) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=self._item_callback_data(page))


def pages_of(rows: int) -> int:
    """How many pages so many rows need, one for none."""
    return max(1, -(-rows // ROWS))


def page_of(manager: DialogManager, pages: int) -> int:
    """The page that is open, from 0; the last where there were more before."""
    return min(max(0, int(manager.dialog_data.get(_PAGE, 0))), pages - 1)


def first_page(manager: DialogManager) -> None:
    """Turn back: another list begins."""
    manager.dialog_data.pop(_PAGE, None)
