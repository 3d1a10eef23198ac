"""Where a person works: region, municipality by free text, school by number, name or village."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.registration.form import form_of
from handlers.registration.states import Registration
from handlers.registration.steps import go_on, numbers, step_back, step_head
from handlers.registration.views import municipality_words, school_label
from handlers.shell import Asks, Paged, Screen, T, given, menu_button, tell, texts_of
from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.people.use_cases.contacts import HasCoordinator
from shnor_domain.territories.model import Municipality, School
from shnor_domain.territories.names import Found, Match, Nothing, Several
from shnor_domain.territories.use_cases.naming import ListRegions, Named, NameTerritories, OpenSchools
from shnor_domain.territories.use_cases.search import FindMunicipality, FindSchool

_LONGEST = 100
_MOST_FOUND = 40
"""More are no choice any more; the form keeps their ids."""


@inject
async def regions(listed: FromDishka[ListRegions], **_: Any) -> dict[str, Any]:
    """All regions."""
    return {"rows": [{"id": region.id, "label": region.name} for region in await listed()]}


async def on_region(manager: DialogManager, region: int) -> None:
    """The whole of it."""
    form_of(manager).choose_place(Territory(RegionId(region)))
    await go_on(manager, Registration.region)


async def helps(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whose school is looked for: her own, that which she helps, or the next one of a change of school."""
    form = form_of(dialog_manager)
    return {"whose": "helped" if form.helper else "own" if form.leaves is None else "next"}


async def on_place(manager: DialogManager, typed: str) -> None:
    """Ask «Верно?», let choose among several, or say that nothing fits and what might have been meant."""
    found = await (await given(manager, FindMunicipality))(typed)
    units = _candidates(found)
    if not units:
        tell(manager, texts_of(manager)("place-not-found", typed=typed))
        return
    manager.dialog_data.update(units=[unit.id for unit in units], guess=isinstance(found, Nothing))
    await manager.switch_to(Registration.place_sure)


@inject
async def places_found(dialog_manager: DialogManager, names: FromDishka[NameTerritories], **_: Any) -> dict[str, Any]:
    """One to confirm, or several to choose from."""
    texts = texts_of(dialog_manager)
    ids = [MunicipalityId(each) for each in dialog_manager.dialog_data.get("units", ())]
    found = await names([Territory(municipality=each) for each in ids])
    regions = {region.id: region.name for region in await (await given(dialog_manager, ListRegions))()}
    units = [unit for named in found.values() if (unit := named.municipality) is not None]
    labels = {unit.id: municipality_words(texts, unit, regions.get(unit.region, "")) for unit in units}
    guess = bool(dialog_manager.dialog_data.get("guess"))
    one = len(units) == 1 and not guess
    return {
        "one": one,
        "several": not one and not guess,
        "guess": guess,
        "place": labels[units[0].id] if one else "",
        "rows": []
        if one
        else [{"id": unit.id, "label": texts.button("btn-place", place=labels[unit.id])} for unit in units],
    }


