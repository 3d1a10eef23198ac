"""One item more: what, and when in words that are read back (R130, R233)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data
from handlers.roadmap.states import PlanAdd
from handlers.roadmap.views import windows_words
from handlers.shell import (
    Asks,
    Choice,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.periods.model import Period, Question
from shnor_domain.roadmap.use_cases.adding import TITLE, VERBATIM, AddItem, ReadTyped


def _plan(manager: DialogManager) -> PlanId:
    return PlanId(int(Form(manager)["plan"]))


async def on_title(manager: DialogManager, typed: str) -> None:
    """What is to be done."""
    Form(manager)["title"] = typed
    await manager.switch_to(PlanAdd.period)


async def titled(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was typed so far."""
    return {"title": str(Form(dialog_manager)["title"])}


async def on_period(manager: DialogManager, typed: str) -> None:
    """Read it; what cannot be read is asked for again, what may mean several things is offered."""
    if not await _readings(manager, typed):
        tell(manager, texts_of(manager)("plan-add-unread", typed=typed))
        return
    Form(manager)["typed"] = typed
    await manager.switch_to(PlanAdd.reading)


async def _readings(manager: DialogManager, typed: str) -> list[Period]:
    read = await (await given(manager, ReadTyped))(actor_of(manager), _plan(manager), typed)
    return list(read.readings) if isinstance(read, Question) else [read]


async def readings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it may mean, as buttons."""
    texts, typed = texts_of(dialog_manager), str(Form(dialog_manager)["typed"])
    found = await _readings(dialog_manager, typed)
    return {
        "typed": typed,
        "one": len(found) == 1,
        "readings": [
            Choice(at, texts.button("btn-plan-reading", days=windows_words(texts, one.windows)))
            for at, one in enumerate(found)
        ],
    }


async def on_reading(manager: DialogManager, at: int) -> None:
    """This is what was meant."""
    found = await _readings(manager, str(Form(manager)["typed"]))
    if at >= len(found):
        raise Stale
    await _add(manager, found[at])


async def on_undated(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Without a day: nothing reminds of it."""
    await _add(manager, Period(texts_of(manager).plain("plan-undated")))


async def _add(manager: DialogManager, period: Period) -> None:
    title = str(Form(manager)["title"])
    await (await given(manager, AddItem))(actor_of(manager), _plan(manager), title, period)
    await manager.done({"said": str(texts_of(manager)("plan-added", title=title))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-add-title"),
            Asks("title", on_title, most=TITLE, least=3),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanAdd.title,
        ),
        Screen(
            T("plan-add-period", "title"),
            Asks("period", on_period, most=VERBATIM),
            Button(T("btn-plan-undated"), id="undated", on_click=on_undated),
            back_button(PlanAdd.title),
            menu_button(),
            state=PlanAdd.period,
            getter=titled,
        ),
        Screen(
            T("plan-add-reading", "typed", "one"),
            choices("readings", on_reading, int),
            back_button(PlanAdd.period),
            menu_button(),
            state=PlanAdd.reading,
            getter=readings,
        ),
        on_start=take_data,
        name="plan-add",
    )
