"""What buttons of notices do: the right is asked first, a refusal opens nothing; the answer opens below (ADR 4)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.signing import states
from handlers.seminars.signing.callbacks import CancelSeat, LeaveWait, LetOfferGo, OpenSeat, OpenWait, TakeOffer
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seats.errors import NotInQueue
from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seminars.signing.model import SignUpId, SignUpState
from shnor_domain.seminars.signing.use_cases.answer import DeclineEventOffer, TakeEventOffer
from shnor_domain.seminars.signing.use_cases.looking import OneSignUp
from shnor_domain.seminars.signing.use_cases.queue import LeaveEventQueue, MyEventWait


def router() -> Router:
    """Buttons of `handlers.seminars.signing.notices` and `queue_notices`."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_seat, OpenSeat.filter())
    buttons.callback_query.register(cancel_seat, CancelSeat.filter())
    buttons.callback_query.register(take_offer, TakeOffer.filter())
    buttons.callback_query.register(let_go, LetOfferGo.filter())
    buttons.callback_query.register(open_wait, OpenWait.filter())
    buttons.callback_query.register(leave_wait, LeaveWait.filter())
    return buttons


async def open_seat(query: CallbackQuery, callback_data: OpenSeat, actor: Actor, dialog_manager: DialogManager) -> None:
    """The sign-up in any state."""
    seat = await (await given(dialog_manager, OneSignUp))(actor, SignUpId(callback_data.signup))
    await open_above(dialog_manager, states.EventSeat.card, {"signup": seat.signup.id})


async def cancel_seat(
    query: CallbackQuery, callback_data: CancelSeat, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Why, and then it is given back; what has ended says how."""
    seat = await (await given(dialog_manager, OneSignUp))(actor, SignUpId(callback_data.signup))
    state = states.EventSeat.reason if seat.signup.state is SignUpState.LIVE else states.EventSeat.card
    await open_above(dialog_manager, state, {"signup": seat.signup.id})


async def take_offer(
    query: CallbackQuery, callback_data: TakeOffer, actor: Actor, dialog_manager: DialogManager
) -> None:
    """«Беру»: the sign-up; to who waits no more, how that has ended."""
    try:
        card = await (await given(dialog_manager, TakeEventOffer))(actor, OfferId(callback_data.offer))
    except NotInQueue as refused:
        await open_above(dialog_manager, states.EventPlace.place, {"waiting": int(str(refused.facts["waiting"]))})
        return
    assert card.mine is not None  # it has just been taken
    await open_above(dialog_manager, states.EventSeat.card, {"signup": card.mine.id})


async def let_go(query: CallbackQuery, callback_data: LetOfferGo, actor: Actor, dialog_manager: DialogManager) -> None:
    """«Не смогу»: her place as it stands."""
    wait = await (await given(dialog_manager, DeclineEventOffer))(actor, OfferId(callback_data.offer))
    await open_above(dialog_manager, states.EventPlace.place, {"waiting": wait.waiting.id})


async def open_wait(query: CallbackQuery, callback_data: OpenWait, actor: Actor, dialog_manager: DialogManager) -> None:
    """Her place in any state."""
    wait = await (await given(dialog_manager, MyEventWait))(actor, WaitingId(callback_data.waiting))
    await open_above(dialog_manager, states.EventPlace.place, {"waiting": wait.waiting.id})


async def leave_wait(
    query: CallbackQuery, callback_data: LeaveWait, actor: Actor, dialog_manager: DialogManager
) -> None:
    """«Выйти из очереди»: how it has ended."""
    wait = await (await given(dialog_manager, LeaveEventQueue))(actor, WaitingId(callback_data.waiting))
    await open_above(dialog_manager, states.EventPlace.place, {"waiting": wait.waiting.id})
