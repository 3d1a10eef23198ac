"""Who runs the seminar: by which route a request goes, that it does not come into the programme, what is split off."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.seminars.requests import states
from handlers.seminars.requests.data import card_of, changed
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import REASON, Aside, Route
from shnor_domain.seminars.requests.rules import LEAST_REASON
from shnor_domain.seminars.requests.use_cases.deciding import ReopenRequest, RouteRequest, SetRequestAside
from shnor_domain.seminars.requests.use_cases.merging import SplitOff

_ONE = states.OneRequest
_KEPT = "aside_reason"


async def on_merge(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Into which."""
    card = await card_of(manager)
    await manager.start(states.Merging.pick, data={"request": card.request.id})


async def on_route(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The other one; the widget's id says which."""
    card, route = await card_of(manager), Route((button.widget_id or "").removeprefix("route_"))
    await (await given(manager, RouteRequest))(actor_of(manager), card.request.id, route)
    await _done(manager, "sreq-routed")


async def on_aside_button(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A usual reason."""
    await _set_aside(manager, Aside((button.widget_id or "").removeprefix("aside_")).value)


async def on_aside(manager: DialogManager, reason: str) -> None:
    """Typed; it waits here should the request have changed meanwhile."""
    manager.dialog_data[_KEPT] = reason
    await _set_aside(manager, reason)


async def on_same_reason(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Once more as it was typed."""
    await _set_aside(manager, str(manager.dialog_data[_KEPT]))


async def kept(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was typed and refused."""
    return {"reason": dialog_manager.dialog_data.get(_KEPT, ""), "kept": _KEPT in dialog_manager.dialog_data}


async def _set_aside(manager: DialogManager, reason: str) -> None:
    card = await card_of(manager)
    await (await given(manager, SetRequestAside))(actor_of(manager), card.request.id, reason)
    manager.dialog_data.pop(_KEPT, None)
    await _done(manager, "sreq-aside-done")


async def on_reopen(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is looked at again."""
    card = await card_of(manager)
    await (await given(manager, ReopenRequest))(actor_of(manager), card.request.id)
    await _done(manager, "sreq-reopened")


async def splitting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What may still be taken out."""
    texts, card = texts_of(dialog_manager), await card_of(dialog_manager)
    rows = [
        Choice(each.id, texts.button("btn-sreq-split-row", topic=each.wanted.topic))
        for each in card.merged
        if each.id in card.may_split
    ]
    return {"merged": rows}


async def on_split(manager: DialogManager, request: int) -> None:
    """It stands by itself again."""
    card = await card_of(manager)
    await (await given(manager, SplitOff))(actor_of(manager), card.request.id, RequestId(request))
    await _done(manager, "sreq-split-done")


async def _done(manager: DialogManager, said: str) -> None:
    changed(manager)
    await manager.switch_to(_ONE.card)
    tell(manager, texts_of(manager)(said))


def buttons() -> list[Button | SwitchTo]:
    """Of the card."""
    return [
        Button(T("btn-sreq-merge"), id="merge", on_click=on_merge, when="merges"),
        SwitchTo(T("btn-sreq-split"), id="split", state=_ONE.split, when="splits"),
        Button(T("btn-sreq-to-plan"), id="route_plan", on_click=on_route, when="to_plan"),
        Button(T("btn-sreq-to-extra"), id="route_extra", on_click=on_route, when="to_extra"),
        SwitchTo(T("btn-sreq-aside"), id="aside", state=_ONE.aside, when="sets_aside"),
        Button(T("btn-sreq-reopen"), id="reopen", on_click=on_reopen, when="reopens"),
    ]


def windows() -> list[Screen]:
    """Those that ask something."""
    return [
        Screen(
            T("sreq-ask-aside"),
            T("sreq-aside-kept", "reason", when="kept"),
            *(
                Button(T(f"btn-sreq-aside-{each.value}"), id=f"aside_{each.value}", on_click=on_aside_button)
                for each in Aside
            ),
            Asks("reason", on_aside, most=REASON, least=LEAST_REASON),
            Button(T("btn-sreq-same-reason"), id="same", on_click=on_same_reason, when="kept"),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.aside,
            getter=kept,
        ),
        Screen(
            T("sreq-split-pick"),
            choices("merged", on_split, int),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.split,
            getter=splitting,
        ),
    ]
