"""Who asked, signed up and came, by school, for coordinators and observers; and their hours in numbers (JP9, JP10)."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.certificates.views import duration
from handlers.seminars.events.views import look_of
from handlers.seminars.requests import halves
from handlers.seminars.requests.views import SCHOOL, short
from handlers.seminars.training.files import send_watch
from handlers.seminars.training.states import WhoCame
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.seminars.training.use_cases.of_schools import TrainingNumbers
from shnor_domain.seminars.training.use_cases.watching import PresenceWatch, WatchedSchool, WatchPresence
from shnor_domain.seminars.training.watch import AtEvent
from shnor_domain.territories.paging import ROWS, page_of

LIST, EVENTS, HOURS = "who_came", "school_events", "school_hours"
_CHOSEN, _WATCH = "watched_school", "presence_watch"


async def watch_of(manager: DialogManager) -> PresenceWatch:
    """Of the chosen half-year; read once an update."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(_WATCH, (False, None))[0] != (cycle,):
        data[_WATCH] = ((cycle,), await (await given(manager, WatchPresence))(actor_of(manager), cycle))
    found: PresenceWatch = data[_WATCH][1]
    return found


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools by number."""
    texts, watch = texts_of(dialog_manager), await watch_of(dialog_manager)
    page = page_of(watch.rows, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    text = texts("sreq-watch-none-yet")
    if watch.halves is not None:
        half = half_words(texts, watch.halves.cycle.half)
        text = texts("strain-watch-none", half=half)
        if watch.rows:
            lines = Safe("\n".join(_line(texts, number, row) for number, row in numbered))
            counts = {"asking": watch.asking, "signed": watch.signed, "came": watch.came, "missed": watch.missed}
            text = texts("strain-watch", half=half, lines=lines, **{key: str(each) for key, each in counts.items()})
    return {
        "text": text,
        LIST: [
            Choice(_id(row), texts.button("btn-sreq-watch-row", number=str(number), school=row.school.name))
            for number, row in numbered
        ],
        "some": bool(watch.rows),
        "others": watch.halves is not None and len(watch.halves.all) > 1,
        "page": page.number,
        "pages": page.pages,
    }


def _line(texts: Texts, number: int, row: WatchedSchool) -> Safe:
    return texts(
        "strain-watch-row",
        number=str(number),
        school=fit(row.school.name, SCHOOL),
        asked=str(row.asked),
        signed=str(row.signed),
        came=str(row.came),
        nameless=row.nameless,
        missed=bool(row.missed),
    )


def _id(row: WatchedSchool) -> int:
    return int(row.school.where.school or 0)


async def on_row(manager: DialogManager, school: int) -> None:
    """What it asked for, and had."""
    manager.dialog_data[_CHOSEN] = school
    turn(manager, EVENTS)
    await manager.switch_to(WhoCame.school)


async def school(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of events, by time."""
    look, watch = await look_of(dialog_manager), await watch_of(dialog_manager)
    row = next((each for each in watch.rows if _id(each) == dialog_manager.dialog_data.get(_CHOSEN)), None)
    if row is None:
        raise Stale
    page = page_of(row.events, turned_to(dialog_manager, EVENTS))
    lines = [
        look.texts(
            "strain-watch-event",
            title=short(each.event.terms.title),
            asked=each.asked,
            signed=str(each.signed),
            came=str(each.came),
            nameless=each.nameless,
            stands=_stands(each, look.now),
        )
        for each in page.rows
    ]
    return {
        "text": look.texts(
            "strain-watch-school",
            school=fit(row.school.name, SCHOOL),
            asked=str(row.asked),
            some=bool(lines),
            lines=Safe("\n".join(lines)),
        ),
        "page": page.number,
        "pages": page.pages,
    }


def _stands(each: AtEvent, now: datetime) -> str:
    if each.unheld:
        return "unheld"
    if each.missed:
        return "missed"
    return "over" if each.event.over(now) else "ahead"


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools with hours of their people; those of fewer than five are hidden."""
    texts = texts_of(dialog_manager)
    case = await given(dialog_manager, TrainingNumbers)
    found = await case(actor_of(dialog_manager), halves.chosen(dialog_manager))
    page = page_of(found.rows, turned_to(dialog_manager, HOURS))
    lines = [
        texts(
            "strain-hours-row",
            school=fit(each.school.name, SCHOOL),
            hidden=each.people is None,
            count=each.people or 0,
            hours=duration(texts, each.minutes or 0),
        )
        for each in page.rows
    ]
    return {
        "text": texts("strain-hours", some=bool(lines), lines=Safe("\n".join(lines))),
        "page": page.number,
        "pages": page.pages,
    }


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as xlsx."""
    await send_watch(manager, await watch_of(manager))


async def _halves(manager: DialogManager) -> Halves | None:
    return (await watch_of(manager)).halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            SwitchTo(T("btn-strain-hours"), id="hours", state=WhoCame.hours, when="some"),
            Button(T("btn-strain-file"), id="file", on_click=on_file, when="some"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=WhoCame.halves, when="others"),
            way_back(),
            menu_button(),
            state=WhoCame.all,
            getter=rows,
        ),
        Screen(
            Format("{text}"),
            Turning(EVENTS),
            back_button(WhoCame.all),
            menu_button(),
            state=WhoCame.school,
            getter=school,
        ),
        Screen(
            Format("{text}"),
            Turning(HOURS),
            back_button(WhoCame.all),
            menu_button(),
            state=WhoCame.hours,
            getter=hours,
        ),
        halves.screen(WhoCame.halves, WhoCame.all, LIST, _halves),
    )
