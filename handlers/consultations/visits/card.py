"""One visit: what it is, and what the reader may do about it now."""

from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes
from handlers.consultations.visits import states
from handlers.consultations.visits.views import visit_text
from handlers.schedule.views import zone_words
from handlers.schedule.windows import fixed, started_with
from handlers.shell import Asks, DayPicker, Screen, T, back_button, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.typed import typed_time
from shnor_domain.consultations.visits.cards import SeenVisit
from shnor_domain.consultations.visits.model import VisitId, VisitState, WhyNot
from shnor_domain.consultations.visits.rules import REASON
from shnor_domain.consultations.visits.use_cases.asking import WithdrawVisit
from shnor_domain.consultations.visits.use_cases.changing import CancelVisit, MoveVisit
from shnor_domain.consultations.visits.use_cases.deciding import DeclineVisit
from shnor_domain.consultations.visits.use_cases.looking import IsDayOff, OneVisit
from shnor_domain.consultations.visits.use_cases.reporting import ConfirmVisit, MayCloseVisit
from shnor_domain.people.model.days import local_day
from shnor_domain.seats.times import instant

USUAL_HOURS = (8, 9, 10, 11, 12, 13, 14, 15)
AHEAD = timedelta(days=180)
_REASONS = [*(why.value for why in WhyNot), "none"]


def visit_id(manager: DialogManager) -> VisitId:
    """The visit that this dialog is about."""
    return VisitId(int(started_with(manager, "visit")))


async def seen(manager: DialogManager) -> SeenVisit:
    """As it stands now."""
    return await (await given(manager, OneVisit))(actor_of(manager), visit_id(manager))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The visit in words, and which buttons it has for this reader."""
    eyes, found = await eyes_of(dialog_manager), await seen(dialog_manager)
    visit, rights = found.card.visit, found.rights
    dialog_manager.dialog_data["version"] = visit.version
    begun = visit.appointment is not None and visit.appointment.starts <= eyes.now
    side = rights.school or rights.host or rights.oversees
    open_wish = visit.state in {VisitState.ASKED, VisitState.DECLINED} and rights.school
    return {
        "text": visit_text(eyes, found.card),
        "decides": visit.state is VisitState.ASKED and found.decides,
        "again": open_wish,
        "live": visit.state is VisitState.PLANNED and not begun and side,
        "tells": rights.host and begun and visit.state in {VisitState.PLANNED, VisitState.REPORTED},
        "closes": begun
        and side
        and await (await given(dialog_manager, MayCloseVisit))(actor_of(dialog_manager), visit.id),
        "wishes_again": found.asks_anew,
        "confirms": visit.state is VisitState.REPORTED and rights.school and not rights.host,
        **_clock(eyes, found),
    }


def _clock(eyes: Eyes, found: SeenVisit) -> dict[str, Any]:
    today = local_day(eyes.now, found.card.visit.zone)
    return {
        "today": today,
        "first_day": today,
        "last_day": today + AHEAD,
        "zone": zone_words(eyes, found.card.visit.zone, found.card.town),
    }


async def on_approve(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who comes and when."""
    data = {"visit": visit_id(manager), "version": int(manager.dialog_data["version"])}
    await manager.start(states.VisitAppointing.host, data=data)


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was asked for, to be corrected and sent again."""
    await manager.start(states.AskVisits.check, data={"visit": visit_id(manager)})


async def on_anew(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What fell for the weather is asked for again, as it was: a new request."""
    await manager.start(states.AskVisits.check, data={"like": visit_id(manager)})


