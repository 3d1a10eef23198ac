"""/seminars, and the buttons of notices."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from handlers.consultations.notice_buttons import open_above
from handlers.seminars import reading
from handlers.seminars.callbacks import OpenSeminars, OpenWishes
from handlers.seminars.programme.states import OpenProgramme
from handlers.seminars.states import Seminars
from handlers.seminars.wishes import of_school
from handlers.shell import given
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.seminars.cycle.use_cases.catalogue import OpenCatalogue
from shnor_domain.seminars.cycle.use_cases.school_wishes import WishesOfSchool
from shnor_domain.seminars.model import CycleId


def router() -> Router:
    """A fresh router."""
    commands = Router(name=__name__)
    commands.message.register(seminars, Command("seminars"))
    commands.callback_query.register(open_cycle, OpenSeminars.filter())
    commands.callback_query.register(open_wishes, OpenWishes.filter())
    return commands


async def seminars(message: Message, actor: Actor, dialog_manager: DialogManager) -> None:
    """What is announced, for who has a place anywhere; for strangers what anybody may read. What was open is left."""
    first = Seminars.home if actor.places else OpenProgramme.regions
    await dialog_manager.start(first, mode=StartMode.RESET_STACK)


async def open_cycle(
    query: CallbackQuery, callback_data: OpenSeminars, actor: Actor, dialog_manager: DialogManager
) -> None:
    """What stands there now, whatever the message says; a cycle that is over leads to what is announced instead."""
    await (await given(dialog_manager, OpenCatalogue))(actor)
    await open_above(dialog_manager, Seminars.home, {reading.CYCLE: callback_data.cycle})


async def open_wishes(
    query: CallbackQuery, callback_data: OpenWishes, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The right is asked first: a refusal opens nothing."""
    cycle, school = CycleId(callback_data.cycle), SchoolId(callback_data.school)
    await (await given(dialog_manager, WishesOfSchool))(actor, cycle, school)
    await open_above(dialog_manager, Seminars.school, {reading.CYCLE: cycle, of_school.SCHOOL: school})
