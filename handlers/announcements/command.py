"""/announce."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.announcements.states import Announcements
from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(announce, Command("announce"))
    return made


async def announce(message: Message, actor: Actor, dialog_manager: DialogManager) -> None:
    """The list, from which another is written."""
    if not actor.has(*ANNOUNCING):
        raise NotAllowed
    await dialog_manager.start(Announcements.all, mode=StartMode.RESET_STACK)
