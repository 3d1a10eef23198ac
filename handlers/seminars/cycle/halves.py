"""Half-years of a region, and the desk of one of them."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.people.eyes import named
from handlers.registration.views import place_words
from handlers.seminars.cycle import reading
from handlers.seminars.states import Halves
from handlers.seminars.views import day_words, half_words, stands_words
from handlers.shell import Choice, Screen, T, back_button, choices, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe, Texts
from shnor_domain.identity import Territory
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.cycle.use_cases.half_years import HalfYearRow


async def every(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Half-years with the state of their cycles; other regions are a tap away."""
    texts, region = texts_of(dialog_manager), reading.region_of(dialog_manager)
    found = await reading.rows(dialog_manager)
    others = [each for each in regions_run(actor_of(dialog_manager)) if each != region]
    return {
        "place": place_words(texts, await named(dialog_manager, Territory(region))),
        "lines": Safe("\n".join(_row(texts, each) for each in found)),
        "halves": [
            Choice(each.half.id, texts.button("btn-seminar-half", half=half_words(texts, each.half))) for each in found
        ],
        "others": [
            Choice(
                each,
                texts.button(
                    "btn-seminar-region", place=place_words(texts, await named(dialog_manager, Territory(each)))
                ),
            )
            for each in others
        ],
    }


def _row(texts: Texts, row: HalfYearRow) -> Safe:
    stage = "none" if row.phase is None else row.phase.value
    return texts("seminar-half-row", half=half_words(texts, row.half), stage=stage, days=days_words(texts, row))


def days_words(texts: Texts, row: HalfYearRow) -> str:
    """«1 сентября – 31 декабря»."""
    days = row.half.days
    return texts.plain("seminar-days", first=day_words(texts, days.first), last=day_words(texts, days.last))


async def on_region(manager: DialogManager, region: int) -> None:
    """Another region of hers."""
    manager.dialog_data[reading.REGION] = region


async def on_half(manager: DialogManager, half: int) -> None:
    """Its desk; what was begun for another is put away."""
    for left in (reading.DATES, reading.DAYS):
        manager.dialog_data.pop(left, None)
    manager.dialog_data[reading.HALF] = half
    await manager.switch_to(Halves.half)


async def half(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One half-year: dates, catalogue, wishes, and what may be done now."""
    texts, row = texts_of(dialog_manager), await reading.row_of(dialog_manager)
    desk = await reading.desk_of(dialog_manager)
    phase, set_up = desk.phase, desk.cycle is not None
    lines = [texts("seminar-desk", half=half_words(texts, desk.half), days=days_words(texts, row))]
    if desk.cycle is None or phase is None:
        lines.append(texts("seminar-desk-no-dates"))
    else:
        lines.append(stands_words(texts, desk.cycle, phase, desk.today))
        lines.append(texts("seminar-in-catalogue", count=len(desk.topics)))
        if desk.cycle.announced is not None:
            lines.append(texts("seminar-desk-wishes", count=desk.wishes))
    ahead = desk.today <= desk.half.days.last and phase is not Phase.CLOSED
    return {
        "text": Safe("\n".join(lines)),
        "sets": ahead and not set_up,
        "moves": ahead and set_up,
        "catalogue": set_up,
        "topics": len(desk.topics),
        "announces": phase is Phase.PREPARED and bool(desk.topics),
        "movable": row.movable,
    }


def windows() -> tuple[Screen, Screen]:
    """The list and the desk."""
    return (
        Screen(
            T("seminar-halves", "place", "lines"),
            choices("halves", on_half, int),
            choices("others", on_region, int),
            way_back(),
            menu_button(),
            state=Halves.all,
            getter=every,
        ),
        Screen(
            T("seminar-window", "text"),
            SwitchTo(T("btn-seminar-set-dates"), id="set", state=Halves.wishes, when="sets"),
            SwitchTo(T("btn-seminar-catalogue", count="topics"), id="topics", state=Halves.topics, when="catalogue"),
            SwitchTo(T("btn-seminar-announce"), id="announce", state=Halves.announce, when="announces"),
            SwitchTo(T("btn-seminar-move-dates"), id="move", state=Halves.dates, when="moves"),
            SwitchTo(T("btn-seminar-move-days"), id="days", state=Halves.first_day, when="movable"),
            back_button(Halves.all),
            menu_button(),
            state=Halves.half,
            getter=half,
        ),
    )
