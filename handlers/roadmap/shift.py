"""Days of many items moved at once: of which plan, by how many days, why, whom it touches, done and taken back."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data, territory_data
from handlers.roadmap import shifts
from handlers.roadmap.scope import only_scope, scope_window
from handlers.roadmap.states import PlanShift
from handlers.roadmap.views import owner_names, plan_name
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
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import Plan, PlanId
from shnor_domain.roadmap.moved_days import MOST_DAYS, REASON, check_days, ends
from shnor_domain.roadmap.use_cases.looking import PlansInReach
from shnor_domain.roadmap.use_cases.shifting import PreviewShift, ShiftItems, Wanted
from shnor_domain.territories.paging import page_of

PLANS = "shift_plans"
OFTEN = (7, 14, 30, -7)
_SAMPLE, _TITLE = 5, 150


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


def _wanted(form: Form) -> Wanted:
    plan = form.get("plan")
    passed = bool(form.get("passed"))
    return Wanted(form.where, None if plan is None else PlanId(int(plan)), int(form["days"]), passed)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many, of how many schools, the first of them with their days before and after."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    wanted = _wanted(form)
    found = await (await given(dialog_manager, PreviewShift))(eyes.actor, wanted)
    form["seen"] = found.seen
    lines = [
        eyes.texts(
            "plan-shift-row",
            number=item.number,
            title=fit(item.title, _TITLE),
            before=ends(item, 0),
            after=ends(item, wanted.days),
        )
        for item in found.items[:_SAMPLE]
    ]
    return {
        "where": await _place(dialog_manager, wanted.where),
        "plan": await _plan_words(dialog_manager, wanted.plan),
        "reason": str(form["reason"]),
        "items": len(found.items),
        "schools": found.schools,
        "ending": found.ending,
        "days": abs(wanted.days),
        "back": wanted.days < 0,
        "lines": Safe("\n".join(lines)),
        "more": max(0, len(found.items) - _SAMPLE),
        "some": bool(found.items),
        "empty": not found.items,
        "passed": wanted.passed,
        "open": not wanted.passed,
    }


async def _place(manager: DialogManager, where: Territory) -> str:
    return (await owner_names(manager, texts_of(manager), [where]))[where]


async def _plan_words(manager: DialogManager, plan: PlanId | None) -> str:
    found = next((one for one in await _plans(manager) if one.id == plan), None)
    return texts_of(manager).plain("plan-shift-all") if found is None else plan_name(found)


async def on_passed(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take those too whose day has passed, or leave them."""
    form = Form(manager)
    form["passed"] = not form.get("passed")


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Move them."""
    form = Form(manager)
    move = await given(manager, ShiftItems)
    done = await move(actor_of(manager), _wanted(form), str(form["reason"]), str(form["seen"]))
    if done.shift is None:
        tell(manager, texts_of(manager)("plan-shift-nothing"))
        return
    form["shift"], form["moved"] = done.shift, done.items
    await manager.switch_to(PlanShift.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was moved."""
    form = Form(dialog_manager)
    shift = int(form["days"])
    return {"items": int(form["moved"]), "days": abs(shift), "back": shift < 0}


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
        Screen(
            T("plan-shift-check", "where", "plan", "reason", "days", "back"),
            T("plan-shift-affected", "items", "schools", "lines", "more", when="some"),
            T("plan-shift-ending", "ending", when="ending"),
            T("plan-shift-empty", when="empty"),
            Button(T("btn-plan-shift-confirm", "items"), id="yes", on_click=on_confirm, when="some"),
            Button(T("btn-plan-shift-passed"), id="with", on_click=on_passed, when="open"),
            Button(T("btn-plan-shift-open"), id="without", on_click=on_passed, when="passed"),
            back_button(PlanShift.reason),
            menu_button(),
            state=PlanShift.check,
            getter=check,
        ),
        Screen(
            T("plan-shift-done", "items", "days", "back"),
            Button(T("btn-plan-shift-undo"), id="undo", on_click=shifts.on_undo),
            SwitchTo(T("btn-plan-shifts"), id="list", state=PlanShift.listed),
            menu_button(),
            state=PlanShift.done,
            getter=done,
        ),
        on_start=take_data,
        name="plan-shift",
    )
