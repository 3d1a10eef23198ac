"""Of which territory, and of which year."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.competence.form import the_view, year_of
from handlers.competence.states import Competence
from handlers.competence.table import LINES, open_place
from handlers.competence.views import place_names
from handlers.people.form import Form, territory_data
from handlers.schools.views import year_words
from handlers.shell import Choice, Screen, T, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.competence.use_cases.looking import CompetencePlaces, CompetenceYears
from shnor_domain.errors import Stale
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.paging import page_of

PLACES, YEARS = "places", "years"


async def open_competence(manager: DialogManager) -> None:
    """The table of the only territory there is to look at, else the question which."""
    places = await (await given(manager, CompetencePlaces))(actor_of(manager))
    if len(places) == 1:
        await manager.start(Competence.table, data={"where": territory_data(places[0])})
    else:
        await manager.start(Competence.places)


async def places(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them."""
    texts = texts_of(dialog_manager)
    found = await (await given(dialog_manager, CompetencePlaces))(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, PLACES))
    names = await place_names(dialog_manager, texts, page.rows)
    first = page.number * 8
    return {
        "places": [
            Choice(at, texts.button("btn-competence-place", name=names[where], entered=False))
            for at, where in enumerate(page.rows, first)
        ],
        "some": bool(found),
        "none": not found,
        "page": page.number,
        "pages": page.pages,
    }


async def on_place(manager: DialogManager, at: int) -> None:
    """Its table."""
    found = await (await given(manager, CompetencePlaces))(actor_of(manager))
    if at >= len(found):
        raise Stale
    Form(manager)["chosen"] = True
    open_place(manager, found[at])
    await manager.switch_to(Competence.table)


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of years, the latest first, those with numbers ticked."""
    texts, view = texts_of(dialog_manager), await the_view(dialog_manager)
    rows = await (await given(dialog_manager, CompetenceYears))(actor_of(dialog_manager), view.where)
    page = page_of(rows, turned_to(dialog_manager, YEARS))
    return {
        "place": (await place_names(dialog_manager, texts, [view.where]))[view.where],
        "year": year_words(await year_of(dialog_manager)),
        "years": [
            Choice(row.year, texts.button("btn-competence-year", year=year_words(row.year), entered=row.entered))
            for row in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_year(manager: DialogManager, year: int) -> None:
    """The table of that year."""
    rows = await (await given(manager, CompetenceYears))(actor_of(manager), Form(manager).where)
    if SchoolYear(year) not in {row.year for row in rows}:
        raise Stale
    Form(manager)["year"] = year
    turn(manager, LINES)
    await manager.switch_to(Competence.table)


def windows() -> list[Screen]:
    """Where, and when."""
    return [
        Screen(
            T("competence-places", when="some"),
            T("competence-places-none", when="none"),
            choices("places", on_place, int),
            Turning(PLACES),
            menu_button(),
            state=Competence.places,
            getter=places,
        ),
        Screen(
            T("competence-years", "place", "year"),
            choices("years", on_year, int),
            Turning(YEARS),
            SwitchTo(T("btn-back"), id="back", state=Competence.table),
            menu_button(),
            state=Competence.years,
            getter=years,
        ),
    ]
