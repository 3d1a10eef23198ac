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
from shnor_domain.letters import visible_letters

OnText = Callable[[DialogManager, str], Awaitable[None]]

_SHOWN_OF_KEPT = 200
_CUT_FROM = 4000
"""Characters of a message that Telegram has probably cut: it does so at 4096, at a blank where it can."""
_REST_SECONDS = 2


def expects(key: str) -> MessageInput:
    """Return an input for everything that the window has no use for: it stays, with the text of `key` on top."""

    async def say(message: Message, widget: MessageInput, manager: DialogManager) -> None:
        tell(manager, texts_of(manager)(key))

    return MessageInput(say)


class Asks(BaseInput):
    """A typed answer of `least` to `most` characters, without outer blanks, on one line unless `lines`.

    Longer ones are refused in words, and their beginning stays: a button offers to go on with it (`keep_button`, which
    `Screen` adds by itself). Telegram cuts what is longer than 4096 characters into messages of one second: what
    follows a full one at once is its rest and no answer. Commands and everything but text are left to `expects`.
    """

    def __init__(self, id: str, on_text: OnText, *, most: int, least: int = 1, lines: bool = False) -> None:
        super().__init__(id=id)
        self.id = id
        self.on_text = on_text
        self.most, self.least, self.lines = most, least, lines

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        if message.text is None or message.text.startswith("/"):
            return False
        typed = visible_letters(message.text)
        text = typed.strip() if self.lines else " ".join(typed.split())
        texts = texts_of(manager)
        if (before := self._cut_off(message, manager)) is not None:
            self._refuse(manager, before + len(text), manager.dialog_data[self._kept])
        elif len(text) > self.most:
            cut = len(message.text) >= _CUT_FROM
            manager.dialog_data[self._cut] = [int(message.date.timestamp()), len(text)] if cut else None
            self._refuse(manager, len(text), text[: self.most].rstrip())
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
        manager.dialog_data.pop(self._cut, None)
        await self.on_text(manager, text)

    def _cut_off(self, message: Message, manager: DialogManager) -> int | None:
        """Length of the text whose rest this message is; None when it is an answer of its own."""
        cut = manager.dialog_data.get(self._cut)
        if cut is None or self._kept not in manager.dialog_data:
            return None
        sent, length = cut
        return int(length) if message.date.timestamp() - sent <= _REST_SECONDS else None

    def _refuse(self, manager: DialogManager, length: int, kept: str) -> None:
        manager.dialog_data[self._kept] = kept
        words = texts_of(manager)("too-long", length=length, limit=self.most, kept=clip(kept, _SHOWN_OF_KEPT))
        tell(manager, words)

    @property
    def _cut(self) -> str:
        return f"cut_{self.id}"

    @property
    def _kept(self) -> str:
        return f"kept_{self.id}"
