"""Which schools of a territory ask for seminars, for coordinators and observers."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.requests import halves, states
from handlers.seminars.requests.unanswered import nobody, open_nobody
from handlers.seminars.requests.views import SCHOOL, short, state_word
from handlers.seminars.training.states import WhoCame
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.seminars.requests.model import SupportState
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.seminars.requests.use_cases.watching import AskedFor, AskingSchool, Watch, WatchSeminars
from shnor_domain.territories.paging import ROWS, page_of

LIST, TOPICS = "asking", "asked_topics"
_CHOSEN = "watched_school"


async def watch_of(manager: DialogManager) -> Watch:
    """Of the chosen half-year; read once an update."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(LIST, (False, None))[0] != (cycle,):
        data[LIST] = ((cycle,), await (await given(manager, WatchSeminars))(actor_of(manager), cycle))
    found: Watch = data[LIST][1]
    return found


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools by number; where none asks it says whom to remind."""
    texts, watch = texts_of(dialog_manager), await watch_of(dialog_manager)
    page = page_of(watch.rows, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    text = texts("sreq-watch-none-yet")
    if watch.halves is not None:
        facts = {"half": half_words(texts, watch.halves.cycle.half), "total": watch.schools}
        lines = [
            texts("sreq-watch-row", number=str(number), school=fit(row.school.name, SCHOOL), count=len(row.asked))
            for number, row in numbered
        ]
        text = texts("sreq-watch-none", **facts)
        if watch.rows:
            text = texts("sreq-watch", asking=len(watch.rows), lines=Safe("\n".join(lines)), **facts)
    return {
        "text": text,
        LIST: [
            Choice(_id(row), texts.button("btn-sreq-watch-row", number=str(number), school=row.school.name))
            for number, row in numbered
        ],
        **await nobody(dialog_manager, watch.halves),
        "others": watch.halves is not None and len(watch.halves.all) > 1,
        "page": page.number,
        "pages": page.pages,
    }


def _id(row: AskingSchool) -> int:
    return int(row.school.where.school or 0)


async def on_row(manager: DialogManager, school: int) -> None:
    """Its topics."""
    manager.dialog_data[_CHOSEN] = school
    turn(manager, TOPICS)
    await manager.switch_to(states.WhoAsks.school)


async def on_nobody(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Whom nobody can answer for but the coordinators."""
    await open_nobody(manager, (await watch_of(manager)).halves)


async def school(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what the school stands behind."""
    texts, watch = texts_of(dialog_manager), await watch_of(dialog_manager)
    row = next((each for each in watch.rows if _id(each) == dialog_manager.dialog_data.get(_CHOSEN)), None)
    if row is None:
        raise Stale
    page = page_of(row.asked, turned_to(dialog_manager, TOPICS))
    lines = [
        texts("sreq-row-own", number=str(number), topic=short(each.request.wanted.topic), state=_state(texts, each))
        for number, each in enumerate(page.rows, page.number * ROWS + 1)
    ]
    return {
        "school": fit(row.school.name, SCHOOL),
        "lines": Safe("\n".join(lines)),
        "page": page.number,
        "pages": page.pages,
    }


def _state(texts: Texts, asked: AskedFor) -> str:
    """What has become of the request; at the border each school says so for itself."""
    if asked.state is SupportState.LIVE:
        return state_word(texts, asked.request)
    return texts.plain("sreq-watch-answered", answer=asked.state.value)


async def _halves(manager: DialogManager) -> Halves | None:
    return (await watch_of(manager)).halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    watch = states.WhoAsks
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            Button(T("btn-sreq-nobody", "nobody"), id="nobody", on_click=on_nobody, when="nobody"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=watch.halves, when="others"),
            Start(T("btn-strain-watch"), id="came", state=WhoCame.all),
            way_back(),
            menu_button(),
            state=watch.all,
            getter=rows,
        ),
        halves.screen(watch.halves, watch.all, LIST, _halves),
        Screen(
            T("sreq-watch-school", "school", "lines"),
            Turning(TOPICS),
            back_button(watch.all),
            menu_button(),
            state=watch.school,
            getter=school,
        ),
    )
