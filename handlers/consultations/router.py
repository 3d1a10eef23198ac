"""Commands of visitors."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.consultations.states import Book, Mine


def router() -> Router:
    """`/consult` and `/my`."""
    commands = Router(name=__name__)
    commands.message.register(consult, Command("consult"))
    commands.message.register(my, Command("my"))
    return commands


async def consult(message: Message, dialog_manager: DialogManager) -> None:
    """Begin the way to a seat; what was open is left."""
    await dialog_manager.start(Book.subject, mode=StartMode.RESET_STACK)


async def my(message: Message, dialog_manager: DialogManager) -> None:
    """Show what lies ahead."""
    await dialog_manager.start(Mine.things, mode=StartMode.RESET_STACK)