async def on_tell(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """How it was."""
    await manager.start(states.VisitReport.held, data={"visit": visit_id(manager)})


async def on_decline(manager: DialogManager, reason: str) -> None:
    """Not confirmed, with this reason; a refusal is shown on the card, where the reason waits for the request as it
    stands then: the school may have corrected it meanwhile."""
    manager.dialog_data["reason"] = reason
    await manager.switch_to(states.OneVisit.card)
    seen_version = int(manager.dialog_data["version"])
    await (await given(manager, DeclineVisit))(actor_of(manager), visit_id(manager), seen_version, reason)
    del manager.dialog_data["reason"]
    tell(manager, texts_of(manager)("visit-declined-done"))


async def kept_reason(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was typed and refused."""
    return {"reason": dialog_manager.dialog_data.get("reason", ""), "kept": "reason" in dialog_manager.dialog_data}


async def on_same_reason(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Once more as it was typed."""
    await on_decline(manager, str(manager.dialog_data["reason"]))


async def on_withdraw(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The school wants it no more."""
    await manager.switch_to(states.OneVisit.card)
    await (await given(manager, WithdrawVisit))(actor_of(manager), visit_id(manager))


async def on_why(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Call it off with this reason, or with none."""
    kind = (button.widget_id or "").removeprefix("why_")
    await manager.switch_to(states.OneVisit.card)
    why = None if kind == "none" else WhyNot(kind)
    await (await given(manager, CancelVisit))(actor_of(manager), visit_id(manager), why)
    tell(manager, texts_of(manager)("visit-cancelled-done"))


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The school agrees with the report."""
    await (await given(manager, ConfirmVisit))(actor_of(manager), visit_id(manager))


async def on_move_day(manager: DialogManager, day: date) -> None:
    """Then the hour."""
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(states.OneVisit.move_time)


async def moving(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The chosen day, and whose clock the hour is of."""
    data, eyes = await card(dialog_manager), await eyes_of(dialog_manager)
    day = date.fromisoformat(dialog_manager.dialog_data["day"])
    return {
        **data,
        "day": words.day(eyes.texts, day, this_year=eyes.now.year),
        "off": await day_off(dialog_manager, day),
    }


async def day_off(manager: DialogManager, day: date) -> bool:
    """Schools there do not work on that day."""
    return await (await given(manager, IsDayOff))(actor_of(manager), visit_id(manager), day)


async def on_move_time(manager: DialogManager, text: str) -> None:
    """Move it to what was typed."""
    await _move(manager, typed_time(text))


async def on_move_hour(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Move it to an hour from a button."""
    await _move(manager, time(int((button.widget_id or "").removeprefix("at_"))))


async def _move(manager: DialogManager, at: time) -> None:
    found, day = await seen(manager), date.fromisoformat(manager.dialog_data["day"])
    starts: datetime = instant(day, at, found.card.visit.zone)
    # a refusal is shown where another hour is a tap away
    await (await given(manager, MoveVisit))(actor_of(manager), visit_id(manager), starts)
    await manager.switch_to(states.OneVisit.card)
    tell(manager, texts_of(manager)("visit-moved-done"))


def hours(on_click: Any) -> Group:
    """Usual hours of a school day."""
    buttons = (
        Button(T("btn-schedule-at", at=fixed(time(hour))), id=f"at_{hour}", on_click=on_click) for hour in USUAL_HOURS
    )
    return Group(*buttons, width=4)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    one = states.OneVisit
    return Dialog(
        Screen(
            Format("{text}"),
            T("visit-hostless", when="closes"),
            Button(T("btn-visit-approve"), id="approve", on_click=on_approve, when="decides"),
            SwitchTo(T("btn-visit-decline"), id="decline", state=one.decline, when="decides"),
            Button(T("btn-visit-confirm"), id="confirm", on_click=on_confirm, when="confirms"),
            Button(T("btn-visit-tell"), id="tell", on_click=on_tell, when="tells"),
            Button(T("btn-visit-close"), id="close", on_click=on_tell, when="closes"),
            Button(T("btn-visit-ask-anew"), id="anew", on_click=on_anew, when="wishes_again"),
            Button(T("btn-visit-again"), id="again", on_click=on_again, when="again"),
            SwitchTo(T("btn-visit-withdraw"), id="withdraw", state=one.withdraw, when="again"),
            SwitchTo(T("btn-visit-move"), id="move", state=one.move_day, when="live"),
            SwitchTo(T("btn-visit-cancel"), id="off", state=one.why, when="live"),
            way_back(),
            menu_button(),
            state=one.card,
            getter=card,
        ),
        Screen(
            T("visit-withdraw"),
            Button(T("btn-visit-withdraw-yes"), id="yes", on_click=on_withdraw),
            back_button(one.card),
            state=one.withdraw,
        ),
        Screen(
            T("visit-decline"),
            T("visit-decline-kept", "reason", when="kept"),
            Asks("reason", on_decline, most=REASON, least=3),
            Button(T("btn-visit-same-reason"), id="same", on_click=on_same_reason, when="kept"),
            back_button(one.card),
            state=one.decline,
            getter=kept_reason,
        ),
        Screen(
            T("visit-why", "text"),
            *(Button(T(f"btn-visit-why-{kind}"), id=f"why_{kind}", on_click=on_why) for kind in _REASONS),
            back_button(one.card),
            state=one.why,
            getter=card,
        ),
        Screen(
            T("visit-move-day", "text"),
            DayPicker("move", on_move_day),
            back_button(one.card),
            state=one.move_day,
            getter=card,
        ),
        Screen(
            T("visit-move-time", "day", "zone"),
            T("visit-day-off", when="off"),
            hours(on_move_hour),
            Asks("time", on_move_time, most=100),
            back_button(one.move_day),
            state=one.move_time,
            getter=moving,
            expected="schedule-expects-time",
        ),
    )
