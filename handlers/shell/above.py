"""A word on top of the window: what was refused, or what is expected here; shown once."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

PROBLEM = "problem"
"""Key of `dialog_data` under which ready HTML waits to be shown on top of the next rendering."""

_SHOWN = "shell_shown_above"


def tell(manager: DialogManager, words: str) -> None:
    """Put `words` (HTML) on top of the window of this update; the last word wins. Does nothing without a dialog."""
    if manager.has_context():
        manager.dialog_data[PROBLEM] = str(words)
        manager.middleware_data.pop(_SHOWN, None)


class Above(Text):
    """Shows the waiting words in every rendering of one update and forgets them with it."""

    def __init__(self, when: WhenCondition = None) -> None:
        super().__init__(when=when)

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        waiting = manager.dialog_data.pop(PROBLEM, None)
        if waiting is not None:
            manager.middleware_data[_SHOWN] = (manager.current_context().id, waiting)
        context, words = manager.middleware_data.get(_SHOWN, (None, ""))
        return f"{words}\n" if words and context == manager.current_context().id else ""
