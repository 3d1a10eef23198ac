"""/people by name, eight to a page: found by a part of the name, narrowed to a role or a school."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.card import windows as card_windows
from handlers.people.eyes import eyes_of
from handlers.people.form import take_data
from handlers.people.states import Give, People
from handlers.people.views import role_and_place
from handlers.registration.views import role_words
from handlers.shell import Asks, Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.identity import Role, SchoolId
from shnor_domain.people.model.person import NAME_LIMIT
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.territories.use_cases.naming import NameTerritories

LIST = "people"


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page with what each does where."""
    eyes = await eyes_of(dialog_manager)
    data = dialog_manager.dialog_data
    role = None if data.get("role") is None else Role(data["role"])
    school = None if data.get("school") is None else SchoolId(int(data["school"]))
    typed = str(data.get("typed") or "")
    page = await (await given(dialog_manager, PeopleList))(
        eyes.actor, turned_to(dialog_manager, LIST), typed, role, school
    )
    territories = [place.territory for row in page.rows for place in row.places]
    names = await (await given(dialog_manager, NameTerritories))(territories)
    rows, lines = [], []
    for number, row in enumerate(page.rows, page.number * 8 + 1):
        called = eyes.name(row.person)
        does = ", ".join(role_and_place(eyes, place, names[place.territory]) for place in row.places)
        lines.append(eyes.texts("people-row", number=str(number), name=called, does=fit(does, 250)))
        rows.append(Choice(row.person.id, eyes.texts.button("btn-people-person", number=str(number), name=called)))
    return {
        "people": rows,
        "lines": Safe("\n".join(lines)),
        "total": page.total,
        "page": page.number,
        "pages": page.pages,
        "typed": typed,
        "filter": "" if role is None else role_words(eyes.texts, role),
        "school": school is not None,
        "none": not rows,
        "nested": bool(data.get("nested")),
        "narrowed": bool(typed or role or school),
    }


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Look for a part of a name."""
    manager.dialog_data["typed"] = typed
    turn(manager, LIST)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Drop every filter."""
    manager.dialog_data.update(typed="", role=None, school=None)
    turn(manager, LIST)


async def on_person(manager: DialogManager, person: int) -> None:
    """Open the card."""
    manager.dialog_data["person"] = person
    await manager.switch_to(People.card)


async def roles(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Every role that somebody here may hold."""
    texts = texts_of(dialog_manager)
    return {
        "roles": [Choice(role.value, texts.button("btn-role", role=role_words(texts, role))) for role in Role],
    }


async def on_role(manager: DialogManager, role: str) -> None:
    """Narrow to a role."""
    manager.dialog_data["role"] = Role(role).value
    turn(manager, LIST)
    await manager.switch_to(People.all)


async def on_any_role(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Every role again."""
    manager.dialog_data["role"] = None
    turn(manager, LIST)
    await manager.switch_to(People.all)


async def on_invite(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A role link for somebody who is not in the bot yet."""
    await manager.start(Give.role, data={"person": None})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("people-none", when="none"),
            T("people-all", "total", "lines", when="total"),
            T("people-searched", "typed", when="typed"),
            T("people-filtered", "filter", when="filter"),
            T("people-of-school", when="school"),
            Asks("name", on_typed, most=NAME_LIMIT),
            choices("people", on_person, int),
            Turning(LIST),
            SwitchTo(T("btn-people-role"), id="role", state=People.role),
            Button(T("btn-people-all"), id="all", on_click=on_all, when="narrowed"),
            Button(T("btn-people-invite"), id="invite", on_click=on_invite),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=People.all,
            getter=people,
        ),
        Screen(
            T("people-which-role"),
            choices("roles", on_role, str),
            Button(T("btn-people-any-role"), id="any", on_click=on_any_role),
            back_button(People.all),
            state=People.role,
            getter=roles,
        ),
        *card_windows(),
        on_start=take_data,
        name="people",
    )
