"""One meeting on one screen: everybody came, who came, or it was not held."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes, key_of, when
from handlers.schedule.attendance.states import Marking
from handlers.schedule.views import visitor_name
from handlers.schedule.windows import started_with, to_desk
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import times as words
from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.attendance.rules import typed_came
from shnor_domain.consultations.attendance.use_cases.marking import (
    Attendance,
    MarkAttendance,
    MarkNotHeld,
    OneAttendance,
)
from shnor_domain.consultations.model import BookingId, SessionKey, Sits
from shnor_domain.errors import Stale

_NAME = 40
"""Letters of a name on a button."""


def key(manager: DialogManager) -> SessionKey:
    """The meeting that this dialog is about."""
    return key_of(started_with(manager, "key"))


async def _found(manager: DialogManager) -> Attendance:
    return await (await given(manager, OneAttendance))(actor_of(manager), key(manager))


def _ticked(manager: DialogManager, found: Attendance) -> Mapping[BookingId, int]:
    """What is ticked and not yet saved; at first what was marked before."""
    draft = manager.dialog_data.get("came")
    if draft is None:
        return found.came
    return {BookingId(int(each)): count for each, count in draft.items()}


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting, what is marked, and until when it may be corrected."""
    eyes, found = await eyes_of(dialog_manager), await _found(dialog_manager)
    mark = found.mark
    return {
        **_head(eyes, found),
        "state": "none" if mark is None else "held" if mark.reason is None else mark.reason.value,
        "came": sum(found.came.values()),
        "until": words.own(eyes.texts, found.until, eyes.zone, now=eyes.now),
        "open": eyes.now <= found.until,
    }


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everybody who was booked, those who came ticked."""
    eyes, found = await eyes_of(dialog_manager), await _found(dialog_manager)
    ticked = _ticked(dialog_manager, found)
    rows = []
    for each in found.bookings:
        name, came = fit(visitor_name(eyes, each), _NAME), ticked.get(each.booking.id, 0)
        if each.booking.behalf.sits is Sits.SCHOOL:
            label = eyes.texts.button("btn-marking-number", name=name, came=came, heads=each.booking.heads)
        else:
            label = eyes.texts.button("btn-marking-person", name=name, came=bool(came))
        rows.append(Choice(str(each.booking.id), label))
    return {**_head(eyes, found), "people": rows, "came": sum(ticked.values())}


def _head(eyes: Eyes, found: Attendance) -> dict[str, Any]:
    return {
        "subject": found.of.subject,
        "when": when(eyes, found.of, found.session.key.starts),
        "booked": sum(each.booking.heads for each in found.bookings),
    }


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Everybody came."""
    await (await given(manager, MarkAttendance))(actor_of(manager), key(manager), None)


async def on_some(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Begin from what is marked."""
    manager.dialog_data.pop("came", None)
    await manager.switch_to(Marking.people)


async def on_person(manager: DialogManager, booking: int) -> None:
    """Tick, or take the tick away; of a number ask how many."""
    found = await _found(manager)
    chosen = next((each.booking for each in found.bookings if each.booking.id == booking), None)
    if chosen is None:
        raise Stale
    if chosen.behalf.sits is Sits.SCHOOL:
        manager.dialog_data["number"] = booking
        await manager.switch_to(Marking.number)
        return
    ticked = dict(_ticked(manager, found))
    _keep(manager, {**ticked, chosen.id: 0 if ticked.get(chosen.id) else chosen.heads})


async def number(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whose number is asked for."""
    eyes, found = await eyes_of(dialog_manager), await _found(dialog_manager)
    chosen = [each for each in found.bookings if each.booking.id == dialog_manager.dialog_data.get("number")]
    if not chosen:
        raise Stale
    return {"name": visitor_name(eyes, chosen[0]), "heads": chosen[0].booking.heads}


async def on_number(manager: DialogManager, text: str) -> None:
    """So many came by this booking."""
    count = typed_came(text)
    found = await _found(manager)
    _keep(manager, {**_ticked(manager, found), BookingId(int(manager.dialog_data["number"])): count})
    await manager.switch_to(Marking.people)


def _keep(manager: DialogManager, came: Mapping[BookingId, int]) -> None:
    manager.dialog_data["came"] = {str(each): count for each, count in came.items()}


async def on_done(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Save; where nobody is ticked the meeting was not held, and why is asked."""
    came = _ticked(manager, await _found(manager))
    if not any(came.values()):
        await manager.switch_to(Marking.reason)
        return
    await (await given(manager, MarkAttendance))(actor_of(manager), key(manager), came)
    manager.dialog_data.pop("came", None)
    await manager.switch_to(Marking.card)


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """It was not held, for this reason."""
    reason = NotHeld((button.widget_id or "").removeprefix("reason_"))
    # a refusal is shown on the meeting as it stands now
    await manager.switch_to(Marking.card)
    await (await given(manager, MarkNotHeld))(actor_of(manager), key(manager), reason)
    manager.dialog_data.pop("came", None)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("marking-card", "subject", "when", "booked", "state", "came"),
            T("marking-until", "until", when="open"),
            T("marking-over", when=lambda data, *_: not data["open"]),
            Button(T("btn-marking-all"), id="everybody", on_click=on_all, when="open"),
            Button(T("btn-marking-some"), id="some", on_click=on_some, when="open"),
            SwitchTo(T("btn-marking-not-held"), id="off", state=Marking.reason, when="open"),
            way_back(),
            to_desk(),
            menu_button(),
            state=Marking.card,
            getter=card,
        ),
        Screen(
            T("marking-people", "subject", "when", "booked", "came"),
            choices("people", on_person, int),
            Button(T("btn-marking-done"), id="done", on_click=on_done),
            back_button(Marking.card),
            state=Marking.people,
            getter=people,
        ),
        Screen(
            T("marking-number", "name", "heads"),
            Asks("number", on_number, most=20),
            back_button(Marking.people),
            state=Marking.number,
            getter=number,
        ),
        Screen(
            T("marking-why", "subject", "when"),
            *(
                Button(T(f"btn-marking-reason-{reason.value}"), id=f"reason_{reason.value}", on_click=on_reason)
                for reason in NotHeld
            ),
            back_button(Marking.card),
            state=Marking.reason,
            getter=card,
        ),
    )
