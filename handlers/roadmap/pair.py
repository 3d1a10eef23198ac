"""The plan of a pair (R130): which school's, then the plan itself."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, territory_of
from handlers.people.where import ask_where
from handlers.roadmap.states import Plans
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.identity import Territory
from shnor_domain.roadmap.use_cases.adding import StartPairPlan


async def on_pair(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The plan of her only school, or the question which."""
    only = await ask_where(manager, "school")
    if only is not None:
        await _open(manager, only)


async def on_school(_start: Any, result: Any, manager: DialogManager) -> None:
    """The plan of the school that was chosen."""
    if isinstance(result, dict) and "where" in result:
        await _open(manager, territory_of(result["where"]))


async def _open(manager: DialogManager, school: Territory) -> None:
    plan = await (await given(manager, StartPairPlan))(actor_of(manager), school)
    Form(manager)["plan"] = plan
    await manager.switch_to(Plans.plan)
