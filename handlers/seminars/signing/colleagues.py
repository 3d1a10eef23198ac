"""«Записать учителя»: a lead, or a coordinator, signs up people of a school one by one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events.views import Look, look_of
from handlers.seminars.signing import states
from handlers.seminars.signing.data import SCHOOL, changed, chosen_school, event_id, school_choices
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import (
    Colleague,
    Colleagues,
    SchoolsToSignUp,
    SignUpTeacher,
    TeachersToSignUp,
)

_LIST = "signing_people"


async def on_start(data: Any, manager: DialogManager) -> None:
    """The only school is chosen already."""
    if isinstance(data, dict) and SCHOOL in data:
        manager.dialog_data[SCHOOL] = data[SCHOOL]


async def people_of(manager: DialogManager) -> Colleagues:
    """Of the chosen school, read once an update."""
    data = manager.middleware_data
    if _LIST not in data:
        case = await given(manager, TeachersToSignUp)
        data[_LIST] = await case(actor_of(manager), event_id(manager), chosen_school(manager))
    found: Colleagues = data[_LIST]
    return found


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those over which she is and which the event invites, by number."""
    found = await (await given(dialog_manager, SchoolsToSignUp))(actor_of(dialog_manager), event_id(dialog_manager))
    return school_choices(dialog_manager, found)


async def on_school(manager: DialogManager, school: int) -> None:
    """Whose people."""
    manager.dialog_data[SCHOOL] = school
    await manager.switch_to(states.EventColleagues.people)


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who has no seat first; an empty list says what else may be done."""
    look, found = await look_of(dialog_manager), await people_of(dialog_manager)
    texts, title = look.texts, found.event.terms.title
    seats = texts("ssign-free", count=max(0, found.room.free), waits=0)
    if found.school.left is not None:
        left = texts("ssign-left", count=found.school.left, school=found.school.name, several=True)
        seats = Safe(f"{seats}\n{left}")
    text = texts("ssign-others", title=title, seats=seats) if found.people else texts("ssign-others-none", title=title)
    return {
        "text": text,
        "people": [
            Choice(each.person, texts.button("btn-ssign-colleague", name=look.person(each.name), stands=_stands(each)))
            for each in found.people
        ],
    }


async def on_person(manager: DialogManager, person: int) -> None:
    """She is asked about before anything is done."""
    manager.dialog_data["person"] = person
    await manager.switch_to(states.EventColleagues.one)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What may be done for her."""
    look, each = await look_of(dialog_manager), await _one(dialog_manager)
    return {
        "text": look.texts("ssign-colleague", name=_name(look, each), stands=_stands(each)),
        "free": each.signup is None and not each.busy,
        "may_cancel": each.may_cancel,
    }


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A seat for her; she is told."""
    each, case = await _one(manager), await given(manager, SignUpTeacher)
    await case(actor_of(manager), event_id(manager), each.person, chosen_school(manager))
    await _done(manager, "ssign-colleague-done")


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Her seat is given back; she is told."""
    each = await _one(manager)
    if each.signup is None:
        raise Stale
    await (await given(manager, CancelSignUp))(actor_of(manager), each.signup.id)
    await _done(manager, "ssign-colleague-off")


async def _done(manager: DialogManager, said: str) -> None:
    manager.middleware_data.pop(_LIST, None)
    changed(manager)
    await manager.switch_to(states.EventColleagues.people)
    tell(manager, texts_of(manager)(said))


async def _one(manager: DialogManager) -> Colleague:
    wanted = PersonId(int(manager.dialog_data.get("person", 0)))
    found = next((each for each in (await people_of(manager)).people if each.person == wanted), None)
    if found is None:
        raise Stale
    return found


def _name(look: Look, each: Colleague) -> str:
    return look.person(each.name)


def _stands(each: Colleague) -> str:
    return "signed" if each.signup is not None else "busy" if each.busy else "free"


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    window = states.EventColleagues
    return Dialog(
        Screen(
            T("ssign-others-school"),
            choices("schools", on_school, int),
            way_back(),
            menu_button(),
            state=window.school,
            getter=schools,
        ),
        Screen(
            Format("{text}"),
            choices("people", on_person, int),
            way_back(),
            menu_button(),
            state=window.people,
            getter=people,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-ssign-colleague-yes"), id="yes", on_click=on_yes, when="free"),
            Button(T("btn-ssign-colleague-off"), id="off", on_click=on_off, when="may_cancel"),
            back_button(window.people),
            menu_button(),
            state=window.one,
            getter=one,
        ),
        on_start=on_start,
    )
