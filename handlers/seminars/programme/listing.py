"""The programme of a half-year for who has a place in its region: what takes place, and what has changed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events.views import Look, look_of
from handlers.seminars.programme import states
from handlers.seminars.programme.views import change_lines
from handlers.seminars.requests import halves
from handlers.seminars.requests.views import short
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.programme.use_cases.reading import Programme, ProgrammeForMe, Row
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.territories.paging import ROWS, page_of

LIST, CHANGES = "programme", "programme_changes"
_ASKED = "asked_alone"


async def on_start(data: Any, manager: DialogManager) -> None:
    """Of the half-year that was asked for, else of the one that runs."""
    if isinstance(data, dict) and "cycle" in data:
        halves.choose(manager, int(data["cycle"]))


async def programme_of(manager: DialogManager) -> Programme:
    """Of the chosen half-year, read once an update."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(LIST, (False, None))[0] != (cycle,):
        data[LIST] = ((cycle,), await (await given(manager, ProgrammeForMe))(actor_of(manager), cycle))
    found: Programme = data[LIST][1]
    return found


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of events by time; an empty one says what to do next."""
    look, found = await look_of(dialog_manager), await programme_of(dialog_manager)
    alone = bool(dialog_manager.dialog_data.get(_ASKED)) and bool(found.asked)
    shown = found.asked if alone else found.rows
    page = page_of(shown, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    return {
        "text": _text(look, found, numbered, alone=alone),
        LIST: [Choice(row.event.id, look.texts.button("btn-sev-row", number=str(number), title=row.event.terms.title))
               for number, row in numbered],
        "asked": bool(found.asked) and not alone,
        "all": alone,
        "count": len(found.asked),
        "changed": len(found.changed),
        "others": found.halves is not None and len(found.halves.all) > 1,
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


def _text(look: Look, found: Programme, numbered: list[tuple[int, Row]], *, alone: bool) -> Safe:
    texts = look.texts
    if found.halves is None or found.version is None:
        return texts("sprog-none-yet")
    published = found.version.published
    assert published is not None  # what holds was published
    head = texts(
        "sprog-head",
        half=half_words(texts, found.halves.cycle.half),
        number=str(found.version.number),
        day=local_day(published, look.zone),
        changed=len(found.changed),
    )
    if not numbered:
        return Safe(f"{head}\n{texts('sprog-empty')}")
    asked = [texts("sprog-asked-alone")] if alone else []
    return Safe("\n".join([head, *asked, *(_row(look, number, row) for number, row in numbered)]))


def _row(look: Look, number: int, row: Row) -> Safe:
    lessons = row.event.open_lessons
    ahead = next((each for each in lessons if each.ends > look.now), lessons[-1])
    return look.texts(
        "sprog-row",
        number=str(number),
        at=look.moment(ahead.starts, row.event.zone),
        title=short(row.event.terms.title),
        asked=row.asked,
        over=row.event.over(look.now),
        count=len(lessons),
    )


async def on_row(manager: DialogManager, event: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.ReadEvent.card, data={"event": event})


async def on_filter(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """What was asked for alone, or all; the widget's id says which."""
    manager.dialog_data[_ASKED] = button.widget_id == "asked"
    turn(manager, LIST)


async def changes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what differs from the version before."""
    look, found = await look_of(dialog_manager), await programme_of(dialog_manager)
    lines = [line for each in found.changed for line in change_lines(look, each, found.zone, found.hosts)]
    page = page_of(lines, turned_to(dialog_manager, CHANGES))
    text = look.texts("sprog-changes", lines=Safe("\n".join(page.rows))) if lines else look.texts("sprog-changes-none")
    return {"text": text, "page": page.number, "pages": page.pages}


async def _halves(manager: DialogManager) -> Halves | None:
    return (await programme_of(manager)).halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    window = states.Programme
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            Button(T("btn-sprog-asked", "count"), id="asked", on_click=on_filter, when="asked"),
            Button(T("btn-sprog-all"), id="all", on_click=on_filter, when="all"),
            SwitchTo(T("btn-sprog-changes", count="changed"), id="changes", state=window.changes, when="changed"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=window.halves, when="others"),
            way_back(),
            menu_button(),
            state=window.all,
            getter=rows,
        ),
        halves.screen(window.halves, window.all, LIST, _halves),
        Screen(
            Format("{text}"),
            Turning(CHANGES),
            back_button(window.all),
            menu_button(),
            state=window.changes,
            getter=changes,
        ),
        on_start=on_start,
    )
