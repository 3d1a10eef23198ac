"""Approving a request: who comes, on which day, at what hour, for how long."""

from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group
from aiogram_dialog.widgets.text import Format

from handlers.consultations.data import eyes_of
from handlers.consultations.visits import states
from handlers.consultations.visits.card import AHEAD, day_off, hours, seen, visit_id
from handlers.consultations.visits.views import at, person_name, wanted, wish_lines
from handlers.schedule.views import zone_words
from handlers.schedule.windows import asked_again, fixed, started_with
from handlers.shell import Asks, Choice, DayPicker, Screen, T, back_button, cancel_button, choices, given
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.typed import typed_minutes, typed_time
from shnor_domain.consultations.visits.cards import SeenVisit
from shnor_domain.consultations.visits.errors import HostIsBusy
from shnor_domain.consultations.visits.model import Appointment
from shnor_domain.consultations.visits.rules import LONGEST
from shnor_domain.consultations.visits.use_cases.asking import WhoMayCome
from shnor_domain.consultations.visits.use_cases.deciding import ApproveVisit
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import PersonId
from shnor_domain.people.model.days import local_day as own_day
from shnor_domain.seats.times import instant

LENGTHS = (45, 60, 90, 120, 180, 240)
ASKED_IN = {
    "host": states.VisitAppointing.host,
    "starts": states.VisitAppointing.day,
    "minutes": states.VisitAppointing.minutes,
}


async def _hosts(manager: DialogManager, found: SeenVisit) -> tuple[list[KnownPerson], date]:
    visit = found.card.visit
    if visit.where.school is None:
        raise NotFound
    known, today = await (await given(manager, WhoMayCome))(actor_of(manager), visit.where.school, visit.wish.subjects)
    if not found.rights.oversees:
        # the school has asked for her: whom else to send a coordinator decides
        known = [each for each in known if each.id == actor_of(manager).person]
    return known, today


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked for, and who might come; whom the school would like stands first."""
    eyes, found = await eyes_of(dialog_manager), await seen(dialog_manager)
    known, _today = await _hosts(dialog_manager, found)
    wished = found.card.visit.wish.addressee
    known.sort(key=lambda each: each.id != wished)
    return {
        "wish": Safe("\n".join(wish_lines(eyes, found.card))),
        "hosts": [Choice(each.id, person_name(eyes, each)) for each in known],
        "none": not known,
        "some": bool(known),
    }


async def on_host(manager: DialogManager, host: int) -> None:
    """Then the day."""
    manager.dialog_data["host"] = host
    await manager.switch_to(states.VisitAppointing.day)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A calendar that opens on the first day that the school would like."""
    eyes, found = await eyes_of(dialog_manager), await seen(dialog_manager)
    wish, today = found.card.visit.wish, own_day(eyes.now, found.card.visit.zone)
    return {
        "days": wanted(eyes, wish),
        "today": today,
        "first_day": today,
        "last_day": max(today + AHEAD, wish.last_day),
        "opens": max(today, wish.first_day),
        "zone": zone_words(eyes, found.card.visit.zone, found.card.town),
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """Then the hour."""
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(states.VisitAppointing.time)


async def chosen_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day, and whose clock the hour is of."""
    eyes, data = await eyes_of(dialog_manager), await days(dialog_manager)
    day = date.fromisoformat(_kept(dialog_manager, "day"))
    return {
        **data,
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
        "off": await day_off(dialog_manager, day),
    }


async def on_time(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _keep_time(manager, typed_time(text))


async def on_hour(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _keep_time(manager, time(int((button.widget_id or "").removeprefix("at_"))))


async def _keep_time(manager: DialogManager, at_clock: time) -> None:
    manager.dialog_data["time"] = at_clock.isoformat("minutes")
    await manager.switch_to(states.VisitAppointing.minutes)


async def on_minutes(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _keep_minutes(manager, typed_minutes(text, most=LONGEST))


async def on_length(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _keep_minutes(manager, int((button.widget_id or "").removeprefix("for_")))


async def _keep_minutes(manager: DialogManager, minutes: int) -> None:
    manager.dialog_data["minutes"] = minutes
    await manager.switch_to(states.VisitAppointing.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is told to anybody."""
    eyes, found = await eyes_of(dialog_manager), await seen(dialog_manager)
    known, _today = await _hosts(dialog_manager, found)
    host = next((each for each in known if each.id == int(_kept(dialog_manager, "host"))), None)
    wanted_at = _appointment(dialog_manager, found)
    length = words.minutes(eyes.texts, int(_kept(dialog_manager, "minutes")))
    when = at(eyes, found.card, wanted_at.starts)
    lines = [
        eyes.texts("visit-head", school=found.card.school),
        *wish_lines(eyes, found.card),
        eyes.texts("visit-appointment", when=when, length=length, host=person_name(eyes, host)),
    ]
    return {"text": Safe("\n".join(lines))}


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Approve; a refused field is asked again in its own window, a busy host's day too."""
    wanted_at = _appointment(manager, await seen(manager))
    approve, version = await given(manager, ApproveVisit), int(started_with(manager, "version"))
    async with asked_again(manager, ASKED_IN):
        try:
            await approve(actor_of(manager), visit_id(manager), version, wanted_at)
        except HostIsBusy:
            await manager.switch_to(states.VisitAppointing.day)
            raise
    await manager.done()


def _appointment(manager: DialogManager, found: SeenVisit) -> Appointment:
    day, clock = date.fromisoformat(_kept(manager, "day")), time.fromisoformat(_kept(manager, "time"))
    starts: datetime = instant(day, clock, found.card.visit.zone)
    ends = starts + timedelta(minutes=int(_kept(manager, "minutes")))
    return Appointment(PersonId(int(_kept(manager, "host"))), starts, ends)


def _kept(manager: DialogManager, name: str) -> Any:
    if name not in manager.dialog_data:
        raise Stale
    return manager.dialog_data[name]


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    lengths = (
        Button(T("btn-schedule-minutes", value=fixed(each)), id=f"for_{each}", on_click=on_length) for each in LENGTHS
    )
    return Dialog(
        Screen(
            T("visit-who-comes", "wish", when="some"),
            T("visit-nobody-comes", when="none"),
            choices("hosts", on_host, int),
            cancel_button("btn-back"),
            state=states.VisitAppointing.host,
            getter=hosts,
        ),
        Screen(
            T("visit-which-day", "days"),
            DayPicker("day", on_day, opens="opens"),
            back_button(states.VisitAppointing.host),
            state=states.VisitAppointing.day,
            getter=days,
        ),
        Screen(
            T("visit-which-time", "day", "zone"),
            T("visit-day-off", when="off"),
            hours(on_hour),
            Asks("time", on_time, most=100),
            back_button(states.VisitAppointing.day),
            state=states.VisitAppointing.time,
            getter=chosen_day,
            expected="schedule-expects-time",
        ),
        Screen(
            T("visit-how-long"),
            Group(*lengths, width=2),
            Asks("minutes", on_minutes, most=100),
            back_button(states.VisitAppointing.time),
            state=states.VisitAppointing.minutes,
        ),
        Screen(
            T("visit-check"),
            Format("{text}"),
            Button(T("btn-visit-check-yes"), id="yes", on_click=on_yes),
            back_button(states.VisitAppointing.minutes),
            cancel_button(),
            state=states.VisitAppointing.check,
            getter=check,
        ),
    )
