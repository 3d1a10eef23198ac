"""The window that all dialogs use."""

import logging
from collections.abc import Awaitable, Callable
from copy import deepcopy
from typing import Any
from zlib import crc32

from aiogram.exceptions import AiogramError
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.api.entities import MarkupVariant
from aiogram_dialog.api.exceptions import DialogsError
from aiogram_dialog.api.protocols import CancelEventProcessing, DialogProtocol
from aiogram_dialog.dialog import OnResultEvent
from aiogram_dialog.utils import CB_SEP, remove_intent_id
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text

from handlers.shell.above import Above
from handlers.shell.fitting import MESSAGE, too_long, whole_lines
from handlers.shell.inputs import Asks, expects
from handlers.shell.words import texts_of
from handlers.texts.texts import BUTTON_LIMIT, clip
from shnor_domain.errors import DomainError, Stale

log = logging.getLogger(__name__)

_TICK = 2
"""«✓ » in front of what is chosen."""
_ROOM_FOR_A_WORD = 200
_TAG_SEP = "\x1e"
_ABOVE = "above"
"""In the data of a dialog: something of the bot's stands below its window."""

Getter = Callable[..., Awaitable[dict[str, Any]]]
"""Gets the window's data from what the middlewares left: `async def getter(actor, schools, **_)`."""


def mark_of(state: State) -> str:
    """A window's mark on its buttons: five letters at most, which no two windows share (a test sees to it)."""
    return f"{crc32(str(state.state).encode()) % 2**20:x}"


class Screen(Window):
    """A window with room on top for a refusal, which answers whatever is sent to it and hears only its own buttons.

    `expected` is the key of what it says to a message that it has no use for; by default it asks for a tap, or for text
    where one of `widgets` is an input. Each button carries the window's mark, so that the second of two quick taps
    («Назад», «Да») never falls on a button of the same name in the window that came in between.
    """

    def __init__(
        self,
        *widgets: Text | Keyboard | BaseInput,
        state: State,
        getter: Getter | tuple[Getter, ...] | None = None,
        expected: str | None = None,
        on_process_result: OnResultEvent | None = None,
        protect_content: bool | None = None,
    ) -> None:
        if expected is None:
            expected = "expects-text" if any(isinstance(widget, BaseInput) for widget in widgets) else "expects-tap"
        keeps = [widget.keep_button() for widget in widgets if isinstance(widget, Asks)]
        super().__init__(
            Above(),
            *keeps,
            *widgets,
            expects(expected),
            state=state,
            getter=getter,
            on_process_result=on_process_result,
            protect_content=protect_content,
        )
        self._tag = f"{_TAG_SEP}{mark_of(state)}"

    async def render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        """The text; were it longer than a message, as many whole lines as fit and a word that there is more."""
        words = await super().render_text(data, manager)
        if not too_long(words):
            return words
        log.warning("a window does not fit into a message: %s", self.get_state().state)
        return f"{whole_lines(words, MESSAGE - _ROOM_FOR_A_WORD)}\n{texts_of(manager)('window-cut')}"

    async def render_kbd(self, data: dict[str, Any], manager: DialogManager) -> MarkupVariant:
        markup = await super().render_kbd(data, manager)
        if not isinstance(markup, InlineKeyboardMarkup):
            return markup
        rows = [[self._marked(button) for button in row] for row in markup.inline_keyboard]
        return InlineKeyboardMarkup(inline_keyboard=rows)

    async def process_callback(self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager) -> bool:
        data = callback.data or ""
        if not data.endswith(self._tag):
            return True
        own = callback.model_copy(update={"data": data.removesuffix(self._tag)})
        context = manager.current_context()
        if context.dialog_data.pop(_ABOVE, False):
            manager.show_mode = ShowMode.SEND
        state, before = context.state, deepcopy((context.dialog_data, context.widget_data))
        try:
            return await super().process_callback(own, dialog, manager)
        except (DomainError, DialogsError, AiogramError, CancelEventProcessing):
            raise
        except Exception as error:
            if not manager.has_context() or manager.current_context() is not context:
                raise
            context.state, (context.dialog_data, context.widget_data) = state, before
            if await self._offers(own, dialog, manager):
                raise
            # a changed client may send any data with any message of ours: no bug, and a window that is not there
            log.info("a tap that no button of %s makes: %s", state.state, type(error).__name__)
            raise Stale from error

    async def _offers(self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Whether one of the buttons of this window, as it stands now, sends this very data."""
        markup = await super().render_kbd(await self.load_data(dialog, manager), manager)
        if not isinstance(markup, InlineKeyboardMarkup):
            return False
        datas = [remove_intent_id(button.callback_data)[1] for row in markup.inline_keyboard for button in row
                 if button.callback_data]  # fmt: skip
        return callback.data in datas

    def _marked(self, button: InlineKeyboardButton) -> InlineKeyboardButton:
        # labels that are names from data come as they are: on one line, and no longer than those that we write
        update = {"text": clip(" ".join(button.text.split()) or "…", BUTTON_LIMIT + _TICK)}
        if button.callback_data and CB_SEP in button.callback_data:
            update["callback_data"] = button.callback_data + self._tag
        return button.model_copy(update=update)


def leave_above(manager: DialogManager) -> None:
    """Something was sent below the window: what a tap on it opens comes below that, where the reader looks."""
    manager.dialog_data[_ABOVE] = True
