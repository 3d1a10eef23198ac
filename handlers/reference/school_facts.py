"""One school, corrected: its name, village and official number; the rest of its windows stand beside this file."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Button, Keyboard, SwitchTo
from aiogram_dialog.widgets.text import Format, Text

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import take_data
from handlers.reference import school_end, school_lists, school_spellings
from handlers.reference.school_card import changed_card
from handlers.reference.states import SchoolFacts
from handlers.schools.views import school_name
from handlers.shell import Asks, Screen, T, back_button, cancel_button, given, menu_button, tell
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.territories.imports.words import LONGEST_NAME
from shnor_domain.territories.model import SchoolState
from shnor_domain.territories.use_cases.change_schools import LONGEST_CODE, LONGEST_SETTLEMENT, RenameSchool
from shnor_domain.territories.use_cases.correct_schools import SetSchoolCode, SetSettlement
from shnor_domain.territories.use_cases.schools import SchoolCard

_ALIASES = 600


async def facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything that can be changed, as it is now."""
    eyes, card = await eyes_of(dialog_manager), await changed_card(dialog_manager)
    school = card.school
    return {
        "text": _text(eyes, card),
        "name": school.name,
        "place": school.settlement or "",
        "code": school.code or "",
        "open": school.state.open,
        "closed": not school.state.open,
    }


def _text(eyes: Eyes, card: SchoolCard) -> Safe:
    school, texts = card.school, eyes.texts
    nothing = texts.plain("reference-not-given")
    lines = [
        texts("reference-school-name", name=fit(school.name, LONGEST_NAME)),
        texts("school-in", municipality=card.municipality.name),
        texts("reference-school-place", place=school.settlement or nothing),
        texts("reference-school-code", code=school.code or nothing),
    ]
    if school.aliases:
        lines.append(texts("reference-school-aliases", aliases=fit(", ".join(school.aliases), _ALIASES)))
    if school.state is SchoolState.MERGED and card.successor is not None:
        lines.append(texts("school-merged", successor=school_name(eyes, card.successor)))
    elif not school.state.open:
        lines.append(texts("school-closed"))
    return Safe("\n".join(lines))


async def on_name(manager: DialogManager, typed: str) -> None:
    """A new name; the old one stays a spelling."""
    eyes, card = await eyes_of(manager), await changed_card(manager)
    new = await (await given(manager, RenameSchool))(eyes.actor, card.school.id, typed)
    tell(manager, eyes.texts("reference-school-renamed", name=new.name, before=card.school.name))
    await manager.switch_to(SchoolFacts.all)


async def on_place(manager: DialogManager, typed: str) -> None:
    """A new village or town."""
    await _set_place(manager, typed)


async def on_no_place(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """None is known."""
    await _set_place(manager, None)


async def _set_place(manager: DialogManager, place: str | None) -> None:
    eyes, card = await eyes_of(manager), await changed_card(manager)
    new = await (await given(manager, SetSettlement))(eyes.actor, card.school.id, place)
    told = new.settlement or eyes.texts.plain("reference-not-given")
    tell(manager, eyes.texts("reference-school-place-set", place=told))
    await manager.switch_to(SchoolFacts.all)


async def on_code(manager: DialogManager, typed: str) -> None:
    """A new official number."""
    await _set_code(manager, typed)


async def on_no_code(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """None is known."""
    await _set_code(manager, None)


async def _set_code(manager: DialogManager, code: str | None) -> None:
    eyes, card = await eyes_of(manager), await changed_card(manager)
    new = await (await given(manager, SetSchoolCode))(actor_of(manager), card.school.id, code)
    tell(manager, eyes.texts("reference-school-code-set", code=new.code or eyes.texts.plain("reference-not-given")))
    await manager.switch_to(SchoolFacts.all)


async def on_result(start: Data, result: Any, manager: DialogManager) -> None:
    """A school to be merged into."""
    await school_end.on_successor(result, manager)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            SwitchTo(T("btn-reference-rename"), id="name", state=SchoolFacts.name, when="open"),
            SwitchTo(T("btn-reference-other-names"), id="spellings", state=SchoolFacts.spellings, when="open"),
            SwitchTo(T("btn-reference-place"), id="place", state=SchoolFacts.place, when="open"),
            SwitchTo(T("btn-reference-code"), id="code", state=SchoolFacts.code, when="open"),
            SwitchTo(T("btn-reference-lists"), id="lists", state=SchoolFacts.lists, when="open"),
            SwitchTo(T("btn-reference-close"), id="close", state=SchoolFacts.close, when="open"),
            Button(T("btn-reference-merge"), id="merge", on_click=school_end.on_merge, when="open"),
            Button(T("btn-reference-reopen"), id="reopen", on_click=school_end.on_reopen, when="closed"),
            cancel_button("btn-school-back"),
            menu_button(),
            state=SchoolFacts.all,
            getter=facts,
        ),
        _question(SchoolFacts.name, T("reference-school-new-name", "name"), Asks("name", on_name, most=LONGEST_NAME)),
        _question(
            SchoolFacts.place,
            T("reference-school-new-place", "name"),
            Asks("place", on_place, most=LONGEST_SETTLEMENT),
            Button(T("btn-reference-no-place"), id="none", on_click=on_no_place, when="place"),
        ),
        _question(
            SchoolFacts.code,
            T("reference-school-new-code", "name"),
            Asks("code", on_code, most=LONGEST_CODE),
            Button(T("btn-reference-no-code"), id="none", on_click=on_no_code, when="code"),
        ),
        *school_spellings.windows(),
        *school_end.windows(),
        *school_lists.windows(),
        on_start=take_data,
        on_process_result=on_result,
        name="school-facts",
    )


def _question(state: State, *widgets: Text | Keyboard | BaseInput) -> Screen:
    return Screen(*widgets, back_button(SchoolFacts.all), menu_button(), state=state, getter=facts)
