"""What else a municipality is called: spellings are taught by typing, and taken back."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data
from handlers.reference.states import Spellings
from handlers.reference.views import my_units, numbered, picked, unit_of
from handlers.shell import Asks, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.territories.model import Municipality
from shnor_domain.territories.use_cases.settings import AddAlias, DropAlias

_LONGEST = 100


async def _unit(manager: DialogManager) -> Municipality:
    which = unit_of(Form(manager).where)
    found = next((unit for unit in await my_units(manager) if unit.id == which), None)
    if found is None:
        raise NotFound
    return found


async def spellings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that were taught, each a button."""
    unit = await _unit(dialog_manager)
    return {"name": unit.name, "town": unit.town or "", "rows": numbered(unit.aliases), "none": not unit.aliases}


async def on_typed(manager: DialogManager, typed: str) -> None:
    """One more."""
    unit = await (await given(manager, AddAlias))(actor_of(manager), (await _unit(manager)).id, typed)
    tell(manager, texts_of(manager)("reference-spelling-added", name=unit.name, spelling=typed))


async def on_spelling(manager: DialogManager, at: int) -> None:
    """Ask before it is taken back."""
    Form(manager)["spelling"] = picked((await _unit(manager)).aliases, at)
    await manager.switch_to(Spellings.drop)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The spelling that is about to go."""
    return {"name": (await _unit(dialog_manager)).name, "spelling": str(Form(dialog_manager)["spelling"])}


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It means nothing any more."""
    unit, spelling = await _unit(manager), str(Form(manager)["spelling"])
    await manager.switch_to(Spellings.all)
    await (await given(manager, DropAlias))(actor_of(manager), unit.id, spelling)
    tell(manager, texts_of(manager)("reference-spelling-dropped", name=unit.name, spelling=spelling))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-spellings", "name"),
            T("reference-town", "town", when="town"),
            T("reference-spellings-none", when="none"),
            T("reference-spellings-ask"),
            Asks("spelling", on_typed, most=_LONGEST),
            choices("rows", on_spelling, int),
            cancel_button("btn-back"),
            menu_button(),
            state=Spellings.all,
            getter=spellings,
        ),
        Screen(
            T("reference-spelling-drop", "name", "spelling"),
            Button(T("btn-reference-take-yes"), id="yes", on_click=on_drop),
            back_button(Spellings.all),
            menu_button(),
            state=Spellings.drop,
            getter=one,
        ),
        on_start=take_data,
        name="spellings",
    )
