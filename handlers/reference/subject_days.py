"""«Дни предметов»: on which day of the week teachers of a subject are free in a region."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data, territory_data
from handlers.reference.states import SubjectDays
from handlers.reference.views import my_regions, region_of, source_words, weekday_choices, weekday_words, where_words
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import SubjectId
from shnor_domain.territories.model import Subject
from shnor_domain.territories.settings import SubjectDay
from shnor_domain.territories.use_cases.calendars import ReadWeekdays
from shnor_domain.territories.use_cases.settings import SetSubjectDay
from shnor_domain.territories.use_cases.subjects import ListSubjects


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Regions to choose from."""
    rows = [Choice(region.id, region.name) for region in await my_regions(dialog_manager)]
    return {"regions": rows, "none": not rows}


async def on_region(manager: DialogManager, region: int) -> None:
    """Its days."""
    chosen = next((one for one in await my_regions(manager) if one.id == region), None)
    if chosen is None:
        raise NotFound
    Form(manager)["where"] = territory_data(chosen.territory)
    await manager.switch_to(SubjectDays.all)


async def _days(manager: DialogManager) -> dict[SubjectId, SubjectDay]:
    region = region_of(Form(manager).where)
    found = await (await given(manager, ReadWeekdays))(actor_of(manager), region)
    return {day.subject: day for day in found.subjects}


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Every subject that is offered, with its day."""
    texts, days = texts_of(dialog_manager), await _days(dialog_manager)
    rows = []
    for subject in await (await given(dialog_manager, ListSubjects))():
        day = days.get(subject.code)
        shown = texts.plain("reference-day-none") if day is None else weekday_words(texts, day.weekday)
        rows.append(Choice(subject.code, texts.button("btn-reference-subject-day", subject=subject.name, day=shown)))
    return {
        "place": await where_words(dialog_manager, Form(dialog_manager).where),
        "subjects": rows,
        "several": len(await my_regions(dialog_manager)) > 1,
        "only": len(await my_regions(dialog_manager)) <= 1,
    }


async def on_subject(manager: DialogManager, subject: SubjectId) -> None:
    """Its day."""
    Form(manager)["subject"] = subject
    await _subject(manager)
    await manager.switch_to(SubjectDays.day)


async def _subject(manager: DialogManager) -> Subject:
    code = Form(manager)["subject"]
    found = next((one for one in await (await given(manager, ListSubjects))() if one.code == code), None)
    if found is None:
        raise NotFound
    return found


async def day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day that is set now."""
    eyes, subject = await eyes_of(dialog_manager), await _subject(dialog_manager)
    found = (await _days(dialog_manager)).get(subject.code)
    source = "" if found is None else fit(found.source, 200)
    return {
        "subject": subject.name,
        "place": await where_words(dialog_manager, Form(dialog_manager).where),
        "now": "" if found is None else weekday_words(eyes.texts, found.weekday),
        "has": found is not None,
        "source": source or eyes.texts.plain("reference-no-source"),
        "weekdays": weekday_choices(eyes.texts),
    }


async def on_weekday(manager: DialogManager, weekday: int) -> None:
    """Set it and show the list."""
    eyes, subject = await eyes_of(manager), await _subject(manager)
    region = region_of(Form(manager).where)
    await (await given(manager, SetSubjectDay))(eyes.actor, region, subject.code, weekday, source_words(eyes))
    words = eyes.texts("reference-subject-day-set", subject=subject.name, day=weekday_words(eyes.texts, weekday))
    tell(manager, words)
    await manager.switch_to(SubjectDays.all)


async def on_remove(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No day any more."""
    eyes, subject = await eyes_of(manager), await _subject(manager)
    if subject.code not in await _days(manager):
        raise Stale
    await (await given(manager, SetSubjectDay))(eyes.actor, region_of(Form(manager).where), subject.code, None)
    tell(manager, eyes.texts("reference-subject-day-removed", subject=subject.name))
    await manager.switch_to(SubjectDays.all)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-no-units", when="none"),
            T("where-region", when="regions"),
            choices("regions", on_region, int),
            cancel_button("btn-back"),
            menu_button(),
            state=SubjectDays.region,
            getter=regions,
        ),
        Screen(
            T("reference-subject-days", "place"),
            choices("subjects", on_subject, SubjectId),
            back_button(SubjectDays.region, when="several"),
            cancel_button("btn-back", when="only"),
            menu_button(),
            state=SubjectDays.all,
            getter=subjects,
        ),
        Screen(
            T("reference-subject-day", "subject", "place", "now", "has", "source"),
            choices("weekdays", on_weekday, int, width=2),
            Button(T("btn-reference-remove-day"), id="remove", on_click=on_remove, when="has"),
            back_button(SubjectDays.all),
            menu_button(),
            state=SubjectDays.day,
            getter=day,
        ),
        on_start=take_data,
        name="subject-days",
    )
