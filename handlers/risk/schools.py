"""Whose profile: by number and name, or typed with typos; and «закрыто / осталось» of all that the reader sees."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form, take_data
from handlers.registration.views import school_label
from handlers.risk.opening import LONGEST, find, open_card, schools_of
from handlers.risk.states import RiskSchools
from handlers.schools.views import SEE_LISTS
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.identity import MunicipalityId, SchoolId
from shnor_domain.risk.use_cases.counts import Reduction, RiskCounts
from shnor_domain.territories.model import School
from shnor_domain.territories.names import Found, Nothing
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.scoped import MyMunicipalities

SCHOOLS, UNITS, COUNTS = "schools", "units", "counts"


def _typed(manager: DialogManager) -> str:
    return str(Form(manager).get("typed") or "")


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of those that fit what was typed, of all where nothing was."""
    texts, typed = texts_of(dialog_manager), _typed(dialog_manager)
    found = await find(dialog_manager, typed)
    rows = schools_of(found)
    page = page_of(rows, turned_to(dialog_manager, SCHOOLS))
    units = await _units(dialog_manager)
    several = len({school.municipality for school in rows}) > 1
    return {
        SCHOOLS: [Choice(one.id, _label(texts, one, units if several else {})) for one in page.rows],
        "head": _head(texts, typed, "none" if isinstance(found, Nothing) else "some", len(rows)),
        "sure": isinstance(found, Found) and not found.exact and bool(typed),
        "typed": typed,
        "counts": actor_of(dialog_manager).has(*SEE_LISTS),
        "page": page.number,
        "pages": page.pages,
    }


def _head(texts: Texts, typed: str, found: str, total: int) -> Safe:
    if typed:
        return texts("risk-schools-typed", typed=typed, found=found, count=total)
    return texts("risk-schools" if total else "risk-schools-empty", count=total)


def _label(texts: Texts, school: School, units: dict[MunicipalityId, str]) -> str:
    return school_label(texts, school, units.get(school.municipality))


async def _units(manager: DialogManager) -> dict[MunicipalityId, str]:
    found = await (await given(manager, MyMunicipalities))(actor_of(manager))
    return {unit.id: unit.name for unit in found}


async def on_school(manager: DialogManager, school: int) -> None:
    """Its profile; «Назад» leads back here."""
    await open_card(manager, SchoolId(school))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """The one that is meant without a doubt, else those that fit."""
    found = await find(manager, typed)
    Form(manager)["typed"] = typed
    turn(manager, SCHOOLS)
    if isinstance(found, Found) and found.exact:
        await open_card(manager, found.one.id)


async def on_all(_event: object, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    Form(manager)["typed"] = ""
    turn(manager, SCHOOLS)


async def units(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of municipalities with their counts, by name."""
    texts, whole = texts_of(dialog_manager), await _counts(dialog_manager)
    names = await _units(dialog_manager)
    parts = sorted(whole.by_municipality.items(), key=lambda one: names.get(one[0], "").casefold())
    page = page_of(parts, turned_to(dialog_manager, UNITS))
    return {
        "head": texts("risk-counts", closed=whole.closed, left=whole.left, schools=len(whole.rows)),
        "lines": Safe("\n".join(_count_line(texts, names.get(unit, "…"), part.closed, part.left)
                                for unit, part in page.rows)),
        UNITS: [Choice(unit, texts.button("btn-municipality", name=names.get(unit, "…"))) for unit, _part in page.rows],
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


async def _counts(manager: DialogManager) -> Reduction:
    return await (await given(manager, RiskCounts))(actor_of(manager))


def _count_line(texts: Texts, name: str, closed: int, left: int) -> Safe:
    return texts("risk-count-line", name=name, closed=closed, left=left)


async def on_unit(manager: DialogManager, unit: int) -> None:
    """Its schools."""
    Form(manager)["unit"] = unit
    turn(manager, COUNTS)
    await manager.switch_to(RiskSchools.counts)


async def counts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools of one municipality, by number and name, never by what is counted (rule 9)."""
    texts, whole = texts_of(dialog_manager), await _counts(dialog_manager)
    unit = MunicipalityId(int(Form(dialog_manager)["unit"]))
    part = whole.by_municipality.get(unit)
    if part is None:
        raise Stale
    names = await _units(dialog_manager)
    page = page_of(sorted(part.rows, key=lambda row: row.school.order), turned_to(dialog_manager, COUNTS))
    lines = [_count_line(texts, school_label(texts, row.school), row.closed, row.left) for row in page.rows]
    return {
        "head": _count_line(texts, names.get(unit, "…"), part.closed, part.left),
        "lines": Safe("\n".join(lines)),
        COUNTS: [Choice(row.school.id, school_label(texts, row.school)) for row in page.rows],
        "page": page.number,
        "pages": page.pages,
    }


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{head}"),
            T("risk-schools-ask"),
            Asks("school", on_typed, most=LONGEST),
            choices(SCHOOLS, on_school, int),
            Turning(SCHOOLS),
            Button(T("btn-schools-all"), id="everything", on_click=on_all, when="typed"),
            SwitchTo(T("btn-risk-counts"), id="units", state=RiskSchools.units, when="counts"),
            menu_button(),
            state=RiskSchools.all,
            getter=schools,
        ),
        Screen(
            Format("{head}"),
            Format("{lines}", when="lines"),
            choices(UNITS, on_unit, int),
            Turning(UNITS),
            back_button(RiskSchools.all),
            menu_button(),
            state=RiskSchools.units,
            getter=units,
        ),
        Screen(
            Format("{head}"),
            Format("{lines}", when="lines"),
            choices(COUNTS, on_school, int),
            Turning(COUNTS),
            back_button(RiskSchools.units),
            menu_button(),
            state=RiskSchools.counts,
            getter=counts,
        ),
        on_start=take_data,
        name="risk-schools",
    )
