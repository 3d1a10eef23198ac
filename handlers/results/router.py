"""/results."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.results.opening import READS, open_results
from handlers.texts import Texts
from shnor_domain.identity import Actor


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(results, Command("results"))
    return made


async def results(message: Message, actor: Actor, texts: Texts, dialog_manager: DialogManager) -> None:
    """The school of its lead, the list of whoever has several; to all others who opens them."""
    if not actor.has(*READS):
        await message.answer(texts("results-by-lead"))
        return
    await open_results(dialog_manager, mode=StartMode.RESET_STACK)
