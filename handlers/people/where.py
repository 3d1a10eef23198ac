"""A territory on the level that is needed, inside the actor's own: a dialog that gives it back to the one above.

Its result is `{"where": territory_data}`; `ask_where` skips it where there is one choice only.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import take_data, territory_data
from handlers.people.states import Where
from handlers.registration.views import school_label
from handlers.shell import Asks, Choice, Screen, T, cancel_button, choices, given, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.territories.names import Found, Match, Several
from shnor_domain.territories.use_cases.scoped import FindMySchools, MyMunicipalities, MyRegions, MySchools
from shnor_domain.territories.use_cases.search import FindMunicipality

F = TypeVar("F")

_LONGEST = 100


async def ask_where(manager: DialogManager, level: str) -> Territory | None:
    """The only territory of this `level` («region», «municipality», «school») in the actor's reach; else None, and
    the question is open."""
    actor = actor_of(manager)
    if level == "region":
        regions = await (await given(manager, MyRegions))(actor)
        if len(regions) == 1:
            return regions[0].territory
        await manager.start(Where.region, data={"level": level})
        return None
    units = await (await given(manager, MyMunicipalities))(actor)
    if len(units) != 1:
        await manager.start(Where.municipality, data={"level": level})
        return None
    if level == "municipality":
        return units[0].territory
    schools = await (await given(manager, MySchools))(actor)
    if len(schools) == 1:
        return schools[0].territory
    await manager.start(Where.school, data={"level": level, "municipality": units[0].id})
    return None


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Regions of the actor."""
    listed = await (await given(dialog_manager, MyRegions))(actor_of(dialog_manager))
    return {"regions": [Choice(region.id, region.name) for region in listed]}


async def on_region(manager: DialogManager, region: int) -> None:
    """The whole of it."""
    await manager.done({"where": territory_data(Territory(RegionId(region)))})


async def municipalities(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of the actor's, or those that were found."""
    listed = await (await given(dialog_manager, MyMunicipalities))(actor_of(dialog_manager))
    wanted = dialog_manager.dialog_data.get("units")
    units = [unit for unit in listed if wanted is None or unit.id in wanted]
    texts = texts_of(dialog_manager)
    return {"units": [Choice(unit.id, texts.button("btn-municipality", name=unit.name)) for unit in units]}


async def on_municipality_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to what fits."""
    found = found_of(await (await given(manager, FindMunicipality))(typed))
    mine = {unit.id for unit in await (await given(manager, MyMunicipalities))(actor_of(manager))}
    ids = [unit.id for unit in found if unit.id in mine]
    manager.dialog_data["units"] = ids or None
    if not ids:
        tell(manager, texts_of(manager)("municipality-not-found", typed=typed))


async def on_municipality(manager: DialogManager, municipality: int) -> None:
    """It, or its schools."""
    mine = await (await given(manager, MyMunicipalities))(actor_of(manager))
    unit = next((unit for unit in mine if unit.id == municipality), None)
    if unit is None:
        raise NotFound
    if manager.dialog_data.get("level") == "municipality":
        await manager.done({"where": territory_data(unit.territory)})
        return
    manager.dialog_data.update(municipality=municipality, schools=None)
    await manager.switch_to(Where.school)


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of the municipality, or those that were found."""
    municipality = dialog_manager.dialog_data.get("municipality")
    unit = None if municipality is None else MunicipalityId(int(municipality))
    listed = await (await given(dialog_manager, MySchools))(actor_of(dialog_manager), unit)
    wanted = dialog_manager.dialog_data.get("schools")
    rows = [school for school in listed if wanted is None or school.id in wanted]
    texts = texts_of(dialog_manager)
    return {"schools": [Choice(row.id, school_label(texts, row)) for row in rows], "none": not rows}


async def on_school_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to what fits."""
    municipality = manager.dialog_data.get("municipality")
    unit = None if municipality is None else MunicipalityId(int(municipality))
    found = found_of(await (await given(manager, FindMySchools))(actor_of(manager), typed, unit))
    manager.dialog_data["schools"] = [school.id for school in found] or None
    if not found:
        tell(manager, texts_of(manager)("schools-not-found", typed=typed))


async def on_school(manager: DialogManager, school: int) -> None:
    """The school."""
    listed = await (await given(manager, MySchools))(actor_of(manager))
    chosen = next((one for one in listed if one.id == SchoolId(school)), None)
    if chosen is None:
        raise NotFound
    await manager.done({"where": territory_data(chosen.territory)})


def found_of(match: Match[F]) -> Sequence[F]:
    """What fits, near misses included."""
    if isinstance(match, Found):
        return (match.one,)
    return match.candidates if isinstance(match, Several) else match.near


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("where-region"),
            choices("regions", on_region, int),
            cancel_button("btn-back"),
            state=Where.region,
            getter=regions,
        ),
        Screen(
            T("where-municipality"),
            Asks("municipality", on_municipality_typed, most=_LONGEST),
            choices("units", on_municipality, int),
            cancel_button("btn-back"),
            state=Where.municipality,
            getter=municipalities,
        ),
        Screen(
            T("where-no-schools", when="none"),
            T("where-school", when=lambda data, *_: not data["none"]),
            Asks("school", on_school_typed, most=_LONGEST),
            choices("schools", on_school, int),
            cancel_button("btn-back"),
            state=Where.school,
            getter=schools,
        ),
        on_start=take_data,
        name="where",
    )
