"""«Меня не будет»: the days, who leads each subject meanwhile, whom it concerns; also said for a host."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes
from handlers.schedule.absences.states import Asks, Away
from handlers.schedule.absences.views import booked_lines, for_others_lines, host_words, meeting_lines, opening_day
from handlers.schedule.views import lines
from handlers.schedule.windows import to_desk
from handlers.shell import Choice, DayPicker, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.absences.model import LONGEST
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks
from shnor_domain.consultations.absences.use_cases.declare import (
    AbsencePlan,
    DeclareAbsence,
    MeetingsDuring,
    PlanAbsence,
    SubjectHours,
)
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import PersonId, SubjectId

AHEAD = timedelta(days=120)
NOBODY = 0
"""In the choices of a form: these meetings are called off."""


async def on_start(data: Any, manager: DialogManager) -> None:
    """Days that a leave has named already are not asked for again."""
    if isinstance(data, dict) and "first" in data:
        manager.dialog_data.update(first=data["first"], last=data["last"])


async def offer_absence(manager: DialogManager, until: date) -> bool:
    """After a leave was set: ask whether own meetings need a word, above the window she is in; False without any."""
    eyes, during = await eyes_of(manager), await given(manager, MeetingsDuring)
    today = eyes.now.astimezone(ZoneInfo(eyes.zone)).date()
    last = min(until, today + LONGEST)
    if not await during(actor_of(manager), today, last):
        return False
    await manager.start(Away.offer, data={"first": today.isoformat(), "last": last.isoformat()})
    return True


async def offer(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many meetings lie in the leave."""
    during = await given(dialog_manager, MeetingsDuring)
    first, last = _day(dialog_manager, "first"), _day(dialog_manager, "last")
    return {"count": await during(actor_of(dialog_manager), first, last)}


