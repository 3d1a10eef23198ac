"""Days of many items moved at once: of which plan, by how many days, why."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data, territory_data
from handlers.roadmap import confirming, shifts
from handlers.roadmap.scope import only_scope, scope_window
from handlers.roadmap.states import PlanShift
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
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.roadmap.model import Plan
from shnor_domain.roadmap.moved_days import MOST_DAYS, REASON, check_days
from shnor_domain.roadmap.use_cases.looking import PlansInReach
from shnor_domain.territories.paging import page_of

PLANS = "shift_plans"
OFTEN = (7, 14, 30, -7)


async def start_shift(manager: DialogManager, plan: Plan | None = None) -> None:
    """For the territory of a plan, or first of all which territory."""
    if plan is not None:
        data = {"where": territory_data(plan.territory), "plan": plan.id, "fixed": True}
        await manager.start(PlanShift.days, data=data)
        return
    only = await only_scope(manager)
    if only is None:
        await manager.start(PlanShift.where)
    else:
        await manager.start(PlanShift.plan, data={"where": territory_data(only)})


async def on_start(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the list of shifts."""
    await start_shift(manager)


async def to_plan(manager: DialogManager) -> None:
    """Which plan."""
    await manager.switch_to(PlanShift.plan)


async def _plans(manager: DialogManager) -> list[Plan]:
    return [one.plan for one in await (await given(manager, PlansInReach))(actor_of(manager))]


async def plans(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of plans."""
    page = page_of(await _plans(dialog_manager), turned_to(dialog_manager, PLANS))
    texts = texts_of(dialog_manager)
    return {
        "shift_plans": [Choice(one.id, texts.button("btn-plan-share", name=one.title)) for one in page.rows],
        "page": page.number,
        "pages": page.pages,
    }


async def on_plan(manager: DialogManager, plan: int) -> None:
    """One of them."""
    if plan not in {one.id for one in await _plans(manager)}:
        raise NotFound
    Form(manager)["plan"] = plan
    await manager.switch_to(PlanShift.days)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them."""
    Form(manager)["plan"] = None
    await manager.switch_to(PlanShift.days)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers that are often wanted; any other is typed."""
    texts = texts_of(dialog_manager)
    return {
        "days": [Choice(str(one), texts.button("btn-plan-days", days=abs(one), back=one < 0)) for one in OFTEN],
        "most": MOST_DAYS,
        "free": not Form(dialog_manager).get("fixed"),
    }


async def on_days(manager: DialogManager, typed: str) -> None:
    """A number with or without its sign."""
    try:
        number = int(typed.replace("−", "-").replace("–", "-").replace(" ", ""))
        check_days(number)
    except (ValueError, Invalid):
        tell(manager, texts_of(manager)("plan-shift-days-unclear", most=MOST_DAYS))
        return
    Form(manager)["days"] = number
    await manager.switch_to(PlanShift.reason)


async def on_reason(manager: DialogManager, typed: str) -> None:
    """It stands beside the shift in the list."""
    Form(manager)["reason"] = typed
    await manager.switch_to(PlanShift.check)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        *shifts.windows(on_start),
        scope_window(PlanShift.where, "plan-shift-where", to_plan),
        Screen(
            T("plan-shift-plan"),
            Button(T("btn-plan-shift-all"), id="all", on_click=on_all),
            choices("shift_plans", on_plan, int),
            Turning(PLANS),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanShift.plan,
            getter=plans,
        ),
        Screen(
            T("plan-shift-days", "most"),
            Asks("days", on_days, most=20),
            choices("days", on_days, str, width=2),
            back_button(PlanShift.plan, when="free"),
            cancel_button("btn-back", when=lambda data, *_: not data["free"]),
            menu_button(),
            state=PlanShift.days,
            getter=days,
        ),
        Screen(
            T("plan-shift-reason"),
            Asks("reason", on_reason, most=REASON[1], least=REASON[0]),
            back_button(PlanShift.days),
            menu_button(),
            state=PlanShift.reason,
        ),
        *confirming.windows(),
        on_start=take_data,
        name="plan-shift",
    )
