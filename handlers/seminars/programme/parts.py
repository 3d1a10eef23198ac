"""What a part of the seminar brings to the card of an event."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.texts import Safe
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.cards import EventView


@dataclass(frozen=True, slots=True)
class Act:
    """A button of the card: `key` is short and no other act's; `label` its words; `opens` a window that is started with
    {"event": id}, or what the tap does."""

    key: str
    label: str
    opens: State | Callable[[DialogManager, EventId], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines stand below what the event is, acts below each other."""

    lines: tuple[Safe, ...] = ()
    acts: tuple[Act, ...] = ()


Brings = Callable[[DialogManager, EventView], Awaitable[Part]]
