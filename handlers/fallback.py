"""What nobody else understood: a clear word, and the way to the menu."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, StartMode

from handlers.shell.buttons import Home
from handlers.texts import Texts

ShowMenu = Callable[[DialogManager], Awaitable[None]]


class ToMenu(CallbackData, prefix="menu"):
    """«В меню» under a message that belongs to no dialog."""


def to_menu_row(texts: Texts) -> list[InlineKeyboardButton]:
    """«В меню» as the last row under a message that belongs to no dialog."""
    return [InlineKeyboardButton(text=texts.button("btn-menu"), callback_data=ToMenu().pack())]


def to_menu_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """«В меню» alone."""
    return InlineKeyboardMarkup(inline_keyboard=[to_menu_row(texts)])


async def show_menu(manager: DialogManager) -> None:
    """Forget every open dialog of the chat and show the menu."""
    await manager.start(Home.menu, mode=StartMode.RESET_STACK)


def router(open_menu: ShowMenu = show_menu) -> Router:
    """The last router: it takes every message and every tap that is left."""
    last = Router(name=__name__)

    async def to_menu(query: CallbackQuery, dialog_manager: DialogManager) -> None:
        await open_menu(dialog_manager)

    async def old_button(query: CallbackQuery, texts: Texts, dialog_manager: DialogManager) -> None:
        await query.answer(texts.plain("menu-updated"))
        await (dialog_manager.show() if dialog_manager.has_context() else open_menu(dialog_manager))

    last.message.register(not_understood)
    last.callback_query.register(to_menu, ToMenu.filter())
    last.callback_query.register(old_button)
    return last


async def not_understood(message: Message, texts: Texts) -> None:
    """Say what came and what to do instead; in a group, where people talk with each other, say nothing."""
    if message.chat.type != ChatType.PRIVATE:
        return
    await message.answer(texts(_words(message)), reply_markup=to_menu_keyboard(texts))


def _words(message: Message) -> str:
    if message.text is not None:
        return "fallback-command" if message.text.startswith("/") else "fallback-text"
    return "fallback-file" if message.document or message.photo else "fallback-other"
