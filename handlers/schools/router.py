"""/schools."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.schools.listing import open_schools
from handlers.schools.menu import WHO
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(schools, Command("schools"))
    return made


async def schools(message: Message, actor: Actor, dialog_manager: DialogManager) -> None:
    """The list of whoever has schools."""
    if not actor.has(*WHO):
        raise NotAllowed
    await open_schools(dialog_manager, mode=StartMode.RESET_STACK)
