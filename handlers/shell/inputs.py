"""What a person types, and what she is told when something else comes."""

from collections.abc import Awaitable, Callable

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import BaseInput, MessageInput
from aiogram_dialog.widgets.kbd import Button, Keyboard

from handlers.shell.above import tell
from handlers.shell.words import T, texts_of
from handlers.texts.texts import clip

OnText = Callable[[DialogManager, str], Awaitable[None]]

_SHOWN_OF_KEPT = 200


def expects(key: str) -> MessageInput:
    """Return an input for everything that the window has no use for: it stays, with the text of `key` on top."""

    async def say(message: Message, widget: MessageInput, manager: DialogManager) -> None:
        tell(manager, texts_of(manager)(key))

    return MessageInput(say)


class Asks(BaseInput):
    """A typed answer of `least` to `most` characters, without outer blanks, on one line unless `lines`.

    Longer ones are refused in words, and their beginning stays: a button offers to go on with it (`keep_button`, which
    `Screen` adds by itself). Commands and everything but text are left to `expects`.
    """

    def __init__(self, id: str, on_text: OnText, *, most: int, least: int = 1, lines: bool = False) -> None:
        super().__init__(id=id)
        self.id = id
        self.on_text = on_text
        self.most, self.least, self.lines = most, least, lines

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        if message.text is None or message.text.startswith("/"):
            return False
        text = message.text.strip() if self.lines else " ".join(message.text.split())
        texts = texts_of(manager)
        if len(text) > self.most:
            kept = text[: self.most].rstrip()
            manager.dialog_data[self._kept] = kept
            shown = clip(kept, _SHOWN_OF_KEPT)
            tell(manager, texts("too-long", length=len(text), limit=self.most, kept=shown))
        elif len(text) < self.least:
            tell(manager, texts("too-short", least=self.least))
        else:
            await self._accept(manager, text)
        return True

    def keep_button(self) -> Keyboard:
        """Return «Оставить начало», which is there only after a text that was too long."""

        async def keep(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
            await self._accept(manager, manager.dialog_data[self._kept])

        return Button(
            T("btn-keep-typed"),
            id=f"{self.id}_keep",
            on_click=keep,
            when=lambda data, widget, manager: self._kept in manager.dialog_data,
        )

    async def _accept(self, manager: DialogManager, text: str) -> None:
        manager.dialog_data.pop(self._kept, None)
        await self.on_text(manager, text)

    @property
    def _kept(self) -> str:
        return f"kept_{self.id}"
