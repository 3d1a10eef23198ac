"""/schools: of which municipality, then by number and name, with who is in the bot and who is not."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.people.where import found_of
from handlers.registration.views import school_label
from handlers.schools.card import windows as card_windows
from handlers.schools.states import Attention, Schools, YearList
from handlers.schools.views import SEE_LISTS, school_row
from handlers.shell import Asks, Choice, Screen, T, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.identity import MunicipalityId, SchoolId
from shnor_domain.people.use_cases.school_facts import PeopleOfSchools
from shnor_domain.territories.model import School
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.scoped import FindMySchools, MyMunicipalities, MySchools
from shnor_domain.territories.use_cases.search import FindMunicipality

LIST = "schools"
_LONGEST = 100


async def open_schools(manager: DialogManager, **start: Any) -> None:
    """The municipalities of whoever has several, else the schools at once; the card of the only one."""
    units = await (await given(manager, MyMunicipalities))(actor_of(manager))
    schools = await (await given(manager, MySchools))(actor_of(manager)) if len(units) == 1 else ()
    if len(schools) == 1:
        data = {"school": schools[0].id, "municipality": schools[0].municipality, "several": False}
        await manager.start(Schools.card, data=data, **start)
    elif len(units) > 1:
        await manager.start(Schools.municipality, data={"several": True}, **start)
    else:
        unit = units[0].id if units else None
        await manager.start(Schools.all, data={"municipality": unit, "several": False}, **start)


async def municipalities(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of the actor's, or those that were found."""
    listed = await (await given(dialog_manager, MyMunicipalities))(actor_of(dialog_manager))
    wanted = dialog_manager.dialog_data.get("units")
    texts = texts_of(dialog_manager)
    rows = [
        Choice(unit.id, texts.button("btn-municipality", name=unit.name))
        for unit in listed
        if wanted is None or unit.id in wanted
    ]
    return {"units": rows, "total": len(listed), "narrowed": wanted is not None, **await rights(dialog_manager)}


async def rights(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who sees lists of the year and warnings."""
    return {"watches": actor_of(dialog_manager).has(*SEE_LISTS)}


async def on_municipality_typed(manager: DialogManager, typed: str) -> None:
    """Narrow the list to what fits."""
    mine = {unit.id for unit in await (await given(manager, MyMunicipalities))(actor_of(manager))}
    found = found_of(await (await given(manager, FindMunicipality))(typed))
    ids = [unit.id for unit in found if unit.id in mine]
    manager.dialog_data["units"] = ids or None
    if not ids:
        tell(manager, texts_of(manager)("municipality-not-found", typed=typed))


async def on_all_municipalities(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    manager.dialog_data["units"] = None


async def on_municipality(manager: DialogManager, municipality: int) -> None:
    """Its schools."""
    mine = await (await given(manager, MyMunicipalities))(actor_of(manager))
    if municipality not in {unit.id for unit in mine}:
        raise NotFound
    manager.dialog_data.update(municipality=municipality, found=None, typed="", missing=False)
    turn(manager, LIST)
    await manager.switch_to(Schools.all)


def _municipality(manager: DialogManager) -> MunicipalityId | None:
    chosen = manager.dialog_data.get("municipality")
    return None if chosen is None else MunicipalityId(int(chosen))


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the list, of what was found, or of those whose lead is not in the bot."""
    eyes, data = await eyes_of(dialog_manager), dialog_manager.dialog_data
    rows: Sequence[School] = await (await given(dialog_manager, MySchools))(eyes.actor, _municipality(dialog_manager))
    total = len(rows)
    wanted = data.get("found")
    if wanted is not None:
        rows = [school for school in rows if school.id in wanted]
    people_of = await given(dialog_manager, PeopleOfSchools)
    if data.get("missing"):
        known = await people_of(eyes.actor, [school.id for school in rows])
        rows = [school for school in rows if school.id in known and not known[school.id].leads]
    page = page_of(rows, turned_to(dialog_manager, LIST))
    people = await people_of(eyes.actor, [school.id for school in page.rows])
    first = page.number * 8 + 1
    lines = [school_row(eyes, number, school, people.get(school.id)) for number, school in enumerate(page.rows, first)]
    return {
        "schools": [Choice(school.id, school_label(eyes.texts, school)) for school in page.rows],
        "lines": Safe("\n".join(lines)),
        "total": total,
        "shown": page.total,
        "page": page.number,
        "pages": page.pages,
        "typed": str(data.get("typed") or ""),
        "missing": bool(data.get("missing")),
        "empty": not total,
        "nothing": bool(total) and not page.total,
        "narrowed": wanted is not None or bool(data.get("missing")),
        "whole": wanted is None and not data.get("missing") and bool(total),
        "several": bool(data.get("several")),
        **await rights(dialog_manager),
    }


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Number, name or village, with typos."""
    found = found_of(await (await given(manager, FindMySchools))(actor_of(manager), typed, _municipality(manager)))
    turn(manager, LIST)
    if found:
        manager.dialog_data.update(found=[school.id for school in found], typed=typed, missing=False)
    else:
        manager.dialog_data.update(found=None, typed="")
        tell(manager, texts_of(manager)("schools-not-found", typed=typed))


async def on_missing(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Only those whose lead is not in the bot."""
    manager.dialog_data.update(found=None, typed="", missing=True)
    turn(manager, LIST)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    manager.dialog_data.update(found=None, typed="", missing=False)
    turn(manager, LIST)


async def on_school(manager: DialogManager, school: int) -> None:
    """The card."""
    Form(manager)["school"] = SchoolId(school)
    await manager.switch_to(Schools.card)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("schools-municipalities", "total"),
            Asks("municipality", on_municipality_typed, most=_LONGEST),
            choices("units", on_municipality, int, width=2),
            Button(T("btn-schools-all"), id="all", on_click=on_all_municipalities, when="narrowed"),
            Start(T("btn-schools-year"), id="year", state=YearList.status, when="watches"),
            Start(T("btn-schools-attention"), id="attention", state=Attention.all, when="watches"),
            menu_button(),
            state=Schools.municipality,
            getter=municipalities,
        ),
        Screen(
            T("schools-empty", when="empty"),
            T("schools-nothing", when="nothing"),
            T("schools-searched", "typed", when="typed"),
            T("schools-missing", "shown", when="missing"),
            T("schools-all", "total", when="whole"),
            T("schools-lines", "lines", when="lines"),
            Asks("school", on_typed, most=_LONGEST),
            choices("schools", on_school, int),
            Turning(LIST),
            Button(T("btn-schools-all"), id="all", on_click=on_all, when="narrowed"),
            Button(T("btn-schools-missing"), id="missing", on_click=on_missing, when="whole"),
            Start(T("btn-schools-year"), id="year", state=YearList.status, when="watches"),
            Start(T("btn-schools-attention"), id="attention", state=Attention.all, when="watches"),
            SwitchTo(T("btn-schools-municipalities"), id="units", state=Schools.municipality, when="several"),
            menu_button(),
            state=Schools.all,
            getter=schools,
        ),
        *card_windows(),
        on_start=take_data,
        name="schools",
    )
