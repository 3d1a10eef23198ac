"""For whom: the school where there are several, the teacher, or a colleague who has no account."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.data import choose, choose_guest, whom_of, whom_words
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.people import named
from handlers.consultations.views import local_day
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.on_behalf.access import Guest
from shnor_domain.consultations.on_behalf.rights import MAX_GUEST, clean_guest
from shnor_domain.consultations.on_behalf.use_cases.colleagues import OneColleague, Staff, TeachersToBookFor
from shnor_domain.errors import Stale
from shnor_domain.identity import MunicipalityId, Role
from shnor_domain.territories.use_cases.scoped import MyMunicipalities


async def _staff(manager: DialogManager) -> list[Staff]:
    unit = manager.dialog_data.get("unit")
    case = await given(manager, TeachersToBookFor)
    return await case(actor_of(manager), None if unit is None else MunicipalityId(int(unit)))


async def on_start(_data: Any, manager: DialogManager) -> None:
    """Who has a region begins with its municipalities; one school needs no choice."""
    if actor_of(manager).has(Role.REGIONAL_COORDINATOR):
        return await manager.switch_to(ForOthers.unit)
    found = await _staff(manager)
    if len(found) == 1:
        await on_school(manager, found[0].school)


async def units(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Municipalities by name."""
    found = await (await given(dialog_manager, MyMunicipalities))(actor_of(dialog_manager))
    texts = texts_of(dialog_manager)
    return {"units": [Choice(each.id, texts.button("btn-municipality", name=each.name)) for each in found]}


async def on_unit(manager: DialogManager, unit: int) -> None:
    """Its schools with teachers."""
    Chosen(manager).keep(unit=unit)
    await manager.switch_to(ForOthers.school)


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools by number."""
    eyes, found = await eyes_of(dialog_manager), await _staff(dialog_manager)
    return {
        "schools": [Choice(each.school, eyes.texts.button("btn-others-school", school=each.name)) for each in found],
        "none": not found,
        "some": bool(found),
        "of_region": "unit" in dialog_manager.dialog_data,
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """Its teachers."""
    Chosen(manager).keep(school=school)
    await manager.switch_to(ForOthers.teachers)


async def teachers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Teachers of the chosen school by name."""
    eyes, found = await eyes_of(dialog_manager), await _staff(dialog_manager)
    school = next((each for each in found if each.school == dialog_manager.dialog_data.get("school")), None)
    if school is None:
        raise Stale
    rows = [
        Choice(each.id, eyes.texts.button("btn-others-teacher", name=named(eyes, each.name, str(each.id))))
        for each in school.teachers
    ]
    return {
        "school": school.name,
        "teachers": rows,
        "none": not rows,
        "some": bool(rows),
        "own": school.own,
        "several": len(found) > 1 or "unit" in dialog_manager.dialog_data,
    }


async def on_teacher(manager: DialogManager, person: int) -> None:
    """What she has booked, and the way to a seat."""
    choose(manager, person)
    await manager.switch_to(ForOthers.colleague)


async def on_guest(manager: DialogManager, name: str) -> None:
    """A typed name: on to the subjects."""
    await choose_guest(manager, clean_guest(name))
    await manager.switch_to(ForOthers.subject)


async def colleague(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her bookings ahead, one row each."""
    eyes, whom = await eyes_of(dialog_manager), whom_of(dialog_manager)
    if isinstance(whom, Guest):
        raise Stale
    found = await (await given(dialog_manager, OneColleague))(actor_of(dialog_manager), whom)
    rows = [
        Choice(
            str(card.booking.id),
            eyes.texts.button(
                "btn-mine-booking",
                day=words.short_day(eyes.texts, local_day(eyes, card.booking.key.starts), this_year=eyes.now.year),
                clock=words.own_clock(eyes.texts, card.booking.key.starts, eyes.zone),
                subject=card.of.subject,
            ),
        )
        for card in found.bookings
    ]
    name = Safe(eyes.texts("others-name", name=await whom_words(dialog_manager, eyes)))
    return {"name": name, "bookings": rows, "none": not rows, "some": bool(rows)}


async def on_booking(manager: DialogManager, booking: int) -> None:
    """Open one of hers."""
    Chosen(manager).keep(booking=booking)
    await manager.switch_to(ForOthers.booking)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("others-which-unit"),
            choices("units", on_unit, int, width=2),
            menu_button(),
            state=ForOthers.unit,
            getter=units,
        ),
        Screen(
            T("others-no-schools", when="none"),
            T("others-which-school", when="some"),
            choices("schools", on_school, int),
            SwitchTo(T("btn-back"), id="units", state=ForOthers.unit, when="of_region"),
            menu_button(),
            state=ForOthers.school,
            getter=schools,
        ),
        Screen(
            T("others-which-teacher", "school", when="some"),
            T("others-no-teachers", "school", when="none"),
            choices("teachers", on_teacher, int),
            SwitchTo(T("btn-others-guest"), id="guest", state=ForOthers.guest, when="own"),
            SwitchTo(T("btn-back"), id="schools", state=ForOthers.school, when="several"),
            menu_button(),
            state=ForOthers.teachers,
            getter=teachers,
        ),
        Screen(
            T("others-which-guest"),
            Asks("guest_name", on_guest, most=MAX_GUEST),
            back_button(ForOthers.teachers),
            state=ForOthers.guest,
        ),
        Screen(
            T("others-colleague", "name", when="some"),
            T("others-colleague-free", "name", when="none"),
            choices("bookings", on_booking, int),
            SwitchTo(T("btn-others-book"), id="book", state=ForOthers.subject),
            back_button(ForOthers.teachers),
            menu_button(),
            state=ForOthers.colleague,
            getter=colleague,
        ),
    ]
