"""For which territory a coordinator acts: her municipality, her region, or one municipality of it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, territory_data, territory_of
from handlers.people.where import ask_where
from handlers.roadmap.views import owner_names
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.identity import Role, Territory
from shnor_domain.roadmap.access import manages
from shnor_domain.territories.use_cases.scoped import MyRegions

Next = Callable[[DialogManager], Awaitable[None]]


async def scopes(manager: DialogManager) -> list[Territory]:
    """Regions and municipalities that the actor manages as a whole."""
    actor = actor_of(manager)
    regions = [region.territory for region in await (await given(manager, MyRegions))(actor)]
    units = [place.territory for place in actor.places if place.verified and place.role is Role.MUNICIPAL_COORDINATOR]
    return list(dict.fromkeys(where for where in (*regions, *units) if manages(actor, where)))


async def only_scope(manager: DialogManager) -> Territory | None:
    """The municipality of who has one and nothing else: she is not asked."""
    found = await scopes(manager)
    return found[0] if len(found) == 1 and found[0].municipality is not None else None


def scope_window(state: State, question: str, after: Next) -> Screen:
    """Asks for the territory, puts it into the form as «where» and goes on with `after`."""

    async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        found = await scopes(dialog_manager)
        texts = texts_of(dialog_manager)
        names = await owner_names(dialog_manager, texts, found)
        return {
            "scopes": [Choice(at, texts.button("btn-plan-share", name=names[one])) for at, one in enumerate(found)],
            "wide": any(one.municipality is None for one in found),
        }

    async def on_scope(manager: DialogManager, at: int) -> None:
        found = await scopes(manager)
        if at >= len(found):
            raise Stale
        Form(manager)["where"] = territory_data(found[at])
        await after(manager)

    async def on_municipality(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        only = await ask_where(manager, "municipality")
        if only is not None:
            Form(manager)["where"] = territory_data(only)
            await after(manager)

    async def on_result(_start: Any, result: Any, manager: DialogManager) -> None:
        if isinstance(result, dict) and "where" in result and manages(actor_of(manager), territory_of(result["where"])):
            Form(manager)["where"] = result["where"]
            await after(manager)

    return Screen(
        T(question),
        choices("scopes", on_scope, int),
        Button(T("btn-plan-one-municipality"), id="unit", on_click=on_municipality, when="wide"),
        cancel_button("btn-back"),
        menu_button(),
        state=state,
        getter=listed,
        on_process_result=on_result,
    )
