"""/roadmap."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.roadmap import late
from handlers.roadmap.menu import SEE_PLANS
from handlers.roadmap.mine import open_mine
from handlers.roadmap.plans import open_plans
from handlers.shell import given
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role
from shnor_domain.roadmap.use_cases.mine import MyItems


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(roadmap, Command("roadmap"))
    made.include_router(late.router())
    return made


async def roadmap(message: Message, actor: Actor, dialog_manager: DialogManager) -> None:
    """One's own items for the lead of a school and for people of a body, the plans for all who see some."""
    if actor.has(*SEE_PLANS):
        await open_plans(dialog_manager, mode=StartMode.RESET_STACK)
    elif actor.has(Role.SCHOOL_LEAD) or (await (await given(dialog_manager, MyItems))(actor)).items:
        await open_mine(dialog_manager, mode=StartMode.RESET_STACK)
    else:
        raise NotAllowed
