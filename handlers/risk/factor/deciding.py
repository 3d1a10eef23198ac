"""What the school says: the decision with its reason, the day of МЭДК, «фактор преодолён»; and a reason to return."""

from datetime import date, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form
from handlers.risk.factor.data import case_of, the_factor
from handlers.risk.factor.views import title
from handlers.risk.states import RiskFactor
from handlers.risk.words import words_of
from handlers.shell import Asks, DayPicker, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.risk.deciding import EARLIEST_DAY, MOST_REASON, warns
from shnor_domain.risk.model import CaseId, Decision
from shnor_domain.risk.use_cases.decide import ActivateFactor, CloseFactor, DecideFactor
from shnor_domain.risk.use_cases.review import ReturnClosing, ReturnDecision
from shnor_domain.risk.waiting import Matter

_EXPLAINED = (Decision.PARTLY, Decision.REFUTED)


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of which factor, and between which days."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    decision = Decision(Form(dialog_manager).get("decision") or Decision.REFUTED.value)
    today = words.eyes.today
    return {
        "title": title(words, found),
        "wording": found.row.factor.wording,
        "decision": decision.value,
        "warns": warns(decision, found.row.significance),
        "first_day": today - EARLIEST_DAY,
        "last_day": today,
        "today": today,
    }


async def on_decision(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the decision; two of the three need a reason."""
    decision = Decision(str(button.widget_id))
    Form(manager)["decision"] = decision.value
    if decision in _EXPLAINED:
        await manager.switch_to(RiskFactor.reason)
    else:
        await _decide(manager, decision, "")


async def on_reason(manager: DialogManager, reason: str) -> None:
    """Why only partly, or not at all."""
    await _decide(manager, Decision(Form(manager)["decision"]), reason)


async def _decide(manager: DialogManager, decision: Decision, reason: str) -> None:
    await (await given(manager, DecideFactor))(actor_of(manager), case_of(manager), decision, reason)
    tell(manager, texts_of(manager)("risk-decided"))
    await manager.switch_to(RiskFactor.card)


async def on_day(manager: DialogManager, day: date) -> None:
    """The day of activation."""
    await (await given(manager, ActivateFactor))(actor_of(manager), case_of(manager), day)
    tell(manager, texts_of(manager)("risk-activated"))
    await manager.switch_to(RiskFactor.card)


async def on_closing(manager: DialogManager, reason: str) -> None:
    """By what it is seen that the factor is overcome."""
    await (await given(manager, CloseFactor))(actor_of(manager), case_of(manager), reason)
    tell(manager, texts_of(manager)("risk-closing-sent"))
    await manager.switch_to(RiskFactor.card)


async def on_returning(manager: DialogManager, reason: str) -> None:
    """A refusal is shown on the card as it stands now."""
    matter, since = Form(manager)["returning"]
    await manager.switch_to(RiskFactor.card)
    kind: type[ReturnDecision | ReturnClosing] = ReturnDecision if Matter(matter) is Matter.DECISION else ReturnClosing
    await _return(manager, kind, case_of(manager), datetime.fromisoformat(since), reason)


async def _return(
    manager: DialogManager, kind: type[ReturnDecision | ReturnClosing], case: CaseId, since: datetime, reason: str
) -> None:
    await (await given(manager, kind))(actor_of(manager), case, since, reason)
    tell(manager, texts_of(manager)("risk-returned"))


def windows() -> list[Screen]:
    """The decision, its reason, the day, the end, and returning."""
    return [
        Screen(
            Format("{title}"),
            T("risk-decide", "wording"),
            *(
                Button(T(f"btn-risk-{decision.value}"), id=decision.value, on_click=on_decision)
                for decision in (Decision.CONFIRMED, *_EXPLAINED)
            ),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.decide,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("risk-warning", when="warns"),
            T("risk-reason", "decision"),
            Asks("reason", on_reason, most=MOST_REASON, lines=True),
            back_button(RiskFactor.decide),
            menu_button(),
            state=RiskFactor.reason,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("risk-day"),
            DayPicker("day", on_day),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.day,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("risk-closing"),
            Asks("closing", on_closing, most=MOST_REASON, lines=True),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.closing,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("risk-returning"),
            Asks("returning", on_returning, most=MOST_REASON, lines=True),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.returning,
            getter=asked,
        ),
    ]
