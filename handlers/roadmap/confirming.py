"""A shift before it is made, whom it touches, and after."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.roadmap import shifts
from handlers.roadmap.states import PlanShift
from handlers.roadmap.views import owner_names, plan_name
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.moved_days import planned_end
from shnor_domain.roadmap.use_cases.looking import PlansInReach
from shnor_domain.roadmap.use_cases.shifting import PreviewShift, ShiftItems, Wanted

_SAMPLE, _TITLE = 5, 150


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
            before=item.last_day,
            after=found.after[item.id],
            planned=planned_end(item),
            put_off=item.last_day != planned_end(item),
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
    seen = await (await given(manager, PlansInReach))(actor_of(manager))
    found = next((one.plan for one in seen if one.plan.id == plan), None)
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


def windows() -> list[Screen]:
    """What would be moved, and what was."""
    return [
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
    ]
