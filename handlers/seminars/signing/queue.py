"""The queue of an event: joining it, and one's place in it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events.views import look_of
from handlers.seminars.programme import states as of_programme
from handlers.seminars.signing import states
from handlers.seminars.signing.data import SCHOOL, card_of, changed, chosen_school, event_id, school_choices
from handlers.seminars.signing.views import wait_text
from handlers.shell import Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seminars.signing.showing import EventWait
from shnor_domain.seminars.signing.use_cases.answer import DeclineEventOffer, TakeEventOffer
from shnor_domain.seminars.signing.use_cases.queue import JoinEventQueue, LeaveEventQueue, MyEventWait
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent

_PLACE = "waiting"


async def on_start(data: Any, manager: DialogManager) -> None:
    """A place, or the event and the school on whose quota she would count."""
    if isinstance(data, dict):
        manager.dialog_data.update({name: value for name, value in data.items() if name in (_PLACE, SCHOOL)})


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those as whose she is invited."""
    return school_choices(dialog_manager, (await card_of(dialog_manager)).schools)


async def on_school(manager: DialogManager, school: int) -> None:
    """On whose quota she would count."""
    manager.dialog_data[SCHOOL] = school
    await manager.switch_to(states.EventPlace.join)


async def joining(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Why there is no seat, and how many wait."""
    card = await card_of(dialog_manager)
    return {"title": card.event.terms.title, "quota": card.quota_reached, "waits": card.waits}


async def on_join(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Stand at the end."""
    case = await given(manager, JoinEventQueue)
    wait = await case(actor_of(manager), event_id(manager), chosen_school(manager))
    changed(manager)
    manager.dialog_data[_PLACE] = wait.waiting.id
    await manager.switch_to(states.EventPlace.place)


async def wait_of(manager: DialogManager) -> EventWait:
    """As it stands now; where she stands anew her buttons are of that place."""
    if _PLACE not in manager.dialog_data:
        raise Stale
    waiting = WaitingId(int(manager.dialog_data[_PLACE]))
    found = await (await given(manager, MyEventWait))(actor_of(manager), waiting)
    manager.dialog_data[_PLACE] = found.waiting.id
    return found


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How she stands there, and what she may do."""
    look, wait = await look_of(dialog_manager), await wait_of(dialog_manager)
    live = wait.ended is None and wait.waiting.starts > look.now
    return {
        "text": wait_text(look, wait),
        "offered": live and wait.offer is not None,
        "free": live and wait.free,
        "live": live,
    }


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What is held for her is hers."""
    await (await given(manager, TakeEventOffer))(actor_of(manager), await _offer(manager))
    changed(manager)


async def on_pass(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Let it go; the place stays."""
    await (await given(manager, DeclineEventOffer))(actor_of(manager), await _offer(manager))


async def on_free(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What is open to all."""
    wait = await wait_of(manager)
    await (await given(manager, SignUpForEvent))(actor_of(manager), wait.event.id, wait.waiting.school)
    changed(manager)


async def on_leave(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave the queue."""
    wait = await wait_of(manager)
    await (await given(manager, LeaveEventQueue))(actor_of(manager), wait.waiting.id)
    changed(manager)


async def on_event(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The card of the event; «Назад» leads back here."""
    wait = await wait_of(manager)
    await manager.start(of_programme.ReadEvent.card, data={"event": wait.event.id})


async def _offer(manager: DialogManager) -> OfferId:
    offer = (await wait_of(manager)).offer
    if offer is None:
        raise Stale
    return offer.id


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("ssign-which-school"),
            choices("schools", on_school, int),
            way_back(),
            menu_button(),
            state=states.EventPlace.school,
            getter=schools,
        ),
        Screen(
            T("ssign-join", "title", "quota", "waits"),
            Button(T("btn-ssign-join-yes"), id="join", on_click=on_join),
            way_back(),
            menu_button(),
            state=states.EventPlace.join,
            getter=joining,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-queue-take"), id="take", on_click=on_take, when="offered"),
            Button(T("btn-ssign-up"), id="free", on_click=on_free, when="free"),
            Button(T("btn-queue-pass"), id="pass", on_click=on_pass, when="offered"),
            Button(T("btn-queue-leave"), id="leave", on_click=on_leave, when="live"),
            Button(T("btn-ssign-event"), id="event", on_click=on_event),
            way_back(),
            menu_button(),
            state=states.EventPlace.place,
            getter=place,
        ),
        on_start=on_start,
    )
