"""/roadmap for who sees plans of others: the plans within reach, and one of them by numbers."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo

from handlers.people.form import Form, take_data
from handlers.roadmap import parts
from handlers.roadmap.files import send_paper, send_plan_table
from handlers.roadmap.mine import open_mine
from handlers.roadmap.pair import on_pair, on_school
from handlers.roadmap.shift import start_shift
from handlers.roadmap.states import PlanAdd, PlanDate, PlanDrop, PlanProgress, PlanReviewer, Plans, PlanShift, PlanStart
from handlers.roadmap.to_item import to_item
from handlers.roadmap.views import (
    counts_lines,
    item_choices,
    owner_names,
    plan_name,
    share_words,
    short,
    state_words,
    windows_words,
)
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.roadmap.access import MANAGING
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.reach import PLANNING
from shnor_domain.roadmap.use_cases.looking import OpenPlan, PlanAsTable, PlansInReach, PlanView
from shnor_domain.roadmap.use_cases.mine import MyItems
from shnor_domain.territories.paging import page_of

PLANS, ITEMS = "plans", "entries"


async def open_plans(manager: DialogManager, **start: Any) -> None:
    """The list."""
    await manager.start(Plans.all, **start)


async def plans(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the plans, the latest first."""
    texts, actor = texts_of(dialog_manager), actor_of(dialog_manager)
    seen = await (await given(dialog_manager, PlansInReach))(actor)
    page = page_of(seen, turned_to(dialog_manager, PLANS))
    first = page.number * 8 + 1
    lines = [
        texts("plan-line", number=str(number), share=share_words(texts, plan_name(one.plan), one.counts))
        for number, one in enumerate(page.rows, first)
    ]
    return {
        "plans": [
            Choice(one.plan.id, texts.button("btn-plan-item", number=str(number), what=one.plan.title))
            for number, one in enumerate(page.rows, first)
        ],
        "lines": Safe("\n".join(lines)),
        "total": len(seen),
        "some": bool(seen),
        "empty": not seen,
        "page": page.number,
        "pages": page.pages,
        "manages": actor.has(*MANAGING),
        "helps": not actor.has(*MANAGING),
        "pairs": actor.has(*PLANNING),
        "owns": not dialog_manager.dialog_data.get("nested")
        and bool((await (await given(dialog_manager, MyItems))(actor)).items),
    }


async def on_plan(manager: DialogManager, plan: int) -> None:
    """Open it."""
    Form(manager)["plan"] = plan
    turn(manager, ITEMS)
    await manager.switch_to(Plans.plan)


