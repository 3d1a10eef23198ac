"""The card of a school."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import eyes_of, named_schools
from handlers.people.form import Form, territory_data
from handlers.people.states import People
from handlers.people.views import MOST, more_line, pair_line
from handlers.people.waiting import subject_names
from handlers.reference.school_card import on_change
from handlers.schools.states import InviteTo, Schools
from handlers.schools.views import card_text
from handlers.shell import Screen, T, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.identity import Role, SchoolId
from shnor_domain.people.use_cases.appoint import PairsOfSchool
from shnor_domain.people.use_cases.names import Staff, StaffOfSchool
from shnor_domain.people.use_cases.rights import DECIDING
from shnor_domain.people.use_cases.school_facts import PeopleOfSchools, SchoolPeople
from shnor_domain.territories.access import changes_schools
from shnor_domain.territories.use_cases.schools import SchoolCard, ShowSchool

_COORDINATING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


async def the_school(manager: DialogManager) -> SchoolCard:
    """The school of this dialog; `NotFound` outside of the reader's scope."""
    return await (await given(manager, ShowSchool))(actor_of(manager), SchoolId(int(Form(manager)["school"])))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school, its people, its pairs."""
    eyes = await eyes_of(dialog_manager)
    found = await the_school(dialog_manager)
    school = found.school
    where = school.territory
    people = await (await given(dialog_manager, PeopleOfSchools))(eyes.actor, [school.id])
    named = school.id in people
    staff = await (await given(dialog_manager, StaffOfSchool))(eyes.actor, school.id) if named else Staff()
    text = card_text(eyes, found, people.get(school.id, SchoolPeople()), staff)
    pairs = await _pairs(dialog_manager, school.id) if named else []
    decides = eyes.actor.reaches(where, *DECIDING) and school.state.open
    return {
        "text": text,
        "pairs": Safe("\n".join(pairs)),
        "invites": decides,
        "invites_lead": eyes.actor.reaches(where, *_COORDINATING) and school.state.open,
        "people": decides,
        "changes": changes_schools(eyes.actor, where),
        "nested": bool(Form(dialog_manager).get("nested")),
    }


async def _pairs(manager: DialogManager, school: SchoolId) -> list[Safe]:
    eyes = await eyes_of(manager)
    found = await (await given(manager, PairsOfSchool))(eyes.actor, school)
    schools = await named_schools(manager, {school})
    subjects = await subject_names(manager) if any(pair.subject for pair in found) else {}
    lines: list[Safe] = [
        pair_line(
            eyes,
            number,
            pair,
            schools[school],
            None if pair.subject is None else subjects.get(pair.subject, pair.subject),
        )
        for number, pair in enumerate(found[:MOST], 1)
    ]
    more = more_line(eyes, len(found) - MOST)
    return lines if more is None else [*lines, more]


async def on_invite(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the role."""
    school = (await the_school(manager)).school
    data = {"where": territory_data(school.territory), "role": str(button.widget_id)}
    await manager.start(InviteTo.terms, data=data)


async def on_people(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Who of the school is in the bot, by name."""
    await manager.start(People.all, data={"school": int(Form(manager)["school"]), "nested": True})


def windows() -> list[Screen]:
    """The card."""
    return [
        Screen(
            Format("{text}"),
            T("school-pairs", "pairs", when="pairs"),
            Button(T("btn-invite-teachers"), id=Role.TEACHER.value, on_click=on_invite, when="invites"),
            Button(T("btn-invite-lead"), id=Role.SCHOOL_LEAD.value, on_click=on_invite, when="invites_lead"),
            Button(T("btn-school-people"), id="people", on_click=on_people, when="people"),
            Button(T("btn-school-change"), id="change", on_click=on_change, when="changes"),
            SwitchTo(T("btn-schools-list"), id="list", state=Schools.all, when=lambda data, *_: not data["nested"]),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=Schools.card,
            getter=card,
        ),
    ]
