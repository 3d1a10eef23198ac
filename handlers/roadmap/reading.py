"""Days in typed words, read back to be confirmed (R233): two windows that several dialogs have."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.roadmap.views import windows_words
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.screen import Getter
from handlers.texts import Texts
from shnor_domain.errors import Stale
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.periods.model import Period, Question
from shnor_domain.roadmap.periods.reading import is_deadline
from shnor_domain.roadmap.use_cases.adding import VERBATIM, ReadTyped

Then = Callable[[DialogManager, Period], Awaitable[None]]


def plan_of(manager: DialogManager) -> PlanId:
    """The plan of this dialog."""
    return PlanId(int(Form(manager)["plan"]))


async def _readings(manager: DialogManager, typed: str) -> list[Period]:
    read = await (await given(manager, ReadTyped))(actor_of(manager), plan_of(manager), typed)
    return list(read.readings) if isinstance(read, Question) else [read]


async def readings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was typed may mean, as buttons."""
    texts, typed = texts_of(dialog_manager), str(Form(dialog_manager)["typed"])
    found = await _readings(dialog_manager, typed)
    return {
        "typed": typed,
        "one": len(found) == 1,
        "readings": [
            Choice(at, texts.button("btn-plan-reading", days=_days(texts, typed, one))) for at, one in enumerate(found)
        ],
    }


def _days(texts: Texts, typed: str, period: Period) -> str:
    """A deadline begins with its plan, which nobody has typed: «до 4 декабря 2026»."""
    if len(period.windows) == 1 and is_deadline(typed):
        return texts.plain("plan-until", day=period.windows[0].last)
    return windows_words(texts, period.windows)


def windows(question: T, asks: State, reads: State, before: State, getter: Getter, then: Then) -> list[Screen]:
    """The question and what its answer may mean; `then` gets the period that was meant, or one without days. What
    cannot be read is asked for again, what may mean several things is offered."""

    async def on_typed(manager: DialogManager, typed: str) -> None:
        if not await _readings(manager, typed):
            tell(manager, texts_of(manager)("plan-add-unread", typed=typed))
            return
        Form(manager)["typed"] = typed
        await manager.switch_to(reads)

    async def on_reading(manager: DialogManager, at: int) -> None:
        found = await _readings(manager, str(Form(manager)["typed"]))
        if at >= len(found):
            raise Stale
        await then(manager, found[at])

    async def on_undated(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await then(manager, Period(texts_of(manager).plain("plan-undated")))

    return [
        Screen(
            question,
            Asks("period", on_typed, most=VERBATIM),
            Button(T("btn-plan-undated"), id="undated", on_click=on_undated),
            back_button(before),
            menu_button(),
            state=asks,
            getter=getter,
        ),
        Screen(
            T("plan-add-reading", "typed", "one"),
            choices("readings", on_reading, int),
            back_button(asks),
            menu_button(),
            state=reads,
            getter=readings,
        ),
    ]
