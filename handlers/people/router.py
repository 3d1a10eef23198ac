"""/people, and the buttons of notices that lead to them."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode
from dishka import FromDishka

from handlers.people.callbacks import Answer, Arrival, OpenApplication, OpenWaiting
from handlers.people.states import People, Waiting
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, PlaceId
from shnor_domain.people.model.applications import ApplicationId
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.people.use_cases.one_application import OneApplication, OneArrival
from shnor_domain.people.use_cases.rights import scope_of
from shnor_domain.people.use_cases.role_link import ConfirmRoleLink


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(people, Command("people"))
    made.callback_query.register(open_waiting, OpenWaiting.filter())
    made.callback_query.register(open_application, OpenApplication.filter())
    made.callback_query.register(arrival, Arrival.filter())
    return made


async def people(message: Message, actor: Actor, dialog_manager: DialogManager, listed: FromDishka[PeopleList]) -> None:
    """The list; who may not see it is told so before anything is opened."""
    await listed(actor)
    await dialog_manager.start(People.all, mode=StartMode.RESET_STACK)


async def open_waiting(
    query: CallbackQuery, callback_data: OpenWaiting, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The list, below the notice, for those who decide on people at all."""
    if not scope_of(actor):
        raise NotAllowed
    await dialog_manager.start(Waiting.all, mode=StartMode.RESET_STACK)


async def open_application(
    query: CallbackQuery,
    callback_data: OpenApplication,
    actor: Actor,
    dialog_manager: DialogManager,
    look: FromDishka[OneApplication],
) -> None:
    """The application below the notice, which stays as it is; refused before a window is opened."""
    await look(actor, ApplicationId(callback_data.application))
    data = {"application": callback_data.application}
    await dialog_manager.start(Waiting.application, data=data, mode=StartMode.RESET_STACK)


async def arrival(
    query: CallbackQuery,
    callback_data: Arrival,
    actor: Actor,
    dialog_manager: DialogManager,
    look: FromDishka[OneArrival],
    confirm: FromDishka[ConfirmRoleLink],
) -> None:
    """«Верно» at once; «Отозвать» asks once more, since it cannot be undone."""
    which = PlaceId(callback_data.place)
    card = await look(actor, which)
    if callback_data.answer is Answer.RIGHT and not card.kept.place.verified:
        await confirm(actor, which)
    asks = callback_data.answer is Answer.REVOKE and not card.kept.place.verified
    state = Waiting.revoke if asks else Waiting.arrival
    await dialog_manager.start(state, data={"place": callback_data.place}, mode=StartMode.RESET_STACK)
