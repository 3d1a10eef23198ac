"""/menu, /waiting and /cancel, and people who stop the bot or come back."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import Command
from aiogram.types import ChatMemberUpdated, Message
from aiogram_dialog import DialogManager, StartMode
from dishka import FromDishka

from handlers.menu.entries import Entry
from handlers.menu.waiting import open_waiting
from handlers.shell import Home
from handlers.texts import Texts
from shnor_domain.identity import Actor
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.use_cases import ComeBack, MarkUnreachable


def router(kinds: Sequence[Entry]) -> Router:
    """A fresh router; `kinds` of what may wait for a decision are behind /waiting."""

    async def waiting(message: Message, dialog_manager: DialogManager) -> None:
        await open_waiting(dialog_manager, kinds, StartMode.RESET_STACK)

    made = Router(name=__name__)
    made.message.register(menu, Command("menu"))
    made.message.register(waiting, Command("waiting"))
    made.message.register(cancel, Command("cancel"))
    made.my_chat_member.register(membership)
    return made


async def menu(message: Message, dialog_manager: DialogManager) -> None:
    """Whatever was open is forgotten."""
    await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)


async def cancel(message: Message, texts: Texts, dialog_manager: DialogManager) -> None:
    """Close the form, say so, show the menu."""
    in_form = dialog_manager.has_context() and dialog_manager.current_context().state != Home.menu
    await message.answer(texts("cancelled" if in_form else "cancelled-nothing"))
    await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)


async def membership(
    event: ChatMemberUpdated, actor: Actor, unreachable: FromDishka[MarkUnreachable], back: FromDishka[ComeBack]
) -> None:
    """Note that nothing reaches this chat any more, or that it may be written to again."""
    if event.new_chat_member.status in (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT):
        await unreachable(ChatId(event.chat.id), "blocked")
    elif actor.person is not None:
        await back(actor.person)
