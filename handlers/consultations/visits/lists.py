"""Lists of visits: those to the reader's schools, those that she makes, those that wait for her."""

from collections.abc import Callable, Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Keyboard, Start

from handlers.consultations.data import eyes_of
from handlers.consultations.visits import states
from handlers.consultations.visits.views import row_button, row_text
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.consultations.visits.cards import VisitCard
from shnor_domain.consultations.visits.use_cases.deciding import WaitingVisits
from shnor_domain.consultations.visits.use_cases.looking import HostVisits, SchoolVisits
from shnor_domain.territories.paging import page_of

LIST = "visits"
Reads = type[SchoolVisits] | type[HostVisits] | type[WaitingVisits]


def rows_of(reads: Reads) -> Callable[..., Any]:
    """A getter: one page of what the use case gives, a line and a button each."""

    async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        eyes, found = await eyes_of(dialog_manager), await visits_of(dialog_manager, reads)
        page = page_of(found, turned_to(dialog_manager, LIST))
        numbered = list(enumerate(page.rows, page.number * 8 + 1))
        return {
            LIST: [Choice(card.visit.id, row_button(eyes, card, number)) for number, card in numbered],
            "lines": Safe("\n".join(row_text(eyes, card, number) for number, card in numbered)),
            "none": not found,
            "some": bool(found),
            "page": page.number,
            "pages": page.pages,
        }

    return rows


async def visits_of(manager: DialogManager, reads: Reads) -> Sequence[VisitCard]:
    """What the use case gives; the menu asks several times, the database once an update."""
    data, key = manager.middleware_data, f"visits_{reads.__name__}"
    if key not in data:
        data[key] = await (await given(manager, reads))(actor_of(manager))
    found: Sequence[VisitCard] = data[key]
    return found


async def on_row(manager: DialogManager, visit: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.OneVisit.card, data={"visit": visit})


def school_dialog() -> Dialog:
    """Visits to the reader's schools, and a way to ask for one."""
    ask = Start(T("btn-visits-ask"), id="ask", state=states.AskVisits.school)
    return _listed("visits-all", "visits-none", states.SchoolVisit.all, SchoolVisits, ask)


def host_dialog() -> Dialog:
    """Visits that the reader makes."""
    return _listed("visits-host", "visits-host-none", states.HostVisit.all, HostVisits)


def waiting_dialog() -> Dialog:
    """Requests that wait for the reader."""
    return _listed("visits-waiting", "visits-waiting-none", states.WaitingVisit.all, WaitingVisits)


def _listed(some: str, none: str, state: State, reads: Reads, *more: Keyboard) -> Dialog:
    """One window: the rows of a use case, `more` below them."""
    return Dialog(
        Screen(
            T(none, when="none"),
            T(some, "lines", when="some"),
            choices(LIST, on_row, int),
            Turning(LIST),
            *more,
            way_back(),
            menu_button(),
            state=state,
            getter=rows_of(reads),
        ),
    )
