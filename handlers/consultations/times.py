"""On which day and at what time; full ones are shown full, a booking of hers leads to itself."""

from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.early import early_question
from handlers.consultations.seat import book
from handlers.consultations.states import Book, Mine
from handlers.consultations.videos.menu import of_subject, videos_button
from handlers.consultations.views import (
    Eyes,
    key_id,
    key_of,
    local_day,
    only_time,
    opening_days,
    opening_times,
    whose_days,
)
from handlers.consultations.waitlist.entering import on_queue, queue_button, to_queue
from handlers.consultations.windows import to_my_things
from handlers.questions.windows import to_ask
from handlers.shell import Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.above import PROBLEM
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.errors import OpenBookingExists
from shnor_domain.consultations.model import Booking, SessionKey
from shnor_domain.consultations.use_cases.mine import MyThings
from shnor_domain.consultations.use_cases.offers import OfferedTimes, Times


async def _times(manager: DialogManager) -> Times:
    chosen = Chosen(manager)
    return await (await given(manager, OfferedTimes))(actor_of(manager), chosen.subject, chosen.host)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days with their free seats, and whose consultation it is."""
    eyes = await eyes_of(dialog_manager)
    times = await _times(dialog_manager)
    return {"days": opening_days(eyes, times.openings), **whose_days(eyes, times), **_pause(eyes, times)}


def _pause(eyes: Eyes, times: Times) -> dict[str, Any]:
    if times.resumes is None:
        return {"pause": False}
    nearest = local_day(eyes, times.resumes)
    # a holiday is weeks away at most: the year needs no saying
    day = words.day(eyes.texts, nearest, this_year=nearest.year)
    return {"pause": True, "until": nearest - timedelta(days=1), "nearest": day}


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
    only = only_time(await eyes_of(manager), (await _times(manager)).openings, day)
    await (manager.switch_to(Book.time) if only is None else on_time(manager, only))


async def _own_booking(manager: DialogManager) -> Booking | None:
    """Her booking that lies ahead with the chosen host, whoever leads it, on the chosen subject."""
    chosen = Chosen(manager)
    mine = await (await given(manager, MyThings))(actor_of(manager))
    wanted = (chosen.host, chosen.subject)
    return next((each.booking for each in mine.bookings if (each.of.slot.host, each.booking.subject) == wanted), None)


async def day_times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Times of the chosen day."""
    eyes = await eyes_of(dialog_manager)
    day = Chosen(dialog_manager).day
    return {
        "times": opening_times(eyes, (await _times(dialog_manager)).openings, day),
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
    }


async def on_time(manager: DialogManager, key: SessionKey) -> None:
    """Ask for the question, or book at once with the one that was kept when the first time was taken; a full one leads
    to its queue."""
    chosen = Chosen(manager)
    chosen.keep(key=key_id(key))
    opening = next((each for each in (await _times(manager)).openings if each.occurrence.key == key), None)
    if opening is not None and opening.waits is not None and not opening.mine:
        return await to_queue(manager, opening)
    if chosen.topic_asked:
        await book(manager)
    else:
        await manager.switch_to(Book.topic)


async def again(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The kept question, and the days that are still there."""
    eyes, openings = await eyes_of(dialog_manager), (await _times(dialog_manager)).openings
    queue = queue_button(eyes, dialog_manager, openings)
    return {"topic": Chosen(dialog_manager).topic or "", **queue, **await days(dialog_manager)}


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("consult-no-days", "subject", "host", when="none"),
            T("consult-pause", "until", "nearest", when="pause"),
            T("consult-which-day", "subject", "host", "zone", when=lambda data, *_: not data["none"]),
            choices("days", on_day, date.fromisoformat),
            to_ask(when="none", keep=("subject",)),
            videos_button(),
            back_button(Book.subject),
            early_question(),
            state=Book.day,
            getter=(days, of_subject),
            expected="expects-tap",
        ),
        Screen(
            T("consult-which-time", "day"),
            choices("times", on_time, key_of),
            back_button(Book.day),
            early_question(),
            state=Book.time,
            getter=day_times,
            expected="expects-tap",
        ),
        Screen(
            T("consult-again", when=lambda data, *_: not data["topic"]),
            T("consult-again-topic", "topic", when="topic"),
            T("consult-pause", "until", "nearest", when="pause"),
            Button(Format("{queue}"), id="queue", on_click=on_queue, when="queue"),
            choices("days", on_day, date.fromisoformat),
            to_ask(keep=("subject", "topic")),
            to_my_things(),
            menu_button(),
            early_question(),
            state=Book.again,
            getter=again,
            expected="expects-tap",
        ),
    ]
