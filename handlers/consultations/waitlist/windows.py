"""«Мест нет, встать в очередь», and one's place in it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Cancel

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.states import Book, Mine
from handlers.consultations.views import host_name, when
from handlers.consultations.waitlist.states import Queue
from handlers.consultations.waitlist.words import card_text, place_words
from handlers.consultations.windows import to_my_things
from handlers.shell import Asks, Screen, T, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.rules import MAX_TEXT
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.offers import OfferedTimes
from shnor_domain.consultations.waitlist.showing import Ended
from shnor_domain.consultations.waitlist.use_cases.answer import DeclineOffer, TakeOfferedSeat
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue, LeaveQueue, MyWait
from shnor_domain.errors import Stale
from shnor_domain.seats.model import OfferId, WaitingId


async def on_start(data: Any, manager: DialogManager) -> None:
    """A place, or what was chosen on the way to a full meeting."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)


async def joining(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The full meeting and where she would stand."""
    chosen, eyes = Chosen(dialog_manager), await eyes_of(dialog_manager)
    offered = await (await given(dialog_manager, OfferedTimes))(actor_of(dialog_manager), chosen.subject, chosen.host)
    opening = next((each for each in offered.openings if each.occurrence.key == chosen.key), None)
    card = offered.slots.get(chosen.key.slot)
    if opening is None or card is None:
        return {"gone": True, "topic": chosen.topic or ""}
    return {
        "gone": False,
        "free": opening.seats > 0,
        "subject": card.subject,
        "host": host_name(eyes, card),
        "when": when(eyes, card, chosen.key.starts),
        "place": place_words(eyes, 1 + (opening.waits or 0)),
        "topic": chosen.topic or "",
        "open": opening.waits is not None,
    }


async def on_topic(manager: DialogManager, topic: str) -> None:
    """Join with the typed question."""
    Chosen(manager).keep(topic=topic)
    await join(manager)


async def on_join(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Join with the question that was typed before, or with none."""
    await join(manager)


async def join(manager: DialogManager) -> None:
    """Stand at the end of the queue."""
    chosen = Chosen(manager)
    card = await (await given(manager, JoinQueue))(actor_of(manager), chosen.key, chosen.topic)
    chosen.keep(waiting=card.waiting.id)
    await manager.switch_to(Queue.card)


def _waiting(manager: DialogManager) -> WaitingId:
    if "waiting" not in manager.dialog_data:
        raise Stale
    return WaitingId(int(str(manager.dialog_data["waiting"])))


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How it stands now."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyWait))(actor_of(dialog_manager), _waiting(dialog_manager))
    live = card.place > 0 and card.waiting.key.starts > eyes.now
    if card.offer is not None:
        dialog_manager.dialog_data["offer"] = card.offer.id
    offered = live and card.offer is not None
    # where she stands anew her buttons are of that place
    dialog_manager.dialog_data["waiting"] = card.waiting.id
    return {
        "card": card_text(eyes, card),
        "live": live,
        "offered": offered,
        "free": live and card.free,
        "seated": card.booking is not None,
        "again": not live and card.ended not in {Ended.SEATED, Ended.LOST},
    }


def _offer(manager: DialogManager) -> OfferId:
    if "offer" not in manager.dialog_data:
        raise Stale
    return OfferId(int(str(manager.dialog_data["offer"])))


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take what is held for her."""
    card = await (await given(manager, TakeOfferedSeat))(actor_of(manager), _offer(manager))
    await manager.start(Book.done, data={"booking": card.booking.id})


async def on_book(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Book what is open to all, with the question that she gave as she joined."""
    mine = (await (await given(manager, MyWait))(actor_of(manager), _waiting(manager))).waiting
    card = await (await given(manager, BookConsultation))(actor_of(manager), mine.key, mine.topic)
    await manager.start(Book.done, data={"booking": card.booking.id})


async def on_pass(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Let it go; the place stays."""
    await (await given(manager, DeclineOffer))(actor_of(manager), _offer(manager))


async def on_leave(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave the queue."""
    await (await given(manager, LeaveQueue))(actor_of(manager), _waiting(manager))


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Times of the same subject, this one too while it is ahead."""
    mine = (await (await given(manager, MyWait))(actor_of(manager), _waiting(manager))).waiting
    await manager.start(Book.subject, data={"subject": str(mine.subject)})


async def on_booking(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The seat that she has there."""
    card = await (await given(manager, MyWait))(actor_of(manager), _waiting(manager))
    if card.booking is None:
        raise Stale
    await manager.start(Mine.booking, data={"booking": card.booking})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("queue-gone", when="gone"),
            T("queue-free", "subject", "host", "when", when=_is_free),
            T("queue-join", "subject", "host", "when", "place", when=_may_join),
            T("queue-topic-kept", "topic", when=lambda data, *_: data["topic"] and _may_join(data)),
            T("queue-topic-ask", when=lambda data, *_: not data["topic"] and _may_join(data)),
            Asks("queue_topic", on_topic, most=MAX_TEXT),
            Button(T("btn-queue-join"), id="join", on_click=on_join, when=_may_join),
            Cancel(T("btn-queue-other"), id="other"),
            menu_button(),
            state=Queue.join,
            getter=joining,
        ),
        Screen(
            T("queue-card", "card"),
            Button(T("btn-queue-take"), id="take", on_click=on_take, when="offered"),
            Button(T("btn-queue-book"), id="book", on_click=on_book, when="free"),
            Button(T("btn-queue-pass"), id="pass", on_click=on_pass, when="offered"),
            Button(T("btn-queue-leave"), id="leave", on_click=on_leave, when="live"),
            Button(T("btn-notice-booking"), id="booking", on_click=on_booking, when="seated"),
            Button(T("btn-queue-again"), id="again", on_click=on_again, when="again"),
            to_my_things(),
            menu_button(),
            state=Queue.card,
            getter=place,
        ),
        on_start=on_start,
    )


def _may_join(data: dict[str, Any], *_: Any) -> bool:
    return not data["gone"] and not data["free"] and bool(data["open"])


def _is_free(data: dict[str, Any], *_: Any) -> bool:
    return not data["gone"] and not _may_join(data)
