"""The buttons that stand at the bottom of most windows."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Back, Cancel, Keyboard, Start, SwitchTo

from handlers.shell.words import T


class Home(StatesGroup):
    """Where «В меню» leads from everywhere; the menu's window stands in this state."""

    menu = State()


def back_button(to: State | None = None, when: WhenCondition = None) -> Keyboard:
    """Return «Назад»: to the window before this one in the dialog, or to `to` where steps may have been skipped."""
    if to is None:
        return Back(T("btn-back"), id="back", when=when)
    return SwitchTo(T("btn-back"), id="back", state=to, when=when)


def cancel_button(key: str = "btn-cancel", when: WhenCondition = None) -> Keyboard:
    """Return a button that closes this dialog and shows the one from which it was opened."""
    return Cancel(T(key), id="cancel", when=when)


def menu_button(when: WhenCondition = None) -> Keyboard:
    """Return «В меню»: forgets every open dialog and shows the menu in this very message."""
    return Start(T("btn-menu"), id="menu", state=Home.menu, mode=StartMode.RESET_STACK, when=when)


def way_back() -> Keyboard:
    """«Назад» to the dialog from which this one was opened; not there when it was opened by a command or a notice."""

    def opened_from(data: dict[str, Any], widget: object, manager: DialogManager) -> bool:
        return len(manager.current_stack().intents) > 1

    return Cancel(T("btn-back"), id="out", when=opened_from)
