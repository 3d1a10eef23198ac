"""Which school: by municipality, by number and name with how much is entered, or as it is typed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.people.where import found_of
from handlers.registration.views import school_label
from handlers.results.opening import watches
from handlers.results.states import Results
from handlers.results.summary import open_summary
from handlers.schools.views import school_name
from handlers.shell import Asks, Choice, Screen, T, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.identity import MunicipalityId
from shnor_domain.results.use_cases.listing import ResultsOfSchools
from shnor_domain.territories.use_cases.scoped import FindMySchools, MyMunicipalities, MySchools
from shnor_domain.territories.use_cases.search import FindMunicipality

LIST = "schools"
_LONGEST = 100


async def units(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of the actor's, or those that were found."""
    listed = await (await given(dialog_manager, MyMunicipalities))(actor_of(dialog_manager))
    wanted = Form(dialog_manager).get("units")
    texts = texts_of(dialog_manager)
    rows = [
        Choice(unit.id, texts.button("btn-municipality", name=unit.name))
        for unit in listed
        if wanted is None or unit.id in wanted
    ]
    return {"units": rows, "total": len(listed), "narrowed": wanted is not None}


async def on_unit_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to the municipalities that fit, else look for a school of the whole territory: a number is of a
    school."""
    if any(letter.isdecimal() for letter in typed):
        Form(manager)["municipality"] = None
        await on_school_typed(manager, typed)
        return
    mine = {unit.id for unit in await (await given(manager, MyMunicipalities))(actor_of(manager))}
    found = found_of(await (await given(manager, FindMunicipality))(typed))
    ids = [unit.id for unit in found if unit.id in mine]
    Form(manager)["units"] = ids or None
    if not ids:
        Form(manager)["municipality"] = None
        await on_school_typed(manager, typed)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    Form(manager)["units"] = None


async def on_unit(manager: DialogManager, unit: int) -> None:
    """Its schools."""
    if unit not in {one.id for one in await (await given(manager, MyMunicipalities))(actor_of(manager))}:
        raise NotFound
    Form(manager)["municipality"] = unit
    turn(manager, LIST)
    await manager.switch_to(Results.schools)


def _municipality(manager: DialogManager) -> MunicipalityId | None:
    chosen = Form(manager).get("municipality")
    return None if chosen is None else MunicipalityId(int(chosen))


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, «внесены 14 из 27» each."""
    eyes = await eyes_of(dialog_manager)
    read = await given(dialog_manager, ResultsOfSchools)
    found = await read(eyes.actor, turned_to(dialog_manager, LIST), _municipality(dialog_manager))
    first = found.page.number * 8 + 1
    told = [
        eyes.texts(
            "results-school",
            number=str(number),
            school=school_name(eyes, one.school),
            entered=one.completeness.entered,
            due=one.completeness.due,
        )
        for number, one in enumerate(found.page.rows, first)
    ]
    return {
        "rows": [Choice(one.school.id, school_label(eyes.texts, one.school)) for one in found.page.rows],
        "lines": Safe("\n".join(told)),
        "total": found.page.total,
        "some": bool(found.page.total),
        "empty": not found.page.total,
        "page": found.page.number,
        "pages": found.page.pages,
        "several": bool(Form(dialog_manager).get("several")),
        "watches": watches(eyes.actor),
    }


async def on_school_typed(manager: DialogManager, typed: str) -> None:
    """Number, name or village, with typos: the only one that fits is opened."""
    found = found_of(await (await given(manager, FindMySchools))(actor_of(manager), typed, _municipality(manager)))
    if not found:
        tell(manager, texts_of(manager)("schools-not-found", typed=typed))
    elif len(found) == 1:
        await on_school(manager, found[0].id)
    else:
        Form(manager)["found"], Form(manager)["typed"] = [int(school.id) for school in found], typed
        await manager.switch_to(Results.found)


async def found(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that fit what was typed."""
    texts, form = texts_of(dialog_manager), Form(dialog_manager)
    mine = await (await given(dialog_manager, MySchools))(actor_of(dialog_manager))
    wanted = set(form["found"])
    return {
        "rows": [Choice(school.id, school_label(texts, school)) for school in mine if school.id in wanted],
        "typed": str(form["typed"]),
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """Its results."""
    form = Form(manager)
    form["school"], form["year"], form["listed"] = int(school), None, True
    await manager.switch_to(Results.school)


async def on_summary(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Of the municipality of this list, else of a territory to choose."""
    wanted = _municipality(manager)
    mine = await (await given(manager, MyMunicipalities))(actor_of(manager))
    await open_summary(manager, next((unit.territory for unit in mine if unit.id == wanted), None))


def windows() -> list[Screen]:
    """Municipalities, schools, schools that were looked for."""
    return [
        Screen(
            T("results-units", "total"),
            Asks("unit", on_unit_typed, most=_LONGEST),
            choices("units", on_unit, int, width=2),
            Button(T("btn-schools-all"), id="all", on_click=on_all, when="narrowed"),
            Button(T("btn-results-summary"), id="summary", on_click=on_summary),
            menu_button(),
            state=Results.units,
            getter=units,
        ),
        Screen(
            T("results-schools-none", when="empty"),
            T("results-schools", "total", "lines", when="some"),
            Asks("school", on_school_typed, most=_LONGEST),
            choices("rows", on_school, int),
            Turning(LIST),
            Button(T("btn-results-summary"), id="summary", on_click=on_summary, when="watches"),
            SwitchTo(T("btn-schools-municipalities"), id="units", state=Results.units, when="several"),
            menu_button(),
            state=Results.schools,
            getter=schools,
        ),
        Screen(
            T("results-found", "typed"),
            Asks("school", on_school_typed, most=_LONGEST),
            choices("rows", on_school, int),
            SwitchTo(T("btn-schools-list"), id="list", state=Results.schools),
            menu_button(),
            state=Results.found,
            getter=found,
        ),
    ]
