"""Lists by pages: at most eight rows and «‹ 2 из 5 ›», which is not there where one page is enough."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import ButtonVariant, RawKeyboard, TextWidget
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard, ScrollingGroup, Select

from handlers.shell.words import texts_of
from shnor_domain.errors import Stale

ROWS = 8
_LARGEST = 2**53
"""Above every id, below what databases and JSON can hold."""

V = TypeVar("V")


class Pages(ScrollingGroup):
    """Any buttons by pages: `Pages(Multiselect(…), id="subjects", width=2)`."""

    def __init__(
        self, *buttons: Keyboard, id: str, width: int = 1, rows: int = ROWS, when: WhenCondition = None
    ) -> None:
        super().__init__(*buttons, id=id, width=width, height=rows, when=when, hide_on_single_page=True)

    async def _render_pager(self, pages: int, manager: DialogManager) -> RawKeyboard:
        if pages <= 1:
            return []
        texts = texts_of(manager)
        here = min(pages - 1, await self.get_page(manager))
        row: list[ButtonVariant] = [self._turn(texts.button("btn-page-current", page=here + 1, pages=pages), here)]
        if here > 0:
            row.insert(0, self._turn(texts.button("btn-page-previous"), here - 1))
        if here < pages - 1:
            row.append(self._turn(texts.button("btn-page-next"), here + 1))
        return [row]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if not data.isdecimal():
            raise Stale
        return await super()._process_item_callback(callback, data, dialog, manager)

    def _turn(self, label: str, page: int) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=self._item_callback_data(page))


class Paged(Pages):
    """One tap, one item: rows of `items` (a path in the data), each labelled by `text` with the item as «item».

    `item_id` gives a short id (the callback holds 64 bytes in all), `on_pick(manager, id)` gets it back by `parse`.
    """

    def __init__(
        self,
        text: TextWidget,
        *,
        id: str,
        items: str,
        item_id: Callable[[Any], str | int],
        on_pick: Callable[[DialogManager, V], Awaitable[None]],
        parse: Callable[[str], V],
        width: int = 1,
        rows: int = ROWS,
        when: WhenCondition = None,
    ) -> None:
        async def picked(event: object, widget: object, manager: DialogManager, value: V) -> None:
            await on_pick(manager, value)

        select: Select[V] = Select(
            text, id=f"{id}_item", item_id_getter=item_id, items=items, type_factory=_polite(parse), on_click=picked
        )
        super().__init__(select, id=id, width=width, rows=rows, when=when)


def _polite(parse: Callable[[str], V]) -> Callable[[str], V]:
    """A forged id is a button of a window that is not there (rule 1), never a bug."""

    def parsed(text: str) -> V:
        try:
            value = parse(text)
        except (ValueError, OverflowError) as forged:
            raise Stale from forged
        if isinstance(value, int) and not 0 <= value <= _LARGEST:
            raise Stale
        return value

    return parsed
