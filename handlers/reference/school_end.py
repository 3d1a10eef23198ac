"""A school is closed, or merged into another, after one more question; and opened again."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.people.where import ask_where
from handlers.reference.school_card import changed_card
from handlers.reference.states import SchoolFacts
from handlers.schools.views import school_name
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import SchoolId
from shnor_domain.territories.use_cases.change_schools import CloseSchool
from shnor_domain.territories.use_cases.correct_schools import ReopenSchool
from shnor_domain.territories.use_cases.schools import ShowSchool


async def school(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school that is about to be closed."""
    return {"name": school_name(await eyes_of(dialog_manager), (await changed_card(dialog_manager)).school)}


async def on_close(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Close it."""
    await _end(manager, None)


async def on_merge(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Ask into which; where there is one school only, there is none to merge into."""
    eyes, card = await eyes_of(manager), await changed_card(manager)
    if await ask_where(manager, "school") is not None:
        tell(manager, eyes.texts("reference-merge-nobody"))
    else:
        tell(manager, eyes.texts("reference-merge-which", name=school_name(eyes, card.school)))


async def on_successor(result: Any, manager: DialogManager) -> None:
    """The school to merge into; «Назад» gives nothing."""
    if not isinstance(result, dict) or "where" not in result:
        return
    heir = result["where"][2]
    if heir == (await changed_card(manager)).school.id:
        tell(manager, texts_of(manager)("reference-merge-itself"))
        return
    Form(manager)["successor"] = heir
    await manager.switch_to(SchoolFacts.merge)


async def pair(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Both schools."""
    eyes, card = await eyes_of(dialog_manager), await changed_card(dialog_manager)
    heir = await (await given(dialog_manager, ShowSchool))(eyes.actor, _successor(dialog_manager))
    return {"name": school_name(eyes, card.school), "successor": school_name(eyes, heir.school)}


async def on_merge_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Merge it."""
    await _end(manager, _successor(manager))


async def _end(manager: DialogManager, successor: SchoolId | None) -> None:
    eyes, card = await eyes_of(manager), await changed_card(manager)
    await (await given(manager, CloseSchool))(eyes.actor, card.school.id, successor)
    name, merged = school_name(eyes, card.school), successor is not None
    tell(manager, eyes.texts("reference-school-ended", name=name, merged=merged))
    await manager.switch_to(SchoolFacts.all)


async def on_reopen(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is found and listed again."""
    eyes, card = await eyes_of(manager), await changed_card(manager)
    await (await given(manager, ReopenSchool))(actor_of(manager), card.school.id)
    tell(manager, eyes.texts("reference-school-reopened", name=school_name(eyes, card.school)))


def _successor(manager: DialogManager) -> SchoolId:
    return SchoolId(int(Form(manager)["successor"]))


def windows() -> list[Screen]:
    """Both questions."""
    return [
        Screen(
            T("reference-school-close", "name"),
            Button(T("btn-reference-close-yes"), id="yes", on_click=on_close),
            back_button(SchoolFacts.all),
            menu_button(),
            state=SchoolFacts.close,
            getter=school,
        ),
        Screen(
            T("reference-school-merge", "name", "successor"),
            Button(T("btn-reference-merge-yes"), id="yes", on_click=on_merge_yes),
            back_button(SchoolFacts.all),
            menu_button(),
            state=SchoolFacts.merge,
            getter=pair,
        ),
    ]