async def on_mine(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One's own."""
    await open_mine(manager, data={"nested": True})


def _plan(manager: DialogManager) -> PlanId:
    return PlanId(int(Form(manager)["plan"]))


async def _view(manager: DialogManager) -> PlanView:
    return await (await given(manager, OpenPlan))(actor_of(manager), _plan(manager))


async def plan(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of its items by number: level, state, day; of an item with parts how far they are."""
    texts = texts_of(dialog_manager)
    view = await _view(dialog_manager)
    page = page_of(view.entries, turned_to(dialog_manager, ITEMS))
    lines = []
    for entry in page.rows:
        name = texts.plain("plan-numbered", number=entry.item.number, title=short(entry.item.title))
        if entry.parts is not None:
            lines.append(share_words(texts, name, entry.parts))
        else:
            level = entry.item.level.value
            state = state_words(texts, entry.item, view.today)
            line = texts("plan-entry", name=name, level=level, state=state)
            windows = entry.item.due
            if len(windows) > 1:
                line = texts("plan-several-windows", line=line, days=short(windows_words(texts, windows)))
            lines.append(line)
    return {
        "title": plan_name(view.plan),
        "counts": counts_lines(texts, view.counts),
        "lines": Safe("\n".join(lines)),
        "entries": item_choices(texts, [entry.item for entry in page.rows]),
        "page": page.number,
        "pages": page.pages,
        "some": bool(view.entries),
        "empty": not view.entries,
        "adds": view.adds,
        "drops": view.adds and bool(view.entries),
        "manages": view.manages and bool(view.entries),
    }


async def on_entry(manager: DialogManager, item: int) -> None:
    """Its parts, or its card."""
    entry = next((each for each in (await _view(manager)).entries if each.item.id == item), None)
    if entry is None:
        raise NotFound
    if entry.parts is None:
        await to_item(manager, item)
        return
    Form(manager)["whole"] = item
    turn(manager, parts.LIST)
    await manager.switch_to(Plans.parts)


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole of what she sees, as xlsx."""
    rows = await (await given(manager, PlanAsTable))(actor_of(manager), _plan(manager))
    assert rows.plan is not None
    await send_plan_table(manager, rows.plan.title, rows)


async def on_paper(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same on paper, for the territory of the plan."""
    rows = await (await given(manager, PlanAsTable))(actor_of(manager), _plan(manager))
    assert rows.plan is not None
    names = await owner_names(manager, texts_of(manager), [rows.plan.territory])
    await send_paper(manager, rows.plan.title, names[rows.plan.territory], rows)


async def on_child(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Another dialog about this plan; the widget's id says which."""
    opens = {
        "progress": PlanProgress.rows,
        "add": PlanAdd.title,
        "date": PlanDate.which,
        "drop": PlanDrop.which,
        "reviewer": PlanReviewer.which,
    }
    await manager.start(opens[str(button.widget_id)], data={"plan": _plan(manager)})


async def on_said(_start: Any, result: Any, manager: DialogManager) -> None:
    """What a dialog about this plan has done, on top of it."""
    if isinstance(result, dict) and "said" in result:
        tell(manager, result["said"])


async def on_shift(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Days of this plan."""
    await start_shift(manager, (await _view(manager)).plan)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plans", "total", when="some"),
            T("plans-empty", when=lambda data, *_: data["empty"] and data["manages"]),
            T("plans-empty-helper", when=lambda data, *_: data["empty"] and data["helps"]),
            T("plan-lines", "lines", when="lines"),
            choices("plans", on_plan, int),
            Turning(PLANS),
            Start(T("btn-plan-progress"), id="progress", state=PlanProgress.rows, when="some"),
            Button(T("btn-plan-mine"), id="mine", on_click=on_mine, when="owns"),
            Button(T("btn-plan-pair"), id="pair", on_click=on_pair, when="pairs"),
            Start(T("btn-plan-start"), id="start", state=PlanStart.programme, when="manages"),
            Start(T("btn-plan-shifts"), id="shifts", state=PlanShift.listed, when="manages"),
            cancel_button("btn-back", when=lambda _data, _widget, manager: manager.dialog_data.get("nested")),
            menu_button(),
            state=Plans.all,
            getter=plans,
            on_process_result=on_school,
        ),
        Screen(
            T("plan-head", "title", "counts"),
            T("plan-lines", "lines", when="lines"),
            T("plan-empty", when=lambda data, *_: data["empty"] and data["adds"]),
            T("plan-nothing", when=lambda data, *_: data["empty"] and not data["adds"]),
            choices("entries", on_entry, int),
            Turning(ITEMS),
            Button(T("btn-plan-progress"), id="progress", on_click=on_child, when="some"),
            Button(T("btn-plan-table"), id="table", on_click=on_table, when="some"),
            Button(T("btn-plan-paper"), id="paper", on_click=on_paper, when="some"),
            Button(T("btn-plan-add"), id="add", on_click=on_child, when="adds"),
            Button(T("btn-plan-date"), id="date", on_click=on_child, when="drops"),
            Button(T("btn-plan-reviewer"), id="reviewer", on_click=on_child, when="manages"),
            Button(T("btn-plan-drop"), id="drop", on_click=on_child, when="drops"),
            Button(T("btn-plan-shift"), id="shift", on_click=on_shift, when="manages"),
            SwitchTo(T("btn-plans"), id="all", state=Plans.all),
            menu_button(),
            state=Plans.plan,
            getter=plan,
            on_process_result=on_said,
        ),
        parts.window(),
        on_start=take_data,
        name="plans",
    )
