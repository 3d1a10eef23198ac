"""«Мои дела»: what lies ahead, one booking, cancelling it with a reason on a button, what was."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, Start, SwitchTo

from handlers.consultations import moving
from handlers.consultations.after.states import After
from handlers.consultations.asking import ask_ahead
from handlers.consultations.calendar import calendar_button, calendar_state
from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.people import made_for_her, other_row, under
from handlers.consultations.states import Mine
from handlers.consultations.views import booking_text, clocks, day_heading, host_name, local_day
from handlers.consultations.visits.menu import in_my_things
from handlers.consultations.visits.states import SchoolVisit
from handlers.consultations.waitlist.states import Queue
from handlers.consultations.waitlist.words import row as queue_row
from handlers.consultations.windows import to_booking
from handlers.questions.in_my_things import waiting_lines
from handlers.questions.windows import to_my_questions
from handlers.seminars.signing.in_my_things import event_lines, to_my_events
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import BookingId, BookingState, CancelReason, Sits
from shnor_domain.consultations.on_behalf.use_cases.confirm import ConfirmBooking
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking, MyThings, PastBookings
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.consultations.use_cases.requests import WithdrawRequest
from shnor_domain.consultations.waitlist.showing import WaitCard
from shnor_domain.identity import SubjectId
from shnor_domain.territories.paging import page_of

THINGS = "things"


async def on_start(data: Any, manager: DialogManager) -> None:
    """A notice's button starts with the booking that it is about."""
    if isinstance(data, dict):
        Chosen(manager).keep(**data)


