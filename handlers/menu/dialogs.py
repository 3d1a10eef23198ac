"""The menu's one window: a greeting, what is near, and what may be done."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.text import Format, Multi

from handlers.menu.entries import Entry, Headline
from handlers.menu.keyboard import MenuButtons
from handlers.menu.views import greeting
from handlers.shell import Home, Screen
from handlers.shell.acting import actor_of
from handlers.shell.screen import Getter


def dialogs(entries: Sequence[Entry], headlines: Sequence[Headline]) -> list[Dialog]:
    """A fresh dialog: a router belongs to one dispatcher."""
    window = Screen(
        Multi(Format("{head}"), Format("{lines}", when="lines"), sep="\n\n"),
        MenuButtons(tuple(entries)),
        state=Home.menu,
        getter=_getter(tuple(entries), tuple(headlines)),
    )
    return [Dialog(window, name="menu")]


def _getter(entries: tuple[Entry, ...], headlines: tuple[Headline, ...]) -> Getter:
    async def menu(dialog_manager: DialogManager, **rest: Any) -> dict[str, Any]:
        left = {"dialog_manager": dialog_manager, **rest}
        actor = actor_of(dialog_manager)
        shown: list[tuple[Entry, int]] = []
        for entry in entries:
            if entry.allowed(actor) and (entry.shown is None or await entry.shown(**left)):
                shown.append((entry, 0 if entry.count is None else await entry.count(**left)))
        lines = [line for headline in headlines if (line := await headline(**left)) is not None]
        return {"head": await greeting(**left), "lines": "\n".join(lines), "shown": shown}

    return menu
