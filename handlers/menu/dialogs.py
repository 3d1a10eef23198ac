"""The menu: a greeting, what is near, and what may be done; second windows for those who may do much."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.text import Format, Multi

from handlers.menu import waiting
from handlers.menu.entries import Entry, Headline
from handlers.menu.groups import DRAWERS, Drawer, drawer_of, folded
from handlers.menu.keyboard import MenuButtons
from handlers.menu.views import greeting
from handlers.shell import Home, Screen, T, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.screen import Getter


def dialogs(entries: Sequence[Entry], kinds: Sequence[Entry], headlines: Sequence[Headline]) -> list[Dialog]:
    """Fresh dialogs: a router belongs to one dispatcher."""
    buttons = (*entries, *(drawer.entry for drawer in DRAWERS))
    window = Screen(
        Multi(Format("{head}"), Format("{lines}", when="lines"), sep="\n\n"),
        MenuButtons(buttons),
        state=Home.menu,
        getter=_getter(tuple(entries), tuple(headlines)),
    )
    seconds = Dialog(*(_second(drawer, entries) for drawer in DRAWERS), name="menu-groups")
    return [Dialog(window, name="menu"), seconds, waiting.dialog(kinds)]


def _second(drawer: Drawer, entries: Sequence[Entry]) -> Screen:
    return Screen(
        T(f"menu-group-{drawer.group.value}"),
        MenuButtons(tuple(entries)),
        way_back(),
        menu_button(),
        state=drawer.state,
        getter=_inside(drawer, tuple(entries)),
    )


def _getter(entries: tuple[Entry, ...], headlines: tuple[Headline, ...]) -> Getter:
    async def menu(dialog_manager: DialogManager, **rest: Any) -> dict[str, Any]:
        left = {"dialog_manager": dialog_manager, **rest}
        found = folded(await _open_to(dialog_manager, entries, left), actor_of(dialog_manager))
        lines = [line for headline in headlines if (line := await headline(**left)) is not None]
        shown = [await _counted(entry, left) for entry in found]
        return {"head": await greeting(**left), "lines": "\n".join(lines), "shown": shown}

    return menu


def _inside(drawer: Drawer, entries: tuple[Entry, ...]) -> Getter:
    async def second(dialog_manager: DialogManager, **rest: Any) -> dict[str, Any]:
        left, actor = {"dialog_manager": dialog_manager, **rest}, actor_of(dialog_manager)
        mine = tuple(entry for entry in entries if drawer_of(entry, actor) == drawer)
        return {"shown": [await _counted(entry, left) for entry in await _open_to(dialog_manager, mine, left)]}

    return second


async def _open_to(manager: DialogManager, entries: Sequence[Entry], left: dict[str, Any]) -> list[Entry]:
    actor = actor_of(manager)
    return [each for each in entries if each.allowed(actor) and (each.shown is None or await each.shown(**left))]


async def _counted(entry: Entry, left: dict[str, Any]) -> tuple[Entry, int]:
    return entry, 0 if entry.count is None else await entry.count(**left)
