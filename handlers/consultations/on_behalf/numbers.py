"""«Ученики и родители»: how many of the school will come to which meeting, and changing that."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.states import Numbers
from handlers.consultations.states import Mine
from handlers.consultations.views import Eyes, host_name, key_id, key_of, local_day, when, where
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.model import Audience, CancelReason, Occurrence
from shnor_domain.consultations.on_behalf.rights import typed_heads
from shnor_domain.consultations.on_behalf.use_cases.numbers import (
    ChangeNumber,
    EnrolNumber,
    MeetingsForSchools,
    OpenToSchool,
)
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.territories.paging import page_of

MEETINGS = "meetings"


async def _meetings(manager: DialogManager) -> list[OpenToSchool]:
    return await (await given(manager, MeetingsForSchools))(actor_of(manager))


async def _chosen(manager: DialogManager) -> OpenToSchool:
    chosen, school = Chosen(manager).key, manager.dialog_data.get("school")
    found = (each for each in await _meetings(manager) if each.occurrence.key == chosen and each.school == school)
    meeting = next(found, None)
    if meeting is None:
        raise Stale
    return meeting


def _row(eyes: Eyes, meeting: OpenToSchool) -> Choice:
    starts, kept = meeting.occurrence.starts, meeting.kept
    text = eyes.texts.button(
        "btn-numbers-meeting",
        day=words.short_day(eyes.texts, local_day(eyes, starts), this_year=eyes.now.year),
        clock=words.own_clock(eyes.texts, starts, eyes.zone),
        heads=0 if kept is None else kept.heads,
        seats=meeting.seats,
    )
    return Choice(f"{meeting.school}.{key_id(meeting.occurrence.key)}", text)


async def meetings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of meetings by start, each with its line."""
    eyes = await eyes_of(dialog_manager)
    page = page_of(await _meetings(dialog_manager), turned_to(dialog_manager, MEETINGS))
    lines = [
        eyes.texts(
            "numbers-row",
            number=page.number * 8 + number,
            when=when(eyes, each.of, each.occurrence.starts),
            subject=each.of.subject,
            audience=each.of.slot.terms.audience.value,
            school=each.name,
        )
        for number, each in enumerate(page.rows, 1)
    ]
    return {
        "lines": Safe("\n".join(lines)),
        "meetings": [_row(eyes, each) for each in page.rows],
        "none": not page.total,
        "some": bool(page.total),
        "page": page.number,
        "pages": page.pages,
    }


async def on_meeting(manager: DialogManager, row: str) -> None:
    """Open one."""
    school, _, key = row.partition(".")
    if not school.isdecimal():
        raise Stale
    Chosen(manager).keep(school=int(school), key=key_id(key_of(key)))
    await manager.switch_to(Numbers.meeting)


