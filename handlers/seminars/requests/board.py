"""All requests of a half-year by demand, for who runs the seminar."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events.states import Draft
from handlers.seminars.requests import halves, states
from handlers.seminars.requests.files import send_requests
from handlers.seminars.requests.unanswered import ahead_lines, nobody, open_nobody
from handlers.seminars.requests.views import board_button, board_row, schools_word
from handlers.seminars.views import half_words
from handlers.shell import (
    Choice,
    Screen,
    T,
    back_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
    way_back,
)
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Role, Territory
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.use_cases.closing import CloseCycle
from shnor_domain.seminars.requests.use_cases.looking import Board, Halves, RequestsOfCycle
from shnor_domain.seminars.requests.use_cases.unanswered import WhoHasNotAnswered
from shnor_domain.territories.paging import ROWS, page_of

LIST = "board"


async def on_start(data: Any, manager: DialogManager) -> None:
    """Of the half-year that was asked for, else of the one that is looked at first."""
    if isinstance(data, dict) and "cycle" in data:
        halves.choose(manager, int(data["cycle"]))


async def board_of(manager: DialogManager) -> Board | None:
    """Of the chosen half-year, read once an update; None before there is any."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(LIST, (False, None))[0] != (cycle,):
        data[LIST] = ((cycle,), await _read(manager, cycle))
    found: Board | None = data[LIST][1]
    return found


async def _read(manager: DialogManager, cycle: CycleId | None) -> Board | None:
    try:
        return await (await given(manager, RequestsOfCycle))(actor_of(manager), cycle)
    except NotFound:
        if cycle is not None:
            raise
        return None


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them; an empty board says what to do next."""
    texts, board = texts_of(dialog_manager), await board_of(dialog_manager)
    if board is None:
        return {"text": texts("sreq-board-none-yet"), LIST: [], "page": 0, "pages": 1,
                "some": False, "begun": False, "others": False, "closes": False, "nobody": 0}  # fmt: skip
    page = page_of(board.rows, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    half = half_words(texts, board.halves.cycle.half)
    head = texts("sreq-board-empty", half=half)
    if board.rows:
        head = texts(
            "sreq-board",
            half=half,
            requests=len(board.living),
            schools=schools_word(texts, board.asking),
            extra=board.extra,
            lines=Safe("\n".join(board_row(texts, number, row) for number, row in numbered)),
        )
    whole = Territory(board.halves.cycle.region)
    return {
        "text": head,
        LIST: [Choice(row.request.id, board_button(texts, number, row)) for number, row in numbered],
        "some": bool(board.rows),
        "begun": True,
        "others": len(board.halves.all) > 1,
        **await nobody(dialog_manager, board.halves),
        "closes": board.halves.phase is Phase.OVER
        and actor_of(dialog_manager).reaches(whole, Role.REGIONAL_COORDINATOR),
        "page": page.number,
        "pages": page.pages,
    }


async def on_row(manager: DialogManager, request: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.OneRequest.card, data={"request": request})


async def on_excel(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same numbers as a file; the window comes below it."""
    board = await board_of(manager)
    if board is None:
        raise Stale
    await send_requests(manager, board)


async def on_draft(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What is to become of them; «Назад» leads back here."""
    board = await board_of(manager)
    if board is None:
        raise Stale
    await manager.start(Draft.all, data={"cycle": board.halves.cycle.id})


async def on_nobody(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Whom nobody can answer for but the coordinators."""
    await open_nobody(manager, await _halves(manager))


async def closing(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which half-year; where it waits for events, for which."""
    texts, board = texts_of(dialog_manager), await board_of(dialog_manager)
    if board is None:
        raise Stale
    half = half_words(texts, board.halves.cycle.half)
    found = await (await given(dialog_manager, WhoHasNotAnswered))(actor_of(dialog_manager), board.halves.cycle.id)
    if not found.ahead:
        return {"text": texts("sreq-close", half=half), "may": True}
    lines = [texts("sreq-close-ahead", half=half), *await ahead_lines(dialog_manager, found.ahead)]
    return {"text": Safe("\n".join(lines)), "may": False}


async def on_close(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A refusal is shown on the board, where the open requests are."""
    board = await board_of(manager)
    if board is None:
        raise Stale
    await manager.switch_to(states.Board.all)
    await (await given(manager, CloseCycle))(actor_of(manager), board.halves.cycle.id)
    halves.choose(manager, board.halves.cycle.id)
    manager.middleware_data.pop(LIST, None)
    tell(manager, texts_of(manager)("sreq-closed"))


async def _halves(manager: DialogManager) -> Halves | None:
    board = await board_of(manager)
    return None if board is None else board.halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    board = states.Board
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            Button(T("btn-sev-draft"), id="draft", on_click=on_draft, when="begun"),
            Button(T("btn-sreq-excel"), id="excel", on_click=on_excel, when="some"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=board.halves, when="others"),
            Button(T("btn-sreq-nobody", "nobody"), id="nobody", on_click=on_nobody, when="nobody"),
            SwitchTo(T("btn-sreq-close"), id="close", state=board.close, when="closes"),
            way_back(),
            menu_button(),
            state=board.all,
            getter=rows,
        ),
        halves.screen(board.halves, board.all, LIST, _halves),
        Screen(
            Format("{text}"),
            Button(T("btn-sreq-close-yes"), id="yes", on_click=on_close, when="may"),
            back_button(board.all),
            menu_button(),
            state=board.close,
            getter=closing,
        ),
        on_start=on_start,
    )