async def on_offer(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On to who leads them."""
    await _next(manager)


def host_of(manager: DialogManager) -> PersonId:
    """Who will be away: the one with whom a coordinator has begun, else who acts."""
    data = manager.start_data
    person = data.get("host") if isinstance(data, dict) else None
    person = actor_of(manager).person if person is None else person
    if person is None:
        raise NotAllowed
    return PersonId(int(person))


async def first_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From today on her own calendar."""
    eyes = await eyes_of(dialog_manager)
    today = eyes.now.astimezone(ZoneInfo(eyes.zone)).date()
    own = _own(dialog_manager)
    asks = await (await given(dialog_manager, AbsenceAsks))(actor_of(dialog_manager)) if own else ()
    return {
        "first_day": today,
        "last_day": today + AHEAD,
        "today": today,
        "opens": await _opens(dialog_manager, today),
        "own": own,
        "asks": len(asks),
    }


async def _opens(manager: DialogManager, today: date) -> date:
    """A day of the month of the next meeting."""
    data, day = manager.start_data, today
    if isinstance(data, dict) and "opens" in data:
        day = date.fromisoformat(data["opens"])
    elif _own(manager):
        ahead = (await (await given(manager, HostDesk))(actor_of(manager))).meetings
        zone = (await eyes_of(manager)).zone
        days = [each.occurrence.starts.astimezone(ZoneInfo(zone)).date() for each in ahead if not each.passed_on]
        day = min(days, default=today)
    return opening_day(day, today)


async def last_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From the first day on."""
    eyes, first = await eyes_of(dialog_manager), _day(dialog_manager, "first")
    return {
        "day": words.day(eyes.texts, first, this_year=eyes.now.year),
        "first_day": first,
        "last_day": first + LONGEST,
        "today": first,
    }


async def on_first(manager: DialogManager, day: date) -> None:
    """On to the last day."""
    manager.dialog_data["first"] = day.isoformat()
    await manager.switch_to(Away.last)


async def on_last(manager: DialogManager, day: date) -> None:
    """On to who leads meanwhile; other days than before ask anew."""
    manager.dialog_data.update(last=day.isoformat(), covers={})
    await _next(manager)


async def on_one_day(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The first day is the last."""
    await on_last(manager, _day(manager, "first"))


async def subject(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Meetings of one subject, and who could lead all of them."""
    eyes = await eyes_of(dialog_manager)
    asked = _open_subject(await _plan(dialog_manager), _covers(dialog_manager))
    if asked is None:
        raise Stale
    return {
        "subject": asked.name,
        "rows": meeting_lines(eyes, asked.meetings),
        "candidates": [
            Choice(person.id, eyes.texts.button("btn-absence-person", name=host_words(eyes, person)))
            for person in asked.candidates
        ],
        "some": bool(asked.candidates),
        "none": not asked.candidates,
    }


async def on_candidate(manager: DialogManager, person: int) -> None:
    """He will be asked."""
    await _chosen(manager, person)


async def on_nobody(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """These meetings will be called off."""
    await _chosen(manager, NOBODY)


async def _chosen(manager: DialogManager, person: int) -> None:
    covers = _covers(manager)
    asked = _open_subject(await _plan(manager), covers)
    if asked is not None:
        manager.dialog_data["covers"] = {**covers, asked.subject: person}
    await _next(manager)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything that would happen, and whom it concerns."""
    eyes, plan, covers = await eyes_of(dialog_manager), await _plan(dialog_manager), _covers(dialog_manager)
    off = {each.subject for each in plan.subjects if not covers.get(each.subject)}
    return {
        **_span(dialog_manager, eyes),
        "own": _own(dialog_manager),
        "rows": lines(_subject_line(eyes, each, covers) for each in plan.subjects),
        "told": booked_lines(
            eyes, "absence-told", [card for card in plan.affected if card.of.slot.terms.subject in off]
        )
        if off
        else "",
        "kept": booked_lines(
            eyes, "absence-kept-seats", [card for card in plan.affected if card.of.slot.terms.subject not in off]
        )
        if len(off) < len(plan.subjects)
        else "",
        "leads": for_others_lines(eyes, "absence-leads-back", plan.leads),
        "hearing": booked_lines(eyes, "absence-hearing", plan.hearing) if plan.hearing else "",
        "asked": for_others_lines(eyes, "absence-asked-back", plan.asked),
    }


def _subject_line(eyes: Eyes, each: SubjectHours, covers: Mapping[str, int]) -> Any:
    person = next((one for one in each.candidates if one.id == covers.get(each.subject)), None)
    count = len(each.meetings)
    if person is None:
        return eyes.texts("absence-subject-off", subject=each.name, count=count)
    return eyes.texts("absence-subject", subject=each.name, count=count, name=host_words(eyes, person))


async def on_declare(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Do it; a refusal is shown where the days are asked for."""
    covers = {SubjectId(subject): PersonId(person) for subject, person in _covers(manager).items() if person}
    declare = await given(manager, DeclareAbsence)
    done = await declare(actor_of(manager), host_of(manager), _day(manager, "first"), _day(manager, "last"), covers)
    manager.dialog_data.update(told=done.told, asked=done.asked, returned=done.returned)
    await manager.switch_to(Away.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many are told, how many asked, how many meetings went back to colleagues."""
    data = dialog_manager.dialog_data
    return {
        "told": data["told"],
        "asked": data["asked"],
        "returned": data.get("returned", 0),
        "own": _own(dialog_manager),
    }


async def span(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The days."""
    return _span(dialog_manager, await eyes_of(dialog_manager))


def _span(manager: DialogManager, eyes: Eyes) -> dict[str, Any]:
    first, last = (words.day(eyes.texts, _day(manager, name), this_year=eyes.now.year) for name in ("first", "last"))
    return {"first": first, "last": last, "one": first == last}


async def _next(manager: DialogManager) -> None:
    plan = await _plan(manager)
    if plan.empty:
        await manager.switch_to(Away.nothing)
    elif _open_subject(plan, _covers(manager)) is not None:
        await manager.switch_to(Away.subject)
    else:
        await manager.switch_to(Away.check)


async def _plan(manager: DialogManager) -> AbsencePlan:
    plan = await given(manager, PlanAbsence)
    return await plan(actor_of(manager), host_of(manager), _day(manager, "first"), _day(manager, "last"))


def _open_subject(plan: AbsencePlan, covers: Mapping[str, int]) -> SubjectHours | None:
    return next((each for each in plan.subjects if each.subject not in covers), None)


def _covers(manager: DialogManager) -> Mapping[str, int]:
    return cast(Mapping[str, int], manager.dialog_data.get("covers", {}))


def _own(manager: DialogManager) -> bool:
    return host_of(manager) == actor_of(manager).person


def _day(manager: DialogManager, name: str) -> date:
    if name not in manager.dialog_data:
        raise Stale
    return date.fromisoformat(manager.dialog_data[name])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("leave-meetings", "count"),
            Button(T("btn-leave-meetings"), id="declare", on_click=on_offer),
            cancel_button("btn-leave-meetings-not"),
            menu_button(),
            state=Away.offer,
            getter=offer,
        ),
        Screen(
            T("absence-ask-first", "own"),
            DayPicker("first", on_first, opens="opens"),
            Start(T("btn-absence-asks", count="asks"), id="asks", state=Asks.all, when="asks"),
            cancel_button("btn-back"),
            menu_button(),
            state=Away.first,
            getter=first_days,
        ),
        Screen(
            T("absence-ask-last", "day"),
            Button(T("btn-absence-one-day"), id="one", on_click=on_one_day),
            DayPicker("last", on_last),
            back_button(Away.first),
            menu_button(),
            state=Away.last,
            getter=last_days,
        ),
        Screen(
            T("absence-ask-subject", "subject", "rows", when="some"),
            T("absence-nobody-free", "subject", "rows", when="none"),
            choices("candidates", on_candidate, int),
            Button(T("btn-absence-nobody"), id="nobody", on_click=on_nobody),
            back_button(Away.last),
            menu_button(),
            state=Away.subject,
            getter=subject,
        ),
        Screen(
            T("absence-check", "first", "last", "one", "own"),
            T("absence-lines", "rows", when="rows"),
            T("absence-lines", rows="told", when="told"),
            T("absence-lines", rows="kept", when="kept"),
            T("absence-lines", rows="leads", when="leads"),
            T("absence-lines", rows="hearing", when="hearing"),
            T("absence-lines", rows="asked", when="asked"),
            Button(T("btn-absence-declare"), id="yes", on_click=on_declare),
            back_button(Away.last),
            menu_button(),
            state=Away.check,
            getter=check,
        ),
        Screen(
            T("absence-nothing", "first", "last", "one"),
            back_button(Away.first),
            menu_button(),
            state=Away.nothing,
            getter=span,
        ),
        Screen(
            T("absence-done", "told", "asked", "returned"),
            to_desk(when="own"),
            cancel_button("btn-back"),
            menu_button(),
            state=Away.done,
            getter=done,
        ),
        on_start=on_start,
        name="away",
    )
