"""Requests of the reader's schools in a half-year."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.requests import halves, states
from handlers.seminars.requests.views import SCHOOL, own_row
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import ASKING, Phase
from shnor_domain.seminars.requests.use_cases.looking import Halves, OwnRequest, OwnRequests, SchoolRequests
from shnor_domain.territories.paging import ROWS, page_of

LIST = "sreqs"
_UNTIL = {Phase.COLLECTING: "collecting", Phase.DRAFTING: "drafting", Phase.RUNNING: "drafting"}


async def found_of(manager: DialogManager) -> OwnRequests:
    """Of the chosen half-year; read once an update."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(LIST, (False, None))[0] != (cycle,):
        data[LIST] = ((cycle,), await (await given(manager, SchoolRequests))(actor_of(manager), cycle))
    found: OwnRequests = data[LIST][1]
    return found


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them; an empty list says what to do next."""
    texts, found = texts_of(dialog_manager), await found_of(dialog_manager)
    page = page_of(found.rows, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    halves_ = found.halves
    return {
        "text": _text(texts, found, numbered),
        LIST: [
            Choice(row.support.id, texts.button("btn-sreq-row", number=str(number), topic=row.request.wanted.topic))
            for number, row in numbered
        ],
        "sends": found.leads and halves_ is not None and halves_.phase in ASKING,
        "others": halves_ is not None and len(halves_.all) > 1,
        "page": page.number,
        "pages": page.pages,
    }


def _text(texts: Texts, found: OwnRequests, numbered: list[tuple[int, OwnRequest]]) -> Safe:
    if found.halves is None:
        return texts("sreq-none-yet")
    half = half_words(texts, found.halves.cycle.half)
    until = texts.plain("sreq-day", day=found.halves.cycle.dates.requests_until)
    if not found.rows:
        return _empty(texts, found, found.halves, half, until)
    lines, school = [], None
    for number, row in numbered:
        if len(found.schools) > 1 and row.school.where != school:
            school = row.school.where
            lines.append(texts("sreq-row-school", school=fit(row.school.name, SCHOOL)))
        lines.append(own_row(texts, number, row))
    phase = _UNTIL.get(found.halves.phase, "over")
    head = texts("sreq-until-over") if phase == "over" else texts(f"sreq-until-{phase}", until=until)
    return texts("sreq-all", half=half, until=head, lines=Safe("\n".join(lines)))


def _empty(texts: Texts, found: OwnRequests, halves_: Halves, half: str, until: str) -> Safe:
    if halves_.phase not in ASKING:
        return texts("sreq-empty-over", half=half)
    if not found.leads:
        return texts("sreq-empty-read", half=half)
    return texts(f"sreq-empty-{_UNTIL[halves_.phase]}", half=half, until=until)


async def on_row(manager: DialogManager, support: int) -> None:
    """Its request; «Назад» leads back here."""
    row = next((each for each in (await found_of(manager)).rows if each.support.id == support), None)
    if row is None:
        raise Stale
    await manager.start(states.OneRequest.card, data={"request": row.request.id})


async def on_new(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """In the half-year that is shown."""
    found = await found_of(manager)
    if found.halves is None:
        raise Stale
    await manager.start(states.NewRequest.school, data={"cycle": found.halves.cycle.id})


async def _halves(manager: DialogManager) -> Halves | None:
    return (await found_of(manager)).halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    own = states.OwnRequests
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            Button(T("btn-sreq-new"), id="new", on_click=on_new, when="sends"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=own.halves, when="others"),
            way_back(),
            menu_button(),
            state=own.all,
            getter=rows,
        ),
        halves.screen(own.halves, own.all, LIST, _halves),
    )
