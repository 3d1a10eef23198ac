"""/help: a message of its own, so that an open form goes on."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.help.views import help_words
from handlers.texts import Texts
from shnor_domain.identity import Actor


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(help_command, Command("help"))
    return made


async def help_command(message: Message, actor: Actor, texts: Texts) -> None:
    """What may be typed here, by role."""
    await message.answer(help_words(texts, actor))
