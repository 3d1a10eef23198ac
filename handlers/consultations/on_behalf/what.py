"""By which subject, to whom, on which day and at what time; a step with one option is skipped."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.early import early_question
from handlers.consultations.on_behalf.data import whom_of, whom_words
from handlers.consultations.on_behalf.seat import book
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.views import host_name, key_id, key_of, only_time, opening_days, opening_times, whose_days
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.cards import Opening
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.on_behalf.access import Guest
from shnor_domain.consultations.on_behalf.errors import TheyAreBooked
from shnor_domain.consultations.on_behalf.use_cases.offered import SlotsForAnother, SubjectsForAnother, TimesForAnother
from shnor_domain.consultations.use_cases.offers import Times
from shnor_domain.identity import PersonId
from shnor_domain.seats.errors import NoSeatsLeft


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that she teaches first."""
    eyes, whom = await eyes_of(dialog_manager), whom_of(dialog_manager)
    offer = await (await given(dialog_manager, SubjectsForAnother))(actor_of(dialog_manager), whom)
    rows = [Choice(each.id, eyes.texts.button("btn-consult-subject", subject=each.name)) for each in offer.own]
    rows += [Choice(each.id, eyes.texts.button("btn-consult-subject", subject=each.name)) for each in offer.others]
    name = await whom_words(dialog_manager, eyes)
    return {"subjects": rows, "none": not rows, "some": bool(rows), "name": name}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """To the hosts, past them when there is one."""
    chosen = Chosen(manager)
    chosen.keep(subject=subject)
    cards = await (await given(manager, SlotsForAnother))(actor_of(manager), whom_of(manager), chosen.subject)
    found = {card.slot.host for card in cards}
    if len(found) == 1:
        await on_host(manager, found.pop())
    else:
        await manager.switch_to(ForOthers.host)


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Hosts of the subject by name."""
    eyes, actor = await eyes_of(dialog_manager), actor_of(dialog_manager)
    subject = Chosen(dialog_manager).subject
    cards = await (await given(dialog_manager, SlotsForAnother))(actor, whom_of(dialog_manager), subject)
    found = {card.slot.host: host_name(eyes, card) for card in cards}
    rows = [Choice(str(host), name) for host, name in sorted(found.items(), key=lambda item: item[1].casefold())]
    return {"hosts": rows, "subject": cards[0].subject if cards else ""}


async def on_host(manager: DialogManager, host: int) -> None:
    """To the days of this host."""
    Chosen(manager).keep(host=host)
    await manager.switch_to(ForOthers.day)


async def _times(manager: DialogManager) -> Times:
    chosen = Chosen(manager)
    case = await given(manager, TimesForAnother)
    return await case(actor_of(manager), whom_of(manager), chosen.subject, PersonId(chosen.host))


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days with their free seats."""
    eyes, times = await eyes_of(dialog_manager), await _times(dialog_manager)
    return {
        "days": opening_days(eyes, times.openings, mine="btn-others-day-booked"),
        "name": await whom_words(dialog_manager, eyes),
        "some": bool(times.openings),
        **whose_days(eyes, times),
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """To the times of the day, past them when there is one that can be booked."""
    Chosen(manager).keep(day=day.isoformat())
    only = only_time(await eyes_of(manager), (await _times(manager)).openings, day)
    await (manager.switch_to(ForOthers.time) if only is None else on_time(manager, only))


async def day_times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Times of the chosen day."""
    eyes, day = await eyes_of(dialog_manager), Chosen(dialog_manager).day
    times = await _times(dialog_manager)
    return {
        "times": opening_times(
            eyes, times.openings, day, mine="btn-others-time-booked", queued="btn-others-time-queued"
        ),
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
    }


def _refusal(manager: DialogManager, opening: Opening) -> str:
    if opening.mine:
        return f"error-{TheyAreBooked.code}"
    if opening.queued:
        return "others-in-queue"
    return "others-no-queue" if isinstance(whom_of(manager), Guest) else f"error-{NoSeatsLeft.code}"


async def on_time(manager: DialogManager, key: SessionKey) -> None:
    """Ask for the question, or book at once with the one that was kept when the first time was taken."""
    chosen = Chosen(manager)
    opening = next((each for each in (await _times(manager)).openings if each.occurrence.key == key), None)
    if opening is not None and (opening.mine or not opening.seats):
        if opening.waits is not None and not opening.mine and not opening.queued:
            chosen.keep(key=key_id(key))
            return await manager.switch_to(ForOthers.queue)
        # before she types a question that could not be asked
        return tell(manager, texts_of(manager)(_refusal(manager, opening)))
    chosen.keep(key=key_id(key))
    if chosen.topic_asked:
        await book(manager)
    else:
        await manager.switch_to(ForOthers.topic)


async def again(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The kept question, and the days that are still there."""
    return {"topic": Chosen(dialog_manager).topic or "", **await days(dialog_manager)}


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To her own page; who has no account has none."""
    guest = isinstance(whom_of(manager), Guest)
    await manager.switch_to(ForOthers.teachers if guest else ForOthers.colleague)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("others-which-subject", "name", when="some"),
            T("others-no-slots", "name", when="none"),
            choices("subjects", on_subject, str),
            Button(T("btn-back"), id="back", on_click=on_back),
            menu_button(),
            state=ForOthers.subject,
            getter=subjects,
        ),
        Screen(
            T("consult-which-host", "subject"),
            choices("hosts", on_host, int),
            back_button(ForOthers.subject),
            state=ForOthers.host,
            getter=hosts,
        ),
        Screen(
            T("others-which-day", "name", "subject", "host", "zone", when="some"),
            T("consult-no-days", "subject", "host", when="none"),
            choices("days", on_day, date.fromisoformat),
            back_button(ForOthers.subject),
            early_question(),
            state=ForOthers.day,
            getter=days,
            expected="expects-tap",
        ),
        Screen(
            T("consult-which-time", "day"),
            choices("times", on_time, key_of),
            back_button(ForOthers.day),
            early_question(),
            state=ForOthers.time,
            getter=day_times,
            expected="expects-tap",
        ),
        Screen(
            T("consult-again", when=lambda data, *_: not data["topic"]),
            T("others-again-topic", "topic", when="topic"),
            choices("days", on_day, date.fromisoformat),
            Button(T("btn-back"), id="back", on_click=on_back),
            menu_button(),
            early_question(),
            state=ForOthers.again,
            getter=again,
            expected="expects-tap",
        ),
    ]
