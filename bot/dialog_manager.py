"""Which message is the dialog's window: the library takes whatever was tapped for it, a notice too."""

import asyncio
import secrets

from aiogram import Router
from aiogram.types import CallbackQuery, ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import ChatEvent, OldMessage, UnknownText
from aiogram_dialog.api.entities import stack as library
from aiogram_dialog.api.internal import DialogManagerFactory
from aiogram_dialog.api.protocols import DialogRegistryProtocol
from aiogram_dialog.context.media_storage import MediaIdStorage
from aiogram_dialog.manager.manager import ManagerImpl
from aiogram_dialog.utils import remove_intent_id

from bot.message_manager import MessageManager

_INTENTS = 62**6
"""As many as six signs of the library's alphabet can tell apart: callback data stays within 64 bytes."""


def fresh_intent() -> str:
    """An id for a dialog that was opened. The library's own repeats in one of a hundred within the same second, and the
    dialog below is then lost."""
    return library.id_to_str(secrets.randbelow(_INTENTS - 1) + 1)


library.new_id = fresh_intent


class WindowManager(ManagerImpl):
    """A tap on a notice opens the window below and leaves the notice as it is; a tap on a window edits that window.

    The query is answered while the window is on its way, not after it.
    """

    _answered = False

    async def show(self, show_mode: ShowMode | None = None) -> None:
        left_behind = self._window_left_behind()
        answering = asyncio.gather(self.answer_callback())
        try:
            await super().show(show_mode)
        finally:
            await answering
        if left_behind is not None:
            await self.message_manager.remove_kbd(self._data["bot"], ShowMode.EDIT, left_behind)

    async def answer_callback(self) -> None:
        if not self._answered:
            self._answered = True
            await super().answer_callback()

    async def _remove_kbd(self) -> None:
        left_behind = self._window_left_behind()
        await super()._remove_kbd()
        if left_behind is not None:
            await self.message_manager.remove_kbd(self._data["bot"], ShowMode.EDIT, left_behind)

    def _tapped(self) -> CallbackQuery | None:
        event = self.event.update.event if isinstance(self.event, ErrorEvent) else self.event
        return event if isinstance(event, CallbackQuery) else None

    def _window_tapped(self) -> int | None:
        """The id of the tapped message where it is a window of a dialog: the buttons of those carry an intent."""
        query = self._tapped()
        if query is None or query.message is None or query.data is None:
            return None
        intent, _ = remove_intent_id(query.data)
        return query.message.message_id if intent else None

    def _window_left_behind(self) -> OldMessage | None:
        """The newer window, where the person went back to the buttons of an older message."""
        tapped, last = self._window_tapped(), self.current_stack().last_message_id
        return self._old_message(last) if tapped and last and tapped != last else None

    def _get_last_message(self) -> OldMessage | None:
        message_id = self._window_tapped() or self.current_stack().last_message_id
        return self._old_message(message_id) if message_id else None

    def _calc_show_mode(self) -> ShowMode:
        if self.show_mode is ShowMode.AUTO and self._tapped() is not None and self._window_tapped() is None:
            return ShowMode.SEND
        return super()._calc_show_mode()

    def _old_message(self, message_id: int) -> OldMessage:
        return OldMessage(
            chat=self.middleware_data["event_chat"],
            message_id=message_id,
            media_id=None,
            media_uniq_id=None,
            text=UnknownText.UNKNOWN,
        )


class WindowManagerFactory(DialogManagerFactory):
    """For `setup_dialogs(dispatcher, dialog_manager_factory=WindowManagerFactory())`."""

    def __init__(self) -> None:
        self._messages = MessageManager()
        self._media = MediaIdStorage()  # type: ignore[no-untyped-call]  # the library asks for one

    def __call__(
        self, event: ChatEvent, data: dict[str, object], registry: DialogRegistryProtocol, router: Router
    ) -> DialogManager:
        return WindowManager(
            event=event,
            data=data,
            message_manager=self._messages,
            media_id_storage=self._media,
            registry=registry,
            router=router,
            getter=None,
        )
