"""A question to the host of a booking: before they meet, or instead of a connection that does not hold."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Keyboard

from handlers.consultations.data import Chosen
from handlers.questions.windows import start_asking
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.use_cases.mine import MyBooking


def ask_ahead(when: WhenCondition = None) -> Keyboard:
    """«Добавить вопрос или файл»: of the booking that this dialog is about."""
    return Button(T("btn-ask-ahead"), id="ask_ahead", on_click=_on_click, when=when)


async def _on_click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    card = await (await given(manager, MyBooking))(actor_of(manager), Chosen(manager).booking)
    await start_asking(manager, {"subject": card.booking.subject, "booking": card.booking.id})
