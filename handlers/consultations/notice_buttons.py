"""What the buttons of notices open: a window below, the notice itself stays as it was (ADR 4)."""

from datetime import UTC, datetime

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from handlers.consultations.callbacks import BookAgain, CancelSeat, GiveLink, MoveSeat, OpenBooking, OpenMeeting
from handlers.consultations.states import Book, Mine
from handlers.consultations.views import key_id
from handlers.schedule.states import MeetingCard
from handlers.shell import given
from handlers.shell.acting import now_of
from shnor_domain.consultations.model import BookingId, BookingState, SessionKey, Sits, SlotId
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.offers import OfferedSlots
from shnor_domain.identity import Actor, SubjectId

DEEPEST = 10
"""So many dialogs may lie below; deeper ones are forgotten."""


def router() -> Router:
    """Buttons of `handlers.consultations.notices`. The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_booking, OpenBooking.filter())
    buttons.callback_query.register(move_seat, MoveSeat.filter())
    buttons.callback_query.register(cancel_seat, CancelSeat.filter())
    buttons.callback_query.register(book_again, BookAgain.filter())
    buttons.callback_query.register(open_meeting, OpenMeeting.filter())
    buttons.callback_query.register(give_link, GiveLink.filter())
    return buttons


async def open_booking(
    query: CallbackQuery, callback_data: OpenBooking, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The visitor's booking in any state."""
    card = await (await given(dialog_manager, MyBooking))(actor, BookingId(callback_data.booking))
    await open_above(dialog_manager, Mine.booking, {"booking": card.booking.id})


async def move_seat(query: CallbackQuery, callback_data: MoveSeat, actor: Actor, dialog_manager: DialogManager) -> None:
    """Other times for the booking."""
    await _open_live(dialog_manager, actor, BookingId(callback_data.booking), Mine.move)


async def cancel_seat(
    query: CallbackQuery, callback_data: CancelSeat, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The reasons; the booking is there until one is chosen."""
    await _open_live(dialog_manager, actor, BookingId(callback_data.booking), Mine.reason)


async def _open_live(manager: DialogManager, actor: Actor, booking: BookingId, state: State) -> None:
    """A booking that has ended, or begun, is shown as it stands instead."""
    card = await (await given(manager, MyBooking))(actor, booking)
    live = card.booking.state is BookingState.BOOKED and card.booking.key.starts > await now_of(manager)
    # what she keeps for another, or another's, is not hers to move
    hers = card.booking.behalf.sits is Sits.SELF and card.booking.visitor == actor.person
    if state == Mine.move and not hers:
        live = False
    await open_above(manager, state if live else Mine.booking, {"booking": booking})


async def book_again(
    query: CallbackQuery, callback_data: BookAgain, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Hosts and days of the subject."""
    subject = SubjectId(callback_data.subject)
    await (await given(dialog_manager, OfferedSlots))(actor, subject)
    await open_above(dialog_manager, Book.subject, {"subject": str(subject)})


async def open_meeting(
    query: CallbackQuery, callback_data: OpenMeeting, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The meeting with its people."""
    key = SessionKey(SlotId(callback_data.slot), datetime.fromtimestamp(callback_data.minute * 60, UTC))
    found = (await (await given(dialog_manager, OneMeeting))(actor, key)).meeting
    # it may have been moved since
    await open_above(dialog_manager, MeetingCard.card, {"key": key_id(found.occurrence.key)})


async def give_link(query: CallbackQuery, callback_data: GiveLink, actor: Actor, dialog_manager: DialogManager) -> None:
    """Where the link is typed; of a meeting that takes none any more, its card."""
    key = SessionKey(SlotId(callback_data.slot), datetime.fromtimestamp(callback_data.minute * 60, UTC))
    found = (await (await given(dialog_manager, OneMeeting))(actor, key)).meeting
    live = not found.cancelled and found.occurrence.ends > await now_of(dialog_manager)
    state = MeetingCard.link if live else MeetingCard.card
    await open_above(dialog_manager, state, {"key": key_id(found.occurrence.key)})


async def open_above(manager: DialogManager, state: State, data: dict[str, str | int]) -> None:
    """Start a dialog over the one she is in, so that a half-filled form waits below."""
    deep = len(manager.current_stack().intents) >= DEEPEST
    await manager.start(state, data=data, mode=StartMode.RESET_STACK if deep else StartMode.NORMAL)
