"""/ask."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.questions.states import Ask


def router() -> Router:
    """A fresh router."""
    commands = Router(name=__name__)
    commands.message.register(ask, Command("ask"))
    return commands


async def ask(message: Message, dialog_manager: DialogManager) -> None:
    """Begin the way of a question; what was open is left."""
    await dialog_manager.start(Ask.topic, mode=StartMode.RESET_STACK)
