"""«Буду»: said under a notice, answered in a window below; the notice stays as it was (ADR 4)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.consultations.on_behalf.callbacks import ConfirmSeat
from handlers.consultations.states import Mine
from handlers.shell import given
from handlers.shell.acting import now_of
from shnor_domain.consultations.model import BookingId, BookingState
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.identity import Actor


def router() -> Router:
    """The right is asked first: a refusal of what is not hers opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(confirm, ConfirmSeat.filter())
    return buttons


async def confirm(
    query: CallbackQuery, callback_data: ConfirmSeat, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The booking as it stands then; one that has ended, or begun, is only shown."""
    booking = (await (await given(dialog_manager, MyBooking))(actor, BookingId(callback_data.booking))).booking
    if booking.state is BookingState.BOOKED and booking.key.starts > await now_of(dialog_manager):
        await (await given(dialog_manager, ConfirmBooking))(actor, booking.id)
    await open_above(dialog_manager, Mine.booking, {"booking": booking.id})
