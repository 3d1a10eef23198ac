"""What the buttons of an offer do: the notice itself is edited by delivery, the answer opens below (ADR 4)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.consultations.states import Book
from handlers.consultations.waitlist.callbacks import LetGo, OpenPlace, StepOut, TakeSeat
from handlers.consultations.waitlist.states import Queue
from handlers.shell import given
from shnor_domain.consultations.waitlist.use_cases.answer import DeclineOffer, TakeOfferedSeat
from shnor_domain.consultations.waitlist.use_cases.queue import LeaveQueue, MyWait
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import NotInQueue
from shnor_domain.seats.model import OfferId, WaitingId


def router() -> Router:
    """Buttons of `handlers.consultations.waitlist.notices`. The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(take_seat, TakeSeat.filter())
    buttons.callback_query.register(let_go, LetGo.filter())
    buttons.callback_query.register(step_out, StepOut.filter())
    buttons.callback_query.register(open_place, OpenPlace.filter())
    return buttons


async def take_seat(query: CallbackQuery, callback_data: TakeSeat, actor: Actor, dialog_manager: DialogManager) -> None:
    """«Беру»: the booking, as after any booking; to who waits no more, how that has ended and what she can do."""
    try:
        card = await (await given(dialog_manager, TakeOfferedSeat))(actor, OfferId(callback_data.offer))
    except NotInQueue as refused:
        await open_above(dialog_manager, Queue.card, {"waiting": int(str(refused.facts["waiting"]))})
        return
    await open_above(dialog_manager, Book.done, {"booking": card.booking.id})


async def let_go(query: CallbackQuery, callback_data: LetGo, actor: Actor, dialog_manager: DialogManager) -> None:
    """«Не смогу»: her place as it stands."""
    card = await (await given(dialog_manager, DeclineOffer))(actor, OfferId(callback_data.offer))
    await open_above(dialog_manager, Queue.card, {"waiting": card.waiting.id})


async def step_out(query: CallbackQuery, callback_data: StepOut, actor: Actor, dialog_manager: DialogManager) -> None:
    """«Выйти из очереди»: how it has ended."""
    card = await (await given(dialog_manager, LeaveQueue))(actor, WaitingId(callback_data.waiting))
    await open_above(dialog_manager, Queue.card, {"waiting": card.waiting.id})


async def open_place(
    query: CallbackQuery, callback_data: OpenPlace, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Her place in any state."""
    card = await (await given(dialog_manager, MyWait))(actor, WaitingId(callback_data.waiting))
    await open_above(dialog_manager, Queue.card, {"waiting": card.waiting.id})
