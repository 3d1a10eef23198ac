"""A territory in a year: how much is entered, averages, moves of clusters, and the threshold as a count by number."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import named, named_schools
from handlers.people.form import Form, take_data, territory_data
from handlers.registration.views import place_words, school_label
from handlers.results.files import send_scope_table
from handlers.results.opening import open_school_results
from handlers.results.states import Summary
from handlers.results.views import profile_words
from handlers.results.wording import Wording, wording_of
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId, Territory
from shnor_domain.results.access import WATCHING
from shnor_domain.results.averages import FEWEST_SCHOOLS
from shnor_domain.results.model import SMALL
from shnor_domain.results.use_cases.clusters import ClusterMoves
from shnor_domain.results.use_cases.counting import OverThreshold, SchoolsOverThreshold
from shnor_domain.results.use_cases.summary import ResultsSummary
from shnor_domain.results.use_cases.summary import Summary as Numbers
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.scoped import MyRegions

SCOPES, OVER = "scopes", "over"
_RECKONED = "results-over"
"""What the tap found already, until its window is shown: of the update in hand alone."""
_TITLE = 120


async def scopes_of(manager: DialogManager) -> list[Territory]:
    """Regions that the actor watches as a whole, then municipalities of her own."""
    actor = actor_of(manager)
    regions = [region.territory for region in await (await given(manager, MyRegions))(actor)]
    units = [place.territory for place in actor.places if place.verified and place.role in WATCHING]
    found = dict.fromkeys((*regions, *units))
    return [where for where in found if where.region is not None and where.school is None]


async def open_summary(manager: DialogManager, where: Territory | None) -> None:
    """Of this territory where she watches it, else of the only one that she does, else the question which."""
    if where is None or not actor_of(manager).reaches(where, *WATCHING):
        found = await scopes_of(manager)
        where = found[0] if len(found) == 1 else None
    if where is None:
        await manager.start(Summary.scopes)
    else:
        await manager.start(Summary.numbers, data={"where": territory_data(where)})


async def scopes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of territories."""
    texts = texts_of(dialog_manager)
    page = page_of(await scopes_of(dialog_manager), turned_to(dialog_manager, SCOPES))
    rows = [
        Choice(at, texts.button("btn-results-scope", name=place_words(texts, await named(dialog_manager, where))))
        for at, where in enumerate(page.rows, page.number * 8)
    ]
    return {"rows": rows, "page": page.number, "pages": page.pages}


async def on_scope(manager: DialogManager, at: int) -> None:
    """Its numbers."""
    found = await scopes_of(manager)
    if at >= len(found):
        raise Stale
    Form(manager)["where"], Form(manager)["chosen"] = territory_data(found[at]), True
    await manager.switch_to(Summary.numbers)


async def _numbers(manager: DialogManager) -> Numbers:
    read = await given(manager, ResultsSummary)
    return await read(actor_of(manager), Form(manager).where, _chosen_year(manager))


def _chosen_year(manager: DialogManager) -> SchoolYear | None:
    """None until another year is asked for: use cases know the latest."""
    year = Form(manager).get("year")
    return None if year is None else SchoolYear(int(year))


async def _place(manager: DialogManager) -> str:
    return fit(place_words(texts_of(manager), await named(manager, Form(manager).where)), _TITLE)


async def numbers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Completeness, averages, moves of clusters."""
    words, found = await wording_of(dialog_manager), await _numbers(dialog_manager)
    moves_of = await given(dialog_manager, ClusterMoves)
    moves = await moves_of(actor_of(dialog_manager), Form(dialog_manager).where, _chosen_year(dialog_manager))
    counts = {move.name.lower(): count for move, count in moves.counts.items()}
    return {
        "place": await _place(dialog_manager),
        "year": words.year(found.year),
        "entered": found.entered,
        "due": found.due,
        "schools": found.schools,
        "whole": found.whole,
        "averages": _averages(words, found),
        "moves_year": words.year(moves.year),
        "moved": sum(moves.counts.values()),
        "unmoved": not sum(moves.counts.values()),
        **counts,
        "some": bool(found.entered),
        "empty": not found.entered,
        "chosen": bool(Form(dialog_manager).get("chosen")),
        "given": not Form(dialog_manager).get("chosen"),
    }


def _averages(words: Wording, found: Numbers) -> Safe:
    known = [(procedure, average) for procedure, average in found.averages if average is not None]
    told = [
        words.texts(
            "results-summary-average",
            procedure=words.procedure(procedure),
            share=words.share(average.share),
            schools=average.schools,
        )
        for procedure, average in known
    ]
    if not known:
        return words.texts("results-summary-no-averages", schools=FEWEST_SCHOOLS, few=SMALL)
    if len(known) < len(found.averages):
        told.append(words.texts("results-summary-few", schools=FEWEST_SCHOOLS, few=SMALL))
    return Safe("\n".join((words.texts("results-summary-averages"), *told)))


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last three, the latest first."""
    words, found = await wording_of(dialog_manager), await _numbers(dialog_manager)
    rows = [Choice(int(year), words.year(year)) for year in reversed(found.years)]
    return {"place": await _place(dialog_manager), "year": words.year(found.year), "rows": rows}


