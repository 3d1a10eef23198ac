"""Lists of one tap, one row: what most windows offer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Format

from handlers.shell.pages import Paged

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a list."""

    id: str | int
    label: str


def choices(
    id: str,
    on_pick: Callable[[DialogManager, V], Awaitable[None]],
    parse: Callable[[str], V],
    *,
    width: int = 1,
    when: WhenCondition = None,
) -> Paged:
    """Buttons of the `Choice`s that lie in the data under `id`."""
    return Paged(
        Format("{item.label}"),
        id=id,
        items=id,
        item_id=lambda row: row.id,
        on_pick=on_pick,
        parse=parse,
        width=width,
        when=when,
    )
