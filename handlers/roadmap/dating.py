"""«Назначить срок»: to an open item of a plan, and to those who do it."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import take_data
from handlers.roadmap.choosing import ItemChoice
from handlers.roadmap.reading import windows
from handlers.roadmap.states import PlanDate
from handlers.roadmap.views import item_lines, short
from handlers.shell import T, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.model import ItemState
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.use_cases.dating import DateItem

CHOICE = ItemChoice(
    "dated",
    PlanDate.which,
    PlanDate.period,
    lambda view: view.adds,
    lambda entry: entry.item.state is ItemState.OPEN,
)


async def line(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The item as it stands."""
    view, entry = await CHOICE.chosen(dialog_manager)
    return {"line": item_lines(texts_of(dialog_manager), [entry.item], view.today)}


async def set_days(manager: DialogManager, period: Period) -> None:
    """To the item and its parts; it says to how many."""
    _view, entry = await CHOICE.chosen(manager)
    count = await (await given(manager, DateItem))(actor_of(manager), entry.item.id, period)
    await manager.done({"said": str(texts_of(manager)("plan-dated", title=short(entry.item.title), count=count))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    question = T("plan-date-period", "line")
    return Dialog(
        CHOICE.screen(T("plan-date", "lines", when="some"), T("plan-date-none", when="empty")),
        *windows(question, PlanDate.period, PlanDate.reading, PlanDate.which, line, set_days),
        on_start=take_data,
        name="plan-date",
    )
