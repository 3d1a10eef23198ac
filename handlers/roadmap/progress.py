"""How far plans are (500+ indicator 7): the region by municipalities, a municipality by schools, a school by items."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data, territory_data, territory_of
from handlers.roadmap.files import send_paper, send_plan_table, send_progress_table
from handlers.roadmap.states import PlanProgress
from handlers.roadmap.to_item import to_item
from handlers.roadmap.views import (
    counts_lines,
    item_choices,
    item_lines,
    medk_words,
    owner_names,
    share_name,
    share_words,
)
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import PlanId
from shnor_domain.roadmap.ports import By, ProgressRow
from shnor_domain.roadmap.reach import reach_of
from shnor_domain.roadmap.standing import Standing, standing_of
from shnor_domain.roadmap.use_cases.looking import PlanAsTable, PlanRows
from shnor_domain.roadmap.use_cases.progress import OwnerPlan, Progressed, ShowOwnerItems, ShowProgress
from shnor_domain.territories.paging import page_of

ROWS, ITEMS = "shares", "items"


def _plan(manager: DialogManager) -> PlanId | None:
    plan = Form(manager).get("plan")
    return None if plan is None else PlanId(int(plan))


async def _progressed(manager: DialogManager, by: By | None = None) -> Progressed:
    where = Form(manager).get("where")
    scope = None if where is None else territory_of(where)
    return await (await given(manager, ShowProgress))(actor_of(manager), scope, _plan(manager), by)


async def _title(manager: DialogManager, texts: Texts) -> str:
    """Of what the progress is: a territory, or all that the reader sees."""
    where, reach = Form(manager).get("where"), reach_of(actor_of(manager))
    if where is None and (len(reach) != 1 or reach[0] == Territory()):
        return texts.plain("plan-progress-all")
    scope = reach[0] if where is None else territory_of(where)
    return (await owner_names(manager, texts, [scope]))[scope]


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of municipalities or schools by name or number, never by how late they are (L8)."""
    eyes = await eyes_of(dialog_manager)
    found = await _progressed(dialog_manager)
    page = page_of(found.shares, turned_to(dialog_manager, ROWS))
    named = [(share, share_name(eyes.texts, share)) for share in page.rows]
    return {
        "title": await _title(dialog_manager, eyes.texts),
        "counts": counts_lines(eyes.texts, found.total),
        "lines": Safe("\n".join(share_words(eyes.texts, name, share.counts) for share, name in named)),
        "shares": [Choice(_key(share), eyes.texts.button("btn-plan-share", name=name)) for share, name in named],
        "some": bool(found.shares),
        "empty": not found.shares,
        "one": _plan(dialog_manager) is not None,
        "printed": bool(found.shares) and _plan(dialog_manager) is not None and found.where is not None,
        "page": page.number,
        "pages": page.pages,
    }


def _key(share: ProgressRow) -> str:
    levels = (share.where.region, share.where.municipality, share.where.school)
    return "-".join(str(level or 0) for level in levels)


async def on_share(manager: DialogManager, key: str) -> None:
    """The schools of a municipality, or the items of whom the row is about."""
    found = await _progressed(manager)
    share = next((each for each in found.shares if _key(each) == key), None)
    if share is None:
        raise Stale
    data = {"where": territory_data(share.where), "plan": _plan(manager)}
    deeper = found.by is By.MUNICIPALITY and share.where.municipality is not None
    await manager.start(PlanProgress.rows if deeper else PlanProgress.owner, data=data)


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The rows as xlsx; of several municipalities their schools too, on a second sheet."""
    eyes = await eyes_of(manager)
    found = await _progressed(manager)
    title = eyes.texts.plain("plan-progress-file", where=await _title(manager, eyes.texts))
    schools = () if found.by is By.SCHOOL else (await _progressed(manager, By.SCHOOL)).shares
    await send_progress_table(manager, title, found.shares, found.total, schools)


async def on_paper(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The items of one plan in a municipality, on paper."""
    where, plan = territory_of(Form(manager)["where"]), _plan(manager)
    if plan is None:
        raise Stale
    found = await (await given(manager, PlanAsTable))(actor_of(manager), plan, where)
    assert found.plan is not None
    eyes = await eyes_of(manager)
    await send_paper(manager, found.plan.title, await _title(manager, eyes.texts), found)


async def _owned(manager: DialogManager) -> OwnerPlan:
    where = territory_of(Form(manager)["where"])
    return await (await given(manager, ShowOwnerItems))(actor_of(manager), where, _plan(manager))


async def owner(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What one of them has to do, by plan and number, and how far it is in МЭДК."""
    eyes = await eyes_of(dialog_manager)
    found = await _owned(dialog_manager)
    late = [item for item in found.items if standing_of(item, found.today) is Standing.PASSED]
    narrowed = bool(late) and bool(Form(dialog_manager).get("late"))
    page = page_of(late if narrowed else found.items, turned_to(dialog_manager, ITEMS))
    return {
        "title": await _title(dialog_manager, eyes.texts),
        "narrowed": narrowed,
        "total": len(found.items),
        "counts": counts_lines(eyes.texts, found.counts),
        "medk": medk_words(eyes.texts, found),
        "lines": item_lines(eyes.texts, page.rows, found.today),
        "items": item_choices(eyes.texts, page.rows),
        "some": bool(found.items),
        "empty": not found.items,
        "page": page.number,
        "pages": page.pages,
    }


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What is not late too."""
    Form(manager)["late"] = False
    turn(manager, ITEMS)


def _rows_of(found: OwnerPlan) -> PlanRows:
    return PlanRows(None, found.items, found.counts, found.today)


async def on_owner_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The items as xlsx."""
    eyes = await eyes_of(manager)
    title = eyes.texts.plain("plan-owner-file", where=await _title(manager, eyes.texts))
    await send_plan_table(manager, title, _rows_of(await _owned(manager)))


async def on_owner_paper(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The items on paper."""
    eyes = await eyes_of(manager)
    where = await _title(manager, eyes.texts)
    await send_paper(manager, eyes.texts.plain("plan-paper-title"), where, _rows_of(await _owned(manager)))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-progress", "title", "counts", "one"),
            T("plan-lines", "lines", when="lines"),
            T("plan-nothing", when="empty"),
            choices("shares", on_share, str),
            Turning(ROWS),
            Button(T("btn-plan-table"), id="table", on_click=on_table, when="some"),
            Button(T("btn-plan-paper"), id="paper", on_click=on_paper, when="printed"),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanProgress.rows,
            getter=rows,
        ),
        Screen(
            T("plan-head", "title", "counts"),
            T("plan-medk-line", "medk", when="medk"),
            T("plan-owner-late", when="narrowed"),
            T("plan-lines", "lines", when="lines"),
            T("plan-nothing", when="empty"),
            choices("items", to_item, int),
            Turning(ITEMS),
            Button(T("btn-plan-owner-all", "total"), id="whole", on_click=on_all, when="narrowed"),
            Button(T("btn-plan-table"), id="table", on_click=on_owner_table, when="some"),
            Button(T("btn-plan-paper"), id="paper", on_click=on_owner_paper, when="some"),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanProgress.owner,
            getter=owner,
        ),
        on_start=take_data,
        name="plan-progress",
    )