async def on_yes(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The one that was found."""
    await choose_municipality(manager, int(manager.dialog_data["units"][0]))


async def choose_municipality(manager: DialogManager, municipality: int) -> None:
    """Remember it with its region."""
    wanted = Territory(municipality=MunicipalityId(municipality))
    named = (await (await given(manager, NameTerritories))([wanted]))[wanted]
    if named.municipality is not None:
        form_of(manager).choose_place(named.municipality.territory)
        await go_on(manager, Registration.place)


@inject
async def schools(
    dialog_manager: DialogManager,
    names: FromDishka[NameTerritories],
    listed: FromDishka[OpenSchools],
    **_: Any,
) -> dict[str, Any]:
    """All of the municipality or those found; a helper's own school is looked for in the whole region."""
    form, texts = form_of(dialog_manager), texts_of(dialog_manager)
    ids: Sequence[int] | None = form.data.get("found")
    if ids is not None:
        found = await names([Territory(school=SchoolId(each)) for each in ids])
        rows = [named.school for named in found.values() if named.school is not None]
    else:
        rows = [] if form.helper else list(await listed(form.municipality))
    units = await _units(names, rows) if form.helper else {}
    return {
        "rows": [{"id": row.id, "label": school_label(texts, row, units.get(row.municipality))} for row in rows],
        "helper": form.helper,
        "own": not form.helper,
        "none_yet": not rows and not form.helper and ids is None,
    }


async def on_school_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to what fits."""
    form = form_of(manager)
    search = await given(manager, FindSchool)
    found = await (search(typed, None, form.region) if form.helper else search(typed, form.municipality))
    rows = _candidates(found)
    texts = texts_of(manager)
    if not rows:
        form.data.pop("found", None)
        tell(manager, texts("school-not-found", typed=typed))
        return
    if isinstance(found, Nothing):
        tell(manager, texts("school-guess", typed=typed))
    form.data["found"] = [row.id for row in rows]


async def on_school(manager: DialogManager, school: int) -> None:
    """Her school."""
    manager.dialog_data["school"] = school
    await go_on(manager, Registration.school)


async def on_no_own_school(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A helper who works in no school."""
    manager.dialog_data.pop("school", None)
    await go_on(manager, Registration.school)


@inject
async def who_adds(
    dialog_manager: DialogManager,
    names: FromDishka[NameTerritories],
    coordinator: FromDishka[HasCoordinator],
    **_: Any,
) -> dict[str, Any]:
    """Whether somebody of the municipality can add the school."""
    form = form_of(dialog_manager)
    where = Territory(form.region, form.municipality)
    named: Named = (await names([where]))[where]
    unit = "" if named.municipality is None else named.municipality.name
    return {"place": unit, "has": await coordinator(form.municipality)}


def windows() -> list[Screen]:
    """Region, municipality, school."""
    return [
        Screen(
            step_head(),
            T("ask-region"),
            Paged(Format("{item[label]}"), id="region", items="rows", item_id=_id, on_pick=on_region, parse=int),
            step_back(),
            state=Registration.region,
            getter=(numbers, regions),
        ),
        Screen(
            step_head(),
            T("ask-place", "whose"),
            Asks("place", on_place, most=_LONGEST),
            step_back(),
            state=Registration.place,
            getter=(numbers, helps),
        ),
        Screen(
            T("place-sure", "place", when="one"),
            T("place-several", when="several"),
            T("place-guess", when="guess"),
            Asks("place_again", on_place, most=_LONGEST),
            Button(T("btn-yes"), id="yes", on_click=on_yes, when="one"),
            Paged(
                Format("{item[label]}"), id="units", items="rows", item_id=_id, on_pick=choose_municipality, parse=int
            ),
            SwitchTo(T("btn-no-correct"), id="no", state=Registration.place),
            state=Registration.place_sure,
            getter=places_found,
            expected="expects-tap",
        ),
        Screen(
            step_head(),
            T("ask-school", when="own"),
            T("ask-own-school", when="helper"),
            T("no-schools-yet", when="none_yet"),
            Asks("school", on_school_typed, most=_LONGEST),
            Paged(Format("{item[label]}"), id="schools", items="rows", item_id=_id, on_pick=on_school, parse=int),
            SwitchTo(T("btn-no-school"), id="none", state=Registration.no_school, when="own"),
            Button(T("btn-no-own-school"), id="nowhere", on_click=on_no_own_school, when="helper"),
            step_back(),
            state=Registration.school,
            getter=(numbers, schools),
        ),
        Screen(
            T("school-missing", "place", "has"),
            SwitchTo(T("btn-search-again"), id="again", state=Registration.school),
            menu_button(),
            state=Registration.no_school,
            getter=who_adds,
        ),
    ]


def _candidates(found: Match[Any]) -> tuple[Any, ...]:
    if isinstance(found, Found):
        return (found.one,)
    return found.candidates[:_MOST_FOUND] if isinstance(found, Several) else found.near


async def _units(names: NameTerritories, rows: Sequence[School]) -> dict[MunicipalityId, str]:
    found = await names([Territory(municipality=row.municipality) for row in rows])
    units: list[Municipality] = [named.municipality for named in found.values() if named.municipality is not None]
    return {unit.id: unit.name for unit in units}


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
