"""How the visit was, in three steps: held or not, how many came, one paragraph."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.consultations.data import eyes_of
from handlers.consultations.visits import states
from handlers.consultations.visits.card import seen, visit_id
from handlers.consultations.visits.views import visit_text
from handlers.schedule.windows import asked_again, fixed
from handlers.shell import Asks, Screen, T, back_button, cancel_button, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.consultations.visits.model import Report
from shnor_domain.consultations.visits.rules import MOST_PEOPLE, WORDS
from shnor_domain.consultations.visits.use_cases.reporting import CloseVisit, ReportVisit
from shnor_domain.errors import Stale

USUAL = (5, 10, 15, 20)


async def visit(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it is about, and what was answered so far."""
    eyes, found = await eyes_of(dialog_manager), await seen(dialog_manager)
    return {
        "text": visit_text(eyes, found.card),
        "held": dialog_manager.dialog_data.get("held", True),
        "most": MOST_PEOPLE,
        "closed": found.card.visit.closed_for_host,
        "waits": not found.card.visit.closed_for_host,
    }


async def on_held(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Whom nobody met counts nobody."""
    held = button.widget_id == "held"
    manager.dialog_data.update(held=held, came=0)
    await manager.switch_to(states.VisitReport.came if held else states.VisitReport.words)


async def on_came(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _keep(manager, typed_capacity(text))


async def on_number(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _keep(manager, int((button.widget_id or "").removeprefix("came_")))


async def _keep(manager: DialogManager, came: int) -> None:
    manager.dialog_data["came"] = came
    await manager.switch_to(states.VisitReport.words)


async def on_words(manager: DialogManager, words: str) -> None:
    """Tell the school; a refused field is asked again."""
    data = manager.dialog_data
    if "held" not in data:
        raise Stale
    report = Report(bool(data["held"]), int(data["came"]), words)
    async with asked_again(manager, {"came": states.VisitReport.came}):
        # who may tell without being the host stands in for one who is gone
        if (await seen(manager)).rights.host:
            await (await given(manager, ReportVisit))(actor_of(manager), visit_id(manager), report)
        else:
            await (await given(manager, CloseVisit))(actor_of(manager), visit_id(manager), report)
    await manager.switch_to(states.VisitReport.done)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    numbers = (
        Button(T("btn-visit-number", value=fixed(each)), id=f"came_{each}", on_click=on_number) for each in USUAL
    )
    return Dialog(
        Screen(
            T("visit-how-was-it", "text"),
            Button(T("btn-visit-held"), id="held", on_click=on_held),
            Button(T("btn-visit-not-held"), id="not_held", on_click=on_held),
            cancel_button("btn-back"),
            state=states.VisitReport.held,
            getter=visit,
        ),
        Screen(
            T("visit-how-many-came", "most"),
            Group(*numbers, width=4),
            Asks("came", on_came, most=100),
            back_button(states.VisitReport.held),
            state=states.VisitReport.came,
            getter=visit,
        ),
        Screen(
            T("visit-words", "held"),
            Asks("words", on_words, most=WORDS, lines=True),
            back_button(states.VisitReport.held),
            state=states.VisitReport.words,
            getter=visit,
        ),
        Screen(
            T("visit-told-done", "text", when="waits"),
            T("visit-closed-done", "text", when="closed"),
            way_back(),
            menu_button(),
            state=states.VisitReport.done,
            getter=visit,
        ),
    )
