"""What the menu is made of. A story that is built adds its entries and headlines here; what is not built is in no menu.

Headlines, counts and conditions are called like a window's getter, with what the middlewares left (`actor`, `texts`,
`dialog_manager`, …), and ask for use cases by `FromDishka` under dishka's `inject`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, IntEnum

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from shnor_domain.identity import Actor, Role

Allowed = Callable[[Actor], bool]
Opens = State | Callable[[DialogManager], Awaitable[None]]
Count = Callable[..., Awaitable[int]]
Shown = Callable[..., Awaitable[bool]]
Headline = Callable[..., Awaitable[str | None]]
"""A line above the buttons («Ближайшее: …»): HTML made by `Texts`, or None where it has nothing to say."""


class Section(IntEnum):
    """Sections of the menu from top to bottom; within one, entries stand as they are listed."""

    FIRST = 0
    VISITOR = 1
    SCHOOL = 2
    HOST = 3
    TERRITORY = 4
    MORE = 5
    COMMON = 6


class Group(Enum):
    """Second windows of the menu; the value is the key of its button."""

    CONSULTATIONS = "consultations"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Entry:
    """One button, labelled `btn-menu-<key>`, and `btn-menu-<key>-count` (argument `count`) while `count` is above zero.

    `key` is short: it is the button's callback data. `opens` is the first window of a dialog, or a function. `at_hand`:
    who finds it in the menu itself though it lies in `groups`. Hidden is not protected: what it leads to checks its
    right anew.
    """

    key: str
    opens: Opens
    allowed: Allowed
    section: Section
    count: Count | None = None
    shown: Shown | None = None
    groups: tuple[Group, ...] = ()
    at_hand: Allowed | None = None


def everybody(actor: Actor) -> bool:
    """Open without registration."""
    return True


def known(actor: Actor) -> bool:
    """Whoever has consented."""
    return actor.person is not None


def without_place(actor: Actor) -> bool:
    """Strangers, and those who have consented and were not let in anywhere yet."""
    return not actor.places


def having(*roles: Role) -> Allowed:
    """Whoever holds one of `roles` in a place that is open."""
    return lambda actor: actor.has(*roles)
