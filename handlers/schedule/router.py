"""The command of hosts and coordinators."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from handlers.schedule.states import Desk, Oversight
from handlers.shell import given
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor


def router() -> Router:
    """`/schedule`."""
    commands = Router(name=__name__)
    commands.message.register(schedule, Command("schedule"))
    return commands


async def schedule(message: Message, actor: Actor, dialog_manager: DialogManager) -> None:
    """The desk; for a coordinator who hosts nothing the times of her territory. Others are refused before anything
    opens."""
    if actor.has(*COORDINATOR_ROLES) and not actor.has(*HOST_ROLES):
        await dialog_manager.start(Oversight.slots, mode=StartMode.RESET_STACK)
        return
    await (await given(dialog_manager, HostDesk))(actor)
    await dialog_manager.start(Desk.main, mode=StartMode.RESET_STACK)
