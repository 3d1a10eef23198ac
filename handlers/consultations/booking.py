"""The way to a seat: subject, host, day, time, question. A step with one option is skipped (product.md B)."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.consultations.data import Chosen, actor_of, eyes_of
from handlers.consultations.states import Book, Mine
from handlers.consultations.views import (
    Choice,
    booking_text,
    host_name,
    key_id,
    key_of,
    local_day,
    opening_days,
    opening_times,
)
from handlers.consultations.windows import to_my_things
from handlers.shell import Asks, Paged, Screen, T, back_button, given, menu_button, texts_of
from handlers.shell.above import PROBLEM
from handlers.texts import times as words
from shnor_domain.consultations.errors import OpenBookingExists
from shnor_domain.consultations.model import Booking, SessionKey
from shnor_domain.consultations.rules import MAX_TEXT
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.mine import MyBooking, MyThings
from shnor_domain.consultations.use_cases.offers import OfferedSlots, OfferedSubjects, OfferedTimes, Times
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import PersonId

TOPICS = ("ege", "oge", "vpr")


async def on_start(data: Any, manager: DialogManager) -> None:
    """A notice's button starts with the subject that it is about."""
    if isinstance(data, dict):
        await on_subject(manager, str(data["subject"]))


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Own subjects with a day, then own ones without; `others` are on the next window."""
    offer = await (await given(dialog_manager, OfferedSubjects))(actor_of(dialog_manager))
    texts = texts_of(dialog_manager)
    own = [Choice(each.id, texts.button("btn-consult-subject", subject=each.name)) for each in offer.own]
    without = [
        Choice(each.id, texts.button("btn-consult-subject-ask", subject=each.name)) for each in offer.without_day
    ]
    others = [Choice(each.id, texts.button("btn-consult-subject", subject=each.name)) for each in offer.others]
    return {"own": own + without, "others": others, "nothing": not (own or without or others)}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Go to the hosts of the subject, past them when there is one, or to the wish when there is none."""
    chosen = Chosen(manager)
    chosen.keep(subject=subject)
    cards = await (await given(manager, OfferedSlots))(actor_of(manager), chosen.subject)
    hosts = {card.slot.host for card in cards}
    if not hosts:
        await manager.switch_to(Book.nobody)
    elif len(hosts) == 1:
        await _to_days(manager, hosts.pop())
    else:
        await manager.switch_to(Book.host)


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Hosts of the subject by name."""
    eyes = await eyes_of(dialog_manager)
    cards = await (await given(dialog_manager, OfferedSlots))(actor_of(dialog_manager), Chosen(dialog_manager).subject)
    named = {card.slot.host: host_name(eyes, card) for card in cards}
    rows = [Choice(str(host), name) for host, name in sorted(named.items(), key=lambda item: item[1].casefold())]
    return {"hosts": rows, "subject": cards[0].subject if cards else ""}


async def on_host(manager: DialogManager, host: int) -> None:
    """Go to the days of this host."""
    await _to_days(manager, PersonId(host))


async def _to_days(manager: DialogManager, host: PersonId) -> None:
    Chosen(manager).keep(host=host)
    await manager.switch_to(Book.day)


async def _times(manager: DialogManager) -> Times:
    chosen = Chosen(manager)
    return await (await given(manager, OfferedTimes))(actor_of(manager), chosen.subject, chosen.host)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days with their free seats, and whose consultation it is."""
    eyes = await eyes_of(dialog_manager)
    times = await _times(dialog_manager)
    card = next(iter(times.slots.values()), None)
    return {
        "days": opening_days(eyes, times.openings),
        "subject": "" if card is None else card.subject,
        "host": "" if card is None else host_name(eyes, card),
        "zone": words.zone_name(eyes.texts, eyes.zone, now=eyes.now),
        "none": not times.openings,
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """Go to the times of the day, past them when there is one that can be booked.

    Whoever is booked with this host already is shown that booking: any other time would be refused after all questions.
    """
    if (own := await _own_booking(manager)) is not None:
        told = {}
        if local_day(await eyes_of(manager), own.key.starts) != day:
            told[PROBLEM] = str(texts_of(manager)(f"error-{OpenBookingExists.code}"))
        await manager.start(Mine.booking, data={"booking": own.id, **told})
        return
    Chosen(manager).keep(day=day.isoformat())
    eyes = await eyes_of(manager)
    times = await _times(manager)
    of_day = [row.id for row in opening_times(eyes, times.openings, day)]
    free = [each.occurrence.key for each in times.openings if each.seats]
    if len(of_day) == 1 and key_of(of_day[0]) in free:
        await on_time(manager, key_of(of_day[0]))
    else:
        await manager.switch_to(Book.time)


async def _own_booking(manager: DialogManager) -> Booking | None:
    """Her booking that lies ahead with the chosen host on the chosen subject."""
    chosen = Chosen(manager)
    mine = await (await given(manager, MyThings))(actor_of(manager))
    found = (card.booking for card in mine.bookings)
    return next((each for each in found if (each.host, each.subject) == (chosen.host, chosen.subject)), None)


async def day_times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Times of the chosen day."""
    eyes = await eyes_of(dialog_manager)
    day = Chosen(dialog_manager).day
    return {
        "times": opening_times(eyes, (await _times(dialog_manager)).openings, day),
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
    }


async def on_time(manager: DialogManager, key: SessionKey) -> None:
    """Ask for the question, or book at once with the one that was kept when the first time was taken."""
    chosen = Chosen(manager)
    chosen.keep(key=key_id(key))
    if chosen.topic_asked:
        await _book(manager)
    else:
        await manager.switch_to(Book.topic)


async def on_topic(manager: DialogManager, topic: str) -> None:
    """Book with the typed question."""
    Chosen(manager).keep(topic=topic)
    await _book(manager)


async def on_ready_topic(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Book with a question from a button, or with none."""
    kind = (button.widget_id or "").removeprefix("topic_")
    topic = texts_of(manager).button(f"btn-consult-topic-{kind}") if kind in TOPICS else None
    Chosen(manager).keep(topic=topic)
    await _book(manager)


async def _book(manager: DialogManager) -> None:
    chosen = Chosen(manager)
    # where a refusal is shown: the question stays, and other times are a tap away
    await manager.switch_to(Book.again)
    card = await (await given(manager, BookConsultation))(actor_of(manager), chosen.key, chosen.topic)
    chosen.keep(booking=card.booking.id)
    await manager.switch_to(Book.done)


async def again(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The kept question, and the days that are still there."""
    return {"topic": Chosen(dialog_manager).topic or "", **await days(dialog_manager)}


async def booked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The booking in words."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    return {"booking": booking_text(eyes, card)}


async def wish_subject(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The subject nobody consults on."""
    offer = await (await given(dialog_manager, OfferedSubjects))(actor_of(dialog_manager))
    chosen = Chosen(dialog_manager).subject
    return {"subject": next((each.name for each in offer.without_day if each.id == chosen), chosen)}


async def on_wish(manager: DialogManager, topic: str) -> None:
    """Keep the wish with what she would like to speak about."""
    await (await given(manager, AskForConsultation))(actor_of(manager), Chosen(manager).subject, topic)
    await manager.switch_to(Book.asked)


async def on_wish_without_topic(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Keep the wish as it is."""
    await (await given(manager, AskForConsultation))(actor_of(manager), Chosen(manager).subject, None)
    await manager.switch_to(Book.asked)


def _choices(items: str, on_pick: Any, parse: Any = str) -> Paged:
    return Paged(
        Format("{item.label}"), id=items, items=items, item_id=lambda row: row.id, on_pick=on_pick, parse=parse
    )


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("consult-no-slots", when="nothing"),
            T("consult-which-subject", when=lambda data, *_: not data["nothing"]),
            _choices("own", on_subject),
            SwitchTo(T("btn-consult-other-subject"), id="others", state=Book.others, when="others"),
            menu_button(),
            state=Book.subject,
            getter=subjects,
        ),
        Screen(
            T("consult-which-subject"),
            _choices("others", on_subject),
            back_button(Book.subject),
            state=Book.others,
            getter=subjects,
        ),
        Screen(
            T("consult-which-host", "subject"),
            _choices("hosts", on_host, int),
            back_button(Book.subject),
            state=Book.host,
            getter=hosts,
        ),
        Screen(
            T("consult-no-days", "subject", "host", when="none"),
            T("consult-which-day", "subject", "host", "zone", when=lambda data, *_: not data["none"]),
            _choices("days", on_day, date.fromisoformat),
            back_button(Book.subject),
            state=Book.day,
            getter=days,
        ),
        Screen(
            T("consult-which-time", "day"),
            _choices("times", on_time, key_of),
            back_button(Book.day),
            state=Book.time,
            getter=day_times,
        ),
        Screen(
            T("consult-which-topic"),
            Asks("topic", on_topic, most=MAX_TEXT),
            Row(
                *(
                    Button(T(f"btn-consult-topic-{kind}"), id=f"topic_{kind}", on_click=on_ready_topic)
                    for kind in TOPICS
                )
            ),
            Button(T("btn-skip"), id="topic_none", on_click=on_ready_topic),
            back_button(Book.day),
            state=Book.topic,
        ),
        Screen(
            T("consult-again", when=lambda data, *_: not data["topic"]),
            T("consult-again-topic", "topic", when="topic"),
            _choices("days", on_day, date.fromisoformat),
            to_my_things(),
            menu_button(),
            state=Book.again,
            getter=again,
        ),
        Screen(
            T("consult-booked", "booking"),
            to_my_things(),
            menu_button(),
            state=Book.done,
            getter=booked,
        ),
        Screen(
            T("consult-no-day", "subject"),
            Asks("wish", on_wish, most=MAX_TEXT),
            Button(T("btn-consult-wish"), id="wish_none", on_click=on_wish_without_topic),
            back_button(Book.subject),
            state=Book.nobody,
            getter=wish_subject,
        ),
        Screen(
            T("consult-wish-kept", "subject"),
            to_my_things(),
            menu_button(),
            state=Book.asked,
            getter=wish_subject,
        ),
        on_start=on_start,
    )