async def on_year(manager: DialogManager, year: int) -> None:
    """That one."""
    if year not in (await _numbers(manager)).years:
        raise Stale
    Form(manager)["year"] = year
    await manager.switch_to(Summary.numbers)


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Everything of the territory as xlsx."""
    await send_scope_table(manager, Form(manager).where, _chosen_year(manager), await _place(manager))


async def on_over(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Reckoned once, before the window opens: a queue that is full is said here, the window takes what is found."""
    turn(manager, OVER)
    manager.middleware_data[_RECKONED] = await _over(manager)
    await manager.switch_to(Summary.over)


async def _over(manager: DialogManager) -> OverThreshold:
    count = await given(manager, SchoolsOverThreshold)
    where, page = Form(manager).where, turned_to(manager, OVER)
    return await count(actor_of(manager), where, page, _chosen_year(manager))


async def over(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """By which profile, how many schools, and which, by municipality and number."""
    words, reckoned = await wording_of(dialog_manager), dialog_manager.middleware_data.pop(_RECKONED, None)
    found: OverThreshold = reckoned or await _over(dialog_manager)
    counts = {outcome.name.lower(): count for outcome, count in found.counts.items()}
    return {
        "place": await _place(dialog_manager),
        "year": words.year(found.year),
        "profile": fit(found.profile.title, _TITLE),
        "asks": profile_words(words, found.profile),
        **counts,
        "concludes": not counts["told"],
        "tells": bool(counts["told"]),
        "listed": bool(counts["reached"]),
        "few": SMALL,
        "rows": await _schools(dialog_manager, found),
        "page": found.page.number,
        "pages": found.page.pages,
    }


async def _schools(manager: DialogManager, found: OverThreshold) -> list[Choice]:
    texts = texts_of(manager)
    if Form(manager).where.municipality is not None:
        return [Choice(school.id, school_label(texts, school)) for school in found.page.rows]
    places = await named_schools(manager, [school.id for school in found.page.rows])
    units = {school: "" if place.municipality is None else place.municipality.name for school, place in places.items()}
    return [Choice(school.id, school_label(texts, school, units[school.id])) for school in found.page.rows]


async def on_school(manager: DialogManager, school: int) -> None:
    """Its results."""
    await open_school_results(manager, SchoolId(school))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("results-scopes"),
            choices("rows", on_scope, int),
            Turning(SCOPES),
            cancel_button("btn-back"),
            menu_button(),
            state=Summary.scopes,
            getter=scopes,
        ),
        Screen(
            T("results-summary", "place", "year", "entered", "due", "schools", "whole"),
            T("results-lines", lines="averages", when="some"),
            T("results-summary-empty", when="empty"),
            T("results-moves", "positive", "negative", "neutral", "no_comparison", year="moves_year", when="moved"),
            T("results-moves-none", year="moves_year", when="unmoved"),
            Button(T("btn-results-over"), id="over", on_click=on_over, when="some"),
            SwitchTo(T("btn-results-years"), id="years", state=Summary.years),
            Button(T("btn-results-table"), id="table", on_click=on_table, when="some"),
            SwitchTo(T("btn-back"), id="back", state=Summary.scopes, when="chosen"),
            cancel_button("btn-back", when="given"),
            menu_button(),
            state=Summary.numbers,
            getter=numbers,
        ),
        Screen(
            T("results-summary-years", "place", "year"),
            choices("rows", on_year, int),
            SwitchTo(T("btn-back"), id="back", state=Summary.numbers),
            menu_button(),
            state=Summary.years,
            getter=years,
        ),
        Screen(
            T("results-over", "place", "year", "profile", "asks"),
            T("results-over-counts", "reached", "not_reached", "no_data", when="concludes"),
            T("results-over-told", "told", when="tells"),
            T("results-over-listed", when="listed"),
            T("results-over-seen", few="few", when="concludes"),
            choices("rows", on_school, int),
            Turning(OVER),
            SwitchTo(T("btn-back"), id="back", state=Summary.numbers),
            menu_button(),
            state=Summary.over,
            getter=over,
        ),
        on_start=take_data,
        name="results-summary",
    )
