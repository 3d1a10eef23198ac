"""What else a school is called: spellings are taught by typing, and taken back."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.reference.school_card import changed_card
from handlers.reference.states import SchoolFacts
from handlers.reference.views import numbered, picked
from handlers.shell import Asks, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.use_cases.correct_schools import AddSchoolSpelling, DropSchoolSpelling


async def spellings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that were taught, each a button."""
    school = (await changed_card(dialog_manager)).school
    return {"name": school.name, "rows": numbered(school.aliases), "none": not school.aliases}


async def on_typed(manager: DialogManager, typed: str) -> None:
    """One more."""
    school = (await changed_card(manager)).school
    add = await given(manager, AddSchoolSpelling)
    new = await add(actor_of(manager), school.id, typed)
    tell(manager, texts_of(manager)("reference-spelling-added", name=new.name, spelling=typed))


async def on_spelling(manager: DialogManager, at: int) -> None:
    """Ask before it is taken back."""
    Form(manager)["spelling"] = picked((await changed_card(manager)).school.aliases, at)
    await manager.switch_to(SchoolFacts.drop)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The spelling that is about to go."""
    school = (await changed_card(dialog_manager)).school
    return {"name": school.name, "spelling": str(Form(dialog_manager)["spelling"])}


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It means nothing any more."""
    school, spelling = (await changed_card(manager)).school, str(Form(manager)["spelling"])
    await manager.switch_to(SchoolFacts.spellings)
    await (await given(manager, DropSchoolSpelling))(actor_of(manager), school.id, spelling)
    tell(manager, texts_of(manager)("reference-spelling-dropped", name=school.name, spelling=spelling))


def windows() -> list[Screen]:
    """The list and the question."""
    return [
        Screen(
            T("reference-spellings", "name"),
            T("reference-spellings-none", when="none"),
            T("reference-spellings-ask"),
            Asks("spelling", on_typed, most=LONGEST_NAME),
            choices("rows", on_spelling, int),
            back_button(SchoolFacts.all),
            menu_button(),
            state=SchoolFacts.spellings,
            getter=spellings,
        ),
        Screen(
            T("reference-spelling-drop", "name", "spelling"),
            Button(T("btn-reference-take-yes"), id="yes", on_click=on_drop),
            back_button(SchoolFacts.spellings),
            menu_button(),
            state=SchoolFacts.drop,
            getter=one,
        ),
    ]
