"""A colleague's booking: confirm it for her, or give her seat back."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.data import whom_words
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.views import booking_text
from handlers.shell import Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.model import BookingState, CancelReason
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking


async def booking(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words, and what can be done with it."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    live = card.booking.state is BookingState.BOOKED and card.booking.key.starts > eyes.now
    state = "over" if not live else "confirmed" if card.booking.confirmed else "booked"
    return {
        "booking": booking_text(eyes, card),
        "name": await whom_words(dialog_manager, eyes),
        "state": state,
        "live": live,
        "unsure": state == "booked",
    }


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """She will come."""
    await (await given(manager, ConfirmBooking))(actor_of(manager), Chosen(manager).booking)


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Cancel with this reason, or with none."""
    kind = (button.widget_id or "").removeprefix("reason_")
    reason = None if kind == "none" else CancelReason(kind)
    # a refusal is shown on the booking as it stands now
    await manager.switch_to(ForOthers.booking)
    await (await given(manager, CancelBooking))(actor_of(manager), Chosen(manager).booking, reason)
    await manager.switch_to(ForOthers.cancelled)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    reasons = [*(reason.value for reason in CancelReason), "none"]
    return [
        Screen(
            T("others-booking", "name", "booking", "state"),
            Button(T("btn-others-confirm"), id="confirm", on_click=on_confirm, when="unsure"),
            SwitchTo(T("btn-mine-cancel"), id="cancel", state=ForOthers.reason, when="live"),
            back_button(ForOthers.colleague),
            menu_button(),
            state=ForOthers.booking,
            getter=booking,
        ),
        Screen(
            T("others-why", "name", "booking"),
            *(Button(T(f"btn-others-reason-{kind}"), id=f"reason_{kind}", on_click=on_reason) for kind in reasons),
            back_button(ForOthers.booking),
            state=ForOthers.reason,
            getter=booking,
        ),
        Screen(
            T("others-cancelled", "name", "booking"),
            SwitchTo(T("btn-others-to-colleague"), id="colleague", state=ForOthers.colleague),
            menu_button(),
            state=ForOthers.cancelled,
            getter=booking,
        ),
    ]
