"""The update in hand, as far as storage cares: its number, and the form writes that are committed together with «done» (ADR 3)."""

from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class UpdateInHand:
    """`forms` maps a form's key to the columns changed so far («state», «data»); nothing reaches the database before «done»."""

    update_id: int
    forms: dict[str, dict[str, str | None]] = field(default_factory=dict)


update_in_hand: ContextVar[UpdateInHand | None] = ContextVar("update_in_hand", default=None)
