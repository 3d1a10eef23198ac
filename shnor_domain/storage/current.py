"""The update in hand, as far as storage cares: its number, and the form writes committed with its «done» (ADR 3)."""

from contextvars import ContextVar
from dataclasses import dataclass, field

FormFound = tuple[str | None, str | None]
"""State and data (JSON) of a form."""
NO_FORM: FormFound = (None, None)


@dataclass(frozen=True, slots=True)
class FormWrite:
    """What a form shall hold: `columns` maps «state» and «data» to new values, absent ones stay; `lane` is its chat."""

    lane: int
    columns: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class UpdateInHand:
    """`forms` are the changes so far by form key; nothing of them reaches the database before «done». `found` are
    those of its lane as it found them, by form key; None until one is asked for.

    `forgotten` is set by /privacy deletion inside this update: «done» then leaves no row of it and none of its forms.
    """

    update_id: int
    lane: int
    forms: dict[str, FormWrite] = field(default_factory=dict)
    found: dict[str, FormFound] | None = None
    forgotten: bool = False


update_in_hand: ContextVar[UpdateInHand | None] = ContextVar("update_in_hand", default=None)
