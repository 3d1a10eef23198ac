"""«Актированный день»: what a coordinator declares at half past six in the morning, in as few taps as there can be."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import Form, take_data, territory_data
from handlers.reference import called_off_undo
from handlers.reference.called_off_views import day_lines, label_of, line_of, sheet_of, standing, when_of
from handlers.reference.states import CalledOff, Reference
from handlers.reference.views import my_units, unit_of, where_words
from handlers.shell import (
    Asks,
    Choice,
    DayPicker,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    tell,
)
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.absences.use_cases.called_off import CountMeetingsThen
from shnor_domain.errors import Stale
from shnor_domain.roadmap.use_cases.called_off import CountDue
from shnor_domain.territories.called_off import AHEAD, REASON
from shnor_domain.territories.use_cases.called_off import CalledOffSheet, CallOffDay, PreviewCalledOff

REASONS = ("frost", "snow", "illness")


async def open_called_off(manager: DialogManager) -> None:
    """From the menu: where there is one municipality only, it is not asked for."""
    units = await my_units(manager)
    if len(units) == 1:
        await manager.start(CalledOff.all, data={"where": territory_data(units[0].territory)})
    else:
        await manager.start(Reference.whose, data={"goal": "called_off"})


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days of the last two weeks and those to come, and the two that are wanted most."""
    eyes, sheet = await eyes_of(dialog_manager), await sheet_of(dialog_manager)
    return {
        "place": await where_words(dialog_manager, sheet.municipality.territory),
        "lines": day_lines(eyes, sheet),
        "empty": not sheet.rows,
        "near": _near(eyes, sheet),
        "undoable": [
            Choice(row.day.isoformat(), label_of(eyes, "btn-called-off-undo", row.day))
            for row in sheet.rows
            if row.stands and row.day >= sheet.today
        ],
    }


def _near(eyes: Eyes, sheet: CalledOffSheet) -> Sequence[Choice]:
    today = sheet.today
    days = [day for day in (today, today + timedelta(days=1)) if standing(sheet, day) is None]
    return [Choice(day.isoformat(), label_of(eyes, f"btn-called-off-{when_of(day, today)}", day)) for day in days]


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Today and the two weeks after it, there."""
    sheet = await sheet_of(dialog_manager)
    return {"first_day": sheet.today, "last_day": sheet.today + AHEAD, "today": sheet.today}


async def on_day(manager: DialogManager, day: date) -> None:
    """On to the reason, unless it stands already."""
    await _due(manager, day)
    Form(manager)["day"] = day.isoformat()
    await manager.switch_to(CalledOff.reason)


async def reasons(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that are usual; any other is typed."""
    eyes = await eyes_of(dialog_manager)
    return {
        "day": words.day(eyes.texts, _day(dialog_manager), this_year=eyes.today.year),
        "reasons": [Choice(one, eyes.texts.button("btn-called-off-reason", reason=one)) for one in REASONS],
    }


async def on_usual(manager: DialogManager, reason: str) -> None:
    """One of the buttons."""
    if reason not in REASONS:
        raise Stale
    eyes = await eyes_of(manager)
    await on_reason(manager, eyes.texts.plain("called-off-reason", reason=reason))


async def on_reason(manager: DialogManager, reason: str) -> None:
    """On to the preview."""
    Form(manager)["reason"] = reason
    await manager.switch_to(CalledOff.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it would mean; where another has declared it meanwhile, how it stands, and after its midnight that it is
    over, without a button."""
    eyes, sheet, day = await eyes_of(dialog_manager), await sheet_of(dialog_manager), _day(dialog_manager)
    stands, past = standing(sheet, day), day < sheet.today
    free = stands is None and not past
    return {
        "place": await where_words(dialog_manager, sheet.municipality.territory),
        "when": when_of(day, sheet.today),
        "day": words.day(eyes.texts, day, this_year=eyes.today.year),
        "reason": str(Form(dialog_manager)["reason"]) if stands is None else stands.reason,
        "line": "" if stands is None else line_of(eyes, stands),
        "past": past and stands is None,
        "free": free,
        **(await _means(dialog_manager, eyes, sheet, day) if free else {}),
    }


async def _means(manager: DialogManager, eyes: Eyes, sheet: CalledOffSheet, day: date) -> dict[str, Any]:
    due = await _due(manager, day)
    found = await (await given(manager, CountDue))(eyes.actor, sheet.municipality.territory, day)
    met = await (await given(manager, CountMeetingsThen))(eyes.actor, sheet.municipality.territory, day)
    return {
        "due": words.day(eyes.texts, due, this_year=eyes.today.year),
        "items": found.items,
        "schools": found.schools,
        "none": not found.items,
        "fall": met.fall,
        "people": met.people,
        "remote": met.remote,
    }


async def on_declare(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Do it, and show the list in which it stands."""
    eyes, form, day = await eyes_of(manager), Form(manager), _day(manager)
    declare = await given(manager, CallOffDay)
    due = await declare(eyes.actor, unit_of(form.where), day, str(form["reason"]))
    year = eyes.today.year
    shown, later = (words.day(eyes.texts, each, this_year=year) for each in (day, due))
    await manager.switch_to(CalledOff.all)
    tell(manager, eyes.texts("called-off-declared", day=shown, due=later))


async def _due(manager: DialogManager, day: date) -> date:
    preview = await given(manager, PreviewCalledOff)
    return await preview(actor_of(manager), unit_of(Form(manager).where), day)


def _day(manager: DialogManager) -> date:
    return date.fromisoformat(Form(manager)["day"])


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("called-off", "place"),
            T("called-off-none", when="empty"),
            Format("{lines}", when="lines"),
            choices("near", on_day, date.fromisoformat),
            SwitchTo(T("btn-called-off-other"), id="other", state=CalledOff.day),
            choices("undoable", called_off_undo.on_undoable, date.fromisoformat),
            cancel_button("btn-back"),
            menu_button(),
            state=CalledOff.all,
            getter=listed,
        ),
        Screen(
            T("called-off-ask-day"),
            DayPicker("day", on_day),
            back_button(CalledOff.all),
            menu_button(),
            state=CalledOff.day,
            getter=days,
        ),
        Screen(
            T("called-off-ask-reason", "day"),
            Asks("reason", on_reason, most=REASON[1], least=REASON[0]),
            choices("reasons", on_usual, str),
            back_button(CalledOff.all),
            menu_button(),
            state=CalledOff.reason,
            getter=reasons,
        ),
        Screen(
            T("called-off-check", "place", "when", "day", "reason"),
            T("called-off-due", "items", "schools", "due", when="items"),
            T("called-off-due-none", when="none"),
            T("called-off-consultations", "fall", "people", "remote", when="free"),
            T("called-off-stands", "line", when="line"),
            T("called-off-past", when="past"),
            Button(T("btn-called-off-declare"), id="yes", on_click=on_declare, when="free"),
            back_button(CalledOff.reason),
            menu_button(),
            state=CalledOff.check,
            getter=check,
        ),
        called_off_undo.window(),
        on_start=take_data,
        name="called-off",
    )
