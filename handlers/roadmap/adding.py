"""One item more: what, and when (R130)."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.people.form import Form, take_data
from handlers.roadmap.reading import plan_of, windows
from handlers.roadmap.states import PlanAdd
from handlers.shell import Asks, Screen, T, cancel_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.use_cases.adding import TITLE, AddItem


async def on_title(manager: DialogManager, typed: str) -> None:
    """What is to be done."""
    Form(manager)["title"] = typed
    await manager.switch_to(PlanAdd.period)


async def titled(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was typed so far."""
    return {"title": str(Form(dialog_manager)["title"])}


async def add(manager: DialogManager, period: Period) -> None:
    """Into the plan; it says so."""
    title = str(Form(manager)["title"])
    await (await given(manager, AddItem))(actor_of(manager), plan_of(manager), title, period)
    await manager.done({"said": str(texts_of(manager)("plan-added", title=title))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    question = T("plan-add-period", "title")
    return Dialog(
        Screen(
            T("plan-add-title"),
            Asks("title", on_title, most=TITLE, least=3),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanAdd.title,
        ),
        *windows(question, PlanAdd.period, PlanAdd.reading, PlanAdd.title, titled, add),
        on_start=take_data,
        name="plan-add",
    )
