"""What the buttons of a reminder open once its meeting has begun; the right is asked first."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.after.callbacks import BookSame, HowItWas
from handlers.consultations.after.states import After
from handlers.consultations.notice_buttons import open_above
from handlers.consultations.states import Book
from handlers.shell import given
from shnor_domain.consultations.feedback.use_cases.saying import LookBack
from shnor_domain.consultations.model import BookingId
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.offers import OfferedSlots
from shnor_domain.identity import Actor


def router() -> Router:
    """Buttons of `handlers.consultations.reminders` after the start."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(how_it_was, HowItWas.filter())
    buttons.callback_query.register(book_same, BookSame.filter())
    return buttons


async def how_it_was(
    query: CallbackQuery, callback_data: HowItWas, actor: Actor, dialog_manager: DialogManager
) -> None:
    """What she has said so far, and the three answers."""
    booking = BookingId(callback_data.booking)
    await (await given(dialog_manager, LookBack))(actor, booking)
    await open_above(dialog_manager, After.word, {"booking": booking})


async def book_same(query: CallbackQuery, callback_data: BookSame, actor: Actor, dialog_manager: DialogManager) -> None:
    """Days of her host."""
    await open_above(dialog_manager, Book.subject, await same_again(dialog_manager, BookingId(callback_data.booking)))


async def same_again(manager: DialogManager, booking: BookingId) -> dict[str, str | int]:
    """What the way to a seat starts with: whose time it was where he still has some for this reader, else the
    subject; the question as one that was typed before it is asked for."""
    actor: Actor = manager.middleware_data["actor"]
    card = await (await given(manager, MyBooking))(actor, booking)
    before, host = card.booking, card.of.slot.host
    data: dict[str, str | int] = {"subject": str(before.subject)}
    offered = await (await given(manager, OfferedSlots))(actor, before.subject)
    if any(each.slot.host == host for each in offered):
        data["host"] = host
    if before.topic is not None:
        data["early"] = before.topic
    return data
