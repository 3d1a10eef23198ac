"""One request: what it is, what has become of it, and what this reader may do."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.requests import answering, deciding, states, supporting
from handlers.seminars.requests.data import card_of, on_start, own_rows
from handlers.seminars.requests.views import behind_line, card_text, reading
from handlers.shell import Screen, T, back_button, choices, menu_button, texts_of, way_back
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.seminars.cycle.model import ASKING, Phase
from shnor_domain.seminars.requests.cards import RequestCard
from shnor_domain.seminars.requests.model import LIVING, RequestState, Route
from shnor_domain.territories.paging import ROWS, page_of

BEHIND = "behind"
_LIVE_PHASES = frozenset({Phase.PREPARED, *ASKING})


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The request in words, and which buttons it has for this reader."""
    read, found = await reading(dialog_manager), await card_of(dialog_manager)
    return {"text": card_text(read, found), "answers_it": await answering.rows(dialog_manager, found),
            **_may(found), **_runs(found)}  # fmt: skip


def _may(found: RequestCard) -> dict[str, bool]:
    own, request = own_rows(found), found.request
    asked = any(each.asked for each in own)
    living = request.state in LIVING
    others = [each for each in found.behind if not each.leads]
    return {
        "supports": bool(found.may_support) and living and not found.begun and found.phase in ASKING,
        "numbers": bool(own) and request.state is RequestState.OPEN and found.phase in _LIVE_PHASES,
        "withdraws": bool(own) and not asked and not found.begun and found.phase is not Phase.CLOSED,
        "answers": asked,
        "names": bool(others),
    }


def _runs(found: RequestCard) -> dict[str, bool]:
    request = found.request
    deciding_now = found.rights.runs and found.phase in _LIVE_PHASES
    open_ = deciding_now and request.state is RequestState.OPEN
    return {
        "merges": deciding_now and request.state in LIVING,
        "to_plan": open_ and request.route is Route.EXTRA,
        "to_extra": open_ and request.route is Route.PLAN,
        "sets_aside": open_,
        "reopens": deciding_now and request.state is RequestState.SET_ASIDE,
        "splits": deciding_now and bool(found.may_split),
    }


async def behind(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the schools of which she may be told, by number."""
    texts, found = texts_of(dialog_manager), await card_of(dialog_manager)
    page = page_of(found.behind, turned_to(dialog_manager, BEHIND))
    lines = [
        behind_line(texts, number, row, found.factors) for number, row in enumerate(page.rows, page.number * ROWS + 1)
    ]
    return {"lines": Safe("\n".join(lines)), "page": page.number, "pages": page.pages}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    one = states.OneRequest
    return Dialog(
        Screen(
            Format("{text}"),
            choices("answers_it", answering.on_event, int),
            Button(T("btn-sreq-support"), id="support", on_click=supporting.on_support, when="supports"),
            Button(T("btn-sreq-carry"), id="answer", on_click=supporting.on_answer, when="answers"),
            Button(T("btn-sreq-people"), id="people", on_click=supporting.on_own, when="numbers"),
            Button(T("btn-sreq-withdraw"), id="withdraw", on_click=supporting.on_own, when="withdraws"),
            SwitchTo(T("btn-sreq-schools"), id="names", state=one.behind, when="names"),
            *deciding.buttons(),
            way_back(),
            menu_button(),
            state=one.card,
            getter=card,
        ),
        Screen(
            T("sreq-behind", "lines"),
            Turning(BEHIND),
            back_button(one.card),
            menu_button(),
            state=one.behind,
            getter=behind,
        ),
        *supporting.windows(),
        *deciding.windows(),
        on_start=on_start,
    )