async def things(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of bookings under their days, then of wishes; a button each."""
    eyes = await eyes_of(dialog_manager)
    mine = await (await given(dialog_manager, MyThings))(actor_of(dialog_manager))
    rows: list[BookingCard | WaitCard | Subject] = [*mine.bookings, *mine.for_others, *mine.waits, *mine.wishes]
    page = page_of(rows, turned_to(dialog_manager, THINGS))
    cards = [row for row in page.rows if isinstance(row, BookingCard)]
    bookings = [card for card in cards if card in mine.bookings]
    others = [card for card in cards if card not in mine.bookings]
    waits = [row for row in page.rows if isinstance(row, WaitCard)]
    wishes = [row for row in page.rows if isinstance(row, Subject)]
    lines: list[str] = []
    for card in bookings:
        heading = eyes.texts("mine-day", day=day_heading(eyes, card.booking.key.starts))
        if heading not in lines:
            lines.append(heading)
        lines.append(
            eyes.texts(
                "mine-row",
                clocks=clocks(eyes, card.of, card.booking.key.starts),
                subject=card.of.subject,
                host=host_name(eyes, card.of),
            )
        )
    if others:
        lines.append(eyes.texts("mine-others"))
        lines.extend(other_row(eyes, card) for card in others)
    if waits:
        lines.append(eyes.texts("queue-heading"))
        lines.extend(queue_row(eyes, card) for card in waits)
    if wishes:
        lines.append(eyes.texts("mine-wishes"))
        lines.extend(eyes.texts("mine-wish-row", subject=wish.name) for wish in wishes)
    asked = await waiting_lines(dialog_manager)
    lines.extend(asked)
    events = await event_lines(dialog_manager)
    lines.extend(events)
    return {
        "lines": Safe("\n".join(lines)),
        "empty": not lines,
        "asked": bool(asked),
        "events": bool(events),
        "bookings": [
            Choice(
                str(card.booking.id),
                eyes.texts.button(
                    "btn-mine-booking",
                    day=words.short_day(eyes.texts, local_day(eyes, card.booking.key.starts), this_year=eyes.now.year),
                    clock=words.own_clock(eyes.texts, card.booking.key.starts, eyes.zone),
                    subject=card.of.subject,
                ),
            )
            for card in cards
        ],
        "waits": [
            Choice(str(card.waiting.id), eyes.texts.button("btn-mine-queue", subject=card.of.subject)) for card in waits
        ],
        "wishes": [Choice(wish.id, eyes.texts.button("btn-mine-wish", subject=wish.name)) for wish in wishes],
        "page": page.number,
        "pages": page.pages,
    }


async def on_booking(manager: DialogManager, booking: int) -> None:
    """Open one booking."""
    Chosen(manager).keep(booking=booking)
    await manager.switch_to(Mine.booking)


async def on_wait(manager: DialogManager, waiting: int) -> None:
    """Open one place in a queue."""
    await manager.start(Queue.card, data={"waiting": waiting})


async def booking(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words, and whether it can still be cancelled."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    ahead = card.booking.key.starts > eyes.now
    live = card.booking.state is BookingState.BOOKED
    kept = card.booking.behalf.sits is not Sits.SELF
    coming = "confirmed" if card.booking.confirmed else "kept" if kept else "booked"
    state = card.booking.state.value if not live else coming if ahead else "past"
    own = actor_of(dialog_manager).person == card.booking.visitor
    return {
        "booking": under(booking_text(eyes, card), made_for_her(eyes, card) if own else None),
        "state": state,
        "live": live and ahead,
        "asks": live and ahead and own,
        "over": live and not ahead and own,
        "movable": live and ahead and (own or kept),
        "sits": card.booking.behalf.sits.value,
        "unsure": live and ahead and not card.booking.confirmed,
        "calendar": await calendar_state(dialog_manager, card, eyes),
    }


async def on_how(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """How it was."""
    await manager.start(After.word, data={"booking": Chosen(manager).booking})


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """She, or her colleague, will come."""
    await (await given(manager, ConfirmBooking))(actor_of(manager), Chosen(manager).booking)


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Cancel with this reason, or with none."""
    kind = (button.widget_id or "").removeprefix("reason_")
    reason = None if kind == "none" else CancelReason(kind)
    # a refusal is shown on the booking as it stands now
    await manager.switch_to(Mine.booking)
    await (await given(manager, CancelBooking))(actor_of(manager), Chosen(manager).booking, reason)
    await manager.switch_to(Mine.cancelled)


async def past(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of what is over."""
    eyes = await eyes_of(dialog_manager)
    page = int(dialog_manager.dialog_data.get("page", 0))
    cards, more = await (await given(dialog_manager, PastBookings))(actor_of(dialog_manager), page)
    rows = [
        eyes.texts(
            "mine-past-row",
            when=words.own(eyes.texts, card.booking.key.starts, eyes.zone, now=eyes.now),
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            state=card.booking.state.value,
        )
        for card in cards
    ]
    passed = [
        Choice(
            str(card.booking.id),
            eyes.texts.button(
                "btn-mine-booking",
                day=words.short_day(eyes.texts, local_day(eyes, card.booking.key.starts), this_year=eyes.now.year),
                clock=words.own_clock(eyes.texts, card.booking.key.starts, eyes.zone),
                subject=card.of.subject,
            ),
        )
        for card in cards
    ]
    return {"rows": Safe("\n".join(rows)), "passed": passed, "empty": not rows, "more": more, "before": page > 0}


async def on_turn(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Turn a page of the past."""
    step = 1 if button.widget_id == "older" else -1
    Chosen(manager).keep(page=max(0, int(manager.dialog_data.get("page", 0)) + step))


async def on_wish(manager: DialogManager, subject: str) -> None:
    """Open a wish."""
    Chosen(manager).keep(subject=subject)
    await manager.switch_to(Mine.wish)


async def on_withdraw(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the wish back."""
    await manager.switch_to(Mine.things)
    await (await given(manager, WithdrawRequest))(actor_of(manager), SubjectId(Chosen(manager).subject))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    reasons = [*(reason.value for reason in CancelReason), "none"]
    return Dialog(
        Screen(
            T("mine-empty", when="empty"),
            T("mine-things", "lines", when=lambda data, *_: not data["empty"]),
            choices("bookings", on_booking, lambda text: BookingId(int(text))),
            choices("waits", on_wait, int),
            choices("wishes", on_wish, str),
            Turning(THINGS),
            to_my_questions("asked"),
            to_my_events("events"),
            Start(T("btn-visits-of-school", count="visits"), id="visits", state=SchoolVisit.all, when="visits"),
            to_booking(),
            SwitchTo(T("btn-mine-past"), id="past", state=Mine.past),
            menu_button(),
            state=Mine.things,
            getter=(things, in_my_things),
        ),
        Screen(
            T("mine-booking", "booking", "state"),
            ask_ahead("asks"),
            calendar_button(),
            Button(T("btn-after-mark"), id="how", on_click=on_how, when="over"),
            Button(T("btn-confirm", "sits"), id="confirm", on_click=on_confirm, when="unsure"),
            SwitchTo(T("btn-mine-move"), id="move", state=Mine.move, when="movable"),
            SwitchTo(T("btn-mine-cancel"), id="cancel", state=Mine.reason, when="live"),
            back_button(Mine.things),
            menu_button(),
            state=Mine.booking,
            getter=booking,
        ),
        Screen(
            T("mine-why", "booking"),
            *(Button(T(f"btn-mine-reason-{kind}"), id=f"reason_{kind}", on_click=on_reason) for kind in reasons),
            back_button(Mine.booking),
            state=Mine.reason,
            getter=booking,
        ),
        Screen(
            T("mine-cancelled", "booking"),
            calendar_button(),
            to_booking(),
            SwitchTo(T("btn-my-things"), id="things", state=Mine.things),
            menu_button(),
            state=Mine.cancelled,
            getter=booking,
        ),
        *moving.windows(),
        Screen(
            T("mine-past-empty", when="empty"),
            T("mine-past", "rows", when=lambda data, *_: not data["empty"]),
            choices("passed", on_booking, lambda text: BookingId(int(text))),
            Row(
                Button(T("btn-mine-newer"), id="newer", on_click=on_turn, when="before"),
                Button(T("btn-mine-older"), id="older", on_click=on_turn, when="more"),
            ),
            back_button(Mine.things),
            state=Mine.past,
            getter=past,
        ),
        Screen(
            T("mine-wish"),
            Button(T("btn-mine-withdraw"), id="withdraw", on_click=on_withdraw),
            back_button(Mine.things),
            state=Mine.wish,
        ),
        on_start=on_start,
    )
