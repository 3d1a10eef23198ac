"""One sign-up: how it stands, and giving it back with a reason or without."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import look_of
from handlers.seminars.programme import states as of_programme
from handlers.seminars.signing import states
from handlers.seminars.signing.data import changed
from handlers.seminars.signing.views import seat_text
from handlers.shell import Screen, T, back_button, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.seminars.signing.model import Reason, SignUpId, SignUpState, Sits
from shnor_domain.seminars.signing.sitting import begun
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.looking import MySeat, OneSignUp


async def seat_of(manager: DialogManager) -> MySeat:
    """As it stands now."""
    signup = SignUpId(int(started_with(manager, "signup")))
    return await (await given(manager, OneSignUp))(actor_of(manager), signup)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event with links, and what may be done."""
    look, seat = await look_of(dialog_manager), await seat_of(dialog_manager)
    live = seat.signup.state is SignUpState.LIVE and not seat.event.over(look.now)
    kept = seat.signup.sits is Sits.KEPT
    return {"text": seat_text(look, seat), "cancel": live and not kept, "give": live and kept}


async def reason(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether the seat goes to anybody."""
    look, seat = await look_of(dialog_manager), await seat_of(dialog_manager)
    return {"begun": begun(seat.event, look.now), "kept": seat.signup.sits is Sits.KEPT}


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id says why; «skip» says nothing."""
    why = (button.widget_id or "").removeprefix("why_")
    seat = await seat_of(manager)
    case = await given(manager, CancelSignUp)
    await case(actor_of(manager), seat.signup.id, None if why == "skip" else Reason(why))
    changed(manager)
    await manager.switch_to(states.EventSeat.card)


async def on_event(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The card of the event; «Назад» leads back here."""
    seat = await seat_of(manager)
    await manager.start(of_programme.ReadEvent.card, data={"event": seat.event.id})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    whys = (*(each.value for each in Reason), "skip")
    return Dialog(
        Screen(
            Format("{text}"),
            SwitchTo(T("btn-ssign-cancel"), id="cancel", state=states.EventSeat.reason, when="cancel"),
            SwitchTo(T("btn-ssign-give"), id="give", state=states.EventSeat.reason, when="give"),
            Button(T("btn-ssign-event"), id="event", on_click=on_event),
            way_back(),
            menu_button(),
            state=states.EventSeat.card,
            getter=card,
        ),
        Screen(
            T("ssign-reason", "begun", "kept"),
            *(Button(T(f"btn-ssign-why-{why}"), id=f"why_{why}", on_click=on_reason) for why in whys),
            back_button(states.EventSeat.card),
            menu_button(),
            state=states.EventSeat.reason,
            getter=reason,
        ),
    )
