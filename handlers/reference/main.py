"""«Справочники»: what may be changed, and of which territory."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form, take_data, territory_data
from handlers.people.where import found_of
from handlers.reference.states import (
    CalledOff,
    Catalogue,
    DaysOff,
    MethodistsDay,
    MyLinks,
    Reference,
    SchoolsHere,
    Spellings,
    SubjectDays,
)
from handlers.reference.views import OVER_REGIONS, WHO, missing_lines, my_regions, my_units, weekday_words
from handlers.results.thresholds import on_thresholds
from handlers.risk.catalogue import open_catalogue
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Role, Territory
from shnor_domain.territories.model import Municipality, Region
from shnor_domain.territories.use_cases.calendars import CalendarGaps, ReadWeekdays
from shnor_domain.territories.use_cases.search import FindMunicipality

_LONGEST = 100
_GOALS: dict[str, State] = {
    "calendar": DaysOff.sheet,
    "methodists": MethodistsDay.day,
    "spellings": Spellings.all,
    "called_off": CalledOff.all,
}
"""What a territory is chosen for, and where it leads; the ids of the buttons."""
_WHOLE = ("calendar", "methodists")
"""What a region has, too."""


async def rights(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What this reader may change at all."""
    actor = actor_of(dialog_manager)
    if not actor.has(*WHO):
        raise NotAllowed
    return {"over_regions": actor.has(*OVER_REGIONS)}


async def on_goal(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the goal; where there is one territory only, it is not asked for."""
    goal = str(button.widget_id)
    units = await my_units(manager)
    if len(units) == 1 and not actor_of(manager).has(*OVER_REGIONS):
        await manager.start(_GOALS[goal], data={"where": territory_data(units[0].territory)})
        return
    manager.dialog_data.update(goal=goal, units=None)
    await manager.switch_to(Reference.whose)


async def on_subject_days(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Of the only region, or of one to choose."""
    regions = await my_regions(manager)
    if len(regions) == 1:
        await manager.start(SubjectDays.all, data={"where": territory_data(regions[0].territory)})
    else:
        await manager.start(SubjectDays.region)


async def whose(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The country, regions and municipalities of the reader; or those that were found."""
    texts, goal, actor = texts_of(dialog_manager), str(Form(dialog_manager)["goal"]), actor_of(dialog_manager)
    regions = await my_regions(dialog_manager) if goal in _WHOLE else ()
    units = await my_units(dialog_manager)
    wanted = dialog_manager.dialog_data.get("units")
    days = await _methodists(dialog_manager, regions) if goal == "methodists" else {}
    missing = await (await given(dialog_manager, CalendarGaps))(actor) if goal == "calendar" else ()
    reader = "admin" if actor.has(Role.ADMIN) else "other"
    return {
        "head": texts(f"reference-whose-{goal}") if units or regions else texts("reference-no-units"),
        "missing": missing_lines(texts, missing, reader),
        "country": goal == "calendar" and actor.reaches(Territory(), Role.ADMIN),
        "regions": _regions(dialog_manager, regions, days) if wanted is None else [],
        "units": _units(dialog_manager, [unit for unit in units if wanted is None or unit.id in wanted], days),
        "narrowed": wanted is not None,
    }


async def _methodists(manager: DialogManager, regions: Sequence[Region]) -> dict[Territory, int]:
    """Weekdays of methodists by the territory that set them."""
    found: dict[Territory, int] = {}
    for region in regions:
        read = await given(manager, ReadWeekdays)
        for day in (await read(actor_of(manager), region.id)).methodists:
            found[Territory(day.region, day.municipality)] = day.weekday
    return found


def _regions(manager: DialogManager, regions: Sequence[Region], days: dict[Territory, int]) -> list[Choice]:
    return [Choice(one.id, _label(manager, "region", one.name, days.get(one.territory))) for one in regions]


def _units(manager: DialogManager, units: Sequence[Municipality], days: dict[Territory, int]) -> list[Choice]:
    return [Choice(one.id, _label(manager, "unit", one.name, days.get(one.territory))) for one in units]


def _label(manager: DialogManager, level: str, name: str, weekday: int | None) -> str:
    texts = texts_of(manager)
    whole = level == "region"
    if weekday is None:
        return texts.button("btn-reference-whole", name=name) if whole else name
    key = "btn-reference-whole-with-day" if whole else "btn-reference-with-day"
    return texts.button(key, name=name, day=weekday_words(texts, weekday))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to what fits."""
    mine = {unit.id for unit in await my_units(manager)}
    found = found_of(await (await given(manager, FindMunicipality))(typed))
    ids = [unit.id for unit in found if unit.id in mine]
    manager.dialog_data["units"] = ids or None
    if not ids:
        tell(manager, texts_of(manager)("municipality-not-found", typed=typed))


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    manager.dialog_data["units"] = None


async def on_unit(manager: DialogManager, unit: int) -> None:
    """A municipality."""
    chosen = next((one for one in await my_units(manager) if one.id == unit), None)
    if chosen is None:
        raise NotFound
    await _open(manager, chosen.territory)


async def on_region(manager: DialogManager, region: int) -> None:
    """A region as a whole."""
    chosen = next((one for one in await my_regions(manager) if one.id == region), None)
    if chosen is None:
        raise NotFound
    await _open(manager, chosen.territory)


async def on_country(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The country."""
    await _open(manager, Territory())


async def _open(manager: DialogManager, where: Territory) -> None:
    await manager.start(_GOALS[str(Form(manager)["goal"])], data={"where": territory_data(where)})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-all"),
            Button(T("btn-reference-calendar"), id="calendar", on_click=on_goal),
            Button(T("btn-reference-methodists"), id="methodists", on_click=on_goal),
            Button(T("btn-reference-subject-days"), id="subjects", on_click=on_subject_days, when="over_regions"),
            Start(T("btn-reference-catalogue"), id="catalogue", state=Catalogue.all, when="over_regions"),
            Button(T("btn-reference-thresholds"), id="thresholds", on_click=on_thresholds, when="over_regions"),
            Button(T("btn-reference-factors"), id="factors", on_click=open_catalogue, when="over_regions"),
            Start(T("btn-reference-schools"), id="schools", state=SchoolsHere.all),
            Button(T("btn-reference-spellings"), id="spellings", on_click=on_goal),
            Button(T("btn-reference-called-off"), id="called_off", on_click=on_goal),
            Start(T("btn-reference-links"), id="links", state=MyLinks.all),
            menu_button(),
            state=Reference.all,
            getter=rights,
        ),
        Screen(
            Format("{missing}\n", when="missing"),
            Format("{head}"),
            Asks("municipality", on_typed, most=_LONGEST),
            Button(T("btn-reference-country"), id="country", on_click=on_country, when="country"),
            choices("regions", on_region, int),
            choices("units", on_unit, int, width=2),
            Button(T("btn-schools-all"), id="all", on_click=on_all, when="narrowed"),
            back_button(Reference.all),
            menu_button(),
            state=Reference.whose,
            getter=whose,
        ),
        on_start=take_data,
        name="reference",
    )
