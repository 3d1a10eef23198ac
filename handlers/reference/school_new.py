"""A new school: its name, village and official number, and all of it once more before it is written."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.reference.states import SchoolsHere
from handlers.reference.views import unit_of, where_words
from handlers.schools.states import Schools
from handlers.shell import Asks, Screen, Step, T, back_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.use_cases.change_schools import (
    LONGEST_CODE,
    LONGEST_SETTLEMENT,
    AddSchool,
    checked_name,
)

_STEPS = 4


async def answers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was answered so far."""
    form, texts = Form(dialog_manager), texts_of(dialog_manager)
    nothing = texts.plain("reference-not-given")
    return {
        "unit": await where_words(dialog_manager, form.where),
        "name": str(form.get("name") or ""),
        "place": str(form.get("place") or nothing),
        "code": str(form.get("code") or nothing),
    }


async def on_name(manager: DialogManager, typed: str) -> None:
    """A name that says something."""
    Form(manager)["name"] = checked_name(typed)
    await manager.switch_to(SchoolsHere.place)


async def on_place(manager: DialogManager, typed: str) -> None:
    """The village or town."""
    Form(manager)["place"] = typed
    await manager.switch_to(SchoolsHere.code)


async def on_no_place(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """None is known."""
    Form(manager)["place"] = None
    await manager.switch_to(SchoolsHere.code)


async def on_code(manager: DialogManager, typed: str) -> None:
    """The official number."""
    Form(manager)["code"] = typed
    await manager.switch_to(SchoolsHere.check)


async def on_no_code(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """None is known."""
    Form(manager)["code"] = None
    await manager.switch_to(SchoolsHere.check)


async def on_add(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write it; a refusal leaves everything as it was filled in."""
    form = Form(manager)
    add = await given(manager, AddSchool)
    unit = unit_of(form.where)
    form["school"] = await add(actor_of(manager), unit, str(form["name"]), form["place"], form["code"])
    await manager.switch_to(SchoolsHere.done)


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its card."""
    await manager.start(Schools.card, data={"school": int(Form(manager)["school"]), "nested": True})


def windows() -> list[Screen]:
    """Four steps and the end."""
    return [
        Screen(
            Step(1, _STEPS),
            T("reference-school-ask-name", "unit"),
            Asks("name", on_name, most=LONGEST_NAME),
            back_button(SchoolsHere.all),
            menu_button(),
            state=SchoolsHere.name,
            getter=answers,
        ),
        Screen(
            Step(2, _STEPS),
            T("reference-school-ask-place", "name"),
            Asks("place", on_place, most=LONGEST_SETTLEMENT),
            Button(T("btn-reference-no-place"), id="none", on_click=on_no_place),
            back_button(SchoolsHere.name),
            menu_button(),
            state=SchoolsHere.place,
            getter=answers,
        ),
        Screen(
            Step(3, _STEPS),
            T("reference-school-ask-code", "name"),
            Asks("code", on_code, most=LONGEST_CODE),
            Button(T("btn-reference-no-code"), id="none", on_click=on_no_code),
            back_button(SchoolsHere.place),
            menu_button(),
            state=SchoolsHere.code,
            getter=answers,
        ),
        Screen(
            Step(4, _STEPS),
            T("reference-school-check", "name", "unit", "place", "code"),
            Button(T("btn-reference-school-add"), id="yes", on_click=on_add),
            back_button(SchoolsHere.code),
            menu_button(),
            state=SchoolsHere.check,
            getter=answers,
        ),
        Screen(
            T("reference-school-added", "name", "unit"),
            Button(T("btn-reference-school-open"), id="open", on_click=on_open),
            back_button(SchoolsHere.all),
            menu_button(),
            state=SchoolsHere.done,
            getter=answers,
        ),
    ]