def _words(eyes: Eyes, of: SlotCard, at: Occurrence, link: str | None, school: str) -> Safe:
    return eyes.texts(
        "numbers-meeting",
        subject=of.subject,
        host=host_name(eyes, of),
        format=of.slot.terms.format.value,
        audience=of.slot.terms.audience.value,
        when=when(eyes, of, at.starts),
        length=words.minutes(eyes.texts, int((at.ends - at.starts).total_seconds()) // 60),
        where=where(eyes, of, link),
        school=school,
    )


async def meeting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One meeting, and the number that the school has given."""
    eyes, found = await eyes_of(dialog_manager), await _chosen(dialog_manager)
    kept, starts = found.kept, found.occurrence.starts
    parents = found.of.slot.terms.audience is Audience.PARENTS
    return {
        "meeting": _words(eyes, found.of, found.occurrence, None if kept is None else kept.link, found.name),
        "heads": 0 if kept is None else kept.heads,
        "seats": found.seats,
        "parents": parents,
        "audience": found.of.slot.terms.audience.value,
        "given": kept is not None,
        "open": kept is None and found.seats > 0,
        "changes": kept is not None and starts > eyes.now,
    }


async def on_number(manager: DialogManager, text: str) -> None:
    """Give the number, or another one."""
    heads, found = typed_heads(text), await _chosen(manager)
    if found.kept is None:
        school = SchoolId(found.school)
        await (await given(manager, EnrolNumber))(actor_of(manager), school, found.occurrence.key, heads)
        before = 0
    else:
        case = await given(manager, ChangeNumber)
        before = (await case(actor_of(manager), found.kept.id, heads)).before
    Chosen(manager).keep(before=before)
    await manager.switch_to(Numbers.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the school has given now, and what before."""
    return {"before": dialog_manager.dialog_data.get("before", 0), **await meeting(dialog_manager)}


async def on_move(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Another time of the same host, with the number."""
    found = await _chosen(manager)
    if found.kept is None:
        raise Stale
    await manager.start(Mine.move, data={"booking": found.kept.id})


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Cancel with this reason, or with none: all seats are free again."""
    kind = (button.widget_id or "").removeprefix("reason_")
    found = await _chosen(manager)
    if found.kept is None:
        raise Stale
    # a refusal is shown on the meeting as it stands now
    await manager.switch_to(Numbers.meeting)
    reason = None if kind == "none" else CancelReason(kind)
    card = await (await given(manager, CancelBooking))(actor_of(manager), found.kept.id, reason)
    Chosen(manager).keep(booking=card.booking.id)
    await manager.switch_to(Numbers.cancelled)


async def cancelled(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting off the booking that has ended: inside the minimum notice it is open to the school no more."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, MyBooking))(actor_of(dialog_manager), Chosen(dialog_manager).booking)
    at = Occurrence(card.booking.key, card.booking.ends)
    return {"meeting": _words(eyes, card.of, at, card.booking.link, card.school)}


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    reasons = [*(reason.value for reason in CancelReason), "none"]
    return [
        Screen(
            T("numbers-none", when="none"),
            T("numbers-meetings", "lines", when="some"),
            choices("meetings", on_meeting, str),
            Turning(MEETINGS),
            menu_button(),
            state=Numbers.meetings,
            getter=meetings,
        ),
        Screen(
            T("numbers-one", "meeting", "heads", "seats", "audience"),
            # who was told to write how many come writes it here
            Asks("typed", on_number, most=20),
            SwitchTo(T("btn-numbers-give"), id="give", state=Numbers.number, when="open"),
            SwitchTo(T("btn-numbers-change"), id="change", state=Numbers.number, when="changes"),
            Button(T("btn-mine-move"), id="move", on_click=on_move, when="changes"),
            SwitchTo(T("btn-mine-cancel"), id="cancel", state=Numbers.reason, when="changes"),
            back_button(Numbers.meetings),
            menu_button(),
            state=Numbers.meeting,
            getter=meeting,
        ),
        Screen(
            T("numbers-how-many", "meeting", "audience", "heads", "seats"),
            Asks("heads", on_number, most=20),
            back_button(Numbers.meeting),
            state=Numbers.number,
            getter=meeting,
        ),
        Screen(
            T("numbers-done", "meeting", "heads", "before", "audience"),
            SwitchTo(T("btn-numbers-others"), id="others", state=Numbers.meetings),
            menu_button(),
            state=Numbers.done,
            getter=done,
        ),
        Screen(
            T("numbers-why", "meeting"),
            *(Button(T(f"btn-others-reason-{kind}"), id=f"reason_{kind}", on_click=on_reason) for kind in reasons),
            back_button(Numbers.meeting),
            state=Numbers.reason,
            getter=meeting,
        ),
        Screen(
            T("numbers-cancelled", "meeting"),
            SwitchTo(T("btn-numbers-others"), id="others", state=Numbers.meetings),
            menu_button(),
            state=Numbers.cancelled,
            getter=cancelled,
        ),
    ]
