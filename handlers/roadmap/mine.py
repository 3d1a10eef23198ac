"""«Мои пункты»: what I have to do, by date, with chips that narrow the list (L8)."""

from collections import Counter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.people.eyes import eyes_of
from handlers.people.form import take_data
from handlers.roadmap.files import send_paper, send_plan_table
from handlers.roadmap.states import MyPlan, Plans
from handlers.roadmap.to_item import to_item
from handlers.roadmap.views import counts_lines, item_choices, item_lines, medk_words, owner_names
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.roadmap.reach import led_by, reach_of
from shnor_domain.roadmap.standing import Standing, counts_of, standing_of, tally
from shnor_domain.roadmap.use_cases.looking import PlanRows
from shnor_domain.roadmap.use_cases.mine import MyItems, OwnItems
from shnor_domain.roadmap.use_cases.progress import ShowOwnerItems
from shnor_domain.territories.paging import page_of

LIST = "own"
ALL = "all"
CHIPS = (Standing.SOON, Standing.PASSED, Standing.REVIEW, Standing.DONE, Standing.UNDATED)


async def open_mine(manager: DialogManager, **start: Any) -> None:
    """By date; what is near first, where something is."""
    await manager.start(MyPlan.all, **start)


@inject
async def soon(*, actor: Actor, mine: FromDishka[MyItems], **_: Any) -> int:
    """How many items of the actor's stand under «Скоро срок»."""
    own = await mine(actor)
    return tally(own.items, own.today)[Standing.SOON]


@inject
async def has_some(*, actor: Actor, mine: FromDishka[MyItems], **_: Any) -> bool:
    """The actor has items of her own."""
    return bool((await mine(actor)).items)


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of one chip."""
    texts = texts_of(dialog_manager)
    own = await (await given(dialog_manager, MyItems))(actor_of(dialog_manager))
    known = tally(own.items, own.today)
    chip = _chip(dialog_manager, known)
    rows = [item for item in own.items if chip == ALL or standing_of(item, own.today).value == chip]
    page = page_of(rows, turned_to(dialog_manager, LIST))
    return {
        "medk": await _medk(dialog_manager),
        "plans": bool(reach_of(actor_of(dialog_manager))) and not dialog_manager.dialog_data.get("nested"),
        "chips": _chips(dialog_manager, known, chip),
        "counts": counts_lines(texts, counts_of(own.items, own.today)),
        "lines": item_lines(texts, page.rows, own.today),
        "items": item_choices(texts, page.rows),
        "chip": chip,
        "page": page.number,
        "pages": page.pages,
        "some": bool(own.items),
        "empty": not own.items,
        "nothing": bool(own.items) and not rows,
    }


async def _medk(manager: DialogManager) -> Safe:
    """How far the schools that she leads are in МЭДК."""
    actor, show = actor_of(manager), await given(manager, ShowOwnerItems)
    lines = [medk_words(texts_of(manager), await show(actor, where)) for where in led_by(actor) if where.school]
    return Safe("\n".join(filter(None, lines)))


async def on_plans(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The plans in which her items stand, and that of a pair."""
    await manager.start(Plans.all, data={"nested": True})


def _chip(manager: DialogManager, known: Counter[Standing]) -> str:
    chosen = manager.dialog_data.get("chip")
    if chosen is not None:
        return str(chosen)
    return next((one.value for one in (Standing.SOON, Standing.PASSED) if known[one]), ALL)


def _chips(manager: DialogManager, known: Counter[Standing], chip: str) -> list[Choice]:
    texts = texts_of(manager)
    counts = {one.value: known[one] for one in CHIPS if known[one] or one.value == chip} | {ALL: known.total()}
    return [
        Choice(name, texts.button("btn-plan-chip", chip=name, count=count, chosen=name == chip))
        for name, count in counts.items()
    ]


async def on_chip(manager: DialogManager, chip: str) -> None:
    """Narrow the list."""
    if chip != ALL and chip not in {one.value for one in CHIPS}:
        raise Stale
    manager.dialog_data["chip"] = chip
    turn(manager, LIST)


async def _rows(manager: DialogManager) -> tuple[PlanRows, OwnItems]:
    own = await (await given(manager, MyItems))(actor_of(manager))
    return PlanRows(None, own.items, counts_of(own.items, own.today), own.today), own


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them as xlsx."""
    rows, _own = await _rows(manager)
    await send_plan_table(manager, texts_of(manager).plain("plan-mine-title"), rows)


async def on_paper(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them on paper."""
    eyes = await eyes_of(manager)
    rows, own = await _rows(manager)
    names = await owner_names(manager, eyes.texts, [item.owner for item in own.items])
    await send_paper(manager, eyes.texts.plain("plan-mine-title"), "; ".join(names.values()), rows)


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-mine", "counts", when="some"),
            T("plan-medk-line", "medk", when="medk"),
            T("plan-mine-empty", when="empty"),
            T("plan-mine-nothing", "chip", when="nothing"),
            T("plan-lines", "lines", when="lines"),
            choices("chips", on_chip, str, width=2, when="some"),
            choices("items", to_item, int),
            Turning(LIST),
            Button(T("btn-plan-all"), id="plans", on_click=on_plans, when="plans"),
            Button(T("btn-plan-table"), id="table", on_click=on_table, when="some"),
            Button(T("btn-plan-paper"), id="paper", on_click=on_paper, when="some"),
            cancel_button("btn-back", when=lambda _data, _widget, manager: manager.dialog_data.get("nested")),
            menu_button(),
            state=MyPlan.all,
            getter=listed,
        ),
        on_start=take_data,
        name="my-plan",
    )
