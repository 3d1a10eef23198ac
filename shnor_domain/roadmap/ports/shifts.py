"""Days of many items moved at once, and how they stood before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import Item, ItemId, PlanId, Shift, ShiftId
from shnor_domain.roadmap.periods.model import Window


@dataclass(frozen=True, slots=True)
class Movable:
    """An open item to be moved; `whole` has parts, it moves along and is not counted."""

    item: Item
    whole: bool


@dataclass(frozen=True, slots=True)
class Before:
    """How an item stood before a shift."""

    item: ItemId
    windows: tuple[Window, ...]
    known: datetime


class ShiftStore(Protocol):
    """Shifts, and the days of items."""

    async def movable(
        self, where: Territory, plan: PlanId | None, since: date | None, *, hold: bool = False
    ) -> Sequence[Movable]:
        """Open items with a day inside a territory that are due `since` or later (None: any), by id. `hold`:
        nobody else changes them until the unit ends."""
        ...

    async def put_off(self, items: Sequence[Item]) -> Sequence[Item]:
        """The same with those of their last days that their municipalities have called off (L7), stored or not."""
        ...

    async def keep(self, shift: Shift, moved: Sequence[Item]) -> ShiftId:
        """Store a shift with how its items stand now; its id is ignored."""
        ...

    async def put(self, days: Sequence[Before]) -> None:
        """Give items these windows, and the instant since when they are known."""
        ...

    async def shift(self, shift: ShiftId) -> Shift | None:
        """One shift."""
        ...

    async def listed(self, territories: Collection[Territory]) -> Sequence[Shift]:
        """Shifts that lie inside any of `territories`, the latest first."""
        ...

    async def before(self, shift: ShiftId) -> Sequence[Before]:
        """How its items stood, by item."""
        ...

    async def hold_items(self, items: Collection[ItemId]) -> Sequence[Movable]:
        """These items, which nobody else changes until the unit ends, by id."""
        ...

    async def counted(self, shifts: Collection[ShiftId]) -> dict[ShiftId, int]:
        """How many items without parts each of them moved."""
        ...

    async def set_undone(self, shift: ShiftId, at: datetime) -> bool:
        """Mark as taken back; False when it was already."""
        ...
